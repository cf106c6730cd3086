/// What a line of the second version tells of its meeting: when and where, and the agenda with its papers and their numbers
/// (docs/record-format.md).
public struct LogSummons: Hashable, Sendable {
    /// Codes of the bodies, that which names the meeting first.
    public var bodies: [String]
    /// `2020-09-18`, in their order.
    public var days: [String]
    /// As written; empty where they are not.
    public var time: String
    public var place: String
    /// `planerat`, `kallat`, `genomfört` or `inställt`.
    public var status: String
    /// `offentlig` or `ledamöter`.
    public var visibility: String
    public var agenda: [Item]

    public init(
        bodies: [String], days: [String], time: String, place: String, status: String, visibility: String,
        agenda: [Item]
    ) {
        (self.bodies, self.days, self.time, self.place) = (bodies, days, time, place)
        (self.status, self.visibility, self.agenda) = (status, visibility, agenda)
    }

    /// A line of the agenda: a text of its own, or an ärende with its bilagor.
    public struct Item: Hashable, Sendable {
        /// Empty for an ärende.
        public var text: String
        /// The ärende's own text; empty for a line without one.
        public var paper: Paper
        public var attachments: [Paper]

        public init(text: String, paper: Paper = Paper(), attachments: [Paper] = []) {
            (self.text, self.paper, self.attachments) = (text, paper, attachments)
        }
    }

    /// A paper as it was sent.
    public struct Paper: Hashable, Sendable {
        /// Under content/.
        public var path: String
        /// `6.1`; empty for one without.
        public var number: String
        public var title: String
        public var visibility: String

        public init(path: String = "", number: String = "", title: String = "", visibility: String = "") {
            (self.path, self.number, self.title, self.visibility) = (path, number, title, visibility)
        }
    }
}

extension LogSummons {
    /// Whether the ärenden's bilagor are those of another line: in the same order, under the same titles, for the same readers.
    public func hasLists(of other: LogSummons) -> Bool {
        func lists(_ summons: LogSummons) -> [[[String]]] {
            summons.agenda.map { $0.attachments.map { [$0.path, $0.title, $0.visibility] } }
        }
        return lists(self) == lists(other)
    }
}
