import Foundation
import Testing
import System

/// `klubba desk` at work on a site, asked without a browser, and ended when the test is done.
final class RunningDesk {
    let port: Int
    let ticket: String
    private(set) var key = ""
    private let process: Process
    private let site: Workplace
    let state: URL

    /// `state` is where hashes of keys outlive a restart.
    init(_ site: Workplace, state: URL? = nil, port: Int = 0) throws {
        self.site = site
        self.state = state ?? site.root.appendingPathComponent("../klubba-state-\(UUID().uuidString)")
        process = Process()
        process.executableURL = Program.location
        process.arguments = ["desk", "--no-open", "--port", "\(port)", "--today", "2027-01-15"]
        process.currentDirectoryURL = site.root
        process.environment = ProcessInfo.processInfo.environment.merging(["XDG_RUNTIME_DIR": self.state.path]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            said += String(decoding: data, as: UTF8.self)
        }
        let match = try #require(
            said.firstMatch(of: /Skrivbordet: http:\/\/127\.0\.0\.1:(\d+)\/#biljett=([0-9a-f]{64})\n/), "\(said)")
        self.port = try #require(Int(match.1))
        ticket = String(match.2)
    }

    deinit { end() }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Takes the ticket, as the page does.
    func enter() throws {
        let reply = try send("POST", "/api/session", "{\"ticket\":\"\(ticket)\"}", key: nil)
        #expect(reply.status == 200, "\(reply.body)")
        key = try #require(json(reply)["key"]?.string)
    }

    func send(
        _ method: String, _ path: String, _ body: String? = nil, key: String?, host: String? = nil,
        type: String = "application/json", fields: [String] = []
    ) throws -> Reply {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"]
        if let key { lines.append("Klubba-Key: \(key)") }
        if let body { lines += ["Content-Type: \(type)", "Content-Length: \(body.utf8.count)"] }
        let line = try Line(port: port)
        line.send((lines + fields).map { $0 + "\r\n" }.joined() + "\r\n" + (body ?? ""))
        return try Reply(line.rest())
    }

    func get(_ path: String) throws -> JSONValue { try json(send("GET", "/api/" + path, key: key)) }

    func post(_ path: String, _ body: JSONValue) throws -> (status: Int, json: JSONValue) {
        let reply = try send("POST", "/api/" + path, body.text, key: key)
        return (reply.status, try json(reply))
    }

    func json(_ reply: Reply) throws -> JSONValue { try #require(JSONValue(Array(reply.body.utf8)), "\(reply.body)") }

    /// The file as the page has it.
    func version(_ path: String) throws -> String { try #require(get("file?path=\(path)")["version"]?.string) }

    /// Saves one change and tells how that went.
    @discardableResult
    func save(_ path: String, base: String?, _ change: JSONValue.Member) throws -> (status: Int, json: JSONValue) {
        let wanted: JSONValue = .object([
            JSONValue.Member("path", .string(path)), JSONValue.Member("base", JSONValue(base)), change,
        ])
        return try post("save", ["changes": [wanted], "label": "Prov"])
    }
}
