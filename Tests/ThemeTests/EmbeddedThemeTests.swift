import Testing

@testable import Theme

@Suite("The embedded theme")
struct EmbeddedThemeTests {
    @Test("is in the binary, whole and sound", arguments: ["sv", "en"])
    func sound(language: String) throws {
        let theme = try Theme(overrides: [], language: language)
        #expect(!theme.strings.isEmpty)
        #expect(!theme.assets.isEmpty)
        #expect(Theme.defaultFiles.contains { $0.path.hasSuffix(".mustache") })
    }

    @Test("says everything in both languages")
    func sameKeys() throws {
        let swedish = try Theme(overrides: [], language: "sv").strings.keys
        let english = try Theme(overrides: [], language: "en").strings.keys
        #expect(Set(swedish) == Set(english))
    }

    @Test("keeps bytes that are no text")
    func binary() {
        #expect(EmbeddedTheme.binary("\u{ff}\u{0}a\u{80}") == [0xFF, 0x00, 0x61, 0x80])
    }
}
