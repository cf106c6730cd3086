import Foundation
import Meetings
import Synchronization
import Testing

@testable import Content

@Suite("Reading the same site again")
struct ReadingMemoryTests {
    /// A site on a disk that counts what is read of it, and whose files can be made to look old.
    private final class Desk: Sendable {
        let reads = Mutex<[String]>([])
        let age = Mutex(0)

        var disk: FileSystem {
            var disk = FileSystem.disk
            let read = disk.read
            disk.read = { [self] path, limit throws(FileFailure) in
                reads.withLock { $0.append(String(path.split(separator: "/").last ?? "")) }
                return try read(path, limit)
            }
            disk.stamp = { [self] path in FileStamp(path).map { $0.aged(by: age.withLock { $0 }) } }
            return disk
        }

        func taken() -> [String] {
            reads.withLock { reads in
                defer { reads = [] }
                return reads.filter { $0.hasSuffix(".md") }.sorted()
            }
        }
    }

    private let day = CalendarDate(dayNumber: 18_536)

    @Test("an ärende is read anew only when a file of it has changed")
    func unchanged() async throws {
        let folder = try Folder([
            "content/arenden/2020-1/arende.md": "---\ndnr: 2020:1\ntitel: Lokaler\n---\n",
            "content/arenden/2020-1/1 Avtal.md": "Avtalet.",
            "content/arenden/2020-2.md": "---\ndnr: 2020:2\ntitel: Budget\nhandlägare: NN\n---\n",
        ])
        let desk = Desk()
        desk.age.withLock { $0 = 1_000_000_000 }
        let reader = SiteReader(root: folder.root, disk: desk.disk, memory: ReadingMemory()) { [day] _ in day }
        let first = await reader.read()
        #expect(desk.taken() == ["1 Avtal.md", "2020-2.md", "arende.md"])
        let second = await reader.read()
        #expect(desk.taken() == [])
        #expect(second.matters.map(\.matter.title) == first.matters.map(\.matter.title))
        #expect(second.diagnostics.sorted() == first.diagnostics.sorted())
        #expect(!first.diagnostics.isEmpty)
        try folder.put("Avtalet, ändrat.", at: "content/arenden/2020-1/1 Avtal.md")
        _ = await reader.read()
        #expect(desk.taken() == ["1 Avtal.md", "arende.md"])
        try folder.put("Kartan.", at: "content/arenden/2020-1/2 Karta.md")
        #expect(await reader.read().matters.first?.matter.attachments.count == 2)
        try folder.put("organ:\n  - kod: nu\n    namn: Utskottet\n    roll: beslutar\n", at: "klubba.yml")
        _ = desk.taken()
        _ = await reader.read()
        #expect(desk.taken().contains("2020-2.md"))
    }

    @Test("a file changed a moment ago is read again, for it may change once more in the same tick of the clock")
    func doubtful() async throws {
        let folder = try Folder(["content/arenden/2020-2.md": "---\ndnr: 2020:2\ntitel: Budget\n---\n"])
        let desk = Desk()
        // A clock ahead of ours, as on another machine's disk.
        desk.age.withLock { $0 = -3_600_000_000_000 }
        let reader = SiteReader(root: folder.root, disk: desk.disk, memory: ReadingMemory()) { [day] _ in day }
        for _ in 0..<3 {
            _ = await reader.read()
            #expect(desk.taken() == ["2020-2.md"])
        }
    }
}

extension FileStamp {
    fileprivate func aged(by nanoseconds: Int) -> FileStamp {
        FileStamp(
            device: device, number: number, size: size, modified: modified, changed: changed - nanoseconds)
    }
}
