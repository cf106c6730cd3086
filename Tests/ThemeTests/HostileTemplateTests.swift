import Testing

@testable import Theme

@Suite("No template brings the program down")
struct HostileTemplateTests {
    private func reasons(_ files: [String: String]) -> [ThemeProblem.Reason] {
        ThemeFixture(files).problems.map(\.reason)
    }

    @Test("20,000 nested sections")
    func nestedSections() {
        let template = String(repeating: "{{#titel}}", count: 20_000) + String(repeating: "{{/titel}}", count: 20_000)
        #expect(reasons(["arende.mustache": template]) == [.tooDeep(limit: 64)])
    }

    @Test("10,000 sections in a row, and 5,000 ends of none")
    func manySections() {
        let row = String(repeating: "{{#titel}}x{{/titel}}\n", count: 10_000)
        #expect(ThemeFixture(["arende.mustache": row]).page().utf8.count == 20_000)
        let stray = String(repeating: "{{/titel}}", count: 5_000)
        #expect(reasons(["arende.mustache": stray]).count == 500)
    }

    @Test("20,000 partials, each in the one before")
    func nestedPartials() {
        var files = ["arende.mustache": "{{>p0}}"]
        for number in 0..<20_000 { files["p\(number).mustache"] = "{{>p\(number + 1)}}" }
        #expect(reasons(files) == [.tooDeep(limit: 128)])
    }

    @Test("partials that include themselves without end")
    func endlessPartials() {
        #expect(reasons(["arende.mustache": "{{>a}}", "a.mustache": "{{>a}}"]) == [.endlessPartial(name: "a")])
        #expect(
            reasons([
                "arende.mustache": "{{>a}}", "a.mustache": "{{>b}}",
                "b.mustache": "{{#sekretess}}{{>a}}{{/sekretess}}",
            ]) == [.endlessPartial(name: "a")])
        // `parter` is always the page's list, however deep.
        #expect(
            reasons(["arende.mustache": "{{>a}}", "a.mustache": "{{#parter}}{{>a}}{{/parter}}"])
                == [.endlessPartial(name: "a")])
        #expect(reasons(["arende.mustache": "{{<arende}}{{/arende}}"]) == [.endlessPartial(name: "arende")])
    }

    @Test("partials that double at every step, with and without text")
    func doublingPartials() {
        for text in ["x", ""] {
            var files = ["arende.mustache": "{{>p0}}"]
            for number in 0..<40 { files["p\(number).mustache"] = "{{>p\(number + 1)}}{{>p\(number + 1)}}" }
            files["p40.mustache"] = text
            #expect(reasons(files) == [.tooLarge(limit: 50_000)])
        }
    }

    @Test("a block inside its own content, and blocks that pass themselves on")
    func blocksInThemselves() {
        let fixture = ThemeFixture([
            "arende.mustache": "{{<p}}{{$a}}1{{$a}}2{{/a}}{{/a}}{{/p}}", "p.mustache": "{{$a}}0{{/a}}",
        ])
        #expect(fixture.page() == "12")
        let passed = reasons([
            "arende.mustache": "{{>p}}", "p.mustache": "{{$a}}{{/a}}{{<p}}{{$a}}{{$a}}{{/a}}{{/a}}{{/p}}",
        ])
        #expect(passed == [.endlessPartial(name: "p")] || passed == [.tooDeep(limit: 128)])
    }

    @Test("a file far too large, a tag that never ends, bytes of every kind")
    func oddBytes() {
        #expect(
            reasons(["arende.mustache": String(repeating: "x", count: 5_000_000)]) == [.tooLarge(limit: 4_000_000)])
        #expect(
            reasons(["arende.mustache": "{{" + String(repeating: "x", count: 1_000_000)]) == [.unclosedTag])
        #expect(reasons(["arende.mustache": "{{titel\u{0}}}"]).count == 1)
        #expect(reasons(["arende.mustache": "{"]).isEmpty)
        #expect(reasons(["arende.mustache": "{{{titel}}"]) == [.unclosedTag])
        #expect(reasons(["arende.mustache": "{{..}}{{a.}}{{.a}}"]).count == 3)
    }
}
