import Testing

@testable import Theme

@Suite("A site's theme is laid over the default one")
struct ThemeFilesTests {
    @Test("file by file")
    func overriding() {
        let defaults = ["arende.mustache": "{{>huvud}}{{titel}}", "huvud.mustache": "H "]
        #expect(ThemeFixture(over: defaults).page() == "H Förlängning")
        #expect(ThemeFixture(["huvud.mustache": "Eget "], over: defaults).page() == "Eget Förlängning")
        let faulty = ThemeFixture(["huvud.mustache": "{{rto}}"], over: defaults).problems
        #expect(faulty == [.own("huvud.mustache", 1, 1, .unknownKey(name: "rto", nearest: "rot"))])
    }

    @Test("catalogues key by key")
    func catalogues() {
        let fixture = ThemeFixture(
            ["texter/sv.txt": "\u{FEFF}# eget\r\nb: två: 2\r\n\r\nc: tre\r\n"],
            over: ["texter/sv.txt": "a: ett\nb: två\n"])
        var problems: [ThemeProblem] = []
        let theme = fixture.theme(&problems)
        #expect(problems == [])
        #expect(theme.strings == ["a": "ett", "b": "två: 2", "c": "tre"])
        #expect(theme.string("d") == nil)
        #expect(theme.string("bb", problems: &problems) == "")
        #expect(problems == [.own("texter/sv.txt", 1, 1, .unknownString(key: "bb", nearest: "b"))])
    }

    @Test("a bad line of a catalogue is told, in every language's")
    func badCatalogueLines() {
        let fixture = ThemeFixture(
            ["texter/sv.txt": "a: ett\n  utan kolon\na: igen\ntvå ord: x\n", "texter/en.txt": ": x"])
        #expect(
            fixture.problems.filter { $0.file.contains("texter") } == [
                .own("texter/en.txt", 1, 1, .badCatalogueLine),
                .own("texter/sv.txt", 2, 3, .badCatalogueLine),
                .own("texter/sv.txt", 3, 1, .duplicateString(key: "a")),
                .own("texter/sv.txt", 4, 1, .badCatalogueLine),
            ])
    }

    @Test("placeholders take their arguments")
    func placeholders() {
        let fixture = ThemeFixture(over: ["texter/sv.txt": "antal: {0} av {1}, {2} {x} { {0}"])
        var problems: [ThemeProblem] = []
        let theme = fixture.theme(&problems)
        #expect(theme.string("antal", "{1}", "5") == "{1} av 5, {2} {x} { {1}")
        #expect(theme.string("antal") == "{0} av {1}, {2} {x} { {0}")
        #expect(Theme.filled("{0}!", "hej") == "hej!")
    }

    @Test("assets are named after their content")
    func assets() {
        var problems: [ThemeProblem] = []
        let one = ThemeFixture(over: [
            "tillgangar/stil.css": "a{}", "tillgangar/typsnitt/serif.woff2": "", "tillgangar/LICENS": "x",
        ]).theme(&problems)
        #expect(one.assets.map(\.name) == ["LICENS", "stil-css", "typsnitt-serif-woff2"])
        #expect(
            one.assets.map(\.path) == [
                "tema/LICENS.2961e24b", "tema/stil.e262b4c1.css", "tema/typsnitt/serif.4fd0bfc1.woff2",
            ])
        let other = ThemeFixture(["tillgangar/stil.css": "b{}"], over: ["tillgangar/stil.css": "a{}"]).theme(&problems)
        #expect(other.assets.map(\.bytes) == [Array("b{}".utf8)])
        #expect(other.assets.map(\.path) != ["tema/stil.e262b4c1.css"])
        #expect(problems == [])
    }
}
