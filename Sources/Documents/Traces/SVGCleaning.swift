/// Drawings without what the program that made them wrote beside the picture: who, from which file, and remarks.
enum SVGCleaning {
    static func isDrawing(_ text: [UInt8]) -> Bool {
        text.prefix(4096).firstPlace(of: Array("<svg".utf8)) != nil
            && text.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    }

    /// Nil for one that says nothing of the kind.
    static func cleaned(_ text: [UInt8]) -> [UInt8]? { rules.cleaned(text) }

    private static let rules = MarkupCleaning(
        removed: ["metadata", "namedview"],
        attributes: ["inkscape:export-filename", "sodipodi:docname", "sodipodi:docbase", "sodipodi:absref"],
        isWithoutComments: true)
}
