import Testing

@Suite("klubba import on an English site")
struct ImportLanguageTests {
    private static let memorandum = """
        Dnr 2020:14
        FS 200918

        Stegvis till arbete, ansökan om medel

        Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        att bevilja insatsen högst 840 000 kronor
        """

    @Test("says everything in English, in the table, the facts, the remarks and the summary")
    func report() throws {
        let site = try Workplace([
            "klubba.yml": Workplace.profile + "språk: en\n", "gamla/papper.txt": Self.memorandum,
            "gamla/tom.txt": "", "gamla/okand.txt": "Hej på er\n", "gamla/bild.png": "inte en text",
        ])
        let rehearsal = try site.run("import", "gamla", "--dry-run")
        for line in [
            "not read: the file is empty", "(would be new)", "This was read, and where it stands:", "sure    dnr ",
            "words: ", "Look at this:",
            "it does not say what kind of paper it is. Members alone see it until you have decided",
            "Passed over, since they are no texts: gamla/bild.png", "3 papers in ", "1 could not be read",
        ] { #expect(rehearsal.out.contains(line), "\(line): \(rehearsal.out)") }
        for word in ["skulle", "säker ", "rad ", "handling", "lästes", "Titta"] {
            #expect(!rehearsal.out.contains(word), "\(word): \(rehearsal.out)")
        }
        let json = try site.run("import", "gamla/okand.txt", "--dry-run", "--format", "json")
        #expect(
            json.out.contains("\"warnings\": [\"no title was found. The file's name is used: Okand\""), "\(json.out)")
        let done = try site.run("import", "gamla/papper.txt")
        #expect(done.out.contains("content/arenden/2020-14/arende.md (new)"))
        #expect(done.out.hasSuffix("Look it over with klubba check.\n"), "\(done.out)")
    }
}
