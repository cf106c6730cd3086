/// Drawings without what the program that made them wrote beside the picture: who, from which file, and remarks.
enum SVGCleaning {
    static func isDrawing(_ text: [UInt8]) -> Bool {
        text.prefix(4096).firstPlace(of: Array("<svg".utf8)) != nil
            && text.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    }

    /// Parts that do not show, and files within it.
    static func hides(_ text: [UInt8]) -> Bool {
        let bare = text.filter { $0 > 0x20 }
        return [
            "display:none", "display=\"none\"", "display='none'", "visibility:hidden", "visibility=\"hidden\"",
            "data:image/",
            "i:pgf",
        ]
        .contains { bare.firstPlace(of: Array($0.utf8)) != nil }
    }

    /// Nil for one that says nothing of the kind.
    static func cleaned(_ text: [UInt8]) -> [UInt8]? { rules.cleaned(text) }

    private static let rules = MarkupCleaning(
        removed: ["metadata", "namedview", "RDF"],
        attributes: [
            "inkscape:export-filename", "sodipodi:docname", "sodipodi:docbase", "sodipodi:absref",
        ],
        isWithoutComments: true)
}
