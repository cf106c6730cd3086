import Diagnostics
import Foundation
import Meetings

@testable import Content

/// A site in a folder of its own, gone when the test is.
final class Folder: Sendable {
    let root: String

    init(_ files: [String: String] = [:]) throws {
        root = NSTemporaryDirectory() + "klubba-content-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/content", withIntermediateDirectories: true)
        for (path, text) in files { try put(text, at: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func put(_ text: String, at path: String) throws { try put(Array(text.utf8), at: path) }

    func put(_ bytes: [UInt8], at path: String) throws {
        let location = root + "/" + path
        let folder = location[..<(location.lastIndex(of: "/") ?? location.startIndex)]
        try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: location))
    }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
    }
}

extension Folder {
    /// Everything read, on 1 June 2020.
    func read() async -> SiteSources {
        await SiteReader(root: root, clock: { _ in today }).read()
    }

    /// What reading says, in the order that a secretary sees it. With a klubba.yml that nothing is wrong with.
    func messages() async throws -> [String] {
        if !FileManager.default.fileExists(atPath: root + "/klubba.yml") {
            try put("organisation: Förbundet", at: "klubba.yml")
        }
        return await read().diagnostics.sorted().map { $0.line(in: .swedish) }
    }
}

let today = CalendarDate(dayNumber: 18_414)

/// An ärende as its one file has it, and what reading it says.
func readMatter(
    _ text: String, bodies: [Body] = SiteProfile().bodies, papers: [String: String] = [:]
) -> (source: MatterSource?, messages: [String]) {
    var files: [String: [UInt8]] = ["arende.md": Array(text.utf8)]
    for (name, paper) in papers { files[name] = Array(paper.utf8) }
    let read = files
    var disk = FileSystem.disk
    disk.read = { path, _ throws(FileFailure) in
        guard let bytes = read[path] else { throw .system(errno: 2) }
        return bytes
    }
    var reading = MatterReading(disk: disk, clock: today, bodies: bodies)
    let found = papers.keys.sorted().map { FoundFile(path: "arenden/x/" + $0, location: $0, size: 7) }
    let source = reading.read(
        ContentTree.MatterFiles(
            text: FoundFile(path: "arenden/x/arende.md", location: "arende.md", size: 0), folder: "arenden/x/",
            papers: found))
    return (source, reading.diagnostics.sorted().map { $0.line(in: .swedish) })
}

extension Prose {
    var text: String { String(decoding: html, as: UTF8.self) }
}
