import Testing

@testable import Theme

@Suite("A part of the default theme that is written out remembers which default it was")
struct OverridingTests {
    private let defaults = ThemeDefaults(language: "sv")

    @Test(
        "it is found by the names that people use",
        arguments: [
            ("arende", "arende.mustache"), ("arende.mustache", "arende.mustache"), ("stil.css", "tillgangar/stil.css"),
            ("sv.txt", "texter/sv.txt"), ("theme/texter/en.txt", "texter/en.txt"),
            ("tillgangar/logotyp.svg", "tillgangar/logotyp.svg"),
        ])
    func names(written: String, path: String) {
        #expect(defaults.named(written)?.path == path)
        #expect(defaults.named(written)?.key == nil)
    }

    @Test("one string by its key, and what was probably meant by a name that there is not")
    func stringsAndGuesses() throws {
        let string = try #require(defaults.named("text.diarium"))
        #expect(String(decoding: string.bytes, as: UTF8.self) == "Diarium")
        #expect(String(decoding: string.marked, as: UTF8.self).hasSuffix("\ndiarium: Diarium\n"))
        #expect(defaults.named("text.nix") == nil)
        #expect(defaults.nearest(to: "arnede") == "arende")
        #expect(defaults.nearest(to: "text.diarum") == "text.diarium")
    }

    @Test("every default that can have a comment has its mark back, and renders as before")
    func marks() throws {
        for path in defaults.paths where !path.hasSuffix(".woff2") {
            let part = try #require(defaults.named(path))
            let file = Theme.File(path: path, bytes: part.marked)
            #expect(DefaultMark.marks(in: file).map(\.mark) == [part.mark], "\(path)")
        }
        let overrides = try ["arende", "layout", "handling", "sv.txt"].map { name in
            let part = try #require(defaults.named(name))
            return Theme.File(path: part.path, bytes: part.marked)
        }
        #expect(throws: Never.self) { try Theme(overrides: overrides, language: "sv") }
        #expect(defaults.outdated(among: overrides) == [])
    }

    @Test("a default that has changed, or is gone, is told with the mark's line")
    func outdated() {
        func file(_ path: String, _ text: String) -> Theme.File { Theme.File(path: path, bytes: Array(text.utf8)) }
        let files = [
            file("arende.mustache", "{{! klubba: arende.mustache 00000000 }}\nEget"),
            file("texter/sv.txt", "# eget\n# klubba: text.diarium 00000000\ndiarium: Ärenden\n"),
            file("tillgangar/gammal.css", "/* klubba: tillgangar/gammal.css 12345678 */\n"),
            file("sida.mustache", "{{! om klubba: sida.mustache 00000000 och annat }}\n"),
        ]
        #expect(
            defaults.outdated(among: files) == [
                OutdatedOverride(path: "arende.mustache", line: 1, name: "arende", fate: .changed),
                OutdatedOverride(path: "texter/sv.txt", line: 2, name: "text.diarium", fate: .changed),
                OutdatedOverride(path: "tillgangar/gammal.css", line: 1, name: "tillgangar/gammal.css", fate: .gone),
            ])
    }

    @Test("a template that nothing fetches is told, with the one that was meant")
    func unused() {
        func file(_ path: String, _ text: String) -> Theme.File { Theme.File(path: path, bytes: Array(text.utf8)) }
        let unused = defaults.unused(among: [
            file("arnede.mustache", "x"), file("sida.mustache", "{{> del/ruta}}"), file("del/ruta.mustache", "ruta"),
        ])
        #expect(unused.map(\.path) == ["arnede.mustache"])
        #expect(unused.first?.nearest == "arende")
    }
}
