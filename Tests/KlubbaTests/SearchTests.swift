import Foundation
import Testing

@Suite("Search")
struct SearchTests {
    private let files = [
        "content/arenden/2020-1.md": matter(
            "dnr: 2020:1\ntitel: Lokaler i <Åsvalla>\nfs: 2020-09-18\nbilaga: 1\ninsatsägare: Nyhamns kommun\ninsats: Bron"
        ),
        "content/arenden/2020-2.md": matter(
            "dnr: 2020:2\ntitel: KANARIE\nfs: 2020-09-18\nbilaga: 2\nsynlighet: ledamöter"),
        "content/arenden/2020-3.md": matter("dnr: 2020:3\ntitel: KANARIE\nfs: 2020-09-18\nsynlighet: sekretess"),
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        "content/moten/fs-2020-09-18.protokoll.md":
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1\n\nBeslut: avslag\n\n## § 2 2020:2\n\nBeslut: bifall\n\n## § 3 2020:3\n",
    ]

    @Test("the site's own register has dnr, title, parties, bodies, years and outcome, and nothing that is hidden")
    func register() throws {
        let site = try Workplace(files)
        try site.build()
        let register = try site.read("public/sok/register.js")
        #expect(
            register.contains(
                "[\"arenden/2020-1/\",\"2020:1\",\"Lokaler i \\u003cÅsvalla>\",\"Ärende\",[\"Förbundsstyrelsen\"],[\"2020\"],\"Avslag\",\"Bron, Nyhamns kommun\"],"
            ))
        #expect(!register.contains("KANARIE") && !register.contains("2020:2") && !register.contains("2020:3"))
        let page = try site.read("public/sok/index.html")
        #expect(page.contains("<option>Avslag</option>") && !page.contains("<option>Bifall</option>"))
    }

    @Test("a build without Pagefind says so and goes well; one that is told to do without says nothing")
    func without() throws {
        let site = try Workplace(files)
        #expect(try site.build().err.contains("Pagefind finns inte här: /sok/ söker i dnr, titlar, parter och utfall"))
        #expect(!(try site.build("--no-search").err.contains("Pagefind")))
        #expect(!site.exists("public/pagefind"))
    }

    @Test("a Pagefind that fails is told, and the site is built")
    func failing() throws {
        let site = try Workplace(files)
        try site.write("pagefind", "#!/bin/sh\necho trasig >&2\nexit 3\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.root.appendingPathComponent("pagefind").path)
        let program = site.root.appendingPathComponent("pagefind").path
        let result = try site.run("build", "--today", "2020-10-01", environment: ["KLUBBA_PAGEFIND": program])
        #expect(result.status == 0)
        #expect(result.err.contains("Pagefind kunde inte göra sökregistret (trasig)."))
        #expect(site.exists("public/sok/index.html"))
        #expect(!(try site.read("public/sok/register.js").contains("klubbaFritext")))
    }

    @Test("a Pagefind that failed and then works is asked for by the page, though no text has changed")
    func mended() throws {
        let site = try Workplace(files)
        let program = site.root.appendingPathComponent("pagefind").path
        // The same program both times: what it finds beside itself has changed.
        try site.write(
            "pagefind",
            """
            #!/bin/sh
            [ -f "$(dirname "$0")/fungerar" ] || exit 3
            while [ $# -gt 0 ]; do case $1 in --output-path) out=$2 ;; esac; shift; done
            mkdir -p "$out" && echo x > "$out/pagefind.js"

            """)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        for (works, text) in [(false, "];\n"), (true, "window.klubbaFritext=true;\n")] {
            if works { try site.write("fungerar", "") }
            _ = try site.run("build", "--today", "2020-10-01", environment: ["KLUBBA_PAGEFIND": program])
            #expect(try site.read("public/sok/register.js").hasSuffix(text), "\(works)")
        }
    }

    @Test("the index is owned by the site: it goes when it is built without")
    func owned() throws {
        let site = try Workplace(files)
        let script = """
            #!/bin/sh
            while [ $# -gt 0 ]; do
              case $1 in --site) pages=$2 ;; --output-path) out=$2 ;; esac
              shift
            done
            mkdir -p "$out/fragment"
            grep -rl data-urval "$pages" | sed "s|$pages/||" | sort > "$out/pagefind.js"
            grep -rh data-urval "$pages" | sort > "$out/fragment/a"
            echo x > "$out/pagefind-ui.js"

            """
        try site.write("pagefind", script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.root.appendingPathComponent("pagefind").path)
        let program = site.root.appendingPathComponent("pagefind").path
        #expect(
            try site.run("build", "--today", "2020-10-01", environment: ["KLUBBA_PAGEFIND": program]).status == 0)
        let pages = try site.read("public/pagefind/pagefind.js").split(separator: "\n").map(String.init)
        #expect(
            pages == [
                "arenden/2020-1/index.html", "moten/fs-2020-09-18/index.html",
                "moten/fs-2020-09-18/protokoll/1/index.html",
            ])
        #expect(
            try site.read("public/pagefind/fragment/a").contains(
                "data-urval=\"slag=Ärende|organ=Förbundsstyrelsen|ar=2020|utfall=Avslag\""))
        #expect(!site.exists("public/pagefind/pagefind-ui.js"))
        #expect(try site.read("public/sok/register.js").hasSuffix("];\nwindow.klubbaFritext=true;\n"))
        try site.build()
        #expect(
            try site.read("public/sok/register.js").hasSuffix("];\n"), "the page does not ask for what is not there")
        #expect(!site.exists("public/pagefind"))
    }
}
