import Foundation
import Testing

@testable import klubba

@Suite("klubba theme")
struct ThemeCommandTests {
    private var root: URL {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }

    private func read(_ site: Workplace, _ path: String) throws -> String {
        try String(contentsOf: site.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("writes a template out once, and over what stands there only when told to")
    func writing() throws {
        let site = try Workplace()
        let first = try site.run("theme", "arende")
        #expect(first.status == 0)
        #expect(first.out == "theme/arende.mustache är den inbyggda som den är. Ändra den som du vill ha den.\n")
        #expect(try read(site, "theme/arende.mustache").hasPrefix("{{! klubba: arende.mustache "))
        try site.write("theme/arende.mustache", "eget")
        let second = try site.run("theme", "arende")
        #expect(second.status == 2)
        #expect(second.err.contains("theme/arende.mustache finns redan. Inget skrevs. Skriv över den med --force."))
        #expect(try read(site, "theme/arende.mustache") == "eget")
        #expect(try site.run("theme", "arende", "--force").status == 0)
        #expect(try read(site, "theme/arende.mustache").hasPrefix("{{! klubba:"))
    }

    @Test("adds one string to those that the site has")
    func strings() throws {
        let site = try Workplace()
        try site.write("theme/texter/sv.txt", "arkiv: Gammalt")
        #expect(
            try site.run("theme", "text.diarium").out
                == "theme/texter/sv.txt har diarium sist. Ändra orden efter kolonet.\n")
        #expect(try read(site, "theme/texter/sv.txt").hasPrefix("arkiv: Gammalt\n# klubba: text.diarium "))
        #expect(try read(site, "theme/texter/sv.txt").hasSuffix("\ndiarium: Diarium\n"))
        let again = try site.run("theme", "text.diarium")
        #expect(again.status == 2)
        #expect(again.err.contains("theme/texter/sv.txt har diarium redan, på rad 3. Inget skrevs."))
        #expect(try site.run("theme", "arnede").err.contains("Menade du \"arende\"?"))
    }

    @Test("check tells of a default that has changed since, and stops when it has been looked at")
    func upgrade() throws {
        let site = try Workplace()
        _ = try site.run("theme", "sida")
        let text = try read(site, "theme/sida.mustache")
        #expect(!(try site.run("check").err.contains("K390")))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try site.write(
            "theme/sida.mustache",
            (["{{! klubba: sida.mustache 00000000 }}"] + lines.dropFirst()).joined(separator: "\n"))
        try site.write("theme/.original/sida.mustache", lines.dropFirst(2).joined(separator: "\n") + "\ngammal rad")
        #expect(
            try site.run("check").err.contains(
                "theme/sida.mustache:1:1: warning[K390]: den inbyggda sida har ändrats sedan den här skrevs ut (1 rad till, 1 bort)."
            ))
        #expect(try site.run("theme", "sida", "--diff").out.hasPrefix("+ 1\t{{<layout}}\n"))
        #expect(
            try site.run("theme", "sida", "--seen").out
                == "theme/sida.mustache svarar nu mot den inbyggda som den är.\n")
        #expect(try read(site, "theme/sida.mustache") == text)
        #expect(!(try site.run("check").err.contains("K390")))
    }

    @Test("every name that a template may use has a meaning, and no meaning is of a name that there is not")
    func meanings() {
        let reference = ThemeReference()
        var used: Set<String> = []
        var missing: [String] = []
        for group in reference.groups {
            for key in group.keys {
                if let name = reference.meanings.name(of: key.name, in: group.name) {
                    used.insert(name)
                } else {
                    missing.append("\(group.name).\(key.name)")
                }
            }
        }
        #expect(missing == [])
        #expect(reference.meanings.names.subtracting(used).sorted() == [])
        let described = (TemplateMeanings.pages + TemplateMeanings.parts).map { "\($0.name).mustache" }
        #expect(described.sorted() == ThemeReference.templatePaths.sorted())
    }

    @Test("docs/tema.md is what the types say")
    func documentation() throws {
        let page = ThemeReference().page
        let place = root.appendingPathComponent("docs/tema.md")
        let recorded = try? String(contentsOf: place, encoding: .utf8)
        if ProcessInfo.processInfo.environment["KLUBBA_RECORD"] != nil { try Data(page.utf8).write(to: place) }
        #expect(recorded == page, "record it with: klubba theme --reference > docs/tema.md")
    }

    /// Templates are compiled one and all as soon as one is the site's own; else when a page needs them.
    @Test("the default theme has no problem in any template", arguments: ["sv", "en"])
    func defaults(_ language: String) throws {
        let site = try Workplace(["content/sidor/om.md": "---\ntitel: Om\n---\n"])
        try site.write("klubba.yml", Workplace.profile + "språk: \(language)\n")
        #expect(try site.run("theme", "start").status == 0)
        let check = try site.run("check")
        #expect(check.status == 0 && !check.err.contains("theme/"), "\(check.err)")
    }
}
