import Foundation
import Output
import Publishing
import Testing

@Suite("A publication is written whole or not at all")
struct WritingTests {
    @Test("the folder holds what was planned, and the manifest says who it is for and what made it")
    func written() async throws {
        let site = try SiteFolder()
        let publication = try await site.publication()
        let report = try await publication.write()
        #expect(report.written == publication.files.count)
        for file in publication.files {
            guard let text = publication.text(file.path) else { continue }
            #expect(try site.read("public/" + file.path) == text)
        }
        let manifest = try site.read("public/.klubba-manifest")
        #expect(manifest.contains("for public\nday 2020-09-01\nby \(Program.name)\nwith search\n"))
    }

    @Test("once more with the same content, nothing is written")
    func again() async throws {
        let site = try SiteFolder()
        let first = try await site.publication().write()
        let second = try await site.publication().write()
        #expect((second.written, second.removed) == (0, 0))
        #expect(second.unchanged == first.written)
    }

    @Test("with an error nothing is written, and what stood there stands")
    func refused() async throws {
        let site = try SiteFolder()
        _ = try await site.publication().write()
        let before = try site.read("public/arenden/2020-1/index.html")
        try site.put("---\ndnr: 2020:1\ntitel: En till\nfs: 200918\n---\n\nText.\n", at: "content/arenden/x/arende.md")
        let publication = try await site.publication()
        #expect(publication.hasErrors)
        await #expect(throws: OutputFailure.refused) { try await publication.write() }
        #expect(try site.read("public/arenden/2020-1/index.html") == before)
        #expect(!site.exists("public/arenden/x/index.html"))
    }

    @Test("the members' publication does not take the public's place")
    func otherReaders() async throws {
        let site = try SiteFolder()
        _ = try await site.publication().write()
        let members = try await site.publication(.members)
        await #expect(throws: OutputFailure.otherReaders(site.output, standing: "public")) {
            try await members.write()
        }
    }

    @Test("a folder without a site is told of as one, and nothing is made of it")
    func noSite() async throws {
        let site = try SiteFolder()
        let request = SiteRequest(site: site.root + "/finns-inte", audience: .public)
        let publication = try await Publication(request, output: site.output)
        #expect(publication.messages.contains { $0.hasPrefix("klubba.yml:1:1: ") })
    }
}
