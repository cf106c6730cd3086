import Diagnostics
import Testing

@testable import Content

@Suite("What is still to be filled in is told (FORMAT §13)")
struct PlaceholderTests {
    private func lines(_ text: String) -> [Int] {
        var diagnostics: [Diagnostic] = []
        let file = TextFile(Array(text.utf8), file: "content/arenden/a.md", &diagnostics)
        return file?.placeholders.map(\.place.line) ?? []
    }

    @Test(
        "a value, a line, a list item or a clause that is nothing but an ellipsis",
        arguments: [
            "---\ntitel: A\nplats: …\n---\n", "---\ntitel: A\nhandläggare: [Anna, …]\n---\n",
            "---\ntitel: A\nbilagor:\n  - {titel: …, fil: a.pdf}\n---\n", "A\n\n…\n", "A\n\n...\n", "A\n\n- …\n",
            "A\n\n- **att** …\n", "A\n\n1. att ...\n", "A\n\natt …\n", "A\n\n**…**\n", "A\n\n- att** …\n", "A\n\n… …\n",
            "A\n\n- **att**\n", "A\n\n- **att**\n- **att** hyra\n", "A\n\n1. att\n\nB\n", "A\n\n- Att:\n",
            "A\n\nBeslut: att …\n", "A\n\n**Beslut:** …\n", "A\n\nJa: …\n", "A\n\n## …\n", "A\n\n**Nej:** …\n",
            "A\n\n- att […]\n", "A\n\n- att (…)\n", "A\n\n- – …\n", "A\n\n[...]\n",
        ])
    func found(text: String) { #expect(lines(text) == [3] || lines(text) == [4]) }

    @Test(
        "an ellipsis in a sentence is text",
        arguments: [
            "---\ntitel: Hur går det …\n---\n", "A …\n", "Vi undrar... om det går\n", "- **att** bevilja … kronor\n",
            "Och så vidare …\n", "---\ntitel: A\n---\n\n> Citatet […] fortsätter\n",
            "- **att**\n  hyra\n", "- **att**\nhyra\n", "- **att**\n\n  hyra\n", "Vi beslutar\natt\n\n- hyra\n",
            "- attan\n", "Hon svarade så: …\n", "Se https://example.se/…\n",
        ])
    func text(text: String) { #expect(lines(text) == []) }

    @Test("the message quotes the line")
    func message() async throws {
        let site = try Folder(["content/arenden/a.md": "---\ndnr: 2020:1\ntitel: A\n---\n\n## Ärendet\n\n…\n"])
        #expect(
            try await site.messages() == [
                "content/arenden/a.md:8:1: warning[K223]: \"…\" är inte ifyllt, och kan inte förseglas så. Skriv det som ska stå där, eller ta bort raden"
            ])
    }
}
