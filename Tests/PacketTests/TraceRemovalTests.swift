import PDF
import System
import Testing

@Suite("A PDF's traces")
struct TraceRemovalTests {
    @Test("of one without a catalogue nothing can be taken, and nothing falls")
    func withoutCatalogue() throws {
        let folder = try TemporaryFolder()
        var text = "%PDF-1.7\n1 0 obj\n<< /Author (Anna) >>\nendobj\n"
        let start = text.utf8.count
        text += "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
        text += "trailer\n<< /Size 2 /Info 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        try folder.write(Array(text.utf8), to: "a.pdf")
        let answer = TraceRemoval.clean(folder.path + "/a.pdf", to: folder.path + "/b.pdf", hasRevisions: false)
        #expect(answer == .unreadable)
    }
}
