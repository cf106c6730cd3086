import Content
import Documents
import System

/// Makes what pandoc can read of office files, with LibreOffice: a folder of its own for each, so that no two share one.
struct OfficeConverter {
    let tools: ImportTools

    /// The .docx of a .odt, .rtf or .doc.
    func word(_ location: String) throws(ImportFailure) -> (folder: TemporaryFolder, path: String) {
        let made = try convert(location, to: "docx", package: "libreoffice-writer-nogui")
        guard let path = made.files.first else { throw ImportFailure(.toolFailed("soffice")) }
        return (made.folder, path)
    }

    /// A workbook's sheets as .csv.
    func sheets(_ location: String) throws(ImportFailure) -> [(name: String, text: [UInt8])] {
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
        let made = try convert(location, to: filter, package: "libreoffice-calc-nogui")
        let stem = FileName.stem(location) + "-"
        return made.files.sorted().compactMap { path in
            let name = FileName.stem(path)
            guard let bytes = try? FileSystem.disk.read(path, DocumentLoader.textLimit) else { return nil }
            return (name.hasPrefix(stem) ? String(name.dropFirst(stem.count)) : name, bytes)
        }
    }

    private func convert(
        _ location: String, to format: String, package: String
    ) throws(ImportFailure) -> (folder: TemporaryFolder, files: [String]) {
        guard let program = tools.office else { throw ImportFailure(.toolMissing("soffice", package: package)) }
        guard let folder = try? TemporaryFolder() else { throw ImportFailure(.toolFailed("soffice")) }
        let path = location.hasPrefix("/") ? location : "./" + location
        let status = OfficeSuite(program: program).convert([path], to: format, in: folder.path)
        guard let status, status < 128 else { throw ImportFailure(.toolFailed("soffice")) }
        // What it cannot open it tells nobody of: there is no file.
        guard status == 0, let entries = try? FileSystem.disk.list(folder.path + "/ut"), !entries.isEmpty else {
            throw ImportFailure(.brokenOffice)
        }
        return (folder, entries.map { folder.path + "/ut/" + String(decoding: $0.name, as: UTF8.self) })
    }
}

/// Tables as comma-separated text, as Markdown's.
enum SheetMarkdown {
    /// - Parameter hidden: the rows and columns that nobody sees, which are left out.
    static func table(_ csv: String, without hidden: HiddenCells? = nil) -> String {
        let shown = rows(csv).enumerated().filter { hidden?.rows.contains($0.offset) != true }.map { _, row in
            row.enumerated().filter { hidden?.columns.contains($0.offset) != true }.map(\.element)
        }
        let rows = shown.filter { $0.contains { !$0.isEmpty } }
        let width = rows.map { row in row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
        guard width > 0 else { return "" }
        let lines = rows.map { row in
            let cells = (0..<width).map { $0 < row.count ? row[$0] : "" }
            return "| "
                + cells.map { escaped($0.singleSpaced) }.joined(separator: " | ") + " |"
        }
        return ([lines[0], "|" + String(repeating: " --- |", count: width)] + lines.dropFirst()).joined(separator: "\n")
    }

    /// Nobody writes emphasis in a cell: each sign is a sign.
    private static func escaped(_ cell: String) -> String {
        String(cell.flatMap { "\\`*_[]<|~".contains($0) ? ["\\", $0] : [$0] })
    }

    private static func rows(_ csv: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        var last: Character = " "
        for character in csv {
            switch character {
            case "\"":
                // Two signs within a quoted cell are one.
                if !isQuoted, last == "\"" { cell.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            default: cell.append(character.isNewline ? " " : character)
            }
            last = character
        }
        rows[rows.count - 1].append(cell)
        return rows
    }
}
