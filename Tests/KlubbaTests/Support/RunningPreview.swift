import Foundation
import Testing

/// `klubba serve` at work on a site, ended when the test is done.
final class RunningPreview {
    let port: Int
    /// All that it said until it was ready.
    let said: String
    private let process: Process
    /// Kept for as long as it is shown.
    private let site: Workplace

    init(_ site: Workplace, _ arguments: String..., port: String = "0") throws {
        self.site = site
        process = Process()
        process.executableURL = Program.location
        process.arguments = ["serve", "--port", port, "--today", "2020-10-01"] + arguments
        process.currentDirectoryURL = site.root
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var said = ""
        while !said.contains("Ctrl-C.\n") {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            said += String(decoding: data, as: UTF8.self)
        }
        self.said = said
        let match = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//), "\(said)")
        self.port = try #require(Int(match.1))
    }

    deinit { process.terminate() }

    /// Ends it as Ctrl-C does, and tells the exit status.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Sends a request with the fields that a browser would send, and takes the whole answer.
    func get(_ target: String, method: String = "GET", _ fields: String...) throws -> Reply {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost:\(port)", "Connection: close"] + fields
        return try Reply(send(lines.map { $0 + "\r\n" }.joined() + "\r\n"))
    }

    /// Sends bytes and takes all that comes until the other side hangs up.
    func send(_ text: String) throws -> String {
        let line = try Line(port: port)
        line.send(text)
        return line.rest()
    }

    func line() throws -> Line { try Line(port: port) }
}

/// An answer taken apart.
struct Reply {
    let status: Int
    let head: String
    let body: String

    init(_ text: String) throws {
        let end = try #require(text.firstRange(of: "\r\n\r\n"), "\(text)")
        head = String(text[..<end.lowerBound])
        body = String(text[end.upperBound...])
        status = try #require(Int(head.split(separator: " ")[1]))
    }
}

/// One connection, and what is written and read on it.
final class Line {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
        // Generous: what is awaited comes at once, unless something is wrong.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// What can be sent is sent; the other side may hang up before the end.
    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Everything until the other side hangs up.
    func rest() -> String { String(decoding: take { _ in false }, as: UTF8.self) }

    /// Everything until this has come, or the other side hangs up.
    func until(_ text: String) -> String {
        let wanted = Array(text.utf8)
        return String(decoding: take { $0.suffix(wanted.count).elementsEqual(wanted) }, as: UTF8.self)
    }

    private func take(_ isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        var all: [UInt8] = []
        var byte: UInt8 = 0
        while !isEnough(all), recv(descriptor, &byte, 1, 0) == 1 { all.append(byte) }
        return all
    }
}
