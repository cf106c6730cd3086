#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the system refused something, in words for the person who reads it.
///
/// What happens to people has words of ours; the rest has the system's number, which those who help them can look up.
public struct SystemReason: Hashable, Sendable {
    public let swedish: String
    public let english: String

    public init(swedish: String, english: String) { (self.swedish, self.english) = (swedish, english) }

    /// The words for one of the system's numbers (`errno`).
    public init(_ number: Int32) {
        self = Self.known[number] ?? SystemReason(swedish: "systemets fel \(number)", english: "system error \(number)")
    }

    /// A link to what is not there.
    package static let deadLink = SystemReason(swedish: "länken leder ingenstans", english: "the link leads nowhere")

    /// Another program ended by itself, with this status.
    package init(endedBy program: String, status: Int32) {
        self.init(swedish: "\(program): \(status)", english: "\(program): \(status)")
    }

    /// With what it is about before it: a file, a program.
    package func of(_ what: String) -> SystemReason {
        SystemReason(swedish: "\(what): \(swedish)", english: "\(what): \(english)")
    }
}

extension DefaultStringInterpolation {
    @available(*, unavailable, message: "say in which language")
    public mutating func appendInterpolation(_ reason: SystemReason) {}
}

extension SystemReason {
    private static let known: [Int32: SystemReason] = [
        ENOENT: SystemReason(swedish: "finns inte", english: "does not exist"),
        EACCES: SystemReason(swedish: "behörighet saknas", english: "permission denied"),
        EPERM: SystemReason(swedish: "det är inte tillåtet", english: "not permitted"),
        EIO: SystemReason(swedish: "disken svarar med fel", english: "the disk answers with an error"),
        ENOSPC: SystemReason(swedish: "disken är full", english: "the disk is full"),
        EDQUOT: SystemReason(swedish: "det tilldelade utrymmet är slut", english: "the disk quota is used up"),
        EROFS: SystemReason(swedish: "disken går bara att läsa", english: "the disk is read-only"),
        EEXIST: SystemReason(swedish: "finns redan", english: "exists already"),
        EISDIR: SystemReason(swedish: "är en mapp", english: "is a folder"),
        ENOTDIR: SystemReason(swedish: "en del av sökvägen är ingen mapp", english: "a part of the path is no folder"),
        ENOTEMPTY: SystemReason(swedish: "mappen är inte tom", english: "the folder is not empty"),
        ELOOP: SystemReason(swedish: "är en länk", english: "is a link"),
        ENAMETOOLONG: SystemReason(swedish: "namnet är för långt", english: "the name is too long"),
        EFBIG: SystemReason(swedish: "filen är för stor", english: "the file is too large"),
        EXDEV: SystemReason(swedish: "ligger på en annan disk", english: "lies on another disk"),
        EBUSY: SystemReason(swedish: "används av ett annat program", english: "in use by another program"),
        ETXTBSY: SystemReason(swedish: "programmet körs just nu", english: "the program is running"),
        ENOEXEC: SystemReason(swedish: "går inte att köra här", english: "cannot be run here"),
        ESTALE: SystemReason(swedish: "ändrades under tiden", english: "changed meanwhile"),
        EINTR: SystemReason(swedish: "avbröts", english: "was interrupted"),
        EMFILE: SystemReason(swedish: "för många filer är öppna", english: "too many files are open"),
        ENFILE: SystemReason(swedish: "för många filer är öppna", english: "too many files are open"),
        ENOMEM: SystemReason(swedish: "minnet räcker inte", english: "out of memory"),
        EAGAIN: SystemReason(swedish: "upptaget just nu", english: "busy just now"),
        EPIPE: SystemReason(swedish: "mottagaren slutade läsa", english: "the receiver stopped reading"),
        EADDRINUSE: SystemReason(swedish: "porten är upptagen", english: "the port is taken"),
        ECONNREFUSED: SystemReason(swedish: "ingen svarar där", english: "nobody answers there"),
        ECONNRESET: SystemReason(swedish: "förbindelsen bröts", english: "the connection broke"),
        ETIMEDOUT: SystemReason(swedish: "inget svar i tid", english: "no answer in time"),
        ENETUNREACH: SystemReason(swedish: "nätet går inte att nå", english: "the network cannot be reached"),
        EHOSTUNREACH: SystemReason(swedish: "datorn går inte att nå", english: "the machine cannot be reached"),
    ]
}
