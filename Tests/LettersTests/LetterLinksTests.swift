import Meetings
import Testing

@testable import Letters

@Suite("Where links of a letter lead")
struct LetterLinksTests {
    private func placed(_ html: String, _ audience: Audience, members: String? = nil) -> String {
        var profile = SiteProfile()
        profile.address = "https://alla.example.se"
        profile.membersPlace = members.map { PublishingTarget(place: .folder("x"), control: $0) }
        let links = LetterLinks(profile, publicPaths: ["arenden/2020-1/index.html", "arenden/2020-1/a.pdf"])
        return String(decoding: links.placed(Array(html.utf8), for: audience), as: UTF8.self)
    }

    @Test("into the reader's own edition; to nothing that the reader cannot see")
    func places() {
        let html =
            "<a href=\"../../arenden/2020-1/#att-2\">a</a><a href=\"./arenden/2020-2/\">b</a><a href=\"#x\">c</a>"
        #expect(
            placed(html, .public)
                == "<a href=\"https://alla.example.se/arenden/2020-1/#att-2\">a</a><a>b</a><a>c</a>")
        #expect(
            placed(html, .members, members: "https://inne.example.se/")
                == "<a href=\"https://inne.example.se/arenden/2020-1/#att-2\">a</a><a href=\"https://inne.example.se/arenden/2020-2/\">b</a><a>c</a>"
        )
        // Nobody has said where members read.
        #expect(
            placed("<a href=\"arenden/2020-1/a.pdf\">a</a>", .members)
                == "<a href=\"https://alla.example.se/arenden/2020-1/a.pdf\">a</a>")
        #expect(
            placed("<a href=\"https://b.se/\">b</a><img src=\"x\" alt=\"\">", .public)
                == "<a href=\"https://b.se/\">b</a>")
    }
}

@Suite("A mail address")
struct MailAddressTests {
    @Test("is taken in its plain form alone", arguments: ["a@b.se", "anna.ek+fs@sub.example.se", "o'neil@example.se"])
    func taken(text: String) { #expect(MailAddress(text)?.text == text) }

    @Test(
        "and nothing that a head could be broken with",
        arguments: [
            "", "a", "a@", "@b", "a@b@c", "a b@c.se", "a@b.se\nBcc: x@y.se", "å@b.se", "a@bö.se", "a..b@c.se",
            ".a@c.se",
            "a@-b.se", "a@b-.se", "a@b..se", "\"a b\"@c.se", "a@b.se,c@d.se", "<a@b.se>", "-a@b c",
        ])
    func refused(text: String) { #expect(MailAddress(text) == nil) }

    @Test("may have a name before it")
    func mailbox() {
        #expect(Mailbox("Kansliet i Å <kansli@b.se>").map(\.name) == "Kansliet i Å")
        #expect(Mailbox("kansli@b.se")?.name == "")
        #expect(Mailbox("<kansli@b.se>") == nil && Mailbox("Kansliet kansli@b.se") == nil)
    }
}
