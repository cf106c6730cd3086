/// Where an edition is taken by `klubba publish` (FORMAT §2): a place only, never a program or an option.
public enum PublishingPlace: Hashable, Sendable {
    /// A folder of this machine; a relative one is beside content/.
    case folder(String)
    /// Over ssh with rsync: `PATH` is a link to one of the releases in `PATH.releases/`.
    case ssh(user: String?, host: String, path: String)
    /// A remote that rclone knows by name, and a path there.
    case rclone(remote: String, path: String)
    /// A branch of a git repository.
    case git(remote: String, branch: String)
}

extension PublishingPlace {
    /// The four forms, for a message.
    public static let forms = "mapp:MAPP, ssh:ANVÄNDARE@DATOR:SÖKVÄG, rclone:NAMN:SÖKVÄG eller git:ADRESS#GREN"

    /// Nil for what has none of the forms, or holds anything that a program could take for an option, another program
    /// or a word of a shell.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon] {
        case "mapp":
            guard !rest.isEmpty, rest.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
            self = .folder(String(rest))
        case "ssh": self.init(ssh: rest)
        case "rclone":
            guard let end = rest.firstIndex(of: ":"), Self.isWord(rest[..<end]) else { return nil }
            let path = rest[rest.index(after: end)...]
            guard path.isEmpty || Self.isPath(path) else { return nil }
            self = .rclone(remote: String(rest[..<end]), path: String(path))
        case "git":
            guard let hash = rest.lastIndex(of: "#"), case let branch = rest[rest.index(after: hash)...],
                Self.isPath(branch), branch.first != "/", Self.isRepository(rest[..<hash])
            else { return nil }
            self = .git(remote: String(rest[..<hash]), branch: String(branch))
        default: return nil
        }
    }

    private init?(ssh rest: Substring) {
        guard let end = rest.firstIndex(of: ":") else { return nil }
        let path = rest[rest.index(after: end)...]
        let parts = rest[..<end].split(separator: "@", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(Self.isWord), Self.isPath(path), path.last != "/"
        else { return nil }
        self = .ssh(
            user: parts.count == 2 ? String(parts[0]) : nil, host: String(parts[parts.count - 1]), path: String(path))
    }

    private static func isWord(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isPlain(first), first != UInt8(ascii: "-"), first != UInt8(ascii: ".")
        else { return false }
        return text.utf8.allSatisfy(isPlain)
    }

    /// Letters and digits, `-`, `_`, `.`, `+` and slashes; no part is `..` or begins with a dash.
    private static func isPath(_ text: Substring) -> Bool {
        guard !text.isEmpty, text.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "/") }) else { return false }
        return text.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." && $0.first != "-" }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_.+".utf8.contains(byte)
        }
    }

    /// `https://…`, `ssh://…`, `git@host:path`, or an absolute path: nothing that git would start another program for
    /// (`ext::…`).
    private static func isRepository(_ text: Substring) -> Bool {
        for scheme in ["https://", "ssh://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            return !rest.isEmpty && rest.first != "-"
                && rest.utf8.allSatisfy { isPlain($0) || "/:@~".utf8.contains($0) }
        }
        if text.first == "/" { return isPath(text) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, isPath(parts[1]) else { return false }
        let names = parts[0].split(separator: "@", omittingEmptySubsequences: false)
        return (1...2).contains(names.count) && names.allSatisfy(isWord)
    }
}

extension PublishingPlace {
    /// The path of a folder; a relative one lies beside the site's. Nil for any other place.
    public func folder(beside root: String) -> String? {
        guard case .folder(let path) = self else { return nil }
        return path.hasPrefix("/") ? path : "\(root)/\(path)"
    }
}

extension PublishingPlace: CustomStringConvertible {
    /// As klubba.yml has it.
    public var description: String {
        switch self {
        case .folder(let path): "mapp:\(path)"
        case .ssh(let user, let host, let path): "ssh:\(user.map { $0 + "@" } ?? "")\(host):\(path)"
        case .rclone(let remote, let path): "rclone:\(remote):\(path)"
        case .git(let remote, let branch): "git:\(remote)#\(branch)"
        }
    }
}

/// Where one edition goes, and where its readers find it.
public struct PublishingTarget: Hashable, Sendable {
    public var place: PublishingPlace
    /// The address whose pages are fetched back and compared, without a trailing slash.
    public var control: String?

    public init(place: PublishingPlace, control: String? = nil) { (self.place, self.control) = (place, control) }
}
