import Foundation

/// A site with papers of every kind and visibility, for the tests of the sealed record.
enum SealedSite {
    static let record = "content/moten/fs-2020-09-18.protokoll.md"
    static let text = "content/arenden/2020-1/arende.md"
    static let log = "content/beslutslogg.jsonl"

    static func make() throws -> Workplace {
        let site = try Workplace([
            text: matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.2\nbilagor: [ansokan.md, budget.pdf]",
                "## Förslag till beslut\n\n- **att** hyra lokalen för högst 90 000 kronor\n- **att** köpa möbler\n\n## Ärendet\n\nLokalen ligger vid torget. Se bilaga 1.1.\n"
            ),
            "content/arenden/2020-1/ansokan.md": "# Ansökan\n\nVi söker om en lokal & möbler.\n",
            "content/arenden/2020-2/arende.md": matter(
                "dnr: 2020:2\ntitel: Rekrytering\nfs: 2020-09-18\nbilaga: 2 - 2.1\nsynlighet: ledamöter"),
            "content/arenden/2020-2/2.1 Profil.md": "# Profil\n\nEn kunnig person.\n",
            "content/arenden/2020-3.md": matter(
                "dnr: 2020:3\ntitel: Tvisten\nfs: 2020-09-18\nbilaga: 3\nsynlighet: sekretess", "Hemligt.\n"),
            "content/moten/fs-2020-09-18.md":
                "---\nkallelse: 2020-09-11\ndagordning: [Öppnande, 2020:1, 2020:2, 2020:3]\n---\n\nVälkomna till mötet.\n",
        ])
        try site.write("content/arenden/2020-1/budget.pdf", Data("%PDF-1.4 budget".utf8))
        return site
    }

    static let minutes = """
        ---
        ordförande: NN
        justerat: 2020-09-25
        anslaget: 2020-09-26
        ---

        ## § 7 Öppnande

        Ordföranden öppnar mötet.

        ## § 8 2020:1

        Beslut: 1 bifall, 2 avslag

        ### Reservation

        En ledamot reserverar sig.

        ## § 9 2020:2

        Beslut: noteras

        ## § 10 2020:3

        Beslut: noteras

        """

    /// Kallelse sealed on 11 September, minutes on 25 September, and the public site built.
    static func sealed() throws -> Workplace {
        let site = try make()
        try seal(site, "2020-09-11")
        try site.write(record, minutes)
        try seal(site, "2020-09-25")
        try site.build()
        return site
    }

    static func seal(_ site: Workplace, _ day: String, _ arguments: String...) throws {
        let result = try site.run(["seal", "fs-2020-09-18", "--today", day] + arguments)
        if result.status != 0 { throw Refused(text: result.err) }
    }

    struct Refused: Error { let text: String }

    /// What verify says, without its summary.
    static func verify(_ site: Workplace, _ arguments: String...) throws -> (status: Int32, lines: [String]) {
        let result = try site.run(["verify", "--today", "2020-10-01"] + arguments)
        return (result.status, result.err.split(separator: "\n").map(String.init).filter { $0.contains(": error[") })
    }
}

extension Workplace {
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try read(path)
        guard text.contains(old) else { throw SealedSite.Refused(text: "\(path) has no \(old)") }
        try write(path, text.replacing(old, with: new, maxReplacements: 1))
    }
}
