import Testing

@testable import Documents

@Suite("A mail's parts")
struct MailPartsTests {
    private func mail(_ lines: String...) -> MailParts? {
        MailParts(Array(lines.joined(separator: "\r\n").utf8))
    }

    private func parts(_ parts: String..., type: String = "mixed") -> MailParts? {
        let head = "From: a@x.example\r\nSubject: Hej\r\nContent-Type: multipart/\(type); boundary=\"gräns\"\r\n\r\n"
        let body = parts.map { "--gräns\r\n\($0)\r\n" }.joined()
        return MailParts(Array((head + body + "--gräns--\r\n").utf8))
    }

    @Test("are called what their sender called them, in any of the forms that mail programs write")
    func names() throws {
        let names = [
            "filename=\"avtal.pdf\"": "avtal.pdf", "filename=avtal.pdf": "avtal.pdf",
            "filename*=utf-8''Sn%C3%B6avtal.pdf": "Snöavtal.pdf",
            "filename=\"=?utf-8?B?U27DtmF2dGFsLnBkZg==?=\"": "Snöavtal.pdf",
            "filename*0*=iso-8859-1'sv'Sn%F6; filename*1=\"avtal; kopia.pdf\"": "Snöavtal; kopia.pdf",
            "filename=\"\"": "bilaga 1.pdf",
        ]
        for (written, name) in names {
            let mail = parts(
                "Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n \(written)\r\n\r\n%PDF-1.7")
            #expect(mail?.files.map(\.name) == [name], "\(written)")
        }
    }

    @Test("have a subject of plain and encoded words together")
    func subject() {
        let subjects = [
            "Handlingar till =?utf-8?q?m=C3=B6tet?= i maj": "Handlingar till mötet i maj",
            "=?utf-8?q?m=C3?= =?utf-8?q?=B6te_tv=C3=A5?=": "möte två", "=?iso-8859-1?B?5Q==?=rsm\u{F6}te": "årsmöte",
            "2 =? 3": "2 =? 3",
        ]
        for (written, subject) in subjects {
            #expect(mail("From: a@x.example", "Subject: \(written)", "", "Hej")?.subject == subject)
        }
    }

    @Test("are a file each where they are no text: a letter, a part without a name")
    func files() {
        let mail = parts(
            "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nHej.",
            "Content-Type: message/rfc822\r\n\r\nFrom: b@x.example\r\nSubject: Inre\r\n\r\nDet inre brevet.",
            "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR", "Content-Type: text/plain\r\n\r\nMer.")
        #expect(mail?.files.map(\.name) == ["Inre.eml", "bilaga 2.calendar"])
        #expect(mail?.text == "Hej.\r\n\n\nMer.\r\n")
    }

    @Test("say it once where they say it twice, and as a web page where they say it in no other way")
    func pages() {
        let plain = "Content-Type: text/plain\r\n\r\nHej."
        let page = "Content-Type: text/html\r\n\r\n<p>Hej.</p>"
        #expect(parts(plain, page, type: "alternative")?.pages.isEmpty == true)
        #expect(parts(page, type: "alternative")?.pages.count == 1)
        #expect(
            mail("From: a@x.example", "Subject: Hej", "Content-Type: text/html", "", "<p>Hej.</p>")?.pages.count == 1)
    }
}
