import Testing

@testable import Documents

@Suite("What a Word file shows")
struct WordBodyTests {
    private func read(_ xml: String, hiddenStyles: Set<String> = []) -> (shown: String?, scan: WordPartScan) {
        var scan = WordPartScan(hiddenStyles: hiddenStyles)
        let shown = scan.shown(Array(xml.utf8)).map { String(decoding: $0, as: UTF8.self) }
        return (shown, scan)
    }

    @Test("has no run that is hidden, and that one is told")
    func hidden() {
        let (shown, scan) = read(
            "<w:p><w:r><w:t>Synligt. </w:t></w:r><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>Dolt &amp; hemligt.</w:t></w:r></w:p>"
        )
        #expect(shown == "<w:p><w:r><w:t>Synligt. </w:t></w:r></w:p>")
        #expect(scan.hidden == ["Dolt & hemligt."])
    }

    @Test("has what only looks hidden: switched off again, or a paragraph's end mark")
    func notHidden() {
        let xml =
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Syns.</w:t></w:r></w:p>"
        let (shown, scan) = read(xml)
        #expect(shown == xml)
        #expect(scan.hidden == [])
    }

    @Test("has nothing of a style that hides, whether the run's or the paragraph's")
    func styles() {
        let (shown, scan) = read(
            "<w:p><w:pPr><w:pStyle w:val=\"Dold\"/></w:pPr><w:r><w:t>Ett</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rStyle w:val=\"Dold\"/></w:rPr><w:t>Två</w:t></w:r><w:r><w:t>Tre</w:t></w:r></w:p>",
            hiddenStyles: ["Dold"])
        #expect(scan.hidden == ["Ett", "Två"])
        #expect(shown?.contains("Tre") == true && shown?.contains("Ett") == false && shown?.contains("Två") == false)
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Dold\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"Barn\"><w:basedOn w:val=\"Dold\"/></w:style><w:style w:styleId=\"Fri\"/>"
        #expect(WordStyles.hidden(in: Array(styles.utf8)) == ["Dold", "Barn"])
    }

    @Test("has an old form's tick as a sign, and words that are drawn after their paragraph")
    func drawn() {
        let field =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>Ja tack</w:t></w:r></w:p>"
        #expect(
            read(field).shown?.contains("</w:r><w:r><w:t xml:space=\"preserve\">☒ </w:t></w:r>")
                == true)
        #expect(read(field.replacing("<w:checked/>", with: "")).shown?.contains("☐ ") == true)
        let art = read(
            "<w:p><w:r><w:pict><v:shape><v:textpath string=\"Rea &amp; loppis\"/></v:shape></w:pict></w:r></w:p>")
        #expect(art.scan.boxes == ["Rea & loppis"])
        #expect(art.shown?.hasSuffix("<w:t xml:space=\"preserve\">Rea &amp; loppis</w:t></w:r></w:p>") == true)
    }

    @Test("has a text box after the paragraph that it hangs on, once")
    func boxes() {
        let box = "<w:txbxContent><w:p><w:r><w:t>Ruta.</w:t></w:r></w:p></w:txbxContent>"
        let (shown, scan) = read(
            "<w:p><w:r><w:t>Före.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>Efter.</w:t></w:r></w:p>"
        )
        #expect(scan.boxes == ["Ruta."])
        #expect(
            shown
                == "<w:p><w:r><w:t>Före.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice></mc:Choice><mc:Fallback></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>Ruta.</w:t></w:r></w:p><w:p><w:r><w:t>Efter.</w:t></w:r></w:p>"
        )
        let hidden = read("<w:p><w:r><w:rPr><w:vanish/></w:rPr>\(box)</w:r></w:p>").scan
        #expect(hidden.boxes == [])
        #expect(hidden.hidden.joined().contains("Ruta."))
    }

    @Test("says what tracked changes have struck, and how many add something")
    func changes() {
        let scan = read(
            "<w:p><w:del w:id=\"1\"><w:r><w:delText>12 000</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>9 000</w:t></w:r></w:ins></w:p>"
        ).scan
        #expect(scan.struck == ["12 000"])
        #expect(scan.additions == 1)
        #expect(
            WordStyles.comments(
                in: Array(
                    "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>Stämmer </w:t><w:tab/><w:t xml:space=\"preserve\">det?</w:t></w:r></w:p></w:comment></w:comments>"
                        .utf8))
                == ["Stämmer det?"])
    }

    @Test("tags that do not close, or nothing at all, end no reading")
    func broken() {
        for xml in [
            "<w:p><w:r><w:txbxContent>", "</w:r></w:p></w:txbxContent>", "<", "<w:r", "", "<w:r></w:p>",
            "</w:pPr></mc:Fallback><w:txbxContent><w:r>",
        ] {
            _ = read(xml)
        }
        #expect(WordBody([1, 2, 3]) == nil)
    }
}
