import Meetings
import Testing

@Suite("Diary numbers")
struct DiaryNumberTests {
    @Test(
        "are compared without case, spaces and kind of dash",
        arguments: [
            ("KS 2023/123", "ks2023/123"), ("2023/KS 0362", "2023/ks\u{A0}0362"), ("AMN-2023-00096", "amn–2023−00096"),
            ("2019:30", " 2019 : 30 "), ("ÅÄÖ 2020/1", "åäö 2020/1"), ("ÅN 2020/1", "A\u{30A}N 2020/1"),
            ("AMN--2023", "AMN-2023"), ("ÄN 2020/1", "a\u{308}n 2020/1"),
        ])
    func equality(one: String, other: String) throws {
        let (one, other) = (try #require(DiaryNumber(one)), try #require(DiaryNumber(other)))
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        #expect(!(one < other) && !(other < one))
    }

    @Test(
        "differ where a sign differs", arguments: [("2019:30", "2019:3"), ("2019:30", "2019-30"), ("AN 1/2", "ÅN 1/2")])
    func difference(one: String, other: String) throws {
        let (one, other) = (try #require(DiaryNumber(one)), try #require(DiaryNumber(other)))
        #expect(one != other)
    }

    @Test("keep what was written, and are none when nothing was")
    func text() throws {
        #expect(DiaryNumber("KS 2023/123")?.description == "KS 2023/123")
        #expect(DiaryNumber("") == nil)
        #expect(DiaryNumber(" \u{A0} ") == nil)
    }

    @Test("sort by their numbers' values")
    func order() {
        let written = ["2019:9", "2019:10", "2020:1", "KS 2018/14"]
        #expect(written.reversed().compactMap { DiaryNumber($0) }.sorted().map(\.text) == written)
    }

    @Test(
        "make addresses",
        arguments: [
            ("2019:30", "2019-30"), ("AMN-2023-00096", "amn-2023-00096"), ("KS 2023/123", "ks-2023-123"),
            ("KSKF/2014:1", "kskf-2014-1"), ("ÅÄÖ 2020/1", "aao-2020-1"), ("A\u{30A}N 2020/1", "an-2020-1"),
        ])
    func slugs(written: String, slug: String) {
        #expect(Slug(written)?.text == slug)
    }

    @Test(
        "are known by their shape",
        arguments: ["2019:30", "AMN-2023-00096", "KS 2018/14", "2023/KS 0362", "KSKF/2014:1", "KS 2023-1", "2019-30"])
    func looksLikeOne(written: String) {
        #expect(DiaryNumber.looksLikeOne(written))
    }

    @Test(
        "headings of an agenda look like none, even with years and days in them",
        arguments: [
            "Mötets öppnande", "Övriga frågor", "Budget 2021", "Budget 2020-2021", "Verksamhetsplan 2021–2022",
            "Möte 2020-09-18", "2020-09-18", "Plan 2020/2021", "Bokslut 2020", "Bilaga 6.1", "2019", "",
            "Rapport nr 3/2020", "Insats 2020-1",
        ])
    func headings(written: String) {
        #expect(!DiaryNumber.looksLikeOne(written))
    }
}

@Suite("Bilaga numbers")
struct AttachmentNumberTests {
    private func list(_ text: String) -> [String]? { AttachmentNumber.list(text)?.map(\.description) }

    @Test("are sequences of whole numbers: 6.10 comes after 6.9, and 6 before 6.0")
    func order() {
        let written = ["1", "2", "6", "6.0", "6.1", "6.1.1", "6.2", "6.9", "6.10", "7", "10"]
        #expect(written.shuffled().compactMap { AttachmentNumber($0) }.sorted().map(\.description) == written)
        #expect(AttachmentNumber("6.10") != AttachmentNumber("6.1"))
    }

    @Test("are read with spaces around", arguments: ["6.1", " 6.1 ", "\u{A0}6.1"])
    func spaces(written: String) {
        #expect(AttachmentNumber(written)?.parts == [6, 1])
    }

    @Test(
        "are none in any other shape",
        arguments: [
            "", "a", "6.", ".6", "6..1", "6,1", "-6", "6.1.1.1.1", "65535", "6.99999", "123456789012345678901", "6 1",
        ])
    func noNumbers(written: String) {
        #expect(AttachmentNumber(written) == nil)
    }

    @Test("know what lies below them and what comes next")
    func relations() throws {
        let (six, sixOne) = (try #require(AttachmentNumber("6")), try #require(AttachmentNumber("6.1")))
        #expect(sixOne.isBelow(six))
        #expect(!six.isBelow(six))
        #expect(!six.isBelow(sixOne))
        #expect(AttachmentNumber("7.1")?.isBelow(six) == false)
        #expect(sixOne.first == 6)
        #expect(sixOne.next?.description == "6.2")
        #expect([six, sixOne].map(\.depth) == [1, 2])
        #expect(six.firstBelow == sixOne)
        #expect(sixOne.firstBelow?.description == "6.1.1")
        #expect(AttachmentNumber("1.2.3.4")?.firstBelow == nil)
        #expect(AttachmentNumber("255.255")?.next?.description == "255.256")
        let last = try #require(AttachmentNumber("65534"))
        #expect(last.next == nil)
    }

    @Test(
        "a written list, as FORMAT §3 has it",
        arguments: [
            ("6", ["6"]), ("6.1", ["6.1"]), ("6 - 6.1", ["6", "6.1"]), ("6–6.3", ["6", "6.1", "6.2", "6.3"]),
            ("6, 6.1, 6.4", ["6", "6.1", "6.4"]), ("6.1 - 6.3", ["6.1", "6.2", "6.3"]), ("4 till 6", ["4", "5", "6"]),
            ("6 och 6.1", ["6", "6.1"]), ("6 -- 6.2", ["6", "6.1", "6.2"]), ("6 - 6", ["6"]),
            ("6.9 − 6.11", ["6.9", "6.10", "6.11"]), ("1, 3 - 3.1", ["1", "3", "3.1"]),
            ("6\u{A0}–\u{A0}6.1", ["6", "6.1"]),
        ])
    func lists(written: String, numbers: [String]) {
        #expect(list(written) == numbers)
    }

    @Test(
        "a list that cannot be read, runs backwards or is endless is none",
        arguments: [
            "", "-", "6 -", "- 6", "6,", ",6", "6 6.1", "6.3 - 6.1", "7 - 6", "6 - 7.1", "6 - 6.1.1", "6 - 6.0",
            "1 - 60000",
            "1-500,1-500", "6 - 6.501", "sex", "6 - 999999999999",
        ])
    func noLists(written: String) {
        #expect(list(written) == nil)
    }
}
