import Testing

@testable import Documents

@Suite("What a workbook does not show")
struct HiddenCellsTests {
    @Test("are its hidden rows and columns, by sheet, in Excel's files")
    func excel() {
        let bytes = Made.zip([
            (
                "xl/workbook.xml",
                "<sheets><sheet name=\"Kassa &amp; bank\" r:id=\"rId2\"/><sheet name=\"Öppet\" r:id=\"rId3\"/></sheets>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationship Id=\"rId2\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId3\" Target=\"/xl/worksheets/sheet2.xml\"/>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><row r=\"1\" hidden=\"false\"/><row r=\"5\" hidden=\"true\"><c/></row>"
            ), ("xl/worksheets/sheet2.xml", "<row r=\"1\"/>"),
        ])
        let hidden = HiddenCells.all(in: bytes)
        #expect(hidden.keys.sorted() == ["Kassa & bank"])
        #expect(hidden["Kassa & bank"]?.rows == [4] && hidden["Kassa & bank"]?.columns == [1, 2])
    }

    @Test("and in OpenDocument's, where one row may stand for many")
    func openDocument() {
        let table =
            "<office:spreadsheet><table:table table:name=\"Blad\"><table:table-column table:visibility=\"collapse\"/><table:table-row table:number-rows-repeated=\"3\"/><table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\"></table:table-row></table:table></office:spreadsheet>"
        let hidden = HiddenCells.all(in: Made.zip([("content.xml", table)]))
        #expect(hidden["Blad"]?.rows == [3, 4] && hidden["Blad"]?.columns == [0])
    }
}
