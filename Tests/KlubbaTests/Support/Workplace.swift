import Foundation
import Testing

/// A site in a folder of its own, removed when the test is done.
final class Workplace {
    let root: URL

    /// A site of these files; without a klubba.yml among them it gets one with AU and FS.
    init(_ files: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("content"), withIntermediateDirectories: true)
        if files["klubba.yml"] == nil { try write("klubba.yml", Workplace.profile) }
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    static let profile = "organisation: Förbundet\nadress: https://handlingar.example.se\n"

    static var fixtures: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
    }

    func write(_ path: String, _ text: String) throws {
        try write(path, Data(text.utf8))
    }

    func write(_ path: String, _ bytes: Data) throws {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: root.appendingPathComponent(path)) }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try Program.run(arguments, in: root, environment: environment)
    }

    func run(_ arguments: [String]) throws -> Program.Result { try Program.run(arguments, in: root) }

    /// Builds on 1 October 2020 and expects that it goes well.
    @discardableResult
    func build(_ arguments: String...) throws -> Program.Result {
        let result = try Program.run(["build", "--today", "2020-10-01"] + arguments, in: root)
        #expect(result.status == 0, "\(result.err)")
        return result
    }

    /// Every file below a folder, hidden ones too, with its bytes.
    func tree(_ folder: String) throws -> [String: Data] { try Tree.files(root.appendingPathComponent(folder)) }
}

enum Tree {
    static func files(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let base = folder.resolvingSymlinksInPath().path + "/"
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        while let file = walk?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let path = file.resolvingSymlinksInPath().path
            files[path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path] = try Data(contentsOf: file)
        }
        return files
    }
}

/// A matter's file, for sites in tests.
func matter(_ head: String, _ body: String = "## Ärendet\n\nText.\n") -> String { "---\n\(head)\n---\n\n\(body)" }
