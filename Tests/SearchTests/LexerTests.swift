import Testing

@testable import Search

@Suite("Words of a text")
struct LexerTests {
    @Test("letters and digits are words, in lower case")
    func words() {
        #expect(
            words("Åtgärder, e-post och FS-protokoll (2026).") == [
                "åtgärder", "post", "och", "fs", "protokoll", "2026",
            ])
        #expect(words("sam\u{AD}råd") == ["samråd"], "a soft hyphen is no sign")
    }

    @Test("a diary number is one word however it is written")
    func diaryNumbers() {
        for written in ["2019:30", "2019/30", "2019-30", "2019‑30"] { #expect(words(written).contains("2019-30")) }
        #expect(words("AMN-2026-00041").suffix(2) == ["amn-2026-41", "2026-41"])
        #expect(words("den 2020-09-18").last == "2020-9-18")
    }

    @Test("an amount in groups of three is one number, and years are not")
    func amounts() {
        #expect(words("högst 1 050 000 kronor") == ["högst", "1050000", "kronor"])
        #expect(words("1\u{A0}480\u{A0}000") == ["1480000"])
        #expect(words("2026 300 personer") == ["2026", "300", "personer"])
    }

    @Test("a § and its number are one word too")
    func paragraphs() {
        #expect(words("§ 45") == ["45", "§45"] && words("§ 7, 8") == ["7", "§7", "8"])
    }

    private func words(_ text: String) -> [String] {
        var found: [String] = []
        Array(text.utf8).withUnsafeBufferPointer { text in
            Lexer.read(text) { found.append(String(decoding: $0.bytes, as: UTF8.self)) }
        }
        return found
    }
}
