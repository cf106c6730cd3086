import System

/// What is still to be sent on a connection.
package struct Outgoing {
    private var bytes: [UInt8] = []
    private var sent = 0
    private var file: (file: CopiedFile, rest: Range<Int>)?
    /// Whether another request may follow.
    package private(set) var keepsOpen = false
    /// The page that listens from now on.
    package private(set) var page: String?

    package enum Progress {
        case done
        /// The other side has to read first.
        case blocked
        case failed
    }

    package init() {}

    package init(_ answer: Answer, keepsOpen: Bool) {
        bytes = answer.head(keepsOpen: keepsOpen)
        self.keepsOpen = keepsOpen
        switch answer.body {
        case .nothing: break
        case .bytes(let body): bytes += body
        case .file(let file, let range): self.file = (file, range)
        case .events(let page): self.page = page
        case .pending: break
        }
    }
}

extension Outgoing {
    package var isEmpty: Bool { waiting == 0 }

    /// Bytes.
    package var waiting: Int { bytes.count - sent + (file?.rest.count ?? 0) }

    package mutating func append(_ more: [UInt8]) {
        bytes.removeFirst(sent)
        sent = 0
        bytes += more
    }

    /// Sends what there is room for, of a large file at most a part: others are waiting too.
    package mutating func send(to descriptor: Int32) -> Progress {
        while sent < bytes.count {
            do throws(SystemError) {
                guard let count = try Socket.send(bytes[sent...], to: descriptor) else { return .blocked }
                sent += count
            } catch {
                return .failed
            }
        }
        (bytes, sent) = ([], 0)
        guard let (file, rest) = file else { return .done }
        if rest.isEmpty {
            self.file = nil
            return .done
        }
        bytes = file.bytes(from: rest.lowerBound, count: min(rest.count, 256 << 10))
        // The file has become shorter than was promised: all that is left is to hang up.
        if bytes.isEmpty { return .failed }
        self.file = (file, rest.dropFirst(bytes.count))
        return .blocked
    }
}
