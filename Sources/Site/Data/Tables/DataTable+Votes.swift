import Meetings
import Register

extension DataTable {
    /// Who voted how, a row a name; a side whose names the record does not have is one row with its number.
    static let votes = DataTable(
        name: "roster",
        columns: [
            DataColumn("mote"), DataColumn("organ"), DataColumn("datum", .day), DataColumn("paragraf", .number),
            DataColumn("dnr"), DataColumn("titel"), DataColumn("rost"), DataColumn("namn"),
            DataColumn("antal", .number),
            DataColumn("lank", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (index, linked) in edition.register.minutes.indexed {
            guard let linked else { continue }
            let id = linked.minutes.meeting
            for case .open(let entry, let matters) in linked.entries {
                guard let vote = entry.vote else { continue }
                let row = matters.first.map { edition.matterRows[$0] }
                func add(_ side: Vote.Side, _ name: String?, _ count: Int) {
                    give([
                        .text(id.slug), .text(id.body.text), .day(id.date), .number(entry.number), .optional(row?.dnr),
                        .text(row?.title ?? entry.heading), .text(edition.words.choice(side.choice)), .optional(name),
                        .number(count), .text(edition.reference(edition.meetingRows[index].extract(entry.number))),
                    ])
                }
                for side in vote.sides {
                    if side.names.isEmpty { add(side, nil, side.count) }
                    for name in side.names { add(side, name, 1) }
                }
            }
        }
    }

    /// Who was at which meeting, as the record names them.
    static let attendance = DataTable(
        name: "narvaro",
        columns: [
            DataColumn("mote"), DataColumn("organ"), DataColumn("datum", .day), DataColumn("namn"),
            DataColumn("narvaro"), DataColumn("lank", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (index, linked) in edition.register.minutes.indexed {
            guard let minutes = linked?.minutes else { continue }
            let id = minutes.meeting
            let groups: [(how: String, names: [String])] = [
                ("närvarande", minutes.present), ("frånvarande", minutes.absent), ("ersättare", minutes.substitutes),
                ("övrig", minutes.others),
            ]
            for (how, names) in groups {
                for name in names {
                    give([
                        .text(id.slug), .text(id.body.text), .day(id.date), .text(name), .text(how),
                        .optional(edition.meetingRows[index].minutesAddress.map { edition.reference($0) }),
                    ])
                }
            }
        }
    }
}
