import Foundation
import Testing

@Suite("Bad input gets a message, never a crash, a hang or half a site")
struct BadInputTests {
    private func check(_ files: [String: String], prepare: (Workplace) throws -> Void = { _ in }) throws
        -> Program.Result
    {
        let site = try Workplace(files)
        try prepare(site)
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(!site.exists("public"))
        return result
    }

    private let good = ["content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler")]

    @Test("a folder with a text's name, a pipe, and links that lead out, nowhere or round")
    func oddFiles() throws {
        let result = try check(good) { site in
            let content = site.root.appendingPathComponent("content").path
            try FileManager.default.createDirectory(
                atPath: content + "/sidor/mapp.md", withIntermediateDirectories: true)
            #expect(mkfifo(content + "/sidor/ror.md", 0o644) == 0)
            #expect(symlink("/etc/passwd", content + "/sidor/ut.md") == 0)
            #expect(symlink("borta.md", content + "/sidor/vilse.md") == 0)
            #expect(symlink("runt.md", content + "/sidor/runt.md") == 0)
            #expect(symlink("..", content + "/sidor/upp") == 0)
        }
        #expect(result.status == 1)
        #expect(
            result.err == """
                content/sidor/mapp.md:1:1: error[K005]: en mapp får inte heta något på .md. Byt namn på mappen
                content/sidor/ror.md:1:1: error[K004]: detta är en pipe, ingen vanlig fil. Ta bort den ur content/
                content/sidor/runt.md:1:1: error[K009]: länken leder runt till sig själv. Ta bort den
                content/sidor/upp:1:1: error[K007]: länken pekar på .., utanför sin egen mapp. Kopiera filen hit i stället
                content/sidor/ut.md:1:1: error[K007]: länken pekar på /etc/passwd, utanför sin egen mapp. Kopiera filen hit i stället
                content/sidor/vilse.md:1:1: error[K006]: länken pekar på borta.md, som inte finns. Ta bort länken eller lägg tillbaka filen
                Inget byggdes. 1 ärende och 0 möten: 6 fel, 0 varningar.

                """)
    }

    @Test("a file of 65 MB, and a text of ten thousand nested quotes")
    func huge() throws {
        let result = try check(good) { site in
            try site.write("content/sidor/stor.md", Data(repeating: 0x61, count: 65 << 20))
            try site.write("content/sidor/djup.md", String(repeating: "> ", count: 10_000) + "text\n")
        }
        #expect(result.status == 1)
        #expect(
            result.err == """
                content/sidor/djup.md:1:1: error[K011]: texten har citat eller listor i fler än 100 nivåer. Ta bort överflödiga > eller indrag
                content/sidor/stor.md:1:1: error[K010]: filen är 65 MB. En Markdownfil får vara högst 64 MB. Lägg stora underlag som bilagor i ett annat format, till exempel PDF
                Inget byggdes. 1 ärende och 0 möten: 2 fel, 0 varningar.

                """)
    }

    @Test("bytes that are no text are named with line and column")
    func bytes() throws {
        let result = try check(good) { site in
            try site.write("content/sidor/a.md", Data("rad\nåä".utf8) + Data([0xFF]))
            try site.write("content/sidor/b.md", Data("rad\nx".utf8) + Data([0]))
        }
        #expect(result.status == 1)
        #expect(result.err.contains("content/sidor/a.md:2:3: error[K001]: filen är inte UTF-8 här."))
        #expect(result.err.contains("content/sidor/b.md:2:2: error[K002]: filen innehåller ett NUL-tecken här"))
    }

    @Test("two files with one address are both named")
    func addresses() throws {
        let result = try check([
            "content/arenden/a.md": matter("dnr: 2020:1\ntitel: A"),
            "content/arenden/b.md": matter("dnr: 2020/1\ntitel: B"),
            "content/sidor/om oss.md": "# Om\n", "content/sidor/om-oss.md": "# Om\n",
            "content/bild.png": "x", "content/Bild.PNG": "y",
        ])
        #expect(result.status == 1)
        #expect(
            result.err.contains(
                "content/arenden/b.md:2:6: error[K063]: adressen /arenden/2020-1/ används redan av content/arenden/a.md."
            ))
        #expect(
            result.err.contains(
                "content/sidor/om-oss.md:1:1: error[K063]: adressen /sidor/om-oss/ används redan av content/sidor/om oss.md."
            ))
        #expect(result.err.contains("error[K063]: adressen /bild.png används redan av content/Bild.PNG."))
    }

    @Test("a name with a line break stays on the message's line")
    func names() throws {
        let result = try check(good) { site in try site.write("content/sidor/rad\nbrott.md", "text") }
        #expect(result.status == 1)
        #expect(result.err.hasPrefix("content/sidor/rad\\nbrott.md:1:1: error[K012]: filnamnet innehåller radbrytning"))
    }

    @Test("a klubba.yml that is a list, or is no YAML")
    func profiles() throws {
        var files = good
        files["klubba.yml"] = "- ett\n- två\n"
        let list = try check(files)
        #expect(list.status == 1)
        #expect(list.err.hasPrefix("klubba.yml:1:1: error[K041]: klubba.yml ska bestå av nycklar och värden"))
        files["klubba.yml"] = "organisation: \"utan slut\nspråk: sv\n"
        let broken = try check(files)
        #expect(broken.status == 1)
        #expect(broken.err.hasPrefix("klubba.yml:"))
        #expect(broken.err.contains("error[K022]: huvudet kan inte läsas: ett citattecken saknas i slutet."))
    }

    @Test("a folder that is no site says where to go")
    func noSite() throws {
        let site = try Workplace()
        try site.remove("content")
        let result = try site.run("build")
        #expect(result.status == 1)
        #expect(
            result.err.contains(
                "content:1:1: error[K014]: mappen content/ finns inte här. Gå till webbplatsens mapp, eller börja en ny med \"klubba init\""
            ))
    }

    @Test("braces, HTML and scripts in content reach no page as code")
    func code() throws {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: \"{{rot}} <script>alert(1)</script>\"\nhandläggare: \"<img src=x onerror=a>\"",
                "## Förslag till beslut\n\n- **att** <script>bada()</script> {{{fel}}}\n\n"
                    + "## Text\n\n<script>alert(2)</script>\n\n[klicka](javascript:alert(3)) <b onclick=\"x\">fet</b>\n\n"
                    + "![bild](https://annan.example/b.png)\n")
        ])
        let result = try site.build()
        #expect(result.err.contains("warning[K082]: länken \"javascript:alert(3)\""))
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(!page.contains("<script>") && !page.contains("onerror=a>") && !page.contains("href=\"javascript"))
        #expect(!page.contains("<b onclick") && !page.contains("src=\"https://annan.example"))
        #expect(page.contains("{{rot}}") && page.contains("{{{fel}}}") && page.contains("&lt;script&gt;bada()"))
    }

    @Test("links that lead nowhere are errors that suggest what was meant")
    func links() throws {
        var files = good
        files["content/sidor/om.md"] =
            "# Om\n\nSe [ärendet](../arenden/2020-2.md) och [oss](om.md).\n\n![karta](karta.png)\n"
        let result = try check(files)
        #expect(result.status == 1)
        #expect(
            result.err == """
                content/sidor/om.md:3:1: error[K080]: länken leder till "arenden/2020-2.md", som inte finns. Menade du "arenden/2020-1.md"?
                content/sidor/om.md:5:1: error[K080]: länken leder till "sidor/karta.png", som inte finns. Rätta den
                Inget byggdes. 1 ärende och 0 möten: 2 fel, 0 varningar.

                """)
    }
}
