import Content
import Diagnostics
import Meetings

extension Checks {
    /// What has to hold between a record, its meeting's agenda and the proposals (FORMAT §6).
    mutating func checkRecords() {
        var recordOf: [MeetingID: String] = [:]
        var paragraphs: [ParagraphKey: Place] = [:]
        let numbers = ParagraphNumbers(sources.records.lazy.map(\.minutes))
        for (record, source) in sources.records.enumerated() {
            let minutes = source.minutes
            if let other = recordOf.updateValue(minutes.file, forKey: minutes.meeting) {
                report(Place(minutes.file), .sameMeeting(meeting: minutes.meeting.description, other: other))
            }
            guard let meeting = links.meetingIndex[minutes.meeting] else {
                report(Place(minutes.file), .recordWithoutMeeting(meeting: minutes.meeting.description))
                continue
            }
            checkNotices(of: minutes)
            checkTakingDown(of: minutes)
            checkSeal(of: minutes)
            checkQuorum(of: minutes)
            checkOrder(of: minutes, numbers, &paragraphs)
            checkParagraphs(of: minutes, matters: entryMatters[record], at: meeting)
            for entry in minutes.entries.indices where minutes.entries[entry].vote != nil {
                checkVote(of: minutes.entries[entry], in: minutes)
            }
        }
        checkAnswers()
        for raised in raised {
            let (key, day) = (raised.meeting.body.slug.text, raised.meeting.day.description)
            let name = links.name(of: raised.matter)
            report(raised.place, .paragraphMatterNotDated(matter: name, key: key, date: day))
        }
    }

    /// Where the site had begun to seal, an approved record belongs in the log.
    private mutating func checkSeal(of minutes: Minutes) {
        guard let approved = minutes.approved, approved <= sources.today,
            let begun = sealed.begun, begun <= approved
        else { return }
        if !sealed.recorded.contains(minutes.meeting) {
            report(Place(minutes.file), .recordNotSealed(meeting: minutes.meeting.slug))
        }
    }

    /// The record's own, and those of the §§ that were approved at once.
    private mutating func checkNotices(of minutes: Minutes) {
        for notice in Notice.all(minutes, entries: minutes.entries, rules: sources.profile.noticeRules)
        where notice.isOverdue(on: sources.today) {
            let entry = notice.paragraph.flatMap { number in minutes.entries.first { $0.number == number } }
            let line = entry?.approval?.line ?? 1
            report(
                Place(minutes.file, line: line),
                .postingOverdue(due: notice.due.description, paragraph: notice.paragraph))
        }
    }

    /// A notice that came down while one could still appeal did not do what it hung for (RULES.md). A sealed notice has its
    /// sealed days.
    private mutating func checkTakingDown(of minutes: Minutes) {
        guard let (day, line) = minutes.takenDown else { return }
        let notice = Notice(minutes, rules: sources.profile.noticeRules)
        let place = Place(minutes.file, line: line)
        guard let notice, let posted = notice.posted, let last = notice.lastAppealDay, posted <= day else {
            return report(place, .noticeDownTooEarly(date: day.description, last: nil))
        }
        if day <= last { report(place, .noticeDownTooEarly(date: day.description, last: last.description)) }
    }

    /// More than half of the members have to be there (kommunallagen 5:45, 6:27); who they are on the meeting's day, or how
    /// many, klubba.yml says, or the record's own list of absent.
    private mutating func checkQuorum(of minutes: Minutes) {
        let day = minutes.meeting.date
        let meeting = links.meetingIndex[minutes.meeting].map { links.meetings[$0].meeting }
        let bodies = meeting?.bodies ?? [minutes.meeting.body]
        let rosters = bodies.map { code in sources.profile.bodies.first { $0.code == code }?.roster }
        // Of bodies that meet together each has to be there, and nobody is a stranger whom one of them knows.
        let strangers = rosters.map { $0?.strangers(among: minutes.present, on: day) ?? [] }
        let names = strangers.map(Set.init)
        for name in strangers[0] where names.allSatisfy({ $0.contains(name) }) {
            report(
                Place(minutes.file),
                .presentIsNoMember(
                    name: name, body: bodies.map(\.text).joined(separator: ", "), day: day.description))
        }
        guard !minutes.present.isEmpty else { return }
        let absent = minutes.absent.count
        for (roster, strangers) in zip(rosters, strangers) {
            // How many of those present are of which body, only names can tell.
            if bodies.count > 1, roster?.hasNames != true { continue }
            let present = minutes.present.count - strangers.count
            guard let members = roster?.seats(on: day) ?? (absent > 0 ? present + absent : nil), present * 2 <= members
            else { continue }
            report(Place(minutes.file), .quorumMissing(present: present, members: members))
        }
    }

    private mutating func checkVote(of entry: MinutesEntry, in minutes: Minutes) {
        guard let vote = entry.vote else { return }
        let place = Place(minutes.file, line: entry.line)
        let present = minutes.present.isEmpty ? 0 : minutes.present.count + minutes.substitutes.count
        for contradiction in vote.contradictions(present: present) {
            switch contradiction {
            case .counts(let choice, let counted, let stated):
                let word = [Vote.Choice.yes: "ja", .no: "nej", .abstention: "avstår"][choice] ?? ""
                report(place, .votesDisagree(choice: word, counted: counted, stated: stated))
            case .twice(let name): report(place, .votedTwice(name: name))
            case .tooMany(let votes, let present): report(place, .tooManyVotes(votes: votes, present: present))
            }
        }
        let outside = PersonNames(
            in: entry.sections.filter { $0.kind == .recusal || $0.kind == .abstention }.map(\.text))
        guard !outside.isEmpty else { return }
        for name in vote.sides.flatMap(\.names) where outside.contains(name) {
            report(place, .recusedVotes(name: name))
        }
    }

    /// "Besvarar:" has to name a § or a matter that was handled before.
    private mutating func checkAnswers() {
        for source in sources.records {
            for entry in source.minutes.entries {
                for answer in entry.answers
                where !FollowUps.hasEarlier(answer, than: source.minutes.meeting, sources.records.map(\.minutes), links)
                {
                    let text =
                        switch answer.target {
                        case .paragraph(let number, let date): "§ \(number)\(date.map { " \($0)" } ?? "")"
                        case .matter(let dnr): dnr
                        }
                    report(Place(source.minutes.file, line: answer.line), .answersNothing(text: text))
                }
            }
        }
    }

    /// What §§ are numbered through.
    private struct NumberRun: Hashable {
        let body: BodyCode
        let year: Int
        /// Of a body that begins with § 1 at each meeting.
        var meeting: MeetingID?

        init(_ minutes: Minutes) { (body, year) = (minutes.meeting.body, minutes.meeting.date.year) }
    }

    private struct ParagraphKey: Hashable {
        let run: NumberRun
        let number: Int
    }

    /// Numbers run through a body's year, or through each record.
    private mutating func checkOrder(
        of minutes: Minutes, _ numbers: ParagraphNumbers, _ paragraphs: inout [ParagraphKey: Place]
    ) {
        var run = NumberRun(minutes)
        if numbers.beginAnew(run.body, in: run.year) { run.meeting = minutes.meeting }
        var last: Int?
        for index in minutes.entries.indices {
            let number = minutes.entries[index].number
            let place = Place(minutes.file, line: minutes.entries[index].line)
            let key = ParagraphKey(run: run, number: number)
            if let other = paragraphs.updateValue(place, forKey: key) {
                report(place, .sameParagraph(number: number, other: "\(other.file):\(other.line)"))
            } else if let last, number < last {
                report(place, .paragraphOutOfOrder(number: number, after: last))
            }
            last = number
        }
    }

    private mutating func checkParagraphs(
        of minutes: Minutes, matters: [[MatterIndex]], at meeting: Links<Whole>.MeetingIndex
    ) {
        let handled = links.handled(at: meeting)
        var (answered, decided): (Set<MatterIndex>, Set<MatterIndex>) = ([], [])
        var undecided: [(matter: MatterIndex, entry: MinutesEntry)] = []
        var decisions: [MatterIndex: [Decision]] = [:]
        for (index, own) in matters.enumerated() {
            let entry = minutes.entries[index]
            checkHeading(of: entry, in: minutes, matters: own, handled)
            if !own.isEmpty { tell(entry.doubts, on: own, in: minutes.file) }
            answered.formUnion(own)
            guard let decision = entry.decision else {
                if entry.doubts.isEmpty { undecided += own.map { ($0, entry) } }
                continue
            }
            decided.formUnion(own)
            for matter in own {
                check(decision, on: matter, in: minutes.file)
                decisions[matter, default: []].append(decision)
            }
            if !own.isEmpty { check(decision, of: entry, in: minutes) }
        }
        for matter in handled where !answered.contains(matter) {
            report(Place(minutes.file), .matterWithoutParagraph(matter: links.name(of: matter)))
        }
        for (matter, own) in decisions.sorted(by: { $0.key < $1.key }) {
            checkClauses(of: matter, own, in: minutes.file)
        }
        // A matter may be discussed in one § and decided in another.
        for (matter, entry) in undecided where !decided.contains(matter) && links.matters[matter].kind.isUpForDecision {
            let problem = Problem.paragraphWithoutDecision(number: entry.number, matter: links.name(of: matter))
            report(Place(minutes.file, line: entry.line), problem)
        }
    }

    /// Every dnr that a heading begins with has a matter.
    private mutating func checkHeading(
        of entry: MinutesEntry, in minutes: Minutes, matters: [MatterIndex], _ handled: [MatterIndex]
    ) {
        var unknown = AgendaBuilder<Whole>.unknownDiaryNumbers(inParagraph: entry.heading, links.matterIndex)
        if unknown.isEmpty, matters.isEmpty {
            unknown = [AgendaBuilder<Whole>.leadingDiaryNumber(of: entry.heading)].compactMap(\.self)
        }
        let known = handled.compactMap { links.matters[$0].diaryNumber?.text }
        for dnr in unknown {
            let nearest = Spelling.nearest(to: dnr, among: known)
            report(Place(minutes.file, line: entry.line), .paragraphMatterUnknown(dnr: dnr, nearest: nearest))
        }
    }

    private mutating func check(_ decision: Decision, on matter: MatterIndex, in file: String) {
        let clauses = links.matters[matter].proposal?.clauses.count ?? 0
        let place = Place(file, line: decision.line)
        if decision.isProposal, clauses == 0 {
            report(place, .approvedWithoutProposal(word: decision.written ?? "", matter: links.name(of: matter)))
            return
        }
        for number in decision.clauseOutcomes.keys.sorted() where number < 1 || number > clauses {
            report(place, .unknownClause(number: number, count: clauses))
        }
    }

    /// Clause by clause, in one § or several, and of one clause nothing is said.
    private mutating func checkClauses(of matter: MatterIndex, _ decisions: [Decision], in file: String) {
        let clauses = links.matters[matter].proposal?.clauses.count ?? 0
        guard clauses > 0, let last = decisions.last,
            decisions.allSatisfy({ $0.outcome == nil && $0.clauses.isEmpty && !$0.clauseOutcomes.isEmpty })
        else { return }
        for number in 1...clauses where !decisions.contains(where: { $0.clauseOutcomes[number] != nil }) {
            let problem = Problem.clauseUndecided(number: number, matter: links.name(of: matter))
            report(Place(file, line: last.line), problem)
        }
    }

    /// What "enligt nedan" means stands below it, and what is put off comes later.
    private mutating func check(_ decision: Decision, of entry: MinutesEntry, in minutes: Minutes) {
        let place = Place(minutes.file, line: decision.line)
        if decision.outcome == .asWritten, decision.clauses.isEmpty {
            report(place, .decisionBelowMissing(number: entry.number))
        }
        let outcomes =
            [decision.outcome].compactMap(\.self) + decision.clauseOutcomes.sorted { $0.key < $1.key }.map(\.value)
        for day in outcomes.compactMap(\.day) where day <= minutes.meeting.date {
            let problem = Problem.postponedBackwards(day: day.description, meeting: minutes.meeting.description)
            report(place, problem)
        }
    }

    private mutating func tell(_ doubts: [DecisionDoubt], on matters: [MatterIndex], in file: String) {
        for doubt in doubts where !isSaidOfProposal(doubt, matters) {
            switch doubt {
            case .unknown(let word, let nearest, let line):
                report(Place(file, line: line), .unknownOutcome(word: word, nearest: nearest))
            case .contradiction(let first, let firstLine, let other, let line):
                report(
                    Place(file, line: line), .decisionsContradict(first: first, firstLine: firstLine, other: other))
            }
        }
    }
}

extension Checks {
    /// "Beslut: bifall" to a proposal to say no, and "Styrelsen avslår ansökan", are the same decision.
    private func isSaidOfProposal(_ doubt: DecisionDoubt, _ matters: [MatterIndex]) -> Bool {
        guard case .contradiction(let first, _, _, _) = doubt, first == Outcome.approved.written else { return false }
        let verbs: Set<String> = ["avsla", "avstyrka", "bordlagga", "aterremittera"]
        return matters.contains { matter in
            links.matters[matter].proposal?.clauses.contains { clause in
                let words = String(decoding: Spelling.fold(clause.text), as: UTF8.self).split { !$0.isLetter }
                return words.contains { verbs.contains(String($0)) }
            } ?? false
        }
    }
}

extension Links {
    /// As messages name a matter.
    fileprivate func name(of matter: MatterIndex) -> String {
        matters[matter].diaryNumber?.text ?? matters[matter].title
    }
}
