import Diagnostics
import Meetings

/// A matter that a § of a record is about, though neither the matter's own days nor the agenda has it at that meeting:
/// raised at the table, or written in the record alone. It was handled there (FORMAT §6).
package struct RaisedMatter: Sendable {
    let matter: RowIndex<Matter, Whole>
    /// Its text.
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
            var known: Set<RowIndex<Matter, Whole>> = []
            for (entry, own) in zip(minutes.entries, matters) {
                for index in own {
                    let matter = links.matters[index]
                    guard matter.visibility != .secret, !matter.isHandled(at: minutes.meeting),
                        known.insert(index).inserted
                    else { continue }
                    raised.append(
                        RaisedMatter(
                            matter: index, file: matter.file, meeting: minutes.meeting,
                            place: Place(minutes.file, line: entry.line),
                            visibilities: own.map { links.matters[$0].visibility }))
                }
            }
        }
        return raised
    }
}
