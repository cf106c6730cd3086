import Diagnostics
import Meetings
import Register
import Synchronization

/// Where links that people write lead: paths under content/, or addresses of the site.
final class LinkResolver: Sendable {
    private let register: SeenRegister
    /// By path or address. Made when the first link asks: a site can have a hundred thousand addresses and no link.
    private let known = Mutex<[String: String]?>(nil)
    /// What texts name without a link, made when the first asks.
    private let named = Mutex<NamedAddresses?>(nil)

    init(_ register: SeenRegister) { self.register = register }

    enum Resolution: Equatable {
        case address(String)
        case unknown
    }
}

extension LinkResolver {
    private static func addresses(_ register: SeenRegister) -> [String: String] {
        var addressOf: [String: String] = [:]
        for address in PageAddresses(register).all { addressOf[address] = address }
        for matter in register.matters where matter.visibility != .secret {
            let address = Addresses.matter(matter)
            addressOf[contentPath(matter.file)] = address
            if matter.file.hasSuffix("/arende.md") {
                addressOf[String(contentPath(matter.file).dropLast("arende.md".utf8.count))] = address
            }
            for attachment in matter.attachments {
                if case .missing = attachment.content { continue }
                addressOf[contentPath(attachment.file)] = Addresses.attachment(attachment, of: matter)
                if let original = attachment.original {
                    addressOf[contentPath(original.file)] = Addresses.original(original, of: matter)
                }
            }
        }
        for linked in register.meetings {
            if let file = linked.meeting.file { addressOf[contentPath(file)] = Addresses.meeting(linked.meeting.id) }
        }
        for linked in register.minutes.compactMap(\.self) {
            addressOf[contentPath(linked.minutes.file)] = Addresses.minutes(linked.minutes.meeting)
        }
        for page in register.pages { addressOf[contentPath(page.file)] = Addresses.page(page.slug) }
        for other in register.others { addressOf[other.file.path] = PlannedPage.published(other.file.path) }
        addressOf["index.md"] = ""
        addressOf[""] = ""
        return addressOf
    }

    private var addressOf: [String: String] {
        known.withLock { known in
            if let made = known { return made }
            let made = LinkResolver.addresses(register)
            known = made
            return made
        }
    }

    private var addressOfNamed: NamedAddresses {
        named.withLock { named in
            if let made = named { return made }
            let made = NamedAddresses(register)
            named = made
            return made
        }
    }

    /// Where "dnr KS 2018/14" leads: the longest reading that is the dnr of an ärende that the audience may read.
    func resolve(_ readings: [DiaryNumberMention]) -> (address: String, length: Int)? {
        let matters = addressOfNamed.matters
        for reading in readings {
            if let address = matters[reading.key] { return (address, reading.length) }
        }
        return nil
    }

    /// Where "§ 12, FS 2026-12-11" leads: the extract of the one § that it can mean, if the audience may read it.
    func resolve(_ paragraph: ParagraphMention) -> String? {
        addressOfNamed.paragraphs[paragraph].flatMap(\.self)
    }

    private static func contentPath(_ file: String) -> String { String(file.dropFirst("content/".utf8.count)) }

    func resolve(_ path: String) -> Resolution {
        let addressOf = addressOf
        if let address = addressOf[path] ?? addressOf[path + "/"] { return .address(address) }
        return .unknown
    }

    /// The known path nearest to one that leads nowhere.
    func nearest(to path: String) -> String? {
        let candidates = addressOf.keys.filter { abs($0.utf8.count - path.utf8.count) <= 3 }
        return candidates.count > 500 ? nil : Spelling.nearest(to: path, among: candidates.sorted())
    }
}
