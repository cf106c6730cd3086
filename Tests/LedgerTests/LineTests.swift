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
