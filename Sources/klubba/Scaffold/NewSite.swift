import Editing
import Meetings

/// The files of a new site: enough to build, to look at, and to write over.
enum NewSite {
    /// What a site is called, and when it meets next.
    struct Plan {
        var organisation = "Samordningsförbundet Exempel"
        /// The body that decides, by its name.
        var board = "Förbundsstyrelsen"
        /// The body that prepares.
        var committee = "Arbetsutskottet"
        var meeting: CalendarDate

        init(today: CalendarDate) { meeting = NewSite.workday(from: today.adding(days: 28)) }
    }

    /// That day, or the next one on which people work.
    static func workday(from day: CalendarDate) -> CalendarDate {
        var day = day
        while SwedishHolidays.endsNoTime(on: day) { day = day.adding(days: 1) }
        return day
    }

    static func files(today: CalendarDate, plan: Plan) -> [(path: String, text: String)] {
        let board = plan.meeting
        let between = workday(from: board.adding(days: -21))
        let committee = between > today ? between : min(workday(from: today.adding(days: 1)), board)
        let year = board.year + 1
        return [
            ("klubba.yml", profile(plan)),
            ("content/index.md", "Här finns kallelser, handlingar och beslut.\n"),
            ("content/sidor/om.md", "---\ntitel: Om förbundet\n---\n\nSkriv något om förbundet här.\n"),
            (
                "content/sidor/tillganglighet.md",
                """
                ---
                titel: Tillgänglighetsredogörelse
                ---

                Webbplatsen ska kunna användas av alla. Berätta för kansliet om något inte fungerar.

                """
            ),
            (
                "content/sidor/overklaga.md",
                """
                ---
                titel: Så överklagar du
                ---

                Beskriv hur ett beslut kan överklagas, inom vilken tid och vart överklagandet skickas.

                """
            ),
            ("content/moten/au-\(committee).md", meeting("AU", committee, dnr: "\(today.year):1")),
            ("content/moten/fs-\(board).md", meeting("FS", board, dnr: "\(today.year):1")),
            (
                "content/arenden/\(today.year)-1/arende.md",
                """
                ---
                dnr: \(today.year):1
                titel: Ett exempelärende
                au: \(committee)
                fs: \(board)
                bilaga: 1 - 1.1
                handläggare: Förbundschefen
                typ: beslut
                insats: Exempelinsatsen
                insatsägare: Exempelstads kommun
                period: \(year)-01-01 – \(year)-12-31
                belopp: 250 000 kr
                undertecknat: Förbundschefen
                ---

                # Ett exempelärende

                ## Förslag till beslut

                \(plan.board) föreslås besluta

                - **att** bevilja Exempelinsatsen högst 250 000 kronor för perioden \(year)-01-01 – \(year)-12-31
                - **att** insatsen redovisar sitt resultat när perioden är slut

                ## Ärendet

                Skriv ärendet här. Ansökan finns i bilaga 1.1.

                """
            ),
            (
                "content/arenden/\(today.year)-1/1.1 Ansökan.md",
                """
                # Ansökan

                Bilagor skrivs som den här, eller läggs i mappen som PDF, Word eller något annat.

                | Post | Kronor |
                |:-----|-------:|
                | Personal | 200 000 |
                | Lokaler | 50 000 |
                | **Summa** | **250 000** |

                """
            ),
        ]
    }

    private static func meeting(_ body: String, _ date: CalendarDate, dnr: String) -> String {
        """
        ---
        organ: \(body)
        datum: \(date)
        tid: 13.00–16.00
        plats: Förbundskansliet
        dagordning:
          - Mötets öppnande
          - Val av justerare
          - Godkännande av dagordningen
          - \(dnr)
          - Övriga frågor
          - Mötets avslutande
        ---

        Anmäl förhinder till kansliet, så att en ersättare hinner kallas.

        """
    }

    private static func profile(_ plan: Plan) -> String {
        """
        organisation: \(EditValue.text(plan.organisation).written)
        adress: https://handlingar.example.se       # där webbplatsen publiceras
        språk: sv
        tidszon: Europe/Stockholm
        organ:                                      # koden är också nyckel i ärendenas huvud
          - kod: AU
            namn: \(EditValue.text(plan.committee).written)
            roll: beredande
          - kod: FS
            namn: \(EditValue.text(plan.board).written)
            roll: beslutande
        anslag:
          tillkännage-inom-dagar: 2
          överklagandetid-dagar: 21
          förvaras: Förbundskansliet
          överklagan: sidor/overklaga.md
        personuppgifter:                            # stoppa, varna eller tillåt
          personnummer: stoppa
          e-post: varna
          telefon: varna

        """
    }
}
