import Testing

@testable import Import

@Suite("A paper's head")
struct HeadTests {
    @Test(
        "has labels and values in every layout",
        arguments: [
            "Datum: 2022-03-14\nDnr: SN-2022-00417\nHandläggare: Karin Lövgren",
            "Datum\n2022-03-14\n\nDiarienummer\nSN-2022-00417\n\nHandläggare\nKarin Lövgren",
            "Handläggare          Datum          Diarienummer\nKarin Lövgren        2022-03-14     SN-2022-00417",
            "Datum:\t2022-03-14\nBeteckning:\tSN-2022-00417\nAnsvarig handläggare:\tKarin Lövgren",
            "Datum 2022-03-14 Dnr: SN-2022-00417 Handläggare: Karin Lövgren",
            "Datum:\nDiarienummer:\nHandläggare:\n14 mars 2022\nSN-2022-00417\nKarin Lövgren",
            "SN-2022-00417          2022-03-14\nHandläggare: Karin Lövgren",
        ])
    func layouts(text: String) {
        let head = Papers.head(text + "\n\nMottagning för unga\n\nFörslag till beslut\n\nNämnden beslutar")
        #expect(head.diaryNumber?.value == "SN-2022-00417")
        #expect(head.date?.value.description == "2022-03-14")
        #expect(head.caseOfficers.map(\.value) == ["Karin Lövgren"])
        #expect(head.title?.value == "Mottagning för unga")
    }

    @Test("says which line each fact stands on")
    func lines() {
        let head = Papers.head("\nDnr 2019:30\nAU 200820\nFS 200918\n\nBilaga 6 - 6.2\n\nEn titel\n\nÄrendet\n\nText.")
        #expect(head.diaryNumber == Found("2019:30", line: 2))
        #expect(head.meetings.map(\.line) == [3, 4])
        #expect(head.meetings.map { "\($0.value.code) \($0.value.date)" } == ["AU 2020-08-20", "FS 2020-09-18"])
        #expect(head.attachmentNumbers?.line == 6)
        #expect(head.attachmentNumbers?.value.map(\.description) == ["6", "6.1", "6.2"])
        #expect(head.title == Found("En titel", line: 8))
    }

    @Test("does not take another authority's dnr out of a title")
    func foreignNumber() {
        let head = Papers.head("Dnr KS 2018/14\n\nSvar på remiss, dnr S2019/02345\n\nFörslag till beslut\n\nText.")
        #expect(head.diaryNumber?.value == "KS 2018/14")
        #expect(head.title?.value == "Svar på remiss, dnr S2019/02345")
    }

    @Test("names several officers, without titles and telephones")
    func officers() {
        #expect(PersonName.all(in: "Eva Ek, utredare, 0123-45 67 89 och Bo Al") == ["Eva Ek", "Bo Al"])
        #expect(PersonName.all(in: "Förbundschefen") == ["Förbundschefen"])
    }

    @Test("leaves the sender and the kind of paper as notes")
    func notes() {
        let head = Papers.head("Bergsby kommun\nTJÄNSTESKRIVELSE\n\nTill socialnämnden\n\nEn titel\n\nÄrendet\n\nText.")
        #expect(head.title?.value == "En titel")
        #expect(head.body?.value == "socialnämnden")
        #expect(head.notes.map(\.value) == ["Bergsby kommun", "TJÄNSTESKRIVELSE", "Till socialnämnden"])
    }

    @Test("a body's code is the profile's, the usual one, or its letters")
    func codes() {
        let codes = BodyCodes(bodies: [])
        #expect(codes.code(of: "Kommunstyrelsen").code == "KS")
        #expect(codes.code(of: "arbetsmarknadsnämnden").code == "AMN")
        #expect(codes.code(of: "vattennämnden", diaryNumber: "VAN-2020-1").code == "VAN")
    }
}
