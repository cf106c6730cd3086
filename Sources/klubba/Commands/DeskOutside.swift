import Content
import Desk
import Meetings
import Register
import Site
import System

extension OutsideFacts {
    /// Looks at the notice board that was published last, by `klubba publish` or else in `public/`, and at the packages
    /// in `arkiv/`.
    init(of site: SeenRegister, root: String) {
        let boards = [".klubba/publicerat/offentlig", "public"].lazy.compactMap { folder in
            try? FileSystem.disk.read("\(root)/\(folder)/data/anslag.csv", 1 << 20)
        }
        let running = boards.first.map { SitePlan.runningNotices(in: $0, on: site.today) } ?? []
        let packages = (try? FileSystem.disk.list(root + "/arkiv")) ?? []
        let folders = packages.filter { $0.kind == .folder }.map {
            "\(root)/arkiv/\(String(decoding: $0.name, as: UTF8.self))/representations/original/data/"
        }
        var archived: Set<MeetingID> = []
        for (index, linked) in zip(site.meetings.indices, site.meetings) where !folders.isEmpty {
            guard let file = site.minutes[index]?.minutes.file ?? linked.meeting.file else { continue }
            if folders.contains(where: { FileBytes.may(.find, $0 + file) }) { archived.insert(linked.meeting.id) }
        }
        self.init(
            noticesOut: Set(running.filter { $0.notice.paragraph == nil }.map(\.notice.meeting)), archived: archived)
    }
}
