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
            if let other = pageAt[page.slug] {
                report(Place(page.file), .sameAddress(address: "sidor/\(page.slug)/", other: other))
            } else {
                pageAt[page.slug] = page.file
            }
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
            if let other = at[key] {
                let name = isPage ? key + "/" : key == "index.html" ? "" : key
                let address = "arenden/\(matter.slug)/\(name)"
                report(Place(attachment.file, line: attachment.line), .sameAddress(address: address, other: other))
            } else {
                at[key] = attachment.file
            }
        }
    }
}
