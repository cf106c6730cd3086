import PDFWork

/// The sheet that a page of a merged paper goes on, and how large it is drawn there: room is left for the page's head
/// and foot, so that nothing is written over the paper. In points.
struct Sheet: Equatable {
    let width: Int
    let height: Int
    let pictureWidth: Double
    let pictureHeight: Double

    /// Above, below, and on each side.
    static let margins = (top: 40.0, bottom: 34.0, side: 20.0)
    private static let a4 = (short: 595.28, long: 841.89)
    private static let a3 = (short: 841.89, long: 1190.55)
}

extension Sheet {
    /// A paper keeps its own sheet from about A5 to A3. A larger one becomes A3, a smaller one stands on A4; never is a
    /// page made larger.
    init(for page: PaperReport.PageSize) {
        let (long, short) = (max(page.width, page.height), min(page.width, page.height))
        let shrunk = min(1, Sheet.a3.long / long, Sheet.a3.short / short)
        let (w, h) = (page.width * shrunk, page.height * shrunk)
        let isSmall = long * shrunk < 560 || short * shrunk < 400
        let sheet = isSmall ? (w > h ? (Sheet.a4.long, Sheet.a4.short) : (Sheet.a4.short, Sheet.a4.long)) : (w, h)
        width = Int(sheet.0.rounded())
        height = Int(sheet.1.rounded())
        let room = (
            w: Double(width) - 2 * Sheet.margins.side, h: Double(height) - Sheet.margins.top - Sheet.margins.bottom
        )
        let fit = min(1, room.w / w, room.h / h)
        pictureWidth = max(w * fit, 1)
        pictureHeight = max(h * fit, 1)
    }

    /// A name for its kind of sheet, `ark-595-842`.
    var name: String { "ark-\(width)-\(height)" }

    /// The rule that gives pages with that name their size.
    var rule: String {
        "@page \(name) { size: \(width)pt \(height)pt; margin: \(Int(Sheet.margins.top))pt \(Int(Sheet.margins.side))pt "
            + "\(Int(Sheet.margins.bottom))pt } .\(name) { page: \(name) }\n"
    }
}
