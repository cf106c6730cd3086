import Content
import Diagnostics
import Meetings

extension Checks {
    /// Two things that would have one address, whoever may see them.
    mutating func checkAddresses() {
        var matterAt: [Slug: Int] = [:]
        for (index, source) in sources.matters.enumerated() {
            let matter = source.matter
            if let first = matterAt[matter.slug] {
                let other = sources.matters[first].matter
                // The same dnr has been told of already.
                if other.diaryNumber == nil || other.diaryNumber != matter.diaryNumber {
                    report(source.place(of: "dnr"), .sameAddress(address: "arenden/\(matter.slug)/", other: other.file))
                }
            } else {
                matterAt[matter.slug] = index
            }
            checkAttachments(of: matter)
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
            let name: String
            switch attachment.content {
            case .text(_, let slug): name = "\(slug)/"
            case .file(_, let published, _): name = published
            case .missing: continue
            }
            let key = name.hasSuffix("/") ? String(name.dropLast()) : name
            if let other = at[key] {
                let address = "arenden/\(matter.slug)/\(name == "index.html" ? "" : name)"
                report(Place(attachment.file, line: attachment.line), .sameAddress(address: address, other: other))
            } else {
                at[key] = attachment.file
            }
        }
    }
}
