import Content
import Diagnostics
import Meetings

extension Checks {
    /// Two things that would have one address, whoever may see them.
    mutating func checkAddresses() {
        var matterAt: [Slug: Int] = [:]
        matterAt.reserveCapacity(sources.matters.count)
        for (index, source) in sources.matters.enumerated() {
            let slug = source.matter.slug
            let place = source.place(of: source.matter.diaryNumber == nil ? "titel" : "dnr")
            if isTooLong(slug.text, place, at: "arenden/") { continue }
            if let first = matterAt[slug] {
                let other = sources.matters[first].matter
                // The same dnr has been told of already.
                if other.diaryNumber == nil || other.diaryNumber != source.matter.diaryNumber {
                    report(source.place(of: "dnr"), .sameAddress(address: "arenden/\(slug)/", other: other.file))
                }
            } else {
                matterAt[slug] = index
            }
            if !source.matter.attachments.isEmpty { checkAttachments(of: source.matter) }
        }
        for source in sources.matters {
            for number in source.matter.formerNumbers {
                guard let slug = Slug(number.text), let first = matterAt[slug] else { continue }
                let other = sources.matters[first].matter
                // One dnr for both has been told of already.
                if other.diaryNumber == number || other.file == source.matter.file { continue }
                report(
                    source.place(of: "tidigare-dnr"), .sameAddress(address: "arenden/\(slug)/", other: other.file))
            }
        }
        var pageAt: [Slug: String] = [:]
        for page in sources.pages {
            if isTooLong(page.slug.text, Place(page.file), at: "sidor/") { continue }
            if let other = pageAt[page.slug] {
                report(Place(page.file), .sameAddress(address: "sidor/\(page.slug)/", other: other))
            } else {
                pageAt[page.slug] = page.file
            }
        }
    }

    /// A piece of an address is a folder or a file, which hardly any file system lets be longer than 255 bytes; klubba
    /// puts signs of its own behind it while it writes.
    private mutating func isTooLong(_ piece: String, _ place: Place, at folder: String) -> Bool {
        let limit = 200
        guard piece.utf8.count > limit else { return false }
        report(place, .addressTooLong(address: folder + piece.prefix(30), limit: limit))
        return true
    }

    /// A file that lies anywhere, and that no text names, may have been left there by mistake.
    mutating func checkLooseFiles(_ named: NamedFiles) {
        for other in sources.others
        where !other.isInFolder(of: sources.profile) && !named.paths.contains(other.file.path) {
            let folders = sources.profile.fileFolders.map { "content/\($0)/" }
            report(Place("content/" + other.file.path), .looseFile(folders: folders))
        }
    }

    private mutating func checkAttachments(of matter: Matter) {
        // The ärende's own page is the folder's index.html; a page and a file of one name cannot both be there.
        var at = ["index.html": matter.file]
        for attachment in matter.attachments {
            let (key, isPage): (String, Bool)
            switch attachment.content {
            case .text(_, let slug): (key, isPage) = (slug.text, true)
            case .file(_, let published, _): (key, isPage) = (published, false)
            case .missing: continue
            }
            let place = Place(attachment.file, line: attachment.line)
            if isTooLong(key, place, at: "arenden/\(matter.slug)/") { continue }
            if let other = at[key] {
                let name = isPage ? key + "/" : key == "index.html" ? "" : key
                let address = "arenden/\(matter.slug)/\(name)"
                report(Place(attachment.file, line: attachment.line), .sameAddress(address: address, other: other))
            } else {
                at[key] = attachment.file
            }
            if let original = attachment.original {
                if let other = at[original.name] {
                    let address = "arenden/\(matter.slug)/\(original.name)"
                    report(Place(original.file), .sameAddress(address: address, other: other))
                } else {
                    at[original.name] = original.file
                }
            }
        }
    }
}
