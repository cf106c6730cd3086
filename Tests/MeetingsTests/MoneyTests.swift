import Meetings
import Testing

@Suite("Amounts as secretaries write them")
struct MoneyTests {
    @Test(
        "a value of its own, with or without a unit",
        arguments: [
            ("1 050 000 kr", 1_050_000), ("1050000", 1_050_000), ("5,9 mnkr", 5_900_000), ("2 mkr", 2_000_000),
            ("1,5 miljoner kronor", 1_500_000), ("212 tkr", 212_000), ("1\u{A0}050\u{A0}000\u{A0}kr", 1_050_000),
            ("1\u{2009}050\u{2009}000 kronor", 1_050_000), ("1\u{202F}050\u{202F}000\u{202F}kr", 1_050_000),
            ("200 000:-", 200_000), ("200 000:–", 200_000), ("1.050.000 kr", 1_050_000), ("1 050 000 SEK", 1_050_000),
            ("1 miljon kronor", 1_000_000), ("1 milj. kr", 1_000_000), ("1,25 Mkr", 1_250_000), ("5,9 MNKR", 5_900_000),
            ("12 tusen kronor", 12_000), ("0 kr", 0), (" 7 kr ", 7), ("7kr", 7), ("7 kr.", 7), ("0,5 tkr", 500),
            ("999 999 999 999 kr", 999_999_999_999), ("5.9 mnkr", 5_900_000),
        ])
    func values(written: String, kronor: Int) {
        #expect(Money(written)?.kronor == kronor)
    }

    @Test("öre are left out of whole kronor")
    func ore() {
        #expect(Money("1 234,50 kr")?.kronor == 1234)
        #expect(Money.all(in: "sammanlagt 1 234,50 kr").map(\.kronor) == [1234])
    }

    @Test(
        "what is no amount",
        arguments: [
            "", "kr", "mycket", "1 05 000 kr", "12 34", "1 050 000 euro", "1,5,5 kr", "-5 kr", "1 050 000 kr per år",
            "9999999999999999999999 kr", "999 999 999 999 999 999 mnkr", "1 0500 kr",
        ])
    func noValues(written: String) {
        #expect(Money(written) == nil)
    }

    @Test(
        "in running text an amount has a unit of kronor",
        arguments: [
            ("maximalt 2 904 400 kronor", [2_904_400]), ("avsätta maximalt 5 900 000 kr som finansiering", [5_900_000]),
            ("5,9 mnkr 2021 och 2 mkr 2022", [5_900_000, 2_000_000]), ("kostar 200 000:-, exklusive moms", [200_000]),
            ("50 deltagare om året, 100 % av en tjänst", []), ("den 31 december 2023", []), ("dnr 2019:30", []),
            ("under 2021 1 050 000 kronor", [1_050_000]), ("bilaga 6.1 och 6.2", []), ("(212 tkr)", [212_000]),
            ("100 000–200 000 kr", [200_000]), ("1 050\u{A0}000\u{2009}kronor.", [1_050_000]),
            ("1,5 miljoner kronor och 1,5 miljoner ord", [1_500_000]), ("1,5 miljoner", []), ("2,5 mnkr", [2_500_000]),
            ("5.9 mnkr", [5_900_000]), ("per den 1.1 500 kr", [500]), ("A4 000 kr", []), ("krona för krona", []),
            ("10 kronprinsar", []), ("3 krokar", []), ("3 kr/dag", [3]), ("10 kr, 20 kr; 30 kr", [10, 20, 30]),
            ("", []),
            ("kr 500", []), ("98765432109876543210 kr", []),
        ])
    func runningText(text: String, kronor: [Int]) {
        #expect(Money.all(in: text).map(\.kronor) == kronor)
    }

    @Test("an amount is printed in groups of three with no-break spaces")
    func printed() {
        #expect(Money(kronor: 1_050_000).description == "1\u{A0}050\u{A0}000\u{A0}kronor")
        #expect(Money(kronor: 999).grouped == "999")
        #expect(Money(kronor: 1000).grouped == "1\u{A0}000")
        #expect(Money(kronor: -1000).grouped == "−1\u{A0}000")
        #expect(Money(kronor: 0).grouped == "0")
    }
}
