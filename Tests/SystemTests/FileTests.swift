import Foundation
import Testing

@testable import System

@Suite("Files, in and out")
struct FileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func place(_ name: String) -> String { "\(folder.path)/\(name)" }

    @Test("what is written is what is read")
    func roundTrip() throws {
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try FileBytes.write(bytes, to: place("a"))
        #expect(try FileBytes.read(place("a")) == bytes)
        #expect(try FileBytes.head(place("a"), count: 3) == [0, 31, 62])
        #expect(try SHA256Sum(ofFile: place("a")).text == SHA256Sum.text(of: bytes))
    }

    @Test("a refusal has the system's own number and the file's path")
    func refusal() throws {
        let path = place("saknas/a")
        #expect(throws: FileRefusal.system(SystemError(path: path, number: 2))) { try FileBytes.read(path) }
        #expect(throws: SystemError(path: path, number: 2)) { try FileBytes.write([1], to: path) }
        #expect(SystemError(path: path, number: 2).reason.swedish == "finns inte")
        #expect(SystemError(path: path, number: 2).isMissing)
    }

    @Test("what happens to people is said in words, in both languages; the rest with the system's number")
    func words() {
        let full = SystemReason(ENOSPC)
        #expect(full.swedish == "disken är full" && full.english == "the disk is full")
        #expect(SystemReason(EACCES).of("a.md").swedish == "a.md: behörighet saknas")
        #expect(SystemReason(EPROTO) == SystemReason(swedish: "systemets fel 71", english: "system error 71"))
        for number in [ENOENT, EPERM, EIO, EDQUOT, EROFS, EISDIR, ENOTDIR, EMFILE, ENOMEM, EADDRINUSE, ETIMEDOUT] {
            #expect(!SystemReason(number).swedish.contains("\(number)"))
        }
    }

    @Test("a folder, a pipe that nobody writes to, and a file that is too large are not read")
    func notRead() throws {
        #expect(mkfifo(place("pipa"), 0o600) == 0)
        #expect(throws: FileRefusal.notAFile(.pipe)) { try FileBytes.read(place("pipa")) }
        #expect(throws: FileRefusal.notAFile(.folder)) { try FileBytes.read(folder.path) }
        try FileBytes.write([1, 2, 3], to: place("tre"))
        #expect(throws: FileRefusal.tooLarge(3)) { try FileBytes.read(place("tre"), limit: 2) }
        #expect(FileBytes.ifReadable(place("tre"), limit: 2) == nil)
    }

    @Test("a file is replaced whole, or stays as it was and nothing is left beside it")
    func replaced() throws {
        try FileBytes.write([1], to: place("a"))
        try FileBytes.replace(place("a"), with: [2, 3])
        #expect(try FileBytes.read(place("a")) == [2, 3])
        try Folder.make(place("mapp"))
        try FileBytes.write([1], to: place("mapp/x"))
        #expect(throws: SystemError.self) { try FileBytes.replace(place("mapp"), with: [4]) }
        #expect(try Set(Folder.names(in: folder.path)) == ["a", "mapp"])
    }

    @Test("what is new is never written over something, and what is added comes last and follows no link")
    func newAndAdded() throws {
        let file = try OpenFile(writing: place("ny"), .new, mode: 0o600)
        try file.write([1])
        try file.close()
        #expect(throws: SystemError(path: place("ny"), number: 17)) {
            _ = try OpenFile(writing: place("ny"), .new, mode: 0o600)
        }
        try FileBytes.append([2], to: place("ny"))
        #expect(try FileBytes.read(place("ny")) == [1, 2])
        #expect(symlink(place("ny"), place("lank")) == 0)
        #expect(throws: SystemError.self) { try FileBytes.append([3], to: place("lank")) }
    }

    @Test("a tree is removed without what its links lead to")
    func removed() throws {
        try FileBytes.write([1], to: place("utanför"))
        try Folder.makeWhole(place("träd/a/b"))
        try FileBytes.write([1], to: place("träd/a/b/c"))
        #expect(symlink(folder.path, place("träd/a/upp")) == 0)
        Folder.removeTree(place("träd"))
        #expect(try Folder.names(in: folder.path) == ["utanför"])
    }

    @Test("a temporary folder is this user's alone, and goes with all that is in it")
    func temporary() throws {
        var own: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(own?.path)
        #expect(try FileStatus(path).mode == 0o700)
        try own?.write([1], to: "a/b/c")
        own = nil
        #expect(!FileBytes.exists(path))
    }

    @Test("one at a time works in a locked folder")
    func lock() throws {
        var first: FolderLock? = try FolderLock(folder.path)
        #expect(throws: SystemError(path: folder.path, number: 11)) { _ = try FolderLock(folder.path) }
        withExtendedLifetime(first) {}
        first = nil
        _ = try FolderLock(folder.path)
    }

    @Test("a status tells kinds, and links apart from what they lead to")
    func status() throws {
        try FileBytes.write([1, 2], to: place("a"), mode: 0o640)
        #expect(symlink("a", place("b")) == 0)
        let (own, link) = (try FileStatus(place("b")), try FileStatus(place("b"), links: .themselves))
        #expect((own.kind, own.size, own.mode) == (.file, 2, 0o640))
        #expect(link.kind == .link)
        #expect(Path.target(ofLink: place("b")) == "a")
        #expect(Path.absolute(place("b")) == Path.absolute(place("a")))
    }
}
