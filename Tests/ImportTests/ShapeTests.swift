import Meetings
import Testing

@testable import Import

@Suite("Records and kallelser of every kind")
struct ShapeTests {
    @Test("a number that the margin broke at its dash is whole")
    func brokenNumbers() {
        let passages = Papers.passages(
            """
            Perioden löper 2026-10-01 till 2027-
            03-31 enligt planen, och uppdraget redovisas senast 2027-04-
            30
            """)
        #expect(
            passages.map(\.plain) == [
                "Perioden löper 2026-10-01 till 2027-03-31 enligt planen, och uppdraget redovisas senast 2027-04-30"
            ])
    }

    @Test(
        "an agenda in a table, with line breaks in its cells, is the dagordning; what it has no place for stays on the page"
    )
    func agendaTable() {
        let paper = Papers.read(
            """
            KALLELSE

            Arbetsutskottet

            Sammanträde onsdagen den 13 mars 2024 kl. 09.30
            Kansliet, Storgatan 1

            |  | Ärende | Beteckning | Förslag |
            | --- | --- | --- | --- |
            | 1. | Medel till<br>kaféet | 2024:<br>22 | Arbetsutskottet föreslår<br>styrelsen att bevilja 1 000 kronor. |
            |  | Övriga frågor |  |  |
            """, file: "kallelse.md", isMarkdown: true)
        #expect(paper.kind == .summons)
        #expect(paper.text.agenda.map(\.title) == ["Medel till kaféet", "Övriga frågor"])
        #expect(paper.text.agenda.map(\.diaryNumber) == ["2024:22", nil])
        #expect(paper.text.time == "09.30")
        #expect(paper.text.place == "Kansliet, Storgatan 1")
        let plan = Papers.plan([paper])
        let text = plan.text("moten/au-2024-03-13.md") ?? ""
        #expect(text.contains("- 2024:22\n"))
        #expect(text.contains("Arbetsutskottet föreslår styrelsen att bevilja 1 000 kronor."))
        #expect(plan.text("arenden/2024-22/arende.md")?.contains("titel: Medel till kaféet") ?? false)
    }

    @Test(
        "the hours are written without the day in front of them",
        arguments: [
            ("fredag 15 mars 2024 kl. 13.00–16.00", "13.00–16.00"), ("2024-03-15, klockan 18.30", "18.30"),
            ("13.00–16.00", "13.00–16.00"), ("fredag 15 mars 2024", "fredag 15 mars 2024"),
        ])
    func hours(written: String, read: String) {
        #expect(MeetingHours.text(in: written, clock: Papers.clock) == read)
    }

    @Test("a record's points may be numbered without the sign §")
    func numberedPoints() {
        let paper = Papers.read(
            """
            # Protokoll från höstmötet 12 november 2023

            ### 1. Mötets öppnande

            Ordföranden öppnade mötet.

            ### 2. Budget

            Mötet fastställde budgeten.

            ### 2 a. Inköp

            Mötet beslutade att köpa två bord för högst 900 kr.

            ### 3. Avslutning

            Mötet avslutades.
            """, file: "protokoll.md", isMarkdown: true)
        #expect(paper.kind == .record)
        #expect(paper.paragraphs.map(\.number) == [1, 2, 3])
        #expect(paper.paragraphs.map(\.title) == ["Mötets öppnande", "Budget", "Avslutning"])
        #expect(paper.kronor == [900])
        #expect(paper.paragraphs[1].markdown.contains("### 2 a. Inköp"))
    }

    @Test("points in the columns of a board's table are §§")
    func columns() {
        let paper = Papers.read(
            """
            Bostadsföreningen Eken
            PROTOKOLL nr 7
            Styrelsemöte

            Datum och tid:    2023-10-06, kl 18.00

            Punkt   Ärende                                   Ansvarig
            1       Mötet öppnas
            2       Fönster
                    Två anbud har kommit in. Styrelsen beslutade att anta det lägre, 70 000 kronor.
            3       Mötet avslutas
            """)
        #expect(paper.kind == .record)
        #expect(paper.dnr == nil)
        #expect(paper.paragraphs.map(\.title) == ["Mötet öppnas", "Fönster", "Mötet avslutas"])
        #expect(paper.kronor == [70_000])
    }

    @Test("a list within a record makes no §§")
    func listIsNoRecord() {
        let paper = Papers.read(
            "# Protokoll\n\nVi talade om\n\n1. Bord\n2. Stolar\n3. Lampor\n", file: "p.md", isMarkdown: true)
        #expect(paper.paragraphs.isEmpty)
    }

    @Test("HTML among a Markdown text's lines is read as what it is")
    func markup() {
        let paper = Papers.read(
            """
            <h1>Protokoll, årsmöte 2023</h1>
            <p><strong>Datum:</strong> 2023-07-08</p>
            <p><strong>§ 1 Mötet öppnas</strong>
            Ordföranden öppnade mötet.</p>
            <p><strong>§ 2 Avgift</strong>
            Årsmötet beslutade att avgiften ska vara 250&nbsp;kr.</p>
            """, file: "arsmote.md", isMarkdown: true)
        #expect(paper.title?.value == "Protokoll, årsmöte 2023")
        #expect(paper.paragraphs.map(\.title) == ["Mötet öppnas", "Avgift"])
        #expect(paper.kronor == [250])
        #expect(!paper.paragraphs.contains { $0.markdown.contains("<") })
    }

    @Test("contents whose entries take two lines make no §§, and a page's mark in a comment is none of the text")
    func contents() {
        let paper = Papers.read(
            """
            <!-- sida 1 -->

            PROTOKOLL
            Kulturnämnden
            2024-03-13

            Innehåll

            § 1 Dnr KUN-2024-00002
            Svar på remiss om gemensamma regler
            för uthyrning ............................ 2

            § 2 Dnr KUN-2024-00003
            Bidrag ................................... 2

            <!-- sida 2 -->

            § 1 Dnr KUN-2024-00002
            Svar på remiss om gemensamma regler för uthyrning

            Beslut
            Kulturnämnden antar yttrandet.

            § 2 Dnr KUN-2024-00003
            Bidrag

            Beslut
            Kulturnämnden beviljar 25 000 kronor till lägret på
            4:17 och 4:18 vid sjön.
            """, file: "protokoll.md", isMarkdown: true)
        #expect(paper.paragraphs.map(\.number) == [1, 2])
        #expect(paper.paragraphs.map(\.title) == ["Svar på remiss om gemensamma regler för uthyrning", "Bidrag"])
        #expect(
            paper.paragraphs.last?.decision == [
                "Kulturnämnden beviljar 25 000 kronor till lägret på 4:17 och 4:18 vid sjön."
            ])
    }

    @Test("attendance in columns, with titles over a line's end")
    func attendance() {
        let paper = Papers.read(
            """
            Kulturnämnden
            PROTOKOLL
            2024-03-13

            Beslutande    Ledamöter                    Tjänstgörande ersättare
            Eva Ek (S), Ordförande
            Bo Al (V)                        Siv Dahl (S)
            Per Björk (M), 1:e vice
            ordförande

            Ordförande    Eva Ek (S)

            Protokolljusterare Bo Al (V)

            § 1 Öppnande
            Mötet öppnades.
            """)
        let head = paper.text.recordHead
        #expect(head?.chair == "Eva Ek (S)")
        #expect(head?.present == ["Eva Ek (S), Ordförande", "Bo Al (V)", "Per Björk (M), 1:e vice ordförande"])
        #expect(head?.substitutes == ["Siv Dahl (S)"])
        #expect(head?.approvers == ["Bo Al (V)"])
    }
}
