import Diagnostics
import System
import Testing

@testable import Import

@Suite("What an import says, in the site's language")
struct WordingTests {
    private static let remarks: [Remark] = [
        .windowsEncoding, .brokenUTF8(line: 3), .nothingRead(.empty), .notWritten(.noMeeting), .noDiaryNumber,
        .noTitle(used: "x"), .noProposal, .noClauses, .noMeeting, .fromName(key: "datum", value: "x"), .unknownKind,
        .noParagraphs, .paragraphWithoutDecision(number: 4), .unreadableDate(label: "Datum", text: "x", line: 3),
        .unreadableNumbers(text: "x", line: 3), .unknownBody(name: "x", code: "X"), .severalProposals(line: 3),
        .repeatedText(line: 3, first: 1), .paragraphOrder(number: 4, line: 3), .approvedTooEarly(date: "2024-01-02"),
        .doubt(ImportFact("dnr", "2026:41", line: 12, isSure: false)), .identityNumber(line: 3),
        .email(line: nil, page: 3), .phone(line: nil), .redacted(count: 1), .redacted(count: 2), .originalLeftOut,
        .split(title: "x", line: 3), .joined(file: "x", reason: .sameDiaryNumber),
        .numberTaken(number: "4", meeting: "fs-2024-01-02", other: "x"),
        .matterLaidUp(dnr: "2026:41", from: .record("fs-2024-01-02")), .sameText(file: "x"), .similarMatters(key: "x"),
        .recognised(page: 3, confidence: 60), .recognised(page: 3, confidence: 96), .paperMissing(number: "4"),
        .paperUnclaimed, .unsureCut(page: 3, signs: [.letterSize, .pageSize]), .unsureHidden(page: 3),
        .guessedOwner("2026:41", page: 3, isHidden: true), .packetWithoutMeeting,
        .packetNotKept(meeting: "fs-2024-01-02", line: "original: x"), .pagesKeptWhole, .hiddenSheet(name: "x"),
        .unreadSheet(name: "x"), .hiddenCells(name: "x", rows: 1, columns: 0), .textBox(text: "x"),
        .trackedAdditions(count: 1), .trackedAdditions(count: 2),
        .unchangedExport, .changedInWord(ExportChange("a", "b", at: .clause(2, paragraph: 45))),
        .changedInBoth(ExportChange("", "b")), .matterUntitled(dnr: "2026:41"), .unreadableParagraphs(line: 4),
        .secondProposal(dnr: "2026:41", file: "x"),
        .notWritten(.notPublic),
        .changedInWord(ExportChange("a", "a")),
        .noKeyInWord(ExportChange("a", "b")), .valueNotTaken(ExportChange("a", "b")), .exportWithoutText,
        .picture(words: "x"), .picture(words: ""), .innerLinks(count: 1), .innerLinks(count: 2),
        .linksLeftOut(targets: ["x"]), .linksLeftOut(targets: ["x", "y"]),
    ]

    @Test("every remark is a line of its own in each language", arguments: remarks)
    func remark(_ remark: Remark) {
        let (swedish, english) = (remark.text(in: .swedish), remark.text(in: .english))
        #expect(!swedish.isEmpty && !english.isEmpty)
        #expect(swedish != english)
        #expect(!(swedish + english).contains("\n"))
    }

    @Test("a guess has its place, by line or by page")
    func place() {
        let doubt = Remark.doubt(ImportFact("dnr", "2026:41", line: 12, isSure: false))
        #expect(
            doubt.text(withLines: true, in: .english)
                == "line 12: dnr: perhaps 2026:41. It was not written: fill it in if it is right")
        #expect(
            doubt.text(withLines: false, page: { _ in 2 }, in: .english)
                == "page 2: dnr: perhaps 2026:41. It was not written: fill it in if it is right")
        #expect(
            doubt.text(withLines: false, page: { _ in 2 })
                == "sida 2: dnr: kanske 2026:41. Det skrevs inte: fyll i det om det stämmer")
    }

    @Test("the signs, the reasons for noise and the refusals have both languages")
    func parts() {
        for reason in NoiseLine.Reason.allCases { #expect(reason.text(in: .swedish) != reason.text(in: .english)) }
        let signs: [PacketMark] = [
            .start, .plan, .divider("x"), .bookmark("x"), .listed("x"), .restart(total: 4), .letterhead("x"),
            .diaryNumber("x"), .attachment("4"), .ended(page: 4, total: 4), .pageSize, .letterSize, .after(.cover),
        ]
        for sign in signs { #expect(sign.text(in: .swedish) != sign.text(in: .english)) }
        let refusals: [ImportRefusal] = [
            .empty, .binary, .tooLarge(megabytes: 9, limit: 8), .toolMissing("pdfinfo", package: "poppler-utils"),
            .toolFailed("x"), .locked, .damagedPDF, .noPages, .tooManyPages(501), .noSuchPage(9, count: 1),
            .notWhatItSays(ending: "pdf"), .otherFormat(ending: "ppt"), .unreadable(reason: SystemReason(5)),
            .brokenLink,
            .notAFile, .linkOutside, .pandocMissing, .brokenWord, .brokenOffice, .wordBomb(megabytes: 9),
            .pandocNotStarted, .pandocOutOfMemory, .pandocTooSlow(seconds: 60),
        ]
        for refusal in refusals { #expect(refusal.text(in: .swedish) != refusal.text(in: .english)) }
        let obstacles: [ImportObstacle] = [
            .matterElsewhere("x", file: "y"), .noFolder(file: "x"), .secondSummons(meeting: "x"),
            .secondRecord(meeting: "x"), .missingBody(MissingBody(code: "X", name: "x")), .noMeeting,
            .sealed(file: "x"),
        ]
        for obstacle in obstacles { #expect(obstacle.text(in: .swedish) != obstacle.text(in: .english)) }
    }
}
