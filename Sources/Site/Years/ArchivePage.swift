import Theme

/// `/arkiv/` and `/arkiv/2020/`.
struct ArchivePage: TemplateContext {
    let years: [ArchiveYear]

    static let shapeName = "arkiv"
    static let fields: [Field<Self>] = [.list("arsgrupper") { $0.years }]
}

struct ArchiveYear: TemplateContext {
    let year: Int
    let address: String
    let meetings: [MeetingRow]
    /// Those decided in the year; those that nobody has decided stand under the year of their dnr.
    let matters: [MatterRow]
    /// The notices that went up in the year and have come down.
    let notices: [NoticeRow]
    /// The pages of the year, where its ärenden do not fit on one.
    var pieces: [NamedLink] = []
    /// Its calendar's address, where the years have their own.
    var calendar: String?

    static let shapeName = "arkivår"
    static let fields: [Field<Self>] = [
        .text("ar") { String($0.year) },
        .text("lank") { $0.address },
        .text("antal_moten") { String($0.meetings.count) },
        .text("antal_arenden") { String($0.matters.count) },
        .flag("ett_mote") { $0.meetings.count == 1 },
        .flag("ett_arende") { $0.matters.count == 1 },
        .flag("har_moten") { !$0.meetings.isEmpty },
        .list("moten") { $0.meetings },
        .flag("har_arenden") { !$0.matters.isEmpty },
        .list("arenden") { $0.matters },
        .flag("har_anslag") { !$0.notices.isEmpty },
        .list("anslag") { $0.notices },
        .flag("har_sidor") { $0.pieces.count > 1 },
        .list("sidor_lista") { $0.pieces },
        .text("kalender") { $0.calendar },
    ]
}

extension ArchiveYear {
    /// The year's meetings and notices with the first of its ärenden, and further pages for the rest.
    var pages: [ArchiveYear] {
        let parts = Parts(matters, below: address, first: address)
        return parts.all.map { part in
            ArchiveYear(
                year: year, address: part.address, meetings: part.number == 1 ? meetings : [], matters: part.rows,
                notices: part.number == 1 ? notices : [], pieces: parts.links(from: part).pieces,
                calendar: part.number == 1 ? calendar : nil)
        }
    }
}
