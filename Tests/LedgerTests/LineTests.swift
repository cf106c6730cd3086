import Meetings
import Testing

@testable import Ledger

@Suite("A line of the log")
struct LineTests {
    @Test("has one form, byte for byte (docs/record-format.md)")
    func form() {
        let entry = LogEntry(
            number: 7, time: LogTime(seconds: 1_601_640_000), meeting: "fs-2020-09-18", kind: .correction,
            reason: "Fel \"belopp\"\ti § 45 \\ åäö", leftOut: ["bilaga", "fs"],
            papers: [
                LogPaper(
                    path: "arenden/2020-1/a.pdf", title: "Bilaga 1.1 A", size: 3, digest: Digest(of: "abc"),
                    content: Digest(of: "abc"), visibility: "ledamöter")
            ], withdrawn: ["arenden/2020-1/b.pdf"], previous: .nothing)
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let signed =
            #"{"nr":7,"tid":"2020-10-02T12:00:00Z","mote":"fs-2020-09-18","slag":"rättelse","#
            + #""skal":"Fel \"belopp\"\ti § 45 \\ åäö","utelamnat":["bilaga","fs"],"handlingar":["#
            + #"{"fil":"arenden/2020-1/a.pdf","titel":"Bilaga 1.1 A","storlek":3,"sha256":"\#(abc)","innehall":"\#(abc)","#
            + #""synlighet":"ledamöter","publicerat":[]}],"utgar":["arenden/2020-1/b.pdf"],"#
            + #""fore":"\#(Digest.nothing.text)","nyckel":"""#
        let line = LogLine(entry)
        #expect(
            String(decoding: line.bytes, as: UTF8.self)
                == signed + #","summa":"\#(Digest(of: signed).text)","signatur":""}"# + "\n")
        #expect(LogLine(reading: line.bytes.dropLast()) == line)
    }

    @Test("is read back as it was written, whatever characters it has")
    func roundTrip() {
        for reason in ["\u{0}\u{1F}\u{8}\u{C}\r\n\t", "😀 \u{2028} \u{7F}", "}]\",\"", "\\u0041"] {
            let entry = LogEntry(
                number: 1, time: LogTime(seconds: 0), meeting: "fs-2020-09-18", kind: .correction, reason: reason,
                leftOut: [], papers: [], previous: .nothing)
            let line = LogLine(entry)
            #expect(LogLine(reading: line.bytes.dropLast())?.entry == entry)
        }
    }

    @Test("times are seconds in universal time, and in one form")
    func times() {
        #expect(LogTime(seconds: 1_600_000_000).text == "2020-09-13T12:26:40Z")
        #expect(LogTime("2020-09-13T12:26:40Z")?.seconds == 1_600_000_000)
        for wrong in ["2020-09-13", "2020-09-13T24:00:00Z", "2020-02-30T12:00:00Z", "2020-09-13 12:26:40Z", ""] {
            #expect(LogTime(wrong) == nil)
        }
    }

    @Test("a key is read from openssl's file or from its digits")
    func keys() throws {
        let pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----

            """
        // RFC 8032, 7.1, test 1
        let public1 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        #expect(SigningKey(pem)?.publicKey == public1)
        #expect(
            SigningKey("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n")?.publicKey == public1)
        let signature =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        #expect(try #require(PublicKey(public1)).isSignature(signature, of: []))
        for wrong in ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", public1 + public1] {
            #expect(SigningKey(wrong) == nil)
        }
    }
}

@Suite("A line of the second version")
struct SecondLineTests {
    private func entry(_ text: String = "Öppnande") -> LogEntry {
        LogEntry(
            number: 1, time: LogTime(seconds: 1_601_640_000), meeting: "fs-2020-09-18", kind: .summons,
            leftOut: ["bilaga"], papers: [], previous: .nothing,
            summons: LogSummons(
                bodies: ["fs", "amn"], days: ["2020-09-18", "2020-09-19"], time: "13.00", place: "Salen",
                status: "kallat",
                visibility: "offentlig",
                agenda: [
                    LogSummons.Item(text: text, paper: LogSummons.Paper(visibility: "offentlig")),
                    LogSummons.Item(
                        text: "",
                        paper: LogSummons.Paper(
                            path: "arenden/a/arende.md", number: "6", title: "2020:1 A", visibility: "offentlig"),
                        attachments: [
                            LogSummons.Paper(
                                path: "arenden/a/b.pdf", number: "6.1", title: "B", visibility: "ledamöter")
                        ]),
                ]))
    }

    @Test("tells of the meeting and its agenda, in one form byte for byte (docs/record-format.md)")
    func form() {
        let signed =
            #"{"version":2,"nr":1,"tid":"2020-10-02T12:00:00Z","mote":"fs-2020-09-18","slag":"kallelse","skal":"","#
            + #""sammantrade":{"organ":["fs","amn"],"dagar":["2020-09-18","2020-09-19"],"klockslag":"13.00","plats":"Salen","#
            + #""status":"kallat","synlighet":"offentlig"},"dagordning":["#
            + #"{"punkt":"Öppnande","fil":"","nummer":"","titel":"","synlighet":"offentlig","bilagor":[]},"#
            + #"{"punkt":"","fil":"arenden/a/arende.md","nummer":"6","titel":"2020:1 A","synlighet":"offentlig","bilagor":["#
            + #"{"fil":"arenden/a/b.pdf","nummer":"6.1","titel":"B","synlighet":"ledamöter"}]}],"#
            + #""utelamnat":["bilaga"],"handlingar":[],"utgar":[],"fore":"\#(Digest.nothing.text)","nyckel":"""#
        let line = LogLine(entry())
        #expect(
            String(decoding: line.bytes, as: UTF8.self)
                == signed + #","summa":"\#(Digest(of: signed).text)","signatur":""}"# + "\n")
        #expect(LogLine(reading: line.bytes.dropLast()) == line)
    }

    @Test("is read back whatever characters its agenda has, and a line of another version is damaged")
    func reading() {
        for text in ["\u{0}\u{1F}\r\n\t", "😀 \u{2028}", "}],\"utelamnat\":[", "\\u0041", ""] {
            let line = LogLine(entry(text))
            #expect(LogLine(reading: line.bytes.dropLast()) == line)
        }
        let text = String(decoding: LogLine(entry()).bytes.dropLast(), as: UTF8.self)
        for wrong in [
            text.replacing("\"version\":2", with: "\"version\":3"), text.replacing("\"version\":2,", with: ""),
            text.replacing(",\"klockslag\":\"13.00\"", with: ""),
            text.replacing("\"bilagor\":[]", with: "\"bilagor\":[{}]"),
        ] {
            #expect(LogLine(reading: Array(wrong.utf8)[...]) == nil)
        }
    }

    @Test("what was told first of a paper's number is what was sent")
    func sent() throws {
        let body = try #require(BodyCode("FS"))
        var later = entry()
        later.number = 2
        later.kind = .supplement
        later.summons?.agenda[1].paper.number = "7"
        later.summons?.agenda[1].attachments.append(LogSummons.Paper(path: "arenden/a/c.pdf", number: "7.1"))
        let first = LogLine(entry())
        later.previous = first.digest
        let log = LogFixture.log([first, LogLine(later)])
        #expect(log.isWhole)
        let bodies = [Body(code: body, name: "FS", role: .deciding)]
        let meeting = try #require(MeetingID(slug: "fs-2020-09-18", bodies: [body]))
        let numbers = try #require(SealHistory.sentNumbers(log, bodies: bodies)[meeting])
        #expect(numbers.number(of: "content/arenden/a/arende.md")?.description == "6")
        #expect(numbers.number(of: "content/arenden/a/c.pdf")?.description == "7.1")
        #expect(!numbers.wasSent("content/arenden/a/d.pdf"))
    }
}

@Suite("A line of the third version")
struct ThirdLineTests {
    private func entry(_ text: String = "Avslag") -> LogEntry {
        LogEntry(
            number: 1, time: LogTime(seconds: 1_601_640_000), meeting: "fs-2020-09-18", kind: .notice, leftOut: [],
            papers: [], previous: .nothing,
            summons: LogSummons(
                bodies: ["fs"], days: ["2020-09-18"], time: "", place: "", status: "genomfört",
                visibility: "offentlig", agenda: []),
            notices: [
                LogNotice(paragraph: 0, posted: "2020-09-26", lastAppealDay: "2020-10-19", keptAt: "Kansliet")
            ],
            settings: LogSettings(
                bodies: [LogSettings.Body(code: "fs", name: "Förbundsstyrelsen", role: "beslutande")], daysToPost: 2,
                appealDays: 21, keptAt: "Kansliet", appealPage: "",
                words: [LogSettings.Word(key: "utfall_avslag", text: text)],
                templates: [LogSettings.Template(path: "theme/sidfot.mustache", digest: .nothing)]))
    }

    @Test(
        "tells of the notices that hang and of what klubba.yml and the theme said, in one form (docs/record-format.md)")
    func form() {
        let signed =
            #"{"version":3,"nr":1,"tid":"2020-10-02T12:00:00Z","mote":"fs-2020-09-18","slag":"anslag","skal":"","#
            + #""sammantrade":{"organ":["fs"],"dagar":["2020-09-18"],"klockslag":"","plats":"","status":"genomfört","#
            + #""synlighet":"offentlig"},"dagordning":[],"#
            + #""anslag":[{"paragraf":0,"anslaget":"2020-09-26","overklagas":"2020-10-19","forvaras":"Kansliet"}],"#
            + #""installningar":{"organ":[{"kod":"fs","namn":"Förbundsstyrelsen","roll":"beslutande"}],"tillkannage":2,"#
            + #""overklagandetid":21,"forvaras":"Kansliet","overklagan":"","ord":[{"nyckel":"utfall_avslag","text":"Avslag"}],"#
            + #""mallar":[{"fil":"theme/sidfot.mustache","sha256":"\#(Digest.nothing.text)"}]},"#
            + #""utelamnat":[],"handlingar":[],"utgar":[],"fore":"\#(Digest.nothing.text)","nyckel":"""#
        let line = LogLine(entry())
        #expect(
            String(decoding: line.bytes, as: UTF8.self)
                == signed + #","summa":"\#(Digest(of: signed).text)","signatur":""}"# + "\n")
        #expect(LogLine(reading: line.bytes.dropLast()) == line)
    }

    @Test("is read back whatever its words are")
    func reading() {
        for text in ["\u{0}\r\n", "}]},\"utelamnat\":[", "\\u0041", ""] {
            let line = LogLine(entry(text))
            #expect(LogLine(reading: line.bytes.dropLast()) == line)
        }
    }

    @Test("what changed since is told by the file and both its words")
    func changes() throws {
        let settings = try #require(entry().settings)
        var now = settings
        now.words = [LogSettings.Word(key: "utfall_avslag", text: "Bifall")]
        now.appealDays = 14
        now.templates = []
        #expect(settings.changes(to: settings).isEmpty)
        #expect(
            settings.changes(to: now).map { "\($0.file) \($0.what): \($0.old) → \($0.new)" } == [
                "klubba.yml överklagandetid-dagar: 21 → 14", "theme/texter utfall_avslag: Avslag → Bifall",
                "theme/sidfot.mustache :  → ",
            ])
    }
}
