import Diagnostics

/// The time stamps that were taken in: of heads, and of lists that date all earlier proofs anew.
public struct KeptTimestamps: Sendable {
    /// Relative to the site's root.
    public static let folder = "content/forsegling/tidsstamplar"
    public static let renewals = "content/forsegling/fornyelser"

    /// The earliest first.
    public let stamps: [Stamp]
    public let lists: [RenewalList]
    public let diagnostics: [Diagnostic]

    /// An answer with the certificates that it is checked by.
    public struct Stamp: Sendable {
        /// Without its ending: `12-1`.
        public let name: String
        /// Of the head that it is of; nil for one of a list.
        public let size: Int?
        public let answer: [UInt8]
        public let certificates: [UInt8]
        public let time: LogTime
        public let file: String
    }

    /// A list of hashes, dated with SHA-512; its answer is nil until it has come.
    public struct RenewalList: Sendable {
        public let number: Int
        public let text: [UInt8]
        public let stamp: Stamp?
    }

    public init(in folder: LedgerFolder, heads: KeptHeads) {
        var diagnostics: [Diagnostic] = []
        var stamps: [Stamp] = []
        let names = folder.names(in: KeptTimestamps.folder).filter { $0.hasSuffix(".tsr") && $0.first != "." }
        for name in names.sorted() {
            let name = String(name.dropLast(4))
            let size = name.split(separator: "-").first.flatMap { Int($0) }
            let head = size.flatMap { heads.head(size: $0) }
            do throws(TimestampRefusal) {
                stamps.append(
                    try Stamp(name, in: KeptTimestamps.folder, folder, of: head?.note.dated, .sha256, size: size))
            } catch {
                diagnostics.append(
                    Diagnostic(Place("\(KeptTimestamps.folder)/\(name).tsr"), .timestamp(error.fault)))
            }
        }
        var lists: [RenewalList] = []
        for name in folder.names(in: KeptTimestamps.renewals) where name.hasSuffix(".txt") {
            guard let number = Int(name.dropLast(4)),
                let text = try? folder.bytes(of: "\(KeptTimestamps.renewals)/\(name)")
            else { continue }
            var stamp: Stamp?
            if let answer = try? folder.bytes(of: "\(KeptTimestamps.renewals)/\(number).tsr", orNothing: true),
                !answer.isEmpty
            {
                do throws(TimestampRefusal) {
                    stamp = try Stamp("\(number)", in: KeptTimestamps.renewals, folder, of: text, .sha512, size: nil)
                } catch {
                    diagnostics.append(
                        Diagnostic(Place("\(KeptTimestamps.renewals)/\(number).tsr"), .timestamp(error.fault)))
                }
            }
            lists.append(RenewalList(number: number, text: text, stamp: stamp))
        }
        self.stamps = stamps.sorted { ($0.time, $0.name) < ($1.time, $1.name) }
        self.lists = lists.sorted { $0.number < $1.number }
        self.diagnostics = diagnostics
    }
}

extension KeptTimestamps {
    public var isEmpty: Bool { stamps.isEmpty && lists.allSatisfy { $0.stamp == nil } }
}

/// Why a kept time stamp says nothing.
struct TimestampRefusal: Error {
    let fault: TimestampFault
}

extension KeptTimestamps.Stamp {
    fileprivate init(
        _ name: String, in path: String, _ folder: LedgerFolder, of data: [UInt8]?, _ algorithm: TimestampHash,
        size: Int?
    ) throws(TimestampRefusal) {
        let file = "\(path)/\(name).tsr"
        guard let bytes = try? folder.bytes(of: file), let answer = TimestampAnswer(reading: bytes) else {
            throw TimestampRefusal(fault: .unreadable)
        }
        guard let data, answer.isOf(data, algorithm) else { throw TimestampRefusal(fault: .otherData) }
        guard let certificates = try? folder.bytes(of: "\(path)/\(name).pem") else {
            throw TimestampRefusal(fault: .withoutCertificates)
        }
        self.init(
            name: name, size: size, answer: bytes, certificates: certificates, time: answer.time, file: file)
    }
}
