import Meetings
import Register
import Synchronization

/// What was decided otherwise than proposed, § by §: it stands on half a dozen pages and is worked out once.
final class DecidedChanges: Sendable {
    private let known = Mutex<[Key: [ChangeRow]]>([:])

    /// A § of a record, and the matters whose proposals it is held against.
    struct Key: Hashable {
        let meeting: MeetingIndex
        let line: Int
        let matters: [MatterIndex]

        init(_ meeting: MeetingIndex, line: Int, _ matters: [MatterIndex]) {
            (self.meeting, self.line, self.matters) = (meeting, line, matters)
        }
    }
}

extension DecidedChanges {
    func rows(of key: Key, _ make: () -> [ChangeRow]) -> [ChangeRow] {
        if let rows = known.withLock({ $0[key] }) { return rows }
        let rows = make()
        known.withLock { $0[key] = rows }
        return rows
    }
}
