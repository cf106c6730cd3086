extension RecordShape {
    /// Coordination associations, regions, companies, and what does not fit elsewhere.
    static let others = [
        RecordShape(
            name: "samordningsförbund som exemplet", body: "Förbundsstyrelsen",
            text: """
                ## § 45 2026:30

                Förbundschefen föredrar ärendet.

                Beslut: bifall

                ### Reservation

                Ledamoten för Storvik reserverar sig.

                ## § 46 2026:31

                Beslut: återremiss till AU 2027-02-04
                """,
            decisions: ["§ 45 bifall", "§ 46 återremiss till AU till 2027-02-04"]),
        RecordShape(
            name: "beslutet efter omröstningen", body: "Förbundsstyrelsen",
            text: """
                ## § 17 2026:9

                ### Yrkanden

                Kim Dal yrkar att beloppet sänks.

                ### Propositionsordning

                Ordföranden ställer yrkandena mot varandra.

                ### Omröstning

                Ja: 4
                Nej: 1

                Beslut: enligt nedan

                - **att** bevilja 900 000 kronor

                ### Reservation

                Kim Dal reserverar sig.
                """,
            decisions: ["§ 17 enligt nedan: att bevilja 900 000 kronor"]),
        RecordShape(
            name: "region med ställningstagande", body: "Regionstyrelsen",
            text: """
                ## § 212 RS 2026-0450

                ### Ärendet i korthet

                Avtalet om sjuktransporter löper ut.

                ### Regionstyrelsens beslut

                1. Avtalet med Fjällflyg förlängs till den 30 juni 2028.
                2. Regiondirektören får teckna avtalet.

                ## § 213 RS 2026-0451

                ### Beslut i ärendet

                Regionstyrelsen återremitterar ärendet.
                """,
            decisions: [
                "§ 212 enligt nedan: Avtalet med Fjällflyg förlängs till den 30 juni 2028. | Regiondirektören får teckna avtalet.",
                "§ 213 återremiss",
            ]),
        RecordShape(
            name: "bolagsstyrelse", body: "Bolagsstyrelsen",
            text: """
                ## § 5 2026-12

                VD redogör för upphandlingen. Styrelsen beslöt att teckna avtal med Nordvatten.

                ## § 6 2026-13

                Styrelsen tar del av rapporten.

                ## § 7 2026-14

                Rapporten lades till handlingarna.
                """,
            decisions: ["§ 5 enligt nedan: att teckna avtal med Nordvatten", "§ 6 –", "§ 7 till handlingarna"]),
        RecordShape(
            name: "beslut före föredragningen", body: "Förbundsstyrelsen",
            text: """
                ## § 8 2026:4

                Förbundsstyrelsen beslutar att bevilja Åmåsa kommun 350 000 kronor.

                ### Ärendet

                Kommunen söker medel till en coach. Kommunstyrelsen i Åmåsa beslutade i oktober att ställa sig bakom ansökan.
                """,
            decisions: ["§ 8 enligt nedan: att bevilja Åmåsa kommun 350 000 kronor"]),
        RecordShape(
            name: "löpande text på en rad var", body: "Förbundsstyrelsen",
            text: """
                ## § 2 2026:5
                Föredragande: Utredaren
                Beslut: bordläggning till 2027-01-29
                Skäl: Underlaget kom sent.

                ## § 3 2026:6
                Förbundsstyrelsen beslutar
                att notera informationen
                """,
            decisions: ["§ 2 bordläggning till 2027-01-29", "§ 3 enligt nedan: att notera informationen"]),
        RecordShape(
            name: "jäv och deltar inte", body: "Förbundsstyrelsen",
            text: """
                ## § 22 2026:14

                ### Jäv

                Mia Ros anmäler jäv och lämnar rummet innan styrelsen beslutar i ärendet.

                ### Beslut

                Bifall

                ### Deltar inte i beslutet

                Ola Fors deltar inte när styrelsen beslutar.
                """,
            decisions: ["§ 22 bifall"]),
        RecordShape(
            name: "delegationsärenden och anmälningar", body: "Nämnden",
            text: """
                ## § 30 N 2026-00041

                Anmälan av delegationsbeslut läggs till handlingarna.

                ## § 31 N 2026-00042

                Nämnden antecknar informationen till protokollet.

                ## § 32 N 2026-00043

                Ärendet utgår.
                """,
            decisions: ["§ 30 till handlingarna", "§ 31 noteras", "§ 32 utgår"]),
        RecordShape(
            name: "två beslut i samma paragraf", body: "Förbundsstyrelsen",
            text: """
                ## § 6 2026:7

                Beslut: 1 bifall

                Efter paus tas punkt 2 upp.

                ### Omröstning

                Ja: 2
                Nej: 3

                Beslut: 2 avslag
                """,
            decisions: ["§ 6 1 bifall, 2 avslag"]),
        RecordShape(
            name: "protokoll som tiger", body: "Förbundsstyrelsen",
            text: """
                ## § 1 2026:1

                Utredaren föredrar ärendet. Styrelsen tackar för föredragningen.

                ### Beslutsunderlag

                - Tjänsteskrivelse

                ## § 2 2026:2

                Anna Alm yrkar att styrelsen avslår ansökan.
                """,
            decisions: ["§ 1 –", "§ 2 –"]),
    ]
}
