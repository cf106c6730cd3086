import Meetings
import Register

/// What a feed says of one event.
struct FeedEntry {
    let event: FeedEvent
    let edition: Edition
    /// What stands before an address from the root.
    let base: String
    /// Nil for a meeting that is gone.
    let row: MeetingRow?
}

extension FeedEntry {
    init(_ event: FeedEvent, edition: Edition, base: String) {
        (self.event, self.edition, self.base) = (event, edition, base)
        row = event.meeting.map { edition.meetingRows[$0] }
    }

    private var words: Words { edition.words }

    private var minutes: LinkedMinutes? { event.meeting.flatMap { edition.register.minutes[$0] } }

    /// The § of a decision or of a notice, and the matters that it is about.
    private var decided: (entry: MinutesEntry, matters: [MatterIndex])? {
        guard let place = event.entry, case .open(let entry, let matters)? = minutes?.entries[place] else { return nil }
        return (entry, matters)
    }

    /// From the root.
    var address: String {
        if let former = event.former { return Addresses.meeting(former.id) }
        guard let row, let meeting = event.meeting else { return "" }
        let id = edition.register.meetings[meeting].meeting.id
        switch event.kind {
        case .summons, .cancelled, .moved: return row.address
        case .decision: return decided.map { Addresses.extract(id, $0.entry.number) } ?? row.address
        case .minutes: return Addresses.minutes(id)
        case .notice: return decided.map { Addresses.extract(id, $0.entry.number) } ?? Addresses.minutes(id)
        }
    }

    var title: String {
        if let former = event.former { return title(of: former) }
        guard let row else { return "" }
        switch event.kind {
        case .summons, .moved: return words.text(.feedSummons, row.body, row.dateText)
        case .cancelled: return words.text(.feedCancelled, row.body, row.dateText)
        case .minutes: return words.text(.feedMinutes, row.body, row.dateText)
        case .notice:
            let body = decided.map { "\(row.body) § \($0.entry.number)," } ?? row.body
            return words.text(.feedNotice, body, row.dateText)
        case .decision:
            guard let (entry, matters) = decided, let minutes else { return "" }
            let outcome = entry.decision.flatMap { edition.label($0, of: matters, at: minutes.minutes.meeting) }
            let named = matters.map { edition.matterRows[$0].named }.joined(separator: ", ")
            let subject = matters.isEmpty ? entry.heading : named
            return "\(outcome ?? words[.decision]): \(subject) (\(row.code) § \(entry.number))"
        }
    }

    func appendContent(to html: inout [UInt8]) {
        switch event.kind {
        case .summons, .cancelled: appendSummons(to: &html)
        case .moved: appendParagraph(title, to: &html)
        case .decision: appendDecision(to: &html)
        case .minutes, .notice: appendNotice(to: &html)
        }
    }

    private func title(of former: FormerMeeting) -> String {
        let names = words.joined(former.bodies.map { edition.body($0)?.name ?? $0.text })
        let day = edition.dateText(of: former.id)
        return row.map { words.text(.feedMoved, names, day, $0.dateText) } ?? words.text(.feedGone, names, day)
    }

    private func appendSummons(to html: inout [UInt8]) {
        guard let row, let meeting = event.meeting else { return }
        let facts = [row.isCancelled ? row.status : nil, row.weekdayText, row.time, row.place].compactMap(\.self)
        appendParagraph(facts.joined(separator: ", "), to: &html)
        let agenda = edition.register.meetings[meeting].agenda
        guard !agenda.isEmpty else { return }
        html += "<ol>".utf8
        for (place, item) in agenda.enumerated() {
            html += "<li>".utf8
            switch item.content {
            case .heading(let text): html.appendEscaped(text)
            case .matter(let matter, _): appendLink(edition.matterRows[matter], to: &html)
            }
            // A list within the list lies in the point that it is below.
            let next = place + 1 < agenda.count ? agenda[place + 1].level : .point
            switch (item.level, next) {
            case (.point, .subpoint): html += "<ol type=\"a\">".utf8
            case (.subpoint, .point): html += "</li></ol></li>".utf8
            default: html += "</li>".utf8
            }
        }
        html += "</ol>".utf8
    }

    private func appendDecision(to html: inout [UInt8]) {
        guard let (entry, matters) = decided, let meeting = event.meeting else { return }
        for matter in matters {
            html += "<p>".utf8
            appendLink(edition.matterRows[matter], to: &html)
            html += "</p>".utf8
        }
        let decision = edition.decision(entry, at: meeting, matters: matters, root: base, isWhole: true)
        if let clauses = decision?.clauses, !clauses.isEmpty {
            html += "<ol>".utf8
            for clause in clauses {
                html += "<li>".utf8
                if clause.hasAtt { html += "att ".utf8 }
                clause.text.append(to: &html)
                if let outcome = clause.outcome { html.appendEscaped(" (\(outcome))") }
                html += "</li>".utf8
            }
            html += "</ol>".utf8
        }
        if decision?.isUnapproved ?? false { appendParagraph(words[.unapproved], to: &html) }
    }

    private func appendNotice(to html: inout [UInt8]) {
        guard let minutes, let row else { return }
        let head = MinutesHead(minutes, row, edition.register.profile, words, paragraph: decided?.entry)
        appendFact(.approved, head.approved, to: &html)
        guard event.kind == .notice else { return }
        appendFact(.posted, head.posted, to: &html)
        appendFact(.lastAppealDay, head.notice?.lastAppealDay, to: &html)
        appendFact(.keptAt, head.notice?.keptAt, to: &html)
    }

    private func appendFact(_ name: Word, _ value: String?, to html: inout [UInt8]) {
        guard let value else { return }
        appendParagraph("\(words[name]): \(value)", to: &html)
    }

    private func appendParagraph(_ text: String, to html: inout [UInt8]) {
        html += "<p>".utf8
        html.appendEscaped(text)
        html += "</p>".utf8
    }

    private func appendLink(_ matter: MatterRow, to html: inout [UInt8]) {
        guard let address = matter.address else {
            html.appendEscaped(matter.named)
            return
        }
        html += "<a href=\"".utf8
        html.appendEscaped(base + address)
        html += "\">".utf8
        html.appendEscaped(matter.named)
        html += "</a>".utf8
    }
}

extension MatterRow {
    /// `2019:30 Flerpartsrutin`
    var named: String { [dnr, title].compactMap(\.self).joined(separator: " ") }
}
