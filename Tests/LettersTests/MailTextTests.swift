import Testing

@testable import Letters

@Suite("How a letter is written as a mail")
struct MailTextTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("a Swedish subject is encoded words of at most 76 signs a line, with no letter cut in two")
    func subject() throws {
        #expect(text(MailText.field("Subject", "Kallelse")) == "Subject: Kallelse\r\n")
        #expect(text(MailText.field("Subject", "Möte")) == "Subject: =?UTF-8?B?TcO2dGU=?=\r\n")
        let long =
            "Protokollsutdrag § 45, Förbundsstyrelsen 11 december 2026: Åtgärder för ökad närvaro i Överby åååååååååå"
        let lines = text(MailText.field("Subject", long)).split(separator: "\r\n")
        #expect(lines.count > 2 && lines.allSatisfy { $0.utf8.count <= 76 })
        for line in lines {
            let word = try #require(line.firstMatch(of: /=\?UTF-8\?B\?([^?]+)\?=/)).1
            let bytes = try #require(Base64.bytes(String(word)))
            #expect(String(validating: bytes, as: UTF8.self) != nil)
        }
    }

    @Test("nothing in a value ends its field")
    func injection() {
        let field = text(MailText.field("Subject", "Ja\r\nBcc: alla@example.se"))
        #expect(field == "Subject: Ja  Bcc: alla@example.se\r\n")
        #expect(text(MailText.field("Subject", "=?UTF-8?B?x?=")) == "Subject: =?UTF-8?B?PT9VVEYtOD9CP3g/PQ==?=\r\n")
    }

    @Test("names stand as they are, in quotes, or encoded")
    func names() {
        let field = MailText.field(
            "To", [("Anna Ek", "a@x.se"), ("Ek, Anna (FK)", "b@x.se"), ("Åsa Öst", "c@x.se"), ("", "d@x.se")])
        #expect(
            text(field)
                == "To: Anna Ek <a@x.se>,\r\n \"Ek, Anna (FK)\" <b@x.se>,\r\n =?UTF-8?B?w4VzYSDDlnN0?=\r\n <c@x.se>,\r\n d@x.se\r\n"
        )
    }

    @Test("text is quoted-printable: no line above 76 signs, no space lost at a line's end, no lone full stop")
    func quotedPrintable() {
        #expect(
            text(MailText.quotedPrintable(Array("a=b å \n.\nFrom mig\nFörslag".utf8)))
                == "a=3Db =C3=A5=20\r\n=2E\r\n=46rom mig\r\nF=C3=B6rslag")
        let long = text(MailText.quotedPrintable(Array(String(repeating: "åäö ", count: 60).utf8)))
        #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test("base64 in lines of 76 signs", arguments: [0, 1, 2, 3, 57, 58, 200])
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let lines = text(MailText.base64(bytes)).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(Base64.bytes(lines.joined()) == bytes)
    }
}

/// Written anew, to read what the room wrote.
private enum Base64 {
    static func bytes(_ text: String) -> [UInt8]? {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var (bits, count, out) = (UInt32(0), 0, [UInt8]())
        for sign in text where sign != "=" {
            guard let value = signs.firstIndex(of: sign) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }
}
