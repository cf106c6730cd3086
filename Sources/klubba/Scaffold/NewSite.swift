import Meetings

/// The files of a new site: enough to build, to look at, and to write over.
enum NewSite {
    static func files(today: CalendarDate) -> [(path: String, text: String)] {
        let board = today.adding(days: 28)
        let committee = today.adding(days: 7)
        let year = board.year + 1
        return [
            ("klubba.yml", profile),
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

                Förbundsstyrelsen föreslås besluta

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

    private static let profile = """
        organisation: Samordningsförbundet Exempel
        adress: https://handlingar.example.se       # där webbplatsen publiceras
        språk: sv
        tidszon: Europe/Stockholm
        organ:                                      # koden är också nyckel i ärendenas huvud
          - kod: AU
            namn: Arbetsutskottet
            roll: beredande
          - kod: FS
            namn: Förbundsstyrelsen
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
