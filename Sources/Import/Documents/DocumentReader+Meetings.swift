import Content
import Meetings

extension DocumentReader {
    func readRecord(_ document: inout ImportedDocument, _ passages: [Passage], _ head: Head) {
        let (starts, contents) = RecordReader.starts(in: passages)
        let listing = contents.first.map { $0 - 1 }.flatMap { index in
            index >= 0 && ContentsTable.isHeading(passages[index].plain) ? index : nil
        }
        document.noise += ([listing].compactMap(\.self) + contents).map {
            NoiseLine(line: passages[$0].line, text: passages[$0].plain, reason: .contents)
        }
        let first = starts.first ?? passages.count
        let opening = passages[..<first]
        let signing = SignatureBlock.find(in: passages, clock: clock)
        document.doubts += signing.doubts
        let end = signing.taken.min().map { max($0, (starts.last ?? 0) + 1) } ?? passages.count
        var recordHead = RecordHead(opening, without: Set(contents), clock: clock)
        let last = starts.last.map { $0 + 1 } ?? passages.count
        let closing = recordHead.takeClosing(passages[last...], clock: clock)
        document.doubts += recordHead.doubts
        let reader = RecordReader(
            passages: passages, clock: clock, closing: closing,
            decisions: DecisionWords(bodies: ownNames(opening, head, document)))
        document.paragraphs = reader.paragraphs(starts, end: end)
        document.headings = document.paragraphs.flatMap { paragraph in
            [Found("§ \(paragraph.number) \(paragraph.title)", line: paragraph.line)] + paragraph.sections
        }
        document.amounts = document.paragraphs.flatMap(\.amounts).unique
        document.periods = document.paragraphs.flatMap(\.periods).unique
        if document.paragraphs.isEmpty { document.remarks.append(.noParagraphs) }
        for (before, after) in zip(document.paragraphs, document.paragraphs.dropFirst())
        where after.number <= before.number {
            document.remarks.append(.paragraphOrder(number: after.number, line: after.line))
        }
        place(&document, opening, head, passages)
        if let approved = recordHead.approved, let meeting = document.text.meeting, approved.value < meeting {
            document.remarks.append(.approvedTooEarly(date: approved.value.description))
            recordHead.approved = nil
        }
        document.signatures =
            signing.signatures.map(ImportedDocument.Signer.init)
        if document.signatures.isEmpty {
            let named =
                [(recordHead.secretary, "Sekreterare"), (recordHead.chair, "Ordförande")]
                + recordHead.approvers.map { (Optional($0), recordHead.approversTitle) }
            document.signatures = named.compactMap { name, role in
                name.map {
                    ImportedDocument.Signer(
                        SignatureBlock.Signature(
                            name: String($0.prefix { $0 != "(" }).trimmed, role: role, line: recordHead.line(of: $0)))
                }
            }
        }
        recordHead.take(signing.signatures)
        document.text.recordHead = recordHead
        for index in recordHead.taken.union(signing.taken) { document.text.headLines.formUnion(passages[index].lines) }
        // What stands before the first § and is no fact, and what the signatures' lines say.
        let kept = opening.indices.filter { index in
            !recordHead.taken.contains(index) && !contents.contains(index) && index != listing
                && !isTitle(passages[index], document)
        }
        let plain = kept.filter { isHeadOnly(passages[$0], document) }
        let tail = (end..<passages.count).filter { !closing.contains($0) }
        let signed = tail.filter { signing.taken.contains($0) || isSigningOnly(passages[$0].plain) }
        document.text.notes = (plain + signed).map {
            Found(passages[$0].plain.singleSpaced, line: passages[$0].line)
        }
        document.text.ending = RecordMarkdown.preamble(tail.filter { !signed.contains($0) }.map { passages[$0] })
        document.text.markdown = RecordMarkdown.preamble(
            kept.filter { !plain.contains($0) }.map { passages[$0] })
    }

    /// What the record's body is called at its top: its decisions are the record's.
    private func ownNames(_ opening: ArraySlice<Passage>, _ head: Head, _ document: ImportedDocument) -> [String] {
        var names = [document.body?.value].compactMap(\.self)
        names += head.meetings.compactMap { mention in codes.bodies.first { $0.code.text == mention.value.code }?.name }
        for passage in opening where passage.plain.utf8.count <= 300 && !SentenceEnd.isRunning(passage.plain) {
            names += [DecidingBody.subjects(in: passage.plain)].compactMap(\.self)
            names += passage.plain.split { !$0.isLetter }.compactMap { DecidingBody.meeting(String($0))?.name }
        }
        if let body = NameFacts(document.file, codes: codes, clock: clock).body { names.append(body.name) }
        return names.map(\.folded).unique
    }

    /// A label or a place to sign at, without a name: no text.
    private func isSigningOnly(_ plain: String) -> Bool {
        SignatureBlock.label(plain) != nil || SignatureBlock.isBlank(plain)
            || ["underskrift", "underskrifter"].contains(plain.foldedWords)
            || PersonName.isOrganisation(plain) && plain.words.count <= 4 && !SentenceEnd.isAt(plain)
            || HeadValue.loneDate(plain, clock: clock) != nil
    }

    /// The body's name, its day and the sender, which the page says anyway: kept as notes.
    private func isHeadOnly(_ passage: Passage, _ document: ImportedDocument) -> Bool {
        let plain = passage.plain.singleSpaced
        if DecidingBody.named(by: plain) != nil || HeadValue.loneDate(plain, clock: clock) != nil { return true }
        if document.title?.line == passage.line { return true }
        let pairs = HeadLabel.pairs(in: plain)
        if !pairs.isEmpty {
            return pairs.allSatisfy { $0.label == .meetingDate || $0.label == .body || $0.label == .diaryNumber }
        }
        return PersonName.isOrganisation(plain) && plain.words.count <= 3 && !SentenceEnd.isAt(plain)
    }

    private func isTitle(_ passage: Passage, _ document: ImportedDocument) -> Bool {
        document.title.map { $0.line == passage.line && passage.plain.singleSpaced == $0.value } ?? false
    }

    func readSummons(_ document: inout ImportedDocument, _ passages: [Passage], _ head: Head) {
        let agenda = AgendaItems(passages, from: min(head.end, passages.count))
        document.text.agenda = agenda.items
        // "Föreningen kallar till årsmöte söndag 14 mars 2027" may be a whole sentence.
        let call = passages.prefix(8).firstIndex { passage in
            passage.plain.foldedWords.split(separator: " ").contains { $0 == "kallar" || $0 == "kallas" }
        }
        let top = max(head.end, agenda.taken.min() ?? 0, call.map { $0 + 1 } ?? 0)
        let opening = passages[..<min(top, passages.count)]
        place(&document, opening, head, passages)
        readHours(&document, opening)
        let signing = SignatureBlock.find(in: passages, clock: clock)
        document.doubts += signing.doubts
        document.signatures = signing.signatures.map(ImportedDocument.Signer.init)
        let left = passages.indices.filter { !agenda.taken.contains($0) && $0 >= min(head.end, passages.count) }
            .map { passages[$0] }
        let marked = HeadingFinder.mark(left)
        document.headings = marked.filter { $0.isHeading }.map { Found($0.plain.trimmed, line: $0.line) }
        if let heading = passages.first(where: { AgendaItems.isHeading($0.plain) }) {
            document.headings.append(Found(heading.plain.trimmed, line: heading.line))
            document.headings.sort { $0.line < $1.line }
        }
        document.text.markdown = BodyMarkdown.text(marked[...])
    }

    /// "Sammanträde onsdagen den 13 maj 2026 kl. 09.30", and the place on the line below.
    private func readHours(_ document: inout ImportedDocument, _ opening: ArraySlice<Passage>) {
        guard document.text.time == nil else { return }
        let timed = opening.indices.filter { MeetingHours.found(in: opening[$0].plain, clock: clock) != nil }
        let named = timed.first { index in
            let words = opening[index].plain.foldedWords
            return ["sammantrade", "mote", "kallelse", "tid"].contains { words.hasPrefix($0) }
        }
        guard let index = named ?? timed.first(where: { isMeetingsDay(opening[$0], document) }) else { return }
        document.text.time = MeetingHours.found(in: opening[index].plain, clock: clock)
        guard document.text.place == nil, opening.indices.contains(index + 1) else { return }
        let below = opening[index + 1]
        let plain = below.plain.singleSpaced
        let isPlace =
            below.kind == .text && !below.blankBefore && plain.utf8.count <= 80 && plain.startsWithCapital
            && !SentenceEnd.isAt(plain) && HeadLabel.pairs(in: plain).isEmpty && DecidingBody.named(by: plain) == nil
            && DateMention.all(in: plain, clock: clock).isEmpty && !PersonName.isOne(plain)
        if isPlace { document.text.place = plain }
    }

    /// "Fredag 18 september 2020 kl. 13.00–16.00" says nothing but when it is.
    private func isMeetingsDay(_ passage: Passage, _ document: ImportedDocument) -> Bool {
        let words = passage.plain.foldedWords.split(separator: " ")
        let days: Set<Substring> = ["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag", "den"]
        let isDay = words.first.map { first in
            passage.plain.startsWithDigit || days.contains { first == $0 || first == $0 + "en" }
        }
        return isDay ?? false && words.count <= 12
            && DateMention.all(in: passage.plain, clock: clock).last?.date == document.text.meeting
    }

    /// Which body met, and when.
    private func place(
        _ document: inout ImportedDocument, _ opening: ArraySlice<Passage>, _ head: Head, _ passages: [Passage]
    ) {
        if document.body == nil {
            for passage in opening where passage.plain.utf8.count <= 300 {
                guard let name = DecidingBody.subjects(in: passage.plain) else { continue }
                document.body = Found(name, line: passage.line)
                break
            }
        }
        if document.body == nil { document.body = meetingWord(opening, &document) }
        if document.body == nil, let mention = head.meetings.first {
            let known = codes.bodies.first { $0.code.text == mention.value.code }
            document.body = Found(known?.name ?? mention.value.code, line: mention.line)
        }
        if document.body == nil, let found = decider(passages) { document.body = found }
        var line = head.meetings.first?.line ?? head.meetingDate?.line ?? document.date?.line ?? 1
        var meeting = head.meetings.first?.value.date ?? head.meetingDate?.value
        let isLabelled = opening.contains { hasDateLabel($0.plain) }
        if meeting == nil, document.kind == .record, !isLabelled { meeting = document.date?.value }
        if meeting == nil {
            // The day in "Kallelse till sammanträde den 18 september 2020", or the only one there is.
            let dated = opening.filter { $0.plain.utf8.count <= 300 }
            let words = ["sammantrade", "mote", "kallelse", "protokoll", "kallas", "kallar", "tid", "klockan", "kl"]
            let best = dated.first { passage in
                let line = passage.plain.foldedWords.split(separator: " ")
                let isApproval = line.first.map { $0.hasPrefix("juster") || $0.hasPrefix("anslag") } ?? false
                let isMeetings = line.contains { word in
                    word.hasSuffix("protokoll") || words.contains { word.hasPrefix($0) }
                }
                return !isApproval && isMeetings
                    && !DateMention.all(in: passage.plain, clock: clock).isEmpty
            }
            // The day that a document was made is not its meeting's.
            let isMade = opening.contains { passage in
                HeadLabel.pairs(in: passage.plain).contains { $0.name.folded == "dokumentdatum" }
            }
            meeting = best.flatMap { DateMention.all(in: $0.plain, clock: clock).first?.date }
            if meeting == nil, !isMade { meeting = document.date?.value }
            if let best, meeting != nil { line = best.line }
            if meeting == nil, !isMade, let only = onlyDay(dated) { (meeting, line) = (only.value, only.line) }
            if meeting == nil { doubtDay(dated, &document) }
        }
        let names = NameFacts(document.file, codes: codes, clock: clock)
        if meeting == nil, let date = names.date {
            meeting = date
            document.remarks.append(.fromName(key: "dagen", value: date.description))
        }
        if document.body == nil, let body = names.body {
            document.body = Found(body.name, line: 1)
            document.remarks.append(.fromName(key: "organet", value: body.name))
        }
        document.text.meeting = meeting
        let isInTitle = document.title.map { saysDay($0.value, meeting) } ?? false
        if document.kind == .record, document.date == nil, let meeting,
            isInTitle || head.isMeetingDateOwn || document.body == nil || document.text.isAssembly
        {
            document.date = Found(meeting, line: line)
        }
        guard let meeting, let name = document.body?.value else {
            document.remarks.append(.noMeeting)
            return
        }
        let dnr =
            document.paragraphs.lazy.compactMap(\.diaryNumber).first
            ?? document.text.agenda.lazy.compactMap(\.diaryNumber).first
        let (code, isKnown) =
            head.meetings.first.map { ($0.value.code, codes.isKnown(code: $0.value.code)) }
            ?? codes.code(of: name, diaryNumber: dnr)
        document.text.bodyCode = code
        if !isKnown { document.remarks.append(.unknownBody(name: name, code: code)) }
        document.add(MeetingMention(code: code, date: meeting), line: line)
        if document.date?.value == meeting, head.meetingDate == nil, !isLabelled, !document.text.isAssembly, !isInTitle
        {
            document.date = nil
        }
    }

    /// "PROTOKOLL 2026-09-16": the record's own day.
    private func saysDay(_ title: String, _ meeting: CalendarDate?) -> Bool {
        DateMention.all(in: title, clock: clock).contains { $0.date == meeting }
    }

    /// The day that stands alone in the head.
    private func onlyDay(_ dated: [Passage]) -> Found<CalendarDate>? {
        let all = dated.flatMap { passage in
            DateMention.all(in: passage.plain, clock: clock).map { Found($0.date, line: passage.line) }
        }
        return Set(all.map(\.value)).count == 1 ? all.first : nil
    }

    /// Several days and no word that says which is the meeting's: the first is only proposed.
    private func doubtDay(_ dated: [Passage], _ document: inout ImportedDocument) {
        for passage in dated {
            guard let day = DateMention.all(in: passage.plain, clock: clock).first else { continue }
            document.doubts.append(ImportFact("moten", day.date.description, line: passage.line, isSure: false))
            return
        }
    }

    /// "Styrelsemöte", "ordinarie höstmöte": whose meeting it was, where no body is named.
    private func meetingWord(
        _ opening: ArraySlice<Passage>, _ document: inout ImportedDocument
    ) -> Found<String>? {
        for passage in opening where passage.plain.utf8.count <= 300 {
            for word in passage.plain.split(whereSeparator: { !$0.isLetter }) {
                guard let (name, isAssembly) = DecidingBody.meeting(String(word)) else { continue }
                document.text.isAssembly = isAssembly
                return Found(name, line: passage.line)
            }
        }
        return nil
    }

    /// Who decides in a record whose head does not say: "Styrelsen beslutar …".
    private func decider(_ passages: [Passage]) -> Found<String>? {
        for passage in passages where passage.kind == .text {
            let words = passage.plain.words.prefix(4)
            guard words.contains(where: { $0 == "beslutar" || $0 == "beslutade" }),
                let name = DecidingBody.subject(of: passage.plain)
            else { continue }
            return Found(name, line: passage.line)
        }
        return nil
    }

    private func hasDateLabel(_ line: String) -> Bool {
        HeadLabel.pairs(in: line).contains { $0.label == .date }
    }
}
