import Foundation
import Meetings
import Output
import Publishing
import Testing

@Suite("A site folder, an audience and a clock in; a publication out")
struct PublicationTests {
    @Test("has a page for each ärende and meeting that its readers may see, with nothing to say of it")
    func pages() async throws {
        let site = try SiteFolder()
        let publication = try await site.publication()
        let paths = Set(publication.files.map(\.path))
        #expect(paths.isSuperset(of: ["index.html", "arenden/2020-1/index.html", "moten/fs-2020-09-18/index.html"]))
        #expect(publication.messages == [])
        #expect(publication.text("arenden/2020-1/index.html")?.contains("hyra lokalerna") == true)
        #expect(!site.exists("public"), "nothing is written before it is asked for")
    }

    @Test("what the public may not see is in no file of the public's, and is in the members'")
    func audiences() async throws {
        let site = try SiteFolder()
        let open = try await site.publication()
        #expect(open.files.allSatisfy { open.text($0.path)?.contains("KANARIE") != true })
        #expect(!open.files.contains { $0.path.contains("2020-2") })
        let members = try await site.publication(.members)
        #expect(members.text("arenden/2020-2/index.html")?.contains("KANARIE") == true)
    }

    @Test("the clock that is given is the only one")
    func clock() async throws {
        let site = try SiteFolder()
        let before = try await Publication(site.request(), output: site.output)
        let after = try await Publication(
            site.request(on: CalendarDate(dayNumber: 18_536)), output: site.output)
        let path = "moten/fs-2020-09-18/index.html"
        #expect(before.text(path) != after.text(path))
    }

    @Test("the same content gives the same bytes")
    func sameBytes() async throws {
        let site = try SiteFolder()
        let (first, second) = (try await site.publication(), try await site.publication())
        #expect(first.files.map(\.path) == second.files.map(\.path))
        #expect(first.files.allSatisfy { first.text($0.path) == second.text($0.path) })
    }

    @Test("the index of all text, and each meeting's zip, are there when they are asked for")
    func options() async throws {
        let site = try SiteFolder()
        var request = site.request()
        let searched = try await paths(request, site)
        request.options.hasSearch = false
        let plain = try await paths(request, site)
        #expect(Set(searched).subtracting(plain).allSatisfy { $0.hasPrefix("sok/") })
        #expect(searched.count > plain.count)
        request.options.hasArchives = true
        #expect(try await Set(paths(request, site)).subtracting(plain) == ["moten/fs-2020-09-18/fs-2020-09-18.zip"])
    }

    private func paths(_ request: SiteRequest, _ site: SiteFolder) async throws -> [String] {
        try await Publication(request, output: site.output).files.map(\.path)
    }

    @Test("an attachment that is not Markdown is read in this process when no program is named, and copied")
    func attachment() async throws {
        let site = try SiteFolder(["content/arenden/2020-1/bilaga.txt": "Kostnad: 100 kronor\n"])
        let publication = try await site.publication()
        let file = try #require(publication.files.first { $0.path.hasSuffix("/bilaga.txt") })
        guard case .copy(let place) = file.content else {
            Issue.record("no copy")
            return
        }
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "Kostnad: 100 kronor\n")
    }
}
