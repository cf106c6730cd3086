import Diagnostics
import Meetings

/// A matter that a § of a record is about, though neither the matter's own days nor the agenda has it at that meeting:
/// raised at the table, or written in the record alone. It was handled there (FORMAT §6).
package struct RaisedMatter: Sendable {
    package let file: String
    package let meeting: MeetingID
    /// The § in the record.
    package let place: Place
    /// Of all matters of the §: who may not see one of them does not see it.
    package let visibilities: [Visibility]
}

extension RaisedMatter {
    /// Those of the records, in their order.
    static func all(
        in records: [Minutes], _ entryMatters: [[[RowIndex<Matter, Whole>]]], _ links: Links<Whole>
    ) -> [RaisedMatter] {
        var raised: [RaisedMatter] = []
        for (minutes, matters) in zip(records, entryMatters) where links.meetingIndex[minutes.meeting] != nil {
            for (entry, own) in zip(minutes.entries, matters) {
                for matter in own.map({ links.matters[$0] })
                where matter.visibility != .secret && !matter.isHandled(at: minutes.meeting) {
                    let isNew = !raised.contains { $0.file == matter.file && $0.meeting == minutes.meeting }
                    guard isNew else { continue }
                    raised.append(
                        RaisedMatter(
                            file: matter.file, meeting: minutes.meeting, place: Place(minutes.file, line: entry.line),
                            visibilities: own.map { links.matters[$0].visibility }))
                }
            }
        }
        return raised
    }
}
