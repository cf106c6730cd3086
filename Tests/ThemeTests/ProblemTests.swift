import Testing

@testable import Theme

@Suite("A fault in a theme is told with its place")
struct ProblemTests {
    @Test("a key that nobody provides, with the nearest that somebody does")
    func unknownKeys() {
        let fixture = ThemeFixture([
            "arende.mustache": "{{>huvud}}\nå{{tittel}}\n"
                + "{{#bilagor}}{{numer}}{{/bilagor}}{{sajt.nam}}{{#xyzzyx}}{{y}}{{/xyzzyx}}",
            "huvud.mustache": "\n  {{ignress}}",
        ])
        #expect(
            fixture.problems == [
                .own("arende.mustache", 2, 2, .unknownKey(name: "tittel", nearest: "titel")),
                .own("arende.mustache", 3, 13, .unknownKey(name: "numer", nearest: "nummer")),
                .own("arende.mustache", 3, 34, .unknownKey(name: "sajt.nam", nearest: "sajt.namn")),
                .own("arende.mustache", 3, 46, .unknownKey(name: "xyzzyx", nearest: nil)),
                .own("huvud.mustache", 2, 3, .unknownKey(name: "ignress", nearest: "ingress")),
            ])
    }

    @Test("a key in a block, and in the default of a block that is used")
    func unknownKeysInBlocks() {
        let fixture = ThemeFixture(
            ["arende.mustache": "{{<layout}}\n{{$a}}{{titl}}{{/a}}{{$fot}}{{/fot}}{{$aa}}{{/aa}}\n{{/layout}}"],
            over: ["layout.mustache": "{{$a}}{{notused}}{{/a}}{{$b}}{{rto}}{{/b}}{{$fots}}{{/fots}}"])
        #expect(
            fixture.problems == [
                .own("arende.mustache", 2, 7, .unknownKey(name: "titl", nearest: "titel")),
                .own("arende.mustache", 2, 21, .unknownBlock(name: "fot", nearest: "fots")),
                .own("arende.mustache", 2, 37, .unknownBlock(name: "aa", nearest: "a")),
                ThemeProblem(
                    file: "theme/layout.mustache", line: 1, column: 30,
                    reason: .unknownKey(name: "rto", nearest: "rot"), isDefault: true),
            ])
    }

    @Test("names of partials, strings, assets and templates")
    func otherNames() {
        let fixture = ThemeFixture(
            ["arende.mustache": "{{>hufud}}{{text.mottet}}{{fil.stil.css}}{{text.x}}", "huvud.mustache": ""],
            over: ["texter/sv.txt": "motet: Mötet", "tillgangar/stil.css": ""])
        #expect(
            fixture.problems == [
                .own("arende.mustache", 1, 1, .unknownPartial(name: "hufud", nearest: "huvud")),
                .own("arende.mustache", 1, 11, .unknownString(key: "mottet", nearest: "motet")),
                .own("arende.mustache", 1, 26, .unknownAsset(name: "stil.css", nearest: "stil-css")),
                .own("arende.mustache", 1, 42, .unknownString(key: "x", nearest: nil)),
            ])
        let missing = ThemeFixture(["arenden.mustache": ""]).problems
        #expect(missing.map(\.reason) == [.unknownTemplate(name: "arende", nearest: "arenden")])
    }

    @Test("a name that means something else")
    func otherKinds() {
        let fixture = ThemeFixture(["arende.mustache": "{{bilagor}}{{sekretess}}{{sajt}}{{titel.x}}{{.}}"])
        #expect(
            fixture.problems.map(\.reason) == [
                .notText(name: "bilagor", kind: .list), .notText(name: "sekretess", kind: .flag),
                .notText(name: "sajt", kind: .object), .notObject(name: "titel", kind: .text),
                .unknownKey(name: ".", nearest: nil),
            ])
    }

    @Test("every fault of the language, in every file, at once")
    func language() {
        let fixture = ThemeFixture([
            "arende.mustache": "{{#titel}}\n{{#ingress}}{{/titel}}{{/nej}}{{}}{{= = =}}{{titel",
            "enkel.mustache": "{{#a}}{{$b}}{{<c}}{{^d}}",
        ])
        #expect(
            fixture.problems == [
                .own("arende.mustache", 2, 1, .unclosedSection(name: "ingress")),
                .own("arende.mustache", 2, 23, .strayEnd(name: "nej")),
                .own("arende.mustache", 2, 31, .emptyTag),
                .own("arende.mustache", 2, 35, .badDelimiters),
                .own("arende.mustache", 2, 44, .unclosedTag),
                .own("enkel.mustache", 1, 1, .unclosedSection(name: "a")),
                .own("enkel.mustache", 1, 7, .unclosedSection(name: "b")),
                .own("enkel.mustache", 1, 13, .unclosedSection(name: "c")),
                .own("enkel.mustache", 1, 19, .unclosedSection(name: "d")),
            ])
    }

    @Test("text that a layout would lose")
    func contentOutsideBlocks() {
        let fixture = ThemeFixture([
            "arende.mustache": "{{<layout}}\n{{! sagt }}\n<p>\n{{$a}}x{{/a}}\n{{/layout}}",
            "layout.mustache": "{{$a}}{{/a}}",
        ])
        #expect(fixture.problems == [.own("arende.mustache", 3, 1, .contentOutsideBlock)])
    }

    @Test("files that are no part of a theme, are not UTF-8, or clash")
    func files() throws {
        var problems: [ThemeProblem] = []
        let files = [
            ("stil.css", ""), ("README.md", ""), (".DS_Store", ""), ("tillgangar/a.b", "x"), ("tillgangar/a-b", "y"),
        ].map { Theme.File(path: $0.0, bytes: Array($0.1.utf8)) }
        let broken = Theme.File(path: "arende.mustache", bytes: [0x41, 0xE5, 0x0A])
        _ = Theme(overrides: files + [broken], language: "sv", problems: &problems)
        #expect(
            ThemeProblems(problems).problems == [
                .own("arende.mustache", 1, 1, .notUTF8),
                .own("stil.css", 1, 1, .misplacedFile),
                .own("tillgangar/a.b", 1, 1, .assetNameClash(name: "a-b", other: "theme/tillgangar/a-b")),
            ])
        #expect(throws: ThemeProblems.self) { try Theme(overrides: [broken], language: "sv") }
        #expect(throws: ThemeProblems.self) { try Theme(overrides: [], language: "tlh") }
    }
}
