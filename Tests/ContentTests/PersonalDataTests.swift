import Testing

@testable import Content

@Suite("Personal data in a text")
struct PersonalDataTests {
    /// "personnummer 1:5" for each finding.
    private func found(_ text: String) -> [String] {
        PersonalDataFinding.all(in: Array(text.utf8), file: "x").map { finding in
            let kind =
                switch finding.kind {
                case .identityNumber: "personnummer"
                case .email: "e-post"
                case .phone: "telefon"
                }
            return "\(kind) \(finding.place.line):\(finding.place.column)"
        }
    }

    @Test(
        "a personnummer or samordningsnummer: ten or twelve digits with a sign or twelve without, a real date, a right check digit",
        arguments: [
            "850709-9805", "850709+9805", "19850709-9805", "198507099805", "19850709+9805", "850769-9802",
            "198507699802",
            "(850709-9805)", "nr:850709-9805.", "850709–9805", "000229-0005", "20000229-0005",
        ])
    func identityNumbers(written: String) {
        #expect(found(written) == ["personnummer 1:\(written.first == "(" ? 2 : written.first == "n" ? 4 : 1)"])
    }

    @Test(
        "organisation numbers, amounts, OCR numbers, dates and wrong numbers are none",
        arguments: [
            "850709-9806", "212000-0142", "556036-0793", "16556036-0793", "8507099805", "198507099806", "850732-9801",
            "851309-9801",
            "1 050 000", "2018-01-01", "20180101-2021", "201801012021", "1850709-9805", "850709-98051", "85070-99805",
            "850709--9805",
            "19000229-0008", "1234567890123", "850709-980", "dnr 2019:30", "170709-9805-1850",
        ])
    func otherNumbers(written: String) {
        #expect(found(written).filter { $0.hasPrefix("personnummer") } == [])
    }

    @Test(
        "an e-mail address",
        arguments: [
            ("nn@example.se", 1), ("Skriv till åsa.öberg+x@sub.example.se.", 12), ("<nn@example.se>", 2),
            ("[a](mailto:nn@example.se)", 12),
            ("nn@ example.se", 1), ("NN@EXAMPLE.SE", 1), ("åäö nn@exämple.se", 5),
        ])
    func emails(written: String, column: Int) {
        #expect(found(written) == ["e-post 1:\(column)"])
    }

    @Test(
        "what is no e-mail address",
        arguments: ["@example.se", "nn@", "a @ b", "nn@example", "100 @ 5.50", "5 st @12.50", "nn@.se"])
    func otherSigns(written: String) {
        #expect(found(written) == [])
    }

    @Test(
        "a phone number",
        arguments: [
            "018-123 45 67", "018-12 34 56", "08-123 456 78", "070-123 45 67", "070 123 45 67", "0701-23 45 67",
            "+46 70 123 45 67",
            "+46701234567", "+46 (0)70 123 45 67", "+46(0)18-123 45 67", "+46 (0) 70-123 45 67", "018/123 45 67",
            "018 - 123 45 67",
            "018–123 45 67", "0701234567", "070-1234567", "018-123\u{A0}45\u{A0}67", "+46-70-123 45 67",
        ])
    func phones(written: String) {
        #expect(found(written) == ["telefon 1:1"])
        #expect(found("Tel: \(written), växel") == ["telefon 1:6"])
        #expect(found("tel:\(written)") == ["telefon 1:5"])
    }

    @Test(
        "what is no phone number",
        arguments: [
            "2018-01-01", "200 000", "0,5", "2019:018-12 34", "01-02", "13.00–16.00", "5012-3456", "00-123 45 67",
            "018-12", "2020-0123",
            "1 050 000 kr", "bankgiro 5050-1055", "dnr 018-2020:1", "12:070-123 45 67", "0-1000000000",
            "2021-01-01 – 2021-12-31",
        ])
    func otherDigits(written: String) {
        #expect(found(written).filter { $0.hasPrefix("telefon") } == [])
    }

    @Test("findings are at their line and column, in characters")
    func places() {
        #expect(
            found("åäö 😀 850709-9805\n\nå nn@example.se, 018-123 45 67 och 850709-9805") == [
                "personnummer 1:7", "e-post 3:3", "telefon 3:18", "personnummer 3:36",
            ])
    }
}
