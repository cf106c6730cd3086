import Testing

@testable import Theme

@Suite("A template and a context make a page")
struct PageTests {
    private func page(_ template: String, _ context: ArendePage = ArendePage()) -> String {
        ThemeFixture(["arende.mustache": template]).page(context)
    }

    @Test("text is escaped, safe HTML is not")
    func escaping() {
        let context = ArendePage(titel: "<Å> & \"ö\" 'ä'")
        #expect(page("{{titel}}", context) == "&lt;Å&gt; &amp; &quot;ö&quot; &#39;ä&#39;")
        #expect(page("{{{titel}}}{{&titel}}", context) == "<Å> & \"ö\" 'ä'<Å> & \"ö\" 'ä'")
        #expect(page("{{brodtext}}|{{{brodtext}}}|{{signatur}}") == "<p>Text & tal</p>|<p>Text & tal</p>|<b>11</b>")
        #expect(page("{{sajt.namn}}") == "Samordning &amp; stöd")
    }

    @Test("a section is there when its text, HTML, flag or object is")
    func sections() {
        let template =
            "{{#ingress}}({{.}}){{/ingress}}{{^ingress}}-{{/ingress}}{{#sekretess}}S{{/sekretess}}"
            + "{{#handlaggare}}{{namn}}{{/handlaggare}}{{^handlaggare}}ingen{{/handlaggare}}"
            + "{{#brodtext}}[{{.}}]{{/brodtext}}{{#signatur}}!{{/signatur}}"
        #expect(page(template) == "-ingen[<p>Text & tal</p>]!")
        let full = ArendePage(ingress: "a<b", brodtext: [], arSekretess: true, handlaggare: Person(namn: "Eva"))
        #expect(page(template, full) == "(a&lt;b)SEva!")
        #expect(page(template, ArendePage(ingress: "", brodtext: nil)) == "-ingen!")
    }

    @Test("lists repeat, know what surrounds them, and may hold themselves")
    func lists() {
        let tree = [Bilaga(nummer: "6", bilagor: [Bilaga(nummer: "6.1"), Bilaga(nummer: "6.2")]), Bilaga(nummer: "7")]
        let context = ArendePage(titel: "T", bilagor: tree, parter: ["A", "<B>"])
        #expect(page("{{#parter}}{{titel}}:{{.}};{{/parter}}", context) == "T:A;T:&lt;B&gt;;")
        let nested = ThemeFixture([
            "arende.mustache": "{{#bilagor}}\n{{>delar/bilaga}}\n{{/bilagor}}\n",
            "delar/bilaga.mustache": "<li>{{nummer}} {{titel}}{{#bilagor}}({{>delar/bilaga}}){{/bilagor}}</li>",
        ])
        #expect(
            nested.page(context)
                == "<li>6 T(<li>6.1 T</li>)(<li>6.2 T</li>)</li><li>7 T</li>")
    }

    @Test("pages fill the blocks of a layout")
    func layouts() {
        let page = """
            {{<layout}}
            {{$innehall}}
            <h1>{{titel}}</h1>
            {{<kort}}{{/kort}}
            {{<kort}}{{$rubrik}}eget{{/rubrik}}{{/kort}}
            {{/innehall}}
            {{$rubrik}}{{titel}} – {{sajt.namn}}{{/rubrik}}
            {{/layout}}
            """
        let layout = """
            <title>{{$rubrik}}{{sajt.namn}}{{/rubrik}}</title>
            <main>
              {{$innehall}}
              {{/innehall}}
            </main>

            """
        let card = "<i>{{$rubrik}}kort{{/rubrik}}</i>\n"
        let fixture = ThemeFixture(["arende.mustache": page, "layout.mustache": layout, "kort.mustache": card])
        #expect(
            fixture.page() == """
                <title>Förlängning – Samordning &amp; stöd</title>
                <main>
                  <h1>Förlängning</h1>
                  <i>kort</i>
                  <i>eget</i>
                </main>

                """)
    }

    @Test("strings and assets are named by text and fil")
    func stringsAndAssets() {
        let fixture = ThemeFixture(
            ["arende.mustache": "{{text.a.b}} {{{text.a.b}}} {{rot}}{{fil.stil-css}}"],
            over: ["texter/sv.txt": "a.b: Frågor & svar", "tillgangar/stil.css": "a{}"])
        #expect(fixture.page() == "Frågor &amp; svar Frågor & svar ../../tema/stil.e262b4c1.css")
    }

    @Test("data that is nested without end is cut, not a crash")
    func deepData() {
        var bilaga = Bilaga(nummer: "0")
        for number in 1...2_000 { bilaga = Bilaga(nummer: "\(number)", bilagor: [bilaga]) }
        let fixture = ThemeFixture([
            "arende.mustache": "{{#bilagor}}{{>b}}{{/bilagor}}",
            "b.mustache": "{{nummer}},{{#bilagor}}{{>b}}{{/bilagor}}",
        ])
        let page = fixture.page(ArendePage(bilagor: [bilaga]))
        #expect(page.hasPrefix("2000,1999,"))
        #expect(page.split(separator: ",").count >= 100)
    }

    @Test("one template renders on many threads at once")
    func concurrency() async {
        let fixture = ThemeFixture(["arende.mustache": "{{#parter}}{{.}}{{titel}}{{/parter}}"])
        var problems: [ThemeProblem] = []
        let template = fixture.theme(&problems).template("arende", for: ArendePage.self, problems: &problems)
        let pages = await withTaskGroup(of: [UInt8].self) { group in
            for number in 0..<200 {
                group.addTask {
                    var bytes: [UInt8] = []
                    template.render(ArendePage(titel: "\(number)", parter: ["a", "b"]), into: &bytes)
                    return bytes
                }
            }
            return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(pages.count == 200)
    }
}
