import Glibc

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
        let flags = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_INET, flags, 0)
        guard descriptor >= 0 else { throw .system(errno: errno) }
        var yes: Int32 = 1
        // A port that the last preview has just left is free, though the system remembers it for a minute.
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
        }
        if isBound, listen(descriptor, 128) == 0 {
            return Listener(port: port == 0 ? boundPort(descriptor) : port, descriptor: descriptor)
        }
        let failure = errno
        close(descriptor)
        if failure == EADDRINUSE || failure == EACCES { return nil }
        throw .system(errno: failure)
    }

    private static func boundPort(_ descriptor: Int32) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
