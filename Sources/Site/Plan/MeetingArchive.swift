import Meetings
import Register

/// A meeting's papers for one zip archive: the long page as `index.html`, the files that it leads to, its style sheets.
/// What it leads to besides is on the site.
public struct MeetingArchive: Sendable {
    /// `moten/fs-2020-09-18/fs-2020-09-18.zip`, from the site's root.
    public let path: String
    public let entries: [Entry]

    public struct Entry: Sendable {
        public let name: String
        public let content: PlannedPage.Content
    }
}

extension Planner {
    /// One a meeting that has papers, put together when asked.
    func meetingArchives(_ files: [PlannedPage]) -> [MeetingArchive] {
        let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        return register.meetings.compactMap { linked in
            let id = linked.meeting.id
            guard let whole = byPath["\(Addresses.wholeMeeting(id))index.html"], case .bytes(let render) = whole.content
            else { return nil }
            var included: [(path: String, name: String, content: PlannedPage.Content)] = theme.assets
                .filter { $0.path.hasSuffix(".css") || $0.path.hasSuffix(".svg") || $0.path.hasSuffix(".js") }
                .compactMap { asset in byPath[asset.path].map { (asset.path, asset.path, $0.content) } }
            for item in linked.agenda {
                guard case .matter(let matter, _) = item.content else { continue }
                let owner = register.matters[matter]
                for attachment in owner.attachments {
                    guard case .file(_, let name, _) = attachment.content,
                        let address = Addresses.attachment(attachment, of: owner), let file = byPath[address]
                    else { continue }
                    included.append((address, "bilagor/\(owner.slug)/\(name)", file.content))
                }
            }
            let names = Dictionary(included.map { ($0.path, $0.name) }) { first, _ in first }
            let site = register.profile.address
            let page = MeetingArchive.Entry(
                name: "\(id.slug)/index.html",
                content: .bytes { page in
                    var own: [UInt8] = []
                    render(&own)
                    page += ArchivedLinks(depth: Addresses.wholeMeeting(id), names: names, site: site).rewritten(own)
                })
            return MeetingArchive(
                path: Addresses.archiveFile(id),
                entries: [page]
                    + included.map { MeetingArchive.Entry(name: "\(id.slug)/\($0.name)", content: $0.content) })
        }
    }
}

/// The links of a page that has been taken out of its site.
private struct ArchivedLinks {
    /// The page's own address in the site.
    let depth: String
    /// What came along, by its path in the site.
    let names: [String: String]
    /// Where the site is published; without it, a link to what did not come along leads nowhere.
    let site: String?
}

extension ArchivedLinks {
    func rewritten(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(page.count)
        let marks = [" href=\"", " src=\"", " action=\""].map { Array($0.utf8) }
        var index = 0
        var copied = 0
        while index < page.count {
            guard page[index] == UInt8(ascii: " "), let mark = marks.first(where: { page[index...].starts(with: $0) })
            else {
                index += 1
                continue
            }
            let start = index + mark.count
            let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
            let value = String(decoding: page[start..<end], as: UTF8.self)
            if let target = target(of: value) {
                result += page[copied..<start]
                result += target.utf8
                copied = end
            }
            index = end
        }
        return result + page[copied...]
    }

    /// Nil for a link that stays as it is.
    private func target(of link: String) -> String? {
        guard let first = link.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/"),
            !link.prefix(while: { $0 != "/" }).contains(":")
        else { return nil }
        var parts = depth.split(separator: "/").map(String.init)
        let path = link.prefix { $0 != "#" && $0 != "?" }
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        let whole = parts.joined(separator: "/")
        if let name = names[whole] { return name + link.dropFirst(path.count) }
        let folder = path.hasSuffix("/") && !whole.isEmpty ? whole + "/" : whole
        return site.map { "\($0)/\(folder)\(link.dropFirst(path.count))" } ?? "#"
    }
}
