import Meetings
import Register

/// When ärenden were closed (ARCHIVE §2): by the newest § of a deciding body that neither tables nor remits anything, in an
/// approved record. Each is in the package of the year of that meeting; one that is taken up again in a later year's too.
struct Closings: Sendable {
    /// Of each matter, its closing of each year that has one, oldest first.
    private let ofMatter: MatterTable<[Closing]>
    /// Of each matter, whether it stands closed.
    private let isClosed: MatterTable<Bool>

    struct Closing: Hashable, Sendable {
        let year: Int
        /// The day when the closing record was approved.
        let day: CalendarDate
    }
}

extension Closings {
    init(_ site: ArchiveSite) {
        let register = site.seen
        var all: [[Closing]] = []
        var closed: [Bool] = []
        for matter in register.matters.indices {
            let (closings, isClosed) = Closings.closings(of: matter, site)
            all.append(closings)
            closed.append(isClosed)
        }
        (ofMatter, isClosed) = (MatterTable(all), MatterTable(closed))
    }

    /// Nil for one that is open.
    func closing(of matter: MatterIndex) -> Closing? { isClosed[matter] ? ofMatter[matter].last : nil }

    func years(of matter: MatterIndex) -> [Int] { ofMatter[matter].map(\.year) }

    private static func closings(of matter: MatterIndex, _ site: ArchiveSite) -> ([Closing], isClosed: Bool) {
        let register = site.seen
        var closings: [Closing] = []
        var isClosed = false
        var hasDecided = false
        for consultation in register.consultations[matter] where site.isDeciding(consultation.id.body) {
            for (entry, minutes) in site.entries(of: matter, at: consultation) {
                hasDecided = true
                closings.removeAll { $0.year == consultation.id.date.year }
                isClosed = false
                // A § approved at once is settled before the rest of its record.
                guard let approved = entry.approval?.approved ?? minutes.approved, !(entry.decision?.postpones ?? false)
                else { continue }
                closings.append(Closing(year: consultation.id.date.year, day: approved))
                isClosed = true
            }
        }
        if hasDecided || register.matters[matter].kind == .decision { return (closings, isClosed) }
        let held = register.consultations[matter].last { register.meetings[$0.meeting].meeting.status == .held }
        guard let held else { return ([], false) }
        let approved = register.minutes[held.meeting]?.minutes.approved
        return ([Closing(year: held.id.date.year, day: approved ?? held.id.date)], true)
    }
}

extension Decision {
    /// Something of it comes back to a later meeting.
    fileprivate var postpones: Bool {
        outcome?.isPostponement ?? false || clauseOutcomes.values.contains { $0.isPostponement }
    }
}

extension ArchiveSite {
    /// The §§ about a matter at one of its meetings.
    func entries(of matter: MatterIndex, at consultation: Consultation) -> [(entry: MinutesEntry, minutes: Minutes)] {
        guard let linked = seen.minutes[consultation.meeting] else { return [] }
        return consultation.entries.compactMap { index in linked.entries[index].entry.map { ($0, linked.minutes) } }
    }
}
