import CommonMark
import Testing

/// Texts made to hurt. The limits are wide for a debug build on a busy machine; what is quadratic is far beyond them.
@Suite("Texts made to hurt", .serialized)
struct PathologicalTests {
    private func within(_ text: String, limit: Duration = .seconds(10), _ check: (Markdown) -> Bool) {
        var passed = false
        let time = ContinuousClock().measure { passed = check(Markdown(text)) }
        #expect(passed)
        #expect(time < limit)
    }

    @Test("thirty thousand markers within each other")
    func nested() {
        within(String(repeating: ">", count: 30_000) + "a") { $0.depth == 30_001 && $0.plain == Array("a\n".utf8) }
        within(String(repeating: "- ", count: 30_000) + "a") { $0.depth == 60_001 && $0.blocks.count == 1 }
        within(String(repeating: "*a **b ", count: 15_000) + String(repeating: "c** d*", count: 15_000)) {
            $0.depth == 1 && $0.html.count > 400_000
        }
        within(String(repeating: "![", count: 30_000) + "a" + String(repeating: "](b)", count: 30_000)) {
            $0.links.count == 1 && $0.links[0].text == "a"
        }
    }

    @Test("a hundred thousand openings that nothing closes")
    func unclosed() {
        within(String(repeating: "*a ", count: 100_000)) { $0.html.count == 300_007 }
        within(String(repeating: "[", count: 20_000)) { $0.html.count == 20_008 }
        within(String(repeating: "<!-- ", count: 50_000)) { $0.blocks.map(\.kind) == [.html] }
        within("x " + String(repeating: "<!-- ", count: 50_000)) { $0.blocks.map(\.kind) == [.paragraph] }
    }

    @Test("a table of ten thousand rows")
    func longTable() {
        let rows = String(repeating: "| Personal | 800 000 | *76* % |\n", count: 10_000)
        within("| Post | Belopp | Andel |\n|---|--:|--:|\n" + rows) {
            $0.blocks.map(\.kind) == [.table] && $0.plain.count(where: { $0 == UInt8(ascii: "\n") }) == 10_001
        }
    }

    @Test("fifty thousand pipes in a line, with and without a table")
    func pipes() {
        let pipes = String(repeating: "|", count: 50_000)
        within("\(pipes)\n\(pipes)\n\(pipes)") { $0.blocks.map(\.kind) == [.paragraph] }
        let header = String(repeating: "|a", count: 50_000)
        within("\(header)\n\(String(repeating: "|-", count: 50_000))\n\(header)") { $0.blocks.map(\.kind) == [.table] }
        within(String(repeating: "\(String(repeating: "|a", count: 50))\n|-|\n", count: 1_000)) { $0.blocks.count == 1 }
    }

    @Test("a wide table of short rows does not fill the disk")
    func wideTable() {
        let header = String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
        within(header + String(repeating: "|b\n", count: 20_000)) {
            $0.blocks.map(\.kind) == [.table] && $0.html.count < 10_000_000 && $0.plain.count > 20_000
        }
    }

    @Test("thousands of tables, each with something wrong")
    func manyTables() {
        within(String(repeating: "| a |\n|---|\n    kod\n", count: 10_000)) { $0.blocks.count == 20_000 }
        within(String(repeating: "> | a |\n> |---|\n| b |\n|---|\n\n", count: 5_000)) { $0.blocks.count == 10_000 }
        within(String(repeating: "- a\n| b |\n|---|\n", count: 5_000)) { $0.blocks.count == 1 }
        within(String(repeating: "- ", count: 20_000) + "| a |\n|---|\n") { $0.blocks.count == 1 }
    }

    @Test("fifty thousand equal headings")
    func headings() {
        within(String(repeating: "# Samma\n", count: 50_000), limit: .seconds(20)) {
            $0.headings.count == 50_000 && $0.headings.last?.anchor == "samma-50000"
        }
    }
}
