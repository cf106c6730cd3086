import Content
import Meetings

extension Planner {
    /// An ärende's front matter, its keys in the contract's order.
    mutating func head(
        of group: MatterGroup, _ document: ImportedDocument, _ index: Int, papers: [Paper], originals: [Paper]
    ) -> String {
        var head = HeadText()
        head.add("dnr", group.diaryNumber)
        head.add("titel", shownTitle(group, document))
        var meetings: [(code: String, dates: [CalendarDate])] = []
        for own in document.meetings {
            if isKnown(own.code) { meetings.append((own.code, own.dates)) } else { unknown(own, index) }
        }
        for extra in group.extraMeetings where !meetings.contains(where: { $0.code.folded == extra.code.folded }) {
            meetings.append((extra.code, [extra.date]))
        }
        // Two spellings of a body are one key.
        for key in meetings.map({ slug(of: $0.code) }).unique {
            let own = meetings.filter { slug(of: $0.code) == key }
            head.add(key, own.flatMap { $0.dates }.unique.map(\.description))
        }
        let range = freeNumbers(
            document.attachmentNumbers, meetings, path: "content/arenden/\(group.slug)/arende.md", index)
        head.add("bilaga", RangeText.text(range))
        head.add("handläggare", document.caseOfficers.map(\.value))
        head.add("typ", kind(of: document))
        var form = document.text.form
        for other in group.others where form == nil { form = documents[other].text.form }
        head.add("insats", form?.name?.value ?? document.text.initiative)
        head.add("insatsägare", form?.owner?.value ?? document.text.parties.owner)
        let partners = form?.partners.map(\.value) ?? []
        head.add("samverkansparter", partners.isEmpty ? document.text.parties.partners : partners)
        addApplication(document, to: &head)
        if document.kind == .matter {
            head.add("period", document.periods.count == 1 ? document.periods[0].description : nil)
            head.add("belopp", document.text.amountMentions == 1 ? "\(document.amounts[0].plain) kr" : nil)
        }
        addSignatures(document, to: &head)
        head.add("datum", document.date?.value.description)
        addVisibility(of: [index], hasNumber: group.diaryNumber != nil, to: &head)
        addPapers(papers, originals, range: range, to: &head)
        return head.ended()
    }

    private mutating func unknown(_ meeting: ImportedDocument.MeetingDates, _ index: Int) {
        plan.outcomes[index].remarks.append(.unknownBody(name: meeting.code, code: meeting.code))
        for date in meeting.dates {
            let line = documents[index].text.meetingPlaces.first { $0.value == "\(meeting.code) \(date)" }?.line ?? 1
            let fact = ImportFact("\(meeting.code)", date.description, line: line, isSure: false)
            plan.outcomes[index].remarks.append(.doubt(fact))
        }
    }

    private func kind(of document: ImportedDocument) -> String? {
        switch document.kind {
        case .application: "ansökan"
        case .matter where document.clauses.isEmpty: "information"
        case .matter: "beslut"
        default: "information"
        }
    }

    /// The form's own head. A long answer stays in the text alone.
    private func addApplication(_ document: ImportedDocument, to head: inout HeadText) {
        guard document.kind == .application, let form = document.text.form else { return }
        let owner = form.owner.map { [$0.value] } ?? []
        head.add("parter", owner + form.partners.map(\.value))
        let short = { (text: String?) in text.flatMap { $0.utf8.count <= 300 ? $0 : nil } }
        head.add("målgrupp", short(form.targetGroup?.value))
        head.add("syfte", short(form.purpose?.value))
        head.add("planerad-start", form.start?.value.description)
        head.add("planerat-slut", form.end?.value.description)
        head.add("budget", form.budget?.value)
    }

    private func addSignatures(_ document: ImportedDocument, to head: inout HeadText) {
        let signers = document.signatures
        guard let first = signers.first else { return }
        let isPlain = signers.allSatisfy { $0.organisation == nil && $0.date == nil }
        if signers.count == 1, isPlain {
            head.add("undertecknat", first.shown)
            return
        }
        head.add(
            "undertecknat",
            maps: signers.map { signer in
                [
                    ("organisation", signer.organisation), ("namn", signer.name), ("roll", signer.role),
                    ("datum", signer.date?.description),
                ]
            })
    }

    /// Every number of the range is named, so that an original is not taken for one of them.
    private func addPapers(
        _ papers: [Paper], _ originals: [Paper], range: [AttachmentNumber], to head: inout HeadText
    ) {
        var rows: [[(String, String?)]] = []
        var left = papers
        if !originals.isEmpty || !papers.isEmpty {
            for number in range.dropFirst() {
                let place = left.firstIndex { $0.number == number } ?? left.firstIndex { $0.number == nil }
                if let place {
                    let paper = left.remove(at: place)
                    rows.append([("nummer", number.description), ("titel", paper.title), ("fil", paper.file)])
                } else {
                    rows.append([("nummer", number.description), ("titel", "Bilaga \(number)")])
                }
            }
        }
        for paper in left {
            rows.append([("nummer", paper.number?.description), ("titel", paper.title), ("fil", paper.file)])
        }
        for paper in originals {
            rows.append([("titel", paper.title), ("fil", paper.file), ("synlighet", "ledamöter")])
        }
        head.add("bilagor", maps: rows)
    }

    /// The numbers, unless another ärende of the same meeting has one of them.
    private mutating func freeNumbers(
        _ numbers: [AttachmentNumber], _ meetings: [(code: String, dates: [CalendarDate])], path: String, _ index: Int
    ) -> [AttachmentNumber] {
        guard !numbers.isEmpty else { return [] }
        let own = Array(numbers.unique)
        let names = meetings.flatMap { meeting in meeting.dates.map { "\(slug(of: meeting.code))-\($0)" } }
        for name in names {
            for number in own {
                guard let other = site.numbers[name]?[number], other != path else { continue }
                plan.outcomes[index].remarks.append(
                    .numberTaken(number: number.description, meeting: name, other: other))
                return []
            }
        }
        for name in names { for number in own { site.numbers[name, default: [:]][number] = path } }
        return own
    }
}

/// Bilaga numbers as a secretary writes them: `6 - 6.3` where they follow one another.
enum RangeText {
    static func text(_ numbers: [AttachmentNumber]) -> String? {
        guard let first = numbers.first, let last = numbers.last else { return nil }
        if numbers.count == 1 { return first.description }
        let range = "\(first) - \(last)"
        return AttachmentNumber.list(range) == numbers ? range : numbers.map(\.description).joined(separator: ", ")
    }
}

extension Money {
    /// `1 050 000`, with ordinary spaces.
    var plain: String { grouped.replacing("\u{A0}", with: " ") }
}
