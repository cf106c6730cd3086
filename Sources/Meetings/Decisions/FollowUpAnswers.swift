/// Which later § answers what a decision asked for: the first that says so ("Besvarar: § 45 2020-09-18",
/// "Besvarar: 2019:30"), or that the same body has about the same matter.
public struct FollowUpAnswers<Subject: Hashable & Sendable>: Sendable {
    /// A § of a record, by what it is about.
    public struct Paragraph: Sendable {
        public let meeting: MeetingID
        public let number: Int
        public let subjects: [Subject]
        /// The keys of the subjects' dnr.
        public let diaryNumbers: [String]
        public let answers: [FollowUp.Answer]

        public init(
            meeting: MeetingID, number: Int, subjects: [Subject], diaryNumbers: [String], answers: [FollowUp.Answer]
        ) {
            (self.meeting, self.number, self.subjects) = (meeting, number, subjects)
            (self.diaryNumbers, self.answers) = (diaryNumbers, answers)
        }
    }

    private let paragraphs: [Paragraph]
    private var about: [Subject: [Int]] = [:]
    private var saidOfNumber: [Int: [(place: Int, date: CalendarDate?)]] = [:]
    private var saidOfMatter: [String: [Int]] = [:]
}

extension FollowUpAnswers {
    /// - Parameter paragraphs: of every record, by day.
    public init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
        for (place, paragraph) in paragraphs.enumerated() {
            for subject in paragraph.subjects { about[subject, default: []].append(place) }
            for answer in paragraph.answers {
                switch answer.target {
                case .paragraph(let number, let date): saidOfNumber[number, default: []].append((place, date))
                case .matter(let named): saidOfMatter[DiaryNumber.key(of: named), default: []].append(place)
                }
            }
        }
    }

    /// The place of the § that answers the one at a place; nil while it is open.
    public func answer(to place: Int) -> Int? {
        let asked = paragraphs[place]
        var found = saidOfNumber[asked.number, default: []].filter { isMeant(asked, by: $0) }.map(\.place)
        found += asked.diaryNumbers.flatMap { saidOfMatter[$0] ?? [] }
        found += asked.subjects.flatMap { about[$0] ?? [] }.filter {
            paragraphs[$0].meeting.body == asked.meeting.body
        }
        return found.filter { paragraphs[$0].meeting.date > asked.meeting.date }.min()
    }

    /// A § without a day is one of the same body and year.
    private func isMeant(_ asked: Paragraph, by said: (place: Int, date: CalendarDate?)) -> Bool {
        if let date = said.date { return date == asked.meeting.date }
        let own = paragraphs[said.place].meeting
        return own.body == asked.meeting.body && own.date.year == asked.meeting.date.year
    }
}
