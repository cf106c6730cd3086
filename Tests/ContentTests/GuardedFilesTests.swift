import Diagnostics
import Foundation
import Testing

@testable import Content

@Suite("Files are opened beneath content/")
struct GuardedFilesTests {
    @Test("a link that takes a text's or a folder's place after it was found leads nowhere")
    func swapped() async throws {
        let outside = try Folder(["content/hemligt/arende.md": "---\ntitel: Hemligt\n---\n"])
        let texts = [
            "content/arenden/1/arende.md": "---\ntitel: Ett\n---\n", "content/arenden/2.md": "---\ntitel: Två\n---\n",
        ]
        for swap in ["content/arenden/1", "content/arenden/1/arende.md", "content/arenden/2.md"] {
            let site = try Folder(texts)
            let (place, target) = (
                site.root + "/" + swap, outside.root + "/content/hemligt" + (swap.hasSuffix(".md") ? "/arende.md" : "")
            )
            var disk = FileSystem.disk
            // Once all is found, which the listing of the last folder tells.
            disk.list = { folder throws(FileFailure) in
                let entries = try FileSystem.disk.list(folder)
                if folder.hasSuffix("arenden/1/") {
                    try? FileManager.default.removeItem(atPath: place)
                    try? FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
                }
                return entries
            }
            let sources = await SiteReader(root: site.root, disk: disk, clock: { _ in today }).read()
            #expect(!sources.matters.contains { $0.matter.title == "Hemligt" }, "\(swap)")
            #expect(sources.diagnostics.contains { $0.line(in: .swedish).contains("[K003]") }, "\(swap)")
        }
    }

    @Test("links within content/ are followed as before, absolute ones too")
    func within() async throws {
        let site = try Folder([
            "content/sidor/om.md": "# Om\n", "content/arenden/1/arende.md": "---\ntitel: Ett\n---\n",
        ])
        try site.link("content/sidor/annan.md", to: "om.md")
        try site.link("content/sidor/tredje.md", to: site.root + "/content/sidor/om.md")
        let sources = await site.read()
        #expect(sources.pages.count == 3, "\(sources.diagnostics)")
    }

    @Test("a file with a name outside content/ is told, and one of another owner is not published")
    func hardLinks() async throws {
        let site = try Folder(["content/arenden/1/arende.md": "---\ntitel: Ett\n---\n", "utanfor.txt": "Text"])
        try FileManager.default.linkItem(
            atPath: site.root + "/utanfor.txt", toPath: site.root + "/content/arenden/1/bilaga.txt")
        let messages = try await site.messages()
        #expect(messages.contains { $0.hasPrefix("content/arenden/1/bilaga.txt:1:1: warning[K327]") })
        var disk = FileSystem.disk
        disk.status = { path throws(FileFailure) in
            var status = try FileSystem.disk.status(path)
            if path.hasSuffix(".txt") { status.owner += 1 }
            return status
        }
        let sources = await SiteReader(root: site.root, disk: disk, clock: { _ in today }).read()
        #expect(sources.diagnostics.contains { $0.line(in: .swedish).contains("bilaga.txt:1:1: error[K326]") })
        #expect(!sources.matters.contains { !$0.matter.attachments.isEmpty })
        // Two names within content/ are nobody else's.
        let twice = try Folder([
            "content/arenden/1/arende.md": "---\ntitel: Ett\n---\n", "content/arenden/1/a.txt": "Text",
        ])
        try FileManager.default.linkItem(
            atPath: twice.root + "/content/arenden/1/a.txt", toPath: twice.root + "/content/arenden/1/b.txt")
        let own = try await twice.messages()
        #expect(!own.contains { $0.contains("K327") })
    }
}
