import Content
import Meetings

extension DocumentReader {
    /// An ärende's text, a bilaga or another paper.
    ///
    /// - Parameter kept: passages of the head that are text.
    func readPaper(_ document: inout ImportedDocument, _ passages: [Passage], _ head: Head, kept: Set<Int> = []) {
        let split = document.kind == .matter ? PaperSplit(passages) : PaperSplit(whole: passages)
        let own = Array(passages[split.main])
        let signing = SignatureBlock.find(in: own, clock: clock)
        document.doubts += signing.doubts
        document.signatures = signing.signatures.map(ImportedDocument.Signer.init)
        let end = min(head.end, own.count)
        var body = own.indices.filter { ($0 >= end || kept.contains($0)) && !signing.taken.contains($0) }.map {
            own[$0]
        }
        // A title that stands as the body's first heading is the title.
        if document.title == nil, let first = body.first, first.headingLevel == 1 {
            document.title = Found(SectionName.bareTitle(first.plain), line: first.line)
            body.removeFirst()
        }
        let marked = HeadingFinder.mark(body)
        document.headings = marked.filter { $0.isHeading }.map { Found($0.plain.trimmed, line: $0.line) }
        var markdown: [String] = []
        var index = 0
        var hasProposal = false
        while index < marked.count {
            let isProposal = marked[index].isHeading && SectionName.isProposal(marked[index].plain)
            guard isProposal else {
                let next = marked[(index + 1)...].firstIndex { $0.isHeading && SectionName.isProposal($0.plain) }
                markdown.append(BodyMarkdown.text(marked[index..<(next ?? marked.count)]))
                index = next ?? marked.count
                continue
            }
            let stop = marked[(index + 1)...].firstIndex { $0.isHeading } ?? marked.count
            let text = ProposalText(
                marked[(index + 1)..<stop], heading: marked[index], clock: clock)
            markdown.append("## \(marked[index].plain.trimmingColon)")
            markdown.append(text.markdown)
            if hasProposal {
                document.remarks.append(.severalProposals(line: marked[index].line))
            } else {
                take(text, heading: marked[index], &document)
            }
            hasProposal = true
            index = stop
        }
        document.text.markdown = markdown.filter { !$0.isEmpty }.joined(separator: "\n\n")
        if document.kind == .matter, !hasProposal { document.remarks.append(.noProposal) }
        if document.kind == .matter { proposeMeeting(&document, own, head) }
        if document.date == nil { document.date = datedMemorandum(own) }
        for part in split.attachments { add(part, of: passages, to: &document) }
        if document.kind == .attachment { readAttachmentNumber(&document, passages) }
        document.text.initiative = InitiativeName.find(in: document)
        document.text.parties = Parties.find(in: marked.map(\.plain))
    }

    private func take(_ text: ProposalText, heading: Passage, _ document: inout ImportedDocument) {
        document.lead = text.lead
        document.clauses = text.clauses.map(\.text)
        document.text.decided = text.clauses.map { ($0.text, $0.amounts, $0.periods) }
        document.text.leadLine = heading.line
        document.amounts = text.clauses.flatMap(\.amounts).unique
        document.text.amountMentions = text.clauses.flatMap(\.amounts).count
        document.periods = text.clauses.flatMap(\.periods).unique
        if text.clauses.isEmpty { document.remarks.append(.noClauses) }
        let named =
            text.lead.flatMap { DecidingBody.deciding(in: $0) } ?? DecidingBody.inHeading(heading.plain)
            ?? text.clauses.first { !$0.hasAtt }.flatMap { DecidingBody.subject(of: $0.text) }
        // "Nämnden beviljar …" in a paper to the arbetsmarknadsnämnd is that one's.
        if let named, !(DecidingBody.isGeneral(named) && document.body != nil) {
            document.body = Found(named, line: heading.line)
        }
    }

    /// "Tjänsteskrivelse daterad den 9 juni 2023" among the supporting documents.
    private func datedMemorandum(_ passages: [Passage]) -> Found<CalendarDate>? {
        for passage in passages where passage.plain.utf8.count < 140 {
            let words = passage.plain.foldedWords
            guard words.hasText("tjansteskrivelse") || words.hasText("tjansteutlatande"),
                words.hasText("daterad") || words.hasText(" den ") || words.split(separator: " ").count <= 4,
                let date = DateMention.all(in: passage.plain, clock: clock).first?.date
            else { continue }
            return Found(date, line: passage.line)
        }
        return nil
    }

    private func add(
        _ part: PaperSplit.Part, of passages: [Passage], to document: inout ImportedDocument
    ) {
        let own = part.passages.filter { !part.heading.contains($0) }.map { passages[$0] }
        let marked = HeadingFinder.mark(own)
        document.text.attachments.append(
            DocumentText.Attachment(
                number: part.number, title: part.title,
                markdown: BodyMarkdown.text(marked[...]),
                line: part.line))
        document.remarks.append(.split(title: part.title, line: part.line))
    }

    private func readAttachmentNumber(_ document: inout ImportedDocument, _ passages: [Passage]) {
        guard document.attachmentNumbers.isEmpty else { return }
        if let (number, title, line) = PaperSplit.opening(of: passages) {
            document.attachmentNumbers = [number].compactMap(\.self)
            if !title.isEmpty { document.title = Found(title, line: line) }
            return
        }
        guard let number = NameFacts(document.file, codes: codes, clock: clock).attachment else { return }
        document.attachmentNumbers = [number]
        document.remarks.append(.fromName(key: "bilaga", value: number.description))
    }

    /// A form: its questions are its headings.
    func readApplication(_ document: inout ImportedDocument, _ passages: [Passage], _ head: Head) {
        let own = Array(passages[min(head.end, passages.count)...])
        let form = FormReader.read(own, clock: clock)
        document.caseOfficers += form.officers.filter { own in
            !document.caseOfficers.contains { $0.value == own.value }
        }
        document.signatures = form.signatures.map(ImportedDocument.Signer.init)
        if document.signatures.isEmpty {
            document.signatures = SignatureBlock.find(in: own, clock: clock).signatures.map(
                ImportedDocument.Signer.init
            ).filter { signer in !document.caseOfficers.contains { $0.value == signer.name } }
        }
        if let name = form.name {
            document.title.map { document.text.notes.append($0) }
            document.title = name
        }
        document.headings = form.parts.compactMap {
            if case .question(let question, let line) = $0 { Found(question, line: line) } else { nil }
        }
        document.amounts = form.amounts
        if let start = form.start?.value, let end = form.end?.value, let period = Period(start: start, end: end) {
            document.periods = [period]
        }
        document.remarks += repeated(own)
        document.text.form = form
        document.text.markdown = FormMarkdown.text(form)
        document.text.initiative = form.name?.value
    }

    /// Long paragraphs that come twice: pages that were scanned twice.
    private func repeated(_ passages: [Passage]) -> [Remark] {
        var first: [String: Int] = [:]
        return passages.compactMap { passage in
            guard passage.text.utf8.count >= 120 else { return nil }
            guard let line = first[passage.text] else {
                first[passage.text] = passage.line
                return nil
            }
            return .repeatedText(line: passage.line, first: line)
        }
    }
}

extension PaperSplit {
    /// A file that is one paper.
    init(whole passages: [Passage]) { (main, attachments) = (passages.indices, []) }
}

extension Array where Element: Hashable {
    /// Each once, in its first place.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
