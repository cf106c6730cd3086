extension RecordShape {
    /// Municipalities, their boards and committees.
    static let municipal = [
        RecordShape(
            name: "kommunstyrelse, beslut under egen rubrik", body: "Kommunstyrelsen",
            text: """
                ## § 101 KS 2026/40

                ### Sammanfattning

                Badhuset i Lillån behöver ett nytt tak.

                ### Kommunstyrelsens beslut

                Kommunstyrelsen beslutar

                1. att anvisa 2 400 000 kronor till nytt tak
                2. att uppdra åt fastighetschefen att redovisa arbetet i maj.

                ### Beslutet skickas till

                - Fastighetschefen

                ## § 102 KS 2026/41

                ### Beslut

                Kommunstyrelsen beslutar enligt arbetsutskottets förslag.

                ### Yrkanden

                Ulla Ström yrkar bifall till förslaget.
                """,
            decisions: [
                "§ 101 enligt nedan: att anvisa 2 400 000 kronor till nytt tak | att uppdra åt fastighetschefen att redovisa arbetet i maj.",
                "§ 102 bifall",
            ]),
        RecordShape(
            name: "kommunstyrelse, beslutsgång med proposition", body: "Kommunstyrelsen",
            text: """
                ## § 12 KS 2026/7

                ### Yrkanden

                Per Hed yrkar avslag på förslaget. Ulla Ström yrkar bifall.

                ### Beslutsgång

                Ordföranden ställer proposition på de båda yrkandena och finner att kommunstyrelsen bifaller förslaget.

                ## § 13 KS 2026/8

                ### Beslutsgång

                Ordföranden finner att kommunstyrelsen beslutar enligt förslaget. Votering begärs.

                ### Votering

                Med 6 ja-röster mot 7 nej-röster avslår kommunstyrelsen förslaget.
                """,
            decisions: ["§ 12 bifall", "§ 13 avslag"]),
        RecordShape(
            name: "nämnd utan att-satser", body: "Barn- och ungdomsnämnden",
            text: """
                ## § 5 BUN 2026:11

                Nämnden fastställer läsårets tider enligt bilagan.

                ## § 6 BUN 2026:12

                Rektorn för Ekhagens skola informerar.

                Nämnden noterar informationen.

                ## § 7 BUN 2026:13

                Förvaltningen har tagit fram ett svar.

                Nämnden beslutar lämna svaret som sitt eget.
                """,
            decisions: [
                "§ 5 enligt nedan: Nämnden fastställer läsårets tider enligt bilagan", "§ 6 noteras",
                "§ 7 enligt nedan: Nämnden beslutar lämna svaret som sitt eget",
            ]),
        RecordShape(
            name: "arbetsutskott som föreslår", body: "Kommunstyrelsens arbetsutskott", role: .preparing,
            text: """
                ## § 30 KS 2026/40

                Arbetsutskottet föreslår kommunstyrelsen besluta

                - att anvisa 2 400 000 kronor till nytt tak

                ## § 31 KS 2026/41

                Arbetsutskottet beslutar att återremittera ärendet till förvaltningen för ny beräkning.

                ## § 32 KS 2026/42

                Tillstyrks.
                """,
            decisions: [
                "§ 30 enligt nedan: att anvisa 2 400 000 kronor till nytt tak", "§ 31 återremiss till förvaltningen",
                "§ 32 bifall",
            ]),
        RecordShape(
            name: "fullmäktige med motioner", body: "Kommunfullmäktige",
            text: """
                ## § 77 KS 2025/300

                Motionen från Elna Berg om fler bänkar i parken behandlas.

                Fullmäktige beslutar att anse motionen besvarad.

                ## § 78 KS 2025/301

                Kommunfullmäktige avslår motionen.

                ### Reservation

                Elna Berg reserverar sig mot beslutet.

                ## § 79 KS 2025/302

                Kommunfullmäktige beslutar att bifalla motionen.
                """,
            decisions: ["§ 77 anses besvarad", "§ 78 avslag", "§ 79 bifall"]),
        RecordShape(
            name: "miljönämnd med beslut i tabell", body: "Miljönämnden",
            text: """
                ## § 3 MN 2026/9

                | Att-sats | Beslut |
                |:--|:--|
                | 1 | bifall |
                | 2 | bifall |
                | 3 | utgår |

                ## § 4 MN 2026/10

                | Uppgift | |
                |:--|:--|
                | Handläggare | Siv Lund |
                | Beslut | avslag |
                """,
            decisions: ["§ 3 1 bifall, 2 bifall, 3 utgår", "§ 4 avslag"]),
        RecordShape(
            name: "socialnämnd i dåtid med datum bakåt", body: "Socialnämnden",
            text: """
                ## § 14 SN 2026:2

                Nämnden beslutade den 3 mars 2026 att bordlägga ärendet. Sedan dess har underlaget kompletterats.

                Nämnden beslutade enhälligt att öppna ett nytt boende i Norra Vik.

                ## § 15 SN 2026:3

                Nämnden beslutade den 3 mars 2026 att begära in ett yttrande. Yttrandet väntas i januari.
                """,
            decisions: ["§ 14 enligt nedan: att öppna ett nytt boende i Norra Vik", "§ 15 –"]),
        RecordShape(
            name: "byggnadsnämnd, fet rad", body: "Byggnadsnämnden",
            text: """
                ## § 8 BN 2026-00031

                Sökanden vill bygga ett förråd.

                **Beslut:** avslag

                **Motivering:** Platsen är strandskyddad.

                ## § 9 BN 2026-00032

                **Beslut**

                Byggnadsnämnden beslutar att ge bygglov för garaget.
                """,
            decisions: ["§ 8 avslag", "§ 9 enligt nedan: att ge bygglov för garaget"]),
        RecordShape(
            name: "extra sammanträde med ett ärende", body: "Kommunstyrelsen",
            text: """
                ## § 1 KS 2026/99

                Sammanträdet är extra, med anledning av översvämningen.

                Beslut: att ge krisledningen 500 000 kronor till pumpar

                Paragrafen justeras omedelbart.

                Justerat: 2026-12-11
                """,
            decisions: ["§ 1 enligt nedan: att ge krisledningen 500 000 kronor till pumpar"]),
        RecordShape(
            name: "kommunal direktion med punktlista", body: "Direktionen",
            text: """
                ## § 21 2026-17

                Direktionen beslutar:

                - Avgiften för slam höjs till 1 150 kronor.
                - Taxan gäller från den 1 januari 2027.

                ## § 22 2026-18

                Direktionen godkände delårsrapporten.
                """,
            decisions: [
                "§ 21 enligt nedan: Avgiften för slam höjs till 1 150 kronor. | Taxan gäller från den 1 januari 2027.",
                "§ 22 enligt nedan: Direktionen godkände delårsrapporten",
            ]),
    ]
}
