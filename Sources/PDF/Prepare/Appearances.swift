import PDFWork

/// What a page's annotations show: stamps, comments, filled-in form fields. It becomes a part of the page, as it would
/// on paper; what they would do does not come along.
struct Appearances {
    private let document: Document
    private var drawings: [(form: PDFObject, matrix: Matrix)] = []
}

extension Appearances {
    init(of page: PDFObject, _ removals: inout Removals) {
        document = page.document
        guard let annotations = page["/Annots"], annotations.isArray else { return }
        for index in 0..<min(annotations.count, 10_000) {
            let annotation = annotations[index]
            guard annotation.isDictionary else { continue }
            removals.look(at: annotation)
            if annotation["/Subtype"]?.name == "/Popup" { continue }
            if let drawing = Appearances.drawing(of: annotation) { drawings.append(drawing) }
        }
    }

    /// After the page's own content, each under a name of its own.
    mutating func draw(into content: inout [UInt8], _ resources: PDFObject) {
        guard !drawings.isEmpty else { return }
        let forms = resources["/XObject"]?.shallowCopy() ?? document.dictionary()
        let taken = Set(forms.keys)
        var number = 0
        for drawing in drawings {
            while taken.contains("/Klubba\(number)") { number += 1 }
            forms.set("/Klubba\(number)", drawing.form)
            let matrix = drawing.matrix.numbers.map(PDFNumber.text).joined(separator: " ")
            content += "q \(matrix) cm /Klubba\(number) Do Q\n".utf8
            number += 1
        }
        resources.set("/XObject", forms)
    }

    /// Neither hidden nor for the screen alone. The appearance's box, turned by its matrix, is fitted to the
    /// annotation's place (ISO 32000-1 12.5.5, algorithm 8.1).
    private static func drawing(of annotation: PDFObject) -> (form: PDFObject, matrix: Matrix)? {
        let flags = annotation["/F"]?.integer ?? 0
        let (hidden, noView) = (2, 32)
        guard flags & (hidden | noView) == 0, let rect = Box(annotation["/Rect"]?.numbers),
            let form = appearance(of: annotation), let box = Box(form["/BBox"]?.numbers)
        else { return nil }
        let own = Matrix(form["/Matrix"]?.numbers) ?? Matrix()
        let turned = own.applied(box)
        guard turned.width > 0, turned.height > 0 else { return nil }
        let (x, y) = (rect.width / turned.width, rect.height / turned.height)
        let fit = Matrix(a: x, b: 0, c: 0, d: y, e: rect.left - turned.left * x, f: rect.bottom - turned.bottom * y)
        return (form, fit)
    }

    private static func appearance(of annotation: PDFObject) -> PDFObject? {
        guard let normal = annotation["/AP"]?["/N"] else { return nil }
        if normal.isStream { return normal }
        guard let state = annotation["/AS"]?.name, let form = normal[state], form.isStream else { return nil }
        return form
    }
}

/// Numbers as PDF writes them: never with an exponent.
enum PDFNumber {
    static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let scaled = (value * 1e8).rounded()
        let whole = Int64(scaled.magnitude)
        let digits = String(whole % 100_000_000)
        let fraction = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return (scaled < 0 ? "-" : "") + "\(whole / 100_000_000).\(fraction)"
    }
}
