import System

/// A port of this machine's own address, 127.0.0.1, taken for the preview. Nobody else on the network reaches it.
public struct Listener: Sendable {
    public let port: Int
    package let descriptor: Int32
}

/// Why no port could be had.
public enum ListenFailure: Error, Equatable {
    /// This one and those after it are all taken.
    case allTaken(from: Int, to: Int)
    case system(errno: Int32)
}

extension Listener {
    /// Takes `port`, or the first free one of the `tries` from there. 0 takes any.
    public init(port: Int, tries: Int = 20) throws(ListenFailure) {
        let last = min(port + max(tries, 1) - 1, 65_535)
        for candidate in port...max(port, last) {
            if let listener = try Self.take(candidate) {
                self = listener
                return
            }
        }
        throw .allTaken(from: port, to: last)
    }

    /// Nil when the port is somebody else's, or the system's own (below 1024).
    private static func take(_ port: Int) throws(ListenFailure) -> Listener? {
        do throws(SystemError) {
            let taken = try Socket.listen(port: port)
            return Listener(port: taken.port, descriptor: taken.descriptor)
        } catch {
            if error.isPortTaken { return nil }
            throw .system(errno: error.number)
        }
    }
}
