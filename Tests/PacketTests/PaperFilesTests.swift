import System
import Testing

@testable import Packet

@Suite("The files that a packet is made from")
struct PaperFilesTests {
    @Test("a link that is put in the place of a file, or of its folder, leads nowhere")
    func links() throws {
        let folder = try TemporaryFolder()
        let content = folder.path + "/content"
        try folder.write(Array("eget".utf8), to: "content/a/fil.pdf")
        try folder.write(Array("hemligt".utf8), to: "utanfor/fil.pdf")
        let files = PaperFiles(guarded: content)
        #expect(files.bytes(content + "/a/fil.pdf") == Array("eget".utf8))
        try FileBytes.move(content + "/a", to: content + "/b")
        try folder.link("content/a", to: "../utanfor")
        #expect(files.bytes(content + "/a/fil.pdf") == nil)
        #expect(files.hash(content + "/a/fil.pdf") == nil)
        #expect(throws: PacketFailure.self) { try files.copy(content + "/a/fil.pdf", to: folder.path + "/kopia") }
        FileBytes.remove(content + "/b/fil.pdf")
        try folder.link("content/b/fil.pdf", to: "../../utanfor/fil.pdf")
        #expect(files.bytes(content + "/b/fil.pdf") == nil)
        // Elsewhere links are the user's own affair.
        try folder.link("egen", to: "utanfor")
        #expect(files.bytes(folder.path + "/egen/fil.pdf") == Array("hemligt".utf8))
    }
}
