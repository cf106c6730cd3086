import Meetings
import Register
import Search

/// Something that the search finds, and what its texts are made from.
struct SearchedText: Sendable {
    let document: SearchDocument
    let origin: Origin
}

extension Edition {
    /// Ärenden, bilagor, records, §§, meetings and free pages, with what each says; lists say nothing that these do not.
    func searchedTexts() -> [SearchedText] {
        var texts: [SearchedText] = []
        texts.reserveCapacity(register.matters.count * 4)
        for (index, matter) in register.matters.indexed where matter.visibility != .secret {
            let filters = searchFilters(ofMatter: index)
            texts.append(searched(index, filters))
            for paper in matter.attachments.indices {
                if let text = searched(paper, of: index, filters) { texts.append(text) }
            }
        }
        for index in register.meetings.indices {
            texts.append(searched(index))
            if let minutes = register.minutes[index] { texts += searched(minutes, at: index) }
        }
        for page in register.pages {
            let document = SearchDocument(
                group: "sidor/", address: Addresses.page(page.slug), title: page.title,
                filters: SearchDocument.Filters(kind: words[.searchPage])
            ) { $0.append(html: page.text.html) }
            texts.append(SearchedText(document: document, origin: .site))
        }
        return texts
    }

    private func document(
        _ group: String, _ address: String, _ title: String, number: String? = nil, _ kind: Word,
        _ filters: SearchDocument.Filters, read: @escaping @Sendable (inout SearchText) -> Void
    ) -> SearchDocument {
        var filters = filters
        filters.kind = words[kind]
        return SearchDocument(
            group: group, address: address, title: title, number: number ?? "", filters: filters, read: read)
    }
}

// MARK: - Ärenden

extension Edition {
    /// The bodies and years of a matter's meetings, and how the latest deciding body decided.
    private func searchFilters(ofMatter index: MatterIndex) -> SearchDocument.Filters {
        let consultations = register.consultations[index]
        let years = Set(consultations.map(\.id.date.year) + [year(of: index)].compactMap(\.self)).sorted()
        let outcome = mainConsultation(of: index).map { consultations[$0] }
            .flatMap { decisions(of: $0).isEmpty ? nil : kind(of: $0, index).text(words) }
        return SearchDocument.Filters(
            kind: "", bodies: Set(consultations.flatMap { meetingRows[$0.meeting].bodies }).sorted(),
            years: years.map(String.init), outcome: outcome ?? "")
    }

    private func searched(_ index: MatterIndex, _ filters: SearchDocument.Filters) -> SearchedText {
        let edition = self
        let matter = register.matters[index]
        let address = Addresses.matter(matter)
        let document = document(
            address, address, matter.title, number: matter.diaryNumber?.text, .searchMatter, filters
        ) { edition.write(index, to: &$0) }
        return SearchedText(document: document, origin: .parts(matters: [index]))
    }

    private func write(_ index: MatterIndex, to text: inout SearchText) {
        let matter = register.matters[index]
        text.begin(.fact)
        let initiative = matter.initiative
        let form = matter.application
        let facts: [String?] =
            [matterRows[index].kind] + matter.formerNumbers.map(\.text) + matter.caseOfficers
            + [initiative?.name, initiative?.owner] + (initiative?.partners ?? []) + (form?.parties ?? [])
            + [form?.targetGroup, form?.purpose, form?.budget, matter.amount?.description]
            + [matter.period.map { words.period($0) }]
            + matter.signatures.flatMap { [$0.name, $0.organisation] }
        for fact in facts { if let fact, !fact.isEmpty { text.append(fact) } }
        if let proposal = matter.proposal {
            text.begin(.background, anchor: "del_forslag", heading: proposal.heading)
            if let lead = proposal.lead { text.append(html: lead.html) }
            for clause in proposal.clauses {
                text.begin(.clause, anchor: "att-\(clause.number)", heading: proposal.heading)
                if clause.hasAtt { text.append("att") }
                text.append(html: clause.prose.html)
            }
            text.begin(.background, anchor: "del_forslag", heading: proposal.heading)
            text.append(html: proposal.remainder.html)
        }
        let decided = register.consultations[index].last { isDeciding($0.id) && !decisions(of: $0).isEmpty }
        for decision in decided.map({ decisions(of: $0, matter: index, root: "") }) ?? [] {
            text.begin(.clause, anchor: "del_beslut", heading: words[.decision])
            write(decision, to: &text)
        }
        text.begin()
        text.append(html: matter.before.html)
        text.begin()
        text.append(html: matter.after.html)
        if !matter.attachments.isEmpty {
            text.begin(.fact, anchor: "del_bilagor", heading: words[.attachments])
            for attachment in matter.attachments { text.append(attachment.title) }
        }
    }

    private func write(_ decision: DecisionContext, to text: inout SearchText) {
        if !decision.label.isEmpty { text.append(decision.label + ":") }
        for clause in decision.clauses {
            if clause.hasAtt { text.append("att") }
            text.append(html: clause.text.prose.html)
        }
    }
}

// MARK: - Bilagor

extension Edition {
    private func searched(
        _ paper: Int, of index: MatterIndex, _ filters: SearchDocument.Filters
    ) -> SearchedText? {
        let matter = register.matters[index]
        let attachment = matter.attachments[paper]
        guard let address = Addresses.attachment(attachment, of: matter) else { return nil }
        var own = filters
        own.outcome = ""
        let about = [matter.diaryNumber?.text, matter.title].compactMap(\.self).joined(separator: " ")
        let page = words[.page]
        let document = document(Addresses.matter(matter), address, attachment.title, .searchAttachment, own) { text in
            text.begin()
            text.append(about)
            switch attachment.content {
            case .text(let prose, _):
                text.begin()
                text.append(html: prose.html)
            case .file(_, let name, _): FileText(attachment.text, name: name, page: page).write(to: &text)
            case .missing: break
            }
        }
        return SearchedText(document: document, origin: .parts(matters: [index]))
    }
}

// MARK: - Meetings and their records

extension Edition {
    private func searched(_ index: MeetingIndex) -> SearchedText {
        let edition = self
        let row = meetingRows[index]
        let document = document(
            row.address, row.address, "\(row.body) \(row.dateText)", .searchMeeting, filters(of: row)
        ) { text in
            let linked = edition.register.meetings[index]
            text.begin(.fact)
            for fact in ["\(row.code) \(row.date)", row.time, row.place] { if let fact { text.append(fact) } }
            if let prose = linked.meeting.text {
                text.begin()
                text.append(html: prose.html)
            }
            text.begin(.background, anchor: "del_foredragningslista", heading: edition.words[.agenda])
            for item in linked.agenda {
                switch item.content {
                case .heading(let heading): text.append(heading)
                case .matter(let matter, _):
                    let row = edition.matterRows[matter]
                    text.append([row.dnr, row.title].compactMap(\.self).joined(separator: " "))
                }
            }
        }
        return SearchedText(document: document, origin: .parts(meetings: [index]))
    }

    private func filters(of row: MeetingRow) -> SearchDocument.Filters {
        SearchDocument.Filters(kind: "", bodies: row.bodies, years: [String(row.date.prefix(4))])
    }

    /// The record with its names, and each of its §§ that is seen.
    private func searched(_ minutes: LinkedMinutes, at index: MeetingIndex) -> [SearchedText] {
        let row = meetingRows[index]
        let id = minutes.minutes.meeting
        let record = document(
            row.address, Addresses.minutes(id), "\(words[.minutes]) \(row.body) \(row.dateText)", .searchMeeting,
            filters(of: row)
        ) { text in
            let own = minutes.minutes
            text.begin(.fact)
            text.append("\(row.code) \(row.date)")
            let names =
                [own.chair, own.secretary].compactMap(\.self) + own.present + own.substitutes + own.others
                + own.approvers
            text.append(names.joined(separator: ", "))
            text.begin()
            text.append(html: own.preamble.html)
        }
        let paragraphs = minutes.entries.compactMap { entry -> SearchedText? in
            guard case .open(let open, let matters) = entry else { return nil }
            return searched(open, about: matters, at: index, id)
        }
        return [SearchedText(document: record, origin: .parts(meetings: [index]))] + paragraphs
    }

    private func searched(
        _ entry: MinutesEntry, about matters: [MatterIndex], at index: MeetingIndex, _ id: MeetingID
    ) -> SearchedText {
        let edition = self
        let row = meetingRows[index]
        var filters = filters(of: row)
        filters.outcome =
            entry.decision.map { OutcomeKind($0, proposed: proposed(matters, at: id)).text(words) } ?? ""
        let titles = matters.map { matterRows[$0].title }
        let about = titles.isEmpty ? [entry.heading] : titles
        let title = "§ \(entry.number) " + about.joined(separator: ", ")
        let document = document(
            row.address, row.extract(entry.number), title, .searchParagraph, filters
        ) { text in
            text.begin(.fact)
            text.append("\(row.body) \(row.dateText), \(row.code) \(row.date)")
            for matter in matters { if let dnr = edition.matterRows[matter].dnr { text.append(dnr) } }
            if !titles.isEmpty { text.append(entry.heading) }
            if let decision = edition.decision(entry, at: index, matters: matters, root: "", isWhole: true) {
                text.begin(.clause)
                edition.write(decision, to: &text)
            }
            text.begin()
            text.append(html: entry.text.html)
            for section in entry.sections {
                text.begin(.background, heading: section.heading)
                text.append(html: section.text.html)
            }
        }
        return SearchedText(document: document, origin: .parts(matters: matters, meetings: [index]))
    }
}
