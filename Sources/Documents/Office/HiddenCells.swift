/// The rows and columns of a workbook's sheet that are not shown, counted from 0.
public struct HiddenCells: Hashable, Sendable {
    public private(set) var rows: Set<Int> = []
    public private(set) var columns: Set<Int> = []

    /// A sheet has no more rows; what says that it has means all the rest of it.
    private static let most = 1_048_576
}

extension HiddenCells {
    /// By the sheets' names, of those that hide something: of Excel's files and of OpenDocument's.
    public static func all(in bytes: [UInt8]) -> [String: HiddenCells] {
        guard let archive = ZipArchive(bytes) else { return [:] }
        func text(_ name: String) -> String? { archive.part(name).map { String(decoding: $0, as: UTF8.self) } }
        var hidden: [String: HiddenCells] = [:]
        if let workbook = text("xl/workbook.xml"), let links = text("xl/_rels/workbook.xml.rels") {
            let targets = tags("Relationship", in: links).reduce(into: [String: String]()) { targets, tag in
                if let id = value("Id", of: tag), let target = value("Target", of: tag) { targets[id] = target }
            }
            for tag in tags("sheet", in: workbook) {
                guard let name = value("name", of: tag), let target = value("r:id", of: tag).flatMap({ targets[$0] }),
                    let sheet = text(target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target)
                else { continue }
                hidden[name] = excel(sheet)
            }
        } else if let content = text("content.xml") {
            for table in content.split(separator: "<table:table ").dropFirst() {
                guard let name = value("table:name", of: " " + table.prefix { $0 != ">" }) else { continue }
                hidden[name] = openDocument(String(table))
            }
        }
        return hidden.filter { !$0.value.rows.isEmpty || !$0.value.columns.isEmpty }
    }

    private static func excel(_ sheet: String) -> HiddenCells {
        func isHidden(_ tag: Substring) -> Bool { ["1", "true"].contains(value("hidden", of: tag) ?? "") }
        var cells = HiddenCells()
        for row in tags("row", in: sheet) where isHidden(row) {
            if let number = value("r", of: row).flatMap({ Int($0) }), number > 0 { cells.rows.insert(number - 1) }
        }
        for column in tags("col", in: sheet) where isHidden(column) {
            guard let first = value("min", of: column).flatMap({ Int($0) }),
                let last = value("max", of: column).flatMap({ Int($0) }), first > 0, last >= first
            else { continue }
            cells.columns.formUnion((first - 1)..<min(last, 16_384, first + most))
        }
        return cells
    }

    private static func openDocument(_ table: String) -> HiddenCells {
        var cells = HiddenCells()
        func places(_ name: String) -> Set<Int> {
            var (places, place) = (Set<Int>(), 0)
            for tag in tags("table:table-\(name)", in: table) {
                let times = value("table:number-\(name)s-repeated", of: tag).flatMap { Int($0) } ?? 1
                let end = min(place + max(1, times), most)
                let isShown = value("table:visibility", of: tag).map { $0 == "visible" } ?? true
                if !isShown, place < end { places.formUnion(place..<end) }
                place = end
            }
            return places
        }
        (cells.rows, cells.columns) = (places("row"), places("column"))
        return cells
    }

    /// What stands in each tag of a name.
    private static func tags(_ name: String, in xml: String) -> [Substring] {
        xml.split(separator: "<\(name)", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.first.map { $0.isWhitespace || $0 == ">" || $0 == "/" } ?? false ? part.prefix { $0 != ">" } : nil
        }
    }

    private static func value(_ name: String, of tag: Substring) -> String? {
        tag.firstRange(of: " \(name)=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }).withSigns }
    }
}
