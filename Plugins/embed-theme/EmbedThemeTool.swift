import Foundation

/// `embed-theme FOLDER OUTPUT.swift [TABLE ELEMENT]`: writes every file of the folder as a literal, an ELEMENT of the
/// enum TABLE. Run by the plugins EmbedTheme, EmbedEnclosures and EmbedPage.
@main
struct EmbedThemeTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 || arguments.count == 5 else {
            FileHandle.standardError.write(Data("usage: embed-theme FOLDER OUTPUT.swift [TABLE ELEMENT]\n".utf8))
            exit(2)
        }
        let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
        let output = URL(fileURLWithPath: arguments[2])
        let (table, element) = arguments.count == 5 ? (arguments[3], arguments[4]) : ("EmbeddedTheme", "Theme.File")
        let entries = try filePaths(in: folder).map { path in
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
            return "        \(element)(path: \(textLiteral(path)), bytes: \(bytesExpression(bytes))),\n"
        }
        try Data(swiftFile(table, element, entries).utf8).write(to: output, options: .atomic)
    }
}

extension EmbedThemeTool {
    private static func swiftFile(_ table: String, _ element: String, _ entries: [String]) -> String {
        """
        // Made by embed-theme from the files of a folder.

        enum \(table) {
            static let files: [\(element)] = [
        \(entries.joined())    ]

            /// Bytes that are not UTF-8, one scalar a byte: a long string compiles at once, a long array does not.
            static func binary(_ scalars: String) -> [UInt8] {
                scalars.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            }
        }

        """
    }

    /// Paths inside the folder with `/` between the parts, sorted; hidden files are no part of a theme.
    private static func filePaths(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { path in
                var isFolder: ObjCBool = false
                let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
                let exists = FileManager.default.fileExists(
                    atPath: folder.appendingPathComponent(path).path, isDirectory: &isFolder)
                return exists && !isFolder.boolValue && !isHidden
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func bytesExpression(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            return "[UInt8](\(textLiteral(text)).utf8)"
        }
        let scalars = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return "binary(\(textLiteral(scalars)))"
    }

    /// One line whatever the text: nothing for the compiler to strip, indent or interpret.
    private static func textLiteral(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\u{20}"..."\u{7E}", "\u{A1}"..."\u{17F}": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\""
    }
}
