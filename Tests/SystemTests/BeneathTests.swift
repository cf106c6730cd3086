import Foundation
import Testing

@testable import System

@Suite("Names beneath an open folder")
struct BeneathTests {
    private let folder: TemporaryFolder
    private let descriptor: Int32

    init() throws {
        folder = try TemporaryFolder()
        descriptor = try Beneath.openFolder(folder.path)
    }

    private func place(_ name: String) -> String { "\(folder.path)/\(name)" }

    private func bytes(_ name: String) throws -> [UInt8] { try FileBytes.read(place(name)) }

    @Test("nothing is nothing, and a link is a link")
    func status() throws {
        defer { Descriptor.close(descriptor) }
        #expect(try Beneath.status(of: "a", in: descriptor) == nil)
        #expect(try Beneath.status(of: "a/b", in: descriptor) == nil)
        #expect(symlink("/", place("lank")) == 0)
        #expect(try Beneath.status(of: "lank", in: descriptor)?.kind == .link)
        #expect(throws: SystemError.self) { try Beneath.openFolder("lank", in: descriptor) }
        #expect(throws: SystemError.self) { try Beneath.openForReading("lank", in: descriptor) }
    }

    @Test("a new file is never made over another, and names are listed as the disk has them")
    func made() throws {
        defer { Descriptor.close(descriptor) }
        let file = try Beneath.create("å", in: descriptor)
        try Array("text".utf8).withUnsafeBufferPointer { try Descriptor.writeAll(UnsafeRawBufferPointer($0), to: file) }
        #expect(Descriptor.end(of: file) == 4)
        #expect(Descriptor.close(file) == nil)
        #expect(throws: SystemError(path: "å", number: 17)) { try Beneath.create("å", in: descriptor) }
        try Beneath.makeFolder("mapp", in: descriptor)
        let found = try Beneath.entries(of: ".", in: descriptor).sorted { $0.name.count < $1.name.count }
        #expect(found.map(\.kind) == [.file, .folder])
        #expect(found.map(\.name) == [Array("å".utf8CString), Array("mapp".utf8CString)])
        #expect(try bytes("å") == Array("text".utf8))
    }

    @Test("two names change places in one step, and a second name is the same file")
    func exchanged() throws {
        defer { Descriptor.close(descriptor) }
        try FileBytes.write([1], to: place("a"))
        try FileBytes.write([2], to: place("b"))
        try Beneath.exchange("a", in: descriptor, with: "b", in: descriptor)
        #expect(try bytes("a") == [2])
        try Beneath.link("a", in: descriptor, to: "c", in: descriptor)
        let (a, c) = (try FileStatus(place("a")), try FileStatus(place("c")))
        #expect(a.isSameFile(as: c))
        #expect(a.names == 2)
        try Beneath.rename("c", in: descriptor, to: "b", in: descriptor)
        #expect(try bytes("b") == [2])
        try Beneath.remove("a", in: descriptor)
        #expect(try Beneath.status(of: "a", in: descriptor) == nil)
    }

    @Test("when the bytes were changed is set to the nanosecond, and the rest of the times stays")
    func modified() throws {
        defer { Descriptor.close(descriptor) }
        let file = try Beneath.create("a", in: descriptor)
        for time in [1_600_387_200_123_456_789, 0, -1] {
            try Descriptor.setModified(time, of: file)
            #expect(try FileStatus(place("a")).modified == time)
        }
        Descriptor.close(file)
    }

    @Test("a copy has the bytes, and is another file")
    func copied() throws {
        defer { Descriptor.close(descriptor) }
        let text = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
        try FileBytes.write(text, to: place("a"))
        let copy = try OpenFile(writing: place("b"), .new, mode: 0o600)
        try copy.take(bytesOf: OpenFile(reading: place("a")))
        try copy.flush()
        try copy.close()
        #expect(try bytes("b") == text)
        #expect(try !FileStatus(place("a")).isSameFile(as: FileStatus(place("b"))))
        let third = try Beneath.create("c", in: descriptor)
        let source = try Beneath.openForReading("a", in: descriptor)
        try Descriptor.copyInKernel(source, to: third)
        #expect(Descriptor.end(of: third) == text.count)
        for file in [source, third] { Descriptor.close(file) }
    }
}
