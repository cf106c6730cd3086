#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// TCP on this machine's own address, 127.0.0.1. Nothing here waits.
package enum Socket {}

extension Socket {
    /// Takes a port; 0 takes any.
    package static func listen(port: Int) throws(SystemError) -> (descriptor: Int32, port: Int) {
        let name = "127.0.0.1:\(port)"
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw SystemError(name) }
        keepToItself(descriptor)
        var yes: Int32 = 1
        // A port that the last preview has just left is free, though the system remembers it for a minute.
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
        }
        guard isBound, systemListen(descriptor, 128) == 0 else {
            let refused = SystemError(name)
            Descriptor.close(descriptor)
            throw refused
        }
        return (descriptor, port == 0 ? boundPort(descriptor) : port)
    }

    /// Whether somebody takes calls at a port. It waits for no longer than this machine takes to say so.
    package static func isAnswering(port: Int) -> Bool {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { return false }
        defer { Descriptor.close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) == 0 }
        }
    }

    private static func boundPort(_ descriptor: Int32) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    /// The next connection that waits to be let in.
    package static func accept(_ listener: Int32) throws(SystemError) -> Int32 {
        let descriptor = systemAccept(listener)
        guard descriptor >= 0 else { throw SystemError("") }
        keepToItself(descriptor)
        return descriptor
    }

    /// - Returns: how many bytes came, none where the other side has left; nil where nothing has come yet.
    package static func receive(_ socket: Int32, into buffer: inout [UInt8]) throws(SystemError) -> Int? {
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count >= 0 { return count }
        if errno == EAGAIN || errno == EINTR { return nil }
        throw SystemError("")
    }

    /// - Returns: how many bytes went; nil where the other side has to read first.
    package static func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) throws(SystemError) -> Int? {
        #if canImport(Darwin)
            let flags = Int32(MSG_DONTWAIT)
        #else
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        #endif
        while true {
            let count = bytes.withUnsafeBytes { systemSend(socket, $0.baseAddress, $0.count, flags) }
            if count >= 0 { return count }
            if errno == EAGAIN { return nil }
            if errno != EINTR { throw SystemError("") }
        }
    }

    /// Tells the other side that all is said.
    package static func endSending(_ socket: Int32) { shutdown(socket, Int32(SHUT_WR)) }

    /// Waits for nobody, and is no child's.
    static func keepToItself(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}

extension SystemError {
    /// The port is somebody else's, or the system's own (below 1024).
    package var isPortTaken: Bool { number == EADDRINUSE || number == EACCES }

    /// No more descriptors, or no memory for another.
    package var isWithoutRoom: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(number) }
}

// The system's calls, whose names `Socket` has a use for.
private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }
private func systemAccept(_ listener: Int32) -> Int32 { accept(listener, nil, nil) }
private func systemSend(_ socket: Int32, _ start: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    guard let start else { return 0 }
    return send(socket, start, count, flags)
}
