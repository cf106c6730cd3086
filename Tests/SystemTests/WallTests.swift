import Foundation
import Testing

@Suite("The C library is one room's alone")
struct WallTests {
    /// What calls it by itself, and from how many files. System is where it belongs; klubba-pdf is a program of its own, which
    /// shares as little as it can with klubba, and asks for the same three libraries. Nothing is ever put on.
    private let known = [
        "klubba-pdf": 3
    ]

    @Test("a room calls the system through System, or is on the list that only shrinks")
    func walls() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        var found: [String: Int] = [:]
        for room in try FileManager.default.contentsOfDirectory(atPath: sources.path) where room != "System" {
            let files = FileManager.default.enumerator(atPath: sources.appendingPathComponent(room).path)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(".swift") else { continue }
                let text = try String(
                    contentsOf: sources.appendingPathComponent(room).appendingPathComponent(file), encoding: .utf8)
                if text.contains(/(?m)^ *import (Glibc|Musl|Darwin)$/) { found[room, default: 0] += 1 }
            }
        }
        #expect(found == known)
    }

    @Test("nothing changes the environment of a process with threads")
    func noSetenv() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(atPath: sources.path)
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            #expect(!text.contains(/\b(setenv|putenv|unsetenv|tzset) *\(/), "\(file)")
        }
    }
}
