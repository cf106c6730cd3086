import Meetings
import Testing

@Suite("Periods as secretaries write them")
struct PeriodTests {
    private func read(_ written: String) -> String? { Period(written, clock: clock)?.description }
    private func found(_ text: String) -> [String] { Period.all(in: text, clock: clock).map(\.description) }

    @Test(
        "every shape of FORMAT §1 is the same period",
        arguments: [
            "2021-01-01 – 2021-12-31", "2021-01-01 - 2021-12-31", "2021-01-01–2021-12-31", "2021-01-01 -- 2021-12-31",
            "2021-01-01--2021-12-31", "2021-01-01 till 2021-12-31", "2021-01-01 t.o.m. 2021-12-31",
            "2021-01-01 t o m 2021-12-31", "2021-01-01 tom 2021-12-31", "2021-01-01 till och med 2021-12-31",
            "2021-01-01 fram till 2021-12-31", "2021-01-01 fram till och med 2021-12-31", "2021",
            "1 januari 2021 fram till 31 december 2021", "1 januari 2021 – 31 december 2021",
            "1 januari – 31 december 2021", "1 januari till sista december 2021", "1/1 2021 – 31/12 2021",
            "210101-211231",
            "210101–211231", "20210101 – 20211231", "2021-01-01 t.o.m 2021-12-31", " 2021 ", "1/1-21 – 31/12-21",
            "den 1 januari 2021 till den 31 december 2021", "2021-01-01\u{A0}–\u{A0}2021-12-31",
        ])
    func shapes(written: String) {
        #expect(read(written) == "2021-01-01 – 2021-12-31")
    }

    @Test("years from and to are whole years")
    func years() {
        #expect(read("2021–2023") == "2021-01-01 – 2023-12-31")
        #expect(read("2021 till 2023") == "2021-01-01 – 2023-12-31")
        #expect(Period("2021–2023", clock: clock)?.years == 2021...2023)
    }

    @Test(
        "what is no period",
        arguments: [
            "", "i höst", "2021-12-31 – 2021-01-01", "2021-02-30 – 2021-12-31", "2021-01-01", "2021-01-01 –", "21",
            "– 2021-12-31", "2021-01-01 2021-12-31", "2021-01-01 – 2021-12-31 – 2022-01-01", "2021 fram", "2023–2021",
            "0000",
        ])
    func noPeriods(written: String) {
        #expect(read(written) == nil)
    }

    @Test("in running text a period is two days; a year alone is none")
    func runningText() {
        #expect(
            found("för perioden 1 januari 2023 fram till 31 december 2023, maximalt 2 904 400 kronor") == [
                "2023-01-01 – 2023-12-31"
            ])
        #expect(found("finansiering under perioden 2018-01-01 till 2021-12-31.") == ["2018-01-01 – 2021-12-31"])
        #expect(found("från den 1 mars till den 30 april 2022") == ["2022-03-01 – 2022-04-30"])
        #expect(
            found("2021-01-01--2021-06-30 och 2022-01-01–2022-06-30") == [
                "2021-01-01 – 2021-06-30", "2022-01-01 – 2022-06-30",
            ])
        #expect(found("1 januari 2020 t.o.m. 31 december 2020") == ["2020-01-01 – 2020-12-31"])
        #expect(found("inriktningen för 2018, och åren 2018–2020") == [])
        #expect(found("den 31/12-2018 finns en överenskommelse") == [])
        #expect(found("2021-12-31 till 2021-01-01") == [])
        #expect(found("telefon 018-123 45 67, dnr 2019:30, 200 000 – 300 000 kr") == [])
        #expect(found("x2021-01-01 – 2021-12-31") == [])
        #expect(found("") == [])
    }
}
