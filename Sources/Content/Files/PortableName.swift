import Diagnostics

/// Whether everybody's computer can hold a file's or a folder's name.
enum PortableName {
    static func fault(in name: String) -> NameFault? {
        let stem = name.prefix { $0 != "." }.lowercased()
        let trimmed = String(stem.reversed().drop { $0 == " " }.reversed())
        if reserved.contains(trimmed) { return .reserved(name) }
        if name.last == "." || name.last == " " { return .ending }
        if let sign = name.first(where: { "<>:\"|?*".contains($0) }) { return .character(String(sign)) }
        return nil
    }

    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul", "conin$", "conout$"]
            + (0...9).flatMap { ["com\($0)", "lpt\($0)"] } + ["¹", "²", "³"].flatMap { ["com\($0)", "lpt\($0)"] })
}
