import Foundation

/// The built program, run as a secretary runs it.
struct Program {
    struct Result {
        let status: Int32
        let out: String
        let err: String
    }

    /// Beside the tests' own executable.
    static let location: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("klubba")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: "klubba")
    }()

    static func run(
        _ arguments: String..., in folder: URL, environment: [String: String] = [:], input: Data? = nil
    ) throws -> Result {
        try run(arguments, in: folder, environment: environment)
    }

    static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = location
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var own = ProcessInfo.processInfo.environment
        own["SOURCE_DATE_EPOCH"] = nil
        // Whether other programs are installed shall not matter, unless a test asks for them.
        own["KLUBBA_SYNK"] = "nej"
        // What builds remember of each other is these tests' own.
        own["XDG_CACHE_HOME"] =
            FileManager.default.temporaryDirectory.path + "/klubba-cache-\(ProcessInfo.processInfo.processIdentifier)"
        process.environment = own.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a long message could fill a pipe while nobody reads it.
        let logs = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: logs) }
        let (out, err) = (logs.appendingPathComponent("out"), logs.appendingPathComponent("err"))
        try Data().write(to: out)
        try Data().write(to: err)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
            err: try String(contentsOf: err, encoding: .utf8))
    }
}
