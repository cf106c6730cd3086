import Meetings
import Register
import Synchronization
import System

/// The files by which a browser keeps a meeting: of each meeting a list of all that its pages need, of all meetings a
/// register. They are made from the finished bytes of the other files.
final class AppFiles: Sendable {
    private let files: [String: PlannedPage]
    /// Paths by their first two parts: `moten/fs-2020-09-18`.
    private let folders: [Substring: [String]]
    private let edition: Edition
    /// Lists that have been made, by their paths: the register needs them too.
    private let made = Mutex<[String: [AppEntry]]>([:])

    /// A search index of more bytes than this stays at home.
    private static let largestSearch = 12_000_000

    init(_ planned: [PlannedPage], _ edition: Edition) {
        files = Dictionary(planned.map { ($0.path, $0) }) { first, _ in first }
        folders = Dictionary(grouping: planned.map(\.path)) { AppFiles.folder(of: $0) }
        self.edition = edition
    }
}

extension AppFiles {
    func planned() -> [PlannedPage] {
        let lists = edition.register.meetings.indices.map { index in
            file(path(of: index)) { files, page in AppEntry.append(files.entries(of: index), to: &page) }
        }
        return lists + [
            file(MembersApp.search) { files, page in AppEntry.append(files.search, to: &page) },
            file(MembersApp.register) { files, page in files.appendRegister(to: &page) },
            file(MembersApp.manifest) { files, page in files.appendManifest(to: &page) },
            file(MembersApp.worker) { files, page in files.append("tema/foljmed.", to: &page) },
        ]
    }

    private func file(
        _ path: String, _ render: @escaping @Sendable (AppFiles, inout [UInt8]) -> Void
    ) -> PlannedPage {
        PlannedPage(
            path: path, content: .bytes { [self] in render(self, &$0) }, isPermanent: false, source: "klubba.yml")
    }

    private func path(of meeting: MeetingIndex) -> String {
        Addresses.meeting(edition.register.meetings[meeting].meeting.id) + "medtaget.json"
    }

    private static func folder(of path: String) -> Substring {
        path.split(separator: "/", maxSplits: 2).count < 3
            ? "" : path[..<(path.split(separator: "/", maxSplits: 2)[1].endIndex)]
    }
}

extension AppFiles {
    /// The meeting's own pages and files, those of its ärenden, and the files that these pages show or lead to.
    private func entries(of meeting: MeetingIndex) -> [AppEntry] {
        remembered(path(of: meeting)) {
            let register = edition.register
            var folders = ["moten/\(register.meetings[meeting].meeting.id.slug)"]
            for item in register.meetings[meeting].agenda {
                if case .matter(let matter, _) = item.content {
                    folders.append("arenden/\(register.matters[matter].slug)")
                }
            }
            for entry in register.minutes[meeting].map({ Array($0.entries) }) ?? [] {
                if case .open(_, let matters) = entry {
                    folders += matters.map { "arenden/\(register.matters[$0].slug)" }
                }
            }
            let own = Set(folders).flatMap { self.folders[$0[...]] ?? [] }.sorted()
            var entries: [AppEntry] = []
            var others: Set<String> = []
            for path in own {
                guard let file = files[path] else { continue }
                let (entry, bytes) = AppEntry.measured(file)
                guard let entry else { continue }
                entries.append(entry)
                if path.hasSuffix(".html") { others.formUnion(AppLinks(in: bytes, at: path).paths) }
            }
            let linked = others.subtracting(own).filter { path in
                if case .copy? = files[path]?.content { true } else { false }
            }
            return entries + linked.sorted().compactMap { files[$0].flatMap { AppEntry.measured($0).entry } }
        }
    }

    /// All that every meeting needs: the look, the page of what is kept, the page to search on.
    private var shell: [AppEntry] {
        remembered("") {
            let own = files.keys.filter {
                $0.hasPrefix("tema/") || $0 == MembersApp.page + "index.html" || $0 == Addresses.search + "index.html"
            }
            return own.sorted().compactMap { files[$0].flatMap { AppEntry.measured($0).entry } }
        }
    }

    /// The search's index; empty where it is too large to take along.
    private var search: [AppEntry] {
        remembered(MembersApp.search) {
            let own = files.values.filter(\.isIndex).map(\.path).sorted()
            let entries = own.compactMap { files[$0].flatMap { AppEntry.measured($0).entry } }
            return AppEntry.total(entries) > Self.largestSearch ? [] : entries
        }
    }

    private func remembered(_ key: String, _ make: () -> [AppEntry]) -> [AppEntry] {
        if let entries = made.withLock({ $0[key] }) { return entries }
        let entries = make()
        made.withLock { $0[key] = entries }
        return entries
    }
}

extension AppFiles {
    private func appendRegister(to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.member("klubba", 1, &page)
            json.key("skal", &page)
            AppEntry.append(shell, &json, &page)
            let search = search
            if !search.isEmpty {
                json.key("sok", &page)
                json.array(&page) { json, page in
                    json.text(AppEntry.digest(ofList: search), &page)
                    json.number(AppEntry.total(search), &page)
                }
            }
            json.key("moten", &page)
            json.object(&page) { json, page in
                for (index, linked) in edition.register.meetings.indexed {
                    let entries = entries(of: index)
                    let row = edition.meetingRows[index]
                    json.key(linked.meeting.id.slug, &page)
                    json.array(&page) { json, page in
                        json.text(AppEntry.digest(ofList: entries), &page)
                        json.number(AppEntry.total(entries), &page)
                        json.text("\(row.body) \(row.dateText)", &page)
                    }
                }
            }
            // A register that was cut off is none.
            json.member("slut", true, &page)
        }
        page.append(0x0A)
    }

    private func appendManifest(to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.member("name", "\(edition.site.name), \(edition.words[.meetings].lowercased())", &page)
            json.member("short_name", edition.words[.meetings], &page)
            json.member("lang", edition.words.language, &page)
            json.member("start_url", MembersApp.page, &page)
            json.member("scope", "./", &page)
            json.member("display", "minimal-ui", &page)
            json.key("icons", &page)
            json.array(&page) { json, page in
                guard let logo = first("tema/logotyp."), logo.hasSuffix(".svg") else { return }
                json.object(&page) { json, page in
                    json.member("src", logo, &page)
                    json.member("sizes", "any", &page)
                    json.member("type", "image/svg+xml", &page)
                }
            }
        }
        page.append(0x0A)
    }

    /// The one file whose path begins so.
    private func first(_ prefix: String) -> String? { files.keys.filter { $0.hasPrefix(prefix) }.min() }

    private func append(_ prefix: String, to page: inout [UInt8]) {
        guard let path = first(prefix), case .bytes(let render)? = files[path]?.content
        else { return }
        render(&page)
    }
}

extension SitePlan {
    /// The same plan with what a member's browser needs to keep meetings.
    public func withApp() -> SitePlan {
        SitePlan(
            files: files + AppFiles(files, edition).planned(), diagnostics: diagnostics, tombstone: tombstone,
            liveNotices: liveNotices, archives: archives, edition: edition)
    }
}
