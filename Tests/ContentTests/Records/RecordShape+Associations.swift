extension RecordShape {
    /// Associations, congregations and student unions.
    static let associations = [
        RecordShape(
            name: "förening, mötet beslutade", body: "Styrelsen",
            text: """
                ## § 4 2026-1

                Kassören gick igenom läget. Mötet beslutade enligt kassörens förslag.

                ## § 5 2026-2

                Mötet beslutade att köpa två kanoter för högst 18 000 kr.

                ## § 6 2026-3

                Frågan om klubbstugan diskuterades. Alla får fundera till nästa gång.
                """,
            decisions: ["§ 4 bifall", "§ 5 enligt nedan: att köpa två kanoter för högst 18 000 kr", "§ 6 –"]),
        RecordShape(
            name: "årsmöte med frågan besvarad med ja", body: "Årsmötet",
            text: """
                ## § 9 2026:1

                Ordföranden frågar om styrelsen kan beviljas ansvarsfrihet. Frågan besvaras med ja.

                ## § 10 2026:2

                Årsmötet fastställde avgiften till 300 kronor.

                ## § 11 2026:3

                Mötesordföranden finner att årsmötet avslår motionen.
                """,
            decisions: [
                "§ 9 bifall", "§ 10 enligt nedan: Årsmötet fastställde avgiften till 300 kronor", "§ 11 avslag",
            ]),
        RecordShape(
            name: "kyrkoråd", body: "Kyrkorådet",
            text: """
                ## § 61 KR 2026/15

                Kyrkorådet beslutar att anta budgeten för Vallby församling, att ge kamreren i uppdrag att fördela den samt att paragrafen justeras omedelbart.

                ## § 62 KR 2026/16

                Kyrkorådet beslutar att lägga skrivelsen till handlingarna.

                ## § 63 KR 2026/17

                Bordläggs.
                """,
            decisions: [
                "§ 61 enligt nedan: att anta budgeten för Vallby församling | att ge kamreren i uppdrag att fördela den | att paragrafen justeras omedelbart",
                "§ 62 till handlingarna", "§ 63 bordläggning",
            ]),
        RecordShape(
            name: "kyrkofullmäktige med förslag och beslut", body: "Kyrkofullmäktige",
            text: """
                ## § 7 2026-0007

                ### Kyrkorådets förslag

                Kyrkorådet föreslår kyrkofullmäktige besluta att sälja prästgården.

                ### Kyrkofullmäktige beslutar

                att sälja prästgården för lägst 3,5 miljoner kronor

                att intäkten ska gå till kyrkans tak
                """,
            decisions: [
                "§ 7 enligt nedan: att sälja prästgården för lägst 3,5 miljoner kronor | att intäkten ska gå till kyrkans tak"
            ]),
        RecordShape(
            name: "studentkår", body: "Kårstyrelsen",
            text: """
                ## § 33 26/014

                Lovisa yrkade på att kåren betalar bussen. Kårstyrelsen beslutade att bifalla Lovisas yrkande.

                ## § 34 26/015

                Kårstyrelsen beslutade att avslå ansökan från Filmklubben.

                ## § 35 26/016

                **Kårstyrelsen beslutade**

                - **att** skjuta till 4 000 kr
                - **att** Alva ansvarar
                """,
            decisions: [
                "§ 33 enligt nedan: att bifalla Lovisas yrkande", "§ 34 avslag",
                "§ 35 enligt nedan: att skjuta till 4 000 kr | att Alva ansvarar",
            ]),
        RecordShape(
            name: "bostadsrättsförening", body: "Styrelsen",
            text: """
                ## § 11 2026-08

                Två offerter på stambytet gicks igenom. Styrelsen valde Rörhuset AB.

                ## § 12 2026-09

                Styrelsen ställer sig bakom förslaget.

                ## § 13 2026-10

                Ansökan om andrahandsuthyrning godkändes.
                """,
            decisions: [
                "§ 11 enligt nedan: Styrelsen valde Rörhuset AB",
                "§ 12 bifall",
                "§ 13 enligt nedan: Ansökan om andrahandsuthyrning godkändes",
            ]),
        RecordShape(
            name: "idrottsförbund med beslut per att-sats", body: "Förbundsstyrelsen",
            text: """
                ## § 40 2026:31

                Beslut: 1–3 bifall, 4 avslag

                ## § 41 2026:32

                Beslut: punkt 1 bifall, punkt 2 återremiss
                """,
            decisions: [
                "§ 40 1 bifall, 2 bifall, 3 bifall, 4 avslag", "§ 41 1 bifall, 2 återremiss",
            ]),
        RecordShape(
            name: "hembygdsförening med korta svar", body: "Styrelsen",
            text: """
                ## § 2 2026:1

                Bifall.

                ## § 3 2026:2

                Enligt förslag.

                ## § 4 2026:3

                Till handlingarna.

                ## § 5 2026:4

                Avslag
                """,
            decisions: ["§ 2 bifall", "§ 3 bifall", "§ 4 till handlingarna", "§ 5 avslag"]),
        RecordShape(
            name: "fackklubb med acklamation", body: "Klubbstyrelsen",
            text: """
                ## § 15 2026-5

                Efter diskussion beslutar klubbstyrelsen med acklamation att anta handlingsplanen.

                ## § 16 2026-6

                Klubbstyrelsen fattade beslut om att bjuda in regionen.
                """,
            decisions: [
                "§ 15 enligt nedan: att anta handlingsplanen", "§ 16 enligt nedan: att bjuda in regionen",
            ]),
        RecordShape(
            name: "samfällighet där en rad är fel", body: "Styrelsen",
            text: """
                ## § 3 2026:1

                Beslut: bifal

                ## § 4 2026:2

                ### Beslut

                Godkänns

                ## § 5 2026:3

                Beslut: bifall

                Mötet beslutade att avslå ansökan.
                """,
            decisions: [
                "§ 3 ? bifal (bifall)", "§ 4 ? Godkänns (bifall)",
                "§ 5 ? bifall / Mötet beslutade att avslå ansökan",
            ]),
    ]
}
