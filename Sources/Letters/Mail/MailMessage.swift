import Meetings
import System

/// A letter as a mail (RFC 5322, MIME): the same letter, day and sender give the same bytes.
public struct MailMessage: Sendable {
    public let letter: Letter
    public let sender: Mailbox?
    /// The day that it is dated.
    public let day: CalendarDate

    public init(_ letter: Letter, sender: Mailbox?, day: CalendarDate) {
        (self.letter, self.sender, self.day) = (letter, sender, day)
    }
}

extension MailMessage {
    /// To open in a mail program: Outlook takes it for a draft.
    public var draft: [UInt8] { head(["X-Unsent: 1"]) + body }

    /// To hand to `sendmail -t`, with the line ends of a text on this machine.
    public var outgoing: [UInt8] { (head([]) + body).filter { $0 != UInt8(ascii: "\r") } }

    /// Other for other content, recipients or sender.
    public var identifier: String { "\(digest).klubba@\(sender?.address.domain ?? "klubba.invalid")" }

    private var digest: String {
        var hash = SHA256Sum()
        let people = letter.recipients.map { "\($0.name) <\($0.address.text)>" }.joined(separator: "\n")
        let from = sender.map { "\($0.name) <\($0.address.text)>" } ?? ""
        for part in ["\(day)", letter.subject, from, people] { hash.update(Array("\(part)\0".utf8)) }
        hash.update(letter.html)
        if let attachment = letter.attachment {
            hash.update(Array("\(attachment.name)\0".utf8))
            hash.update(attachment.bytes)
        }
        return String(hash.text.prefix(32))
    }

    private func head(_ more: [String]) -> [UInt8] {
        var head: [UInt8] = []
        if let sender { head += MailText.field("From", [(sender.name, sender.address.text)]) }
        if !letter.recipients.isEmpty {
            head += MailText.field("To", letter.recipients.map { ($0.name, $0.address.text) })
        }
        head += MailText.field("Subject", letter.subject)
        head += MailText.field("Date", date)
        head += MailText.field("Message-ID", "<\(identifier)>")
        head += MailText.field("Content-Language", letter.language)
        for line in more { head += "\(line)\r\n".utf8 }
        return head + "MIME-Version: 1.0\r\n".utf8
    }

    /// Noon of the day in universal time: what comes out hangs on the day alone.
    private var date: String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let weekday = weekdays[(day.weekday - 1) % 7]
        return "\(weekday), \(day.day) \(months[(day.month - 1) % 12]) \(day.year) 12:00:00 +0000"
    }

    private var body: [UInt8] {
        let text = part(
            "text/plain; charset=utf-8", "quoted-printable", MailText.quotedPrintable(PlainPage(letter.html).text))
        let page = part("text/html; charset=utf-8", "quoted-printable", MailText.quotedPrintable(html))
        let both = multipart("alternative", "a", [text, page])
        guard let attachment = letter.attachment else { return both }
        let file = part(
            "application/pdf; name=\"\(attachment.name)\"", "base64", MailText.base64(attachment.bytes),
            "Content-Disposition: attachment; filename=\"\(attachment.name)\"\r\n")
        return multipart("mixed", "b", [both, file])
    }

    private var html: [UInt8] { PlainPage.withoutComments(letter.html) }

    private func part(_ type: String, _ encoding: String, _ bytes: [UInt8], _ more: String = "") -> [UInt8] {
        Array("Content-Type: \(type)\r\n\(more)Content-Transfer-Encoding: \(encoding)\r\n\r\n".utf8) + bytes
    }

    /// A boundary that holds "=_" is in no quoted-printable text.
    private func multipart(_ kind: String, _ mark: String, _ parts: [[UInt8]]) -> [UInt8] {
        let boundary = "=_klubba_\(mark)_\(digest)"
        var out = Array("Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\r\n\r\n".utf8)
        for part in parts { out += Array("--\(boundary)\r\n".utf8) + part + Array("\r\n".utf8) }
        return out + Array("--\(boundary)--\r\n".utf8)
    }
}
