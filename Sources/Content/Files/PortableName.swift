import Diagnostics

/// Whether everybody's computer can hold a file's or a folder's name.
enum PortableName {
    static func fault(in name: String) -> NameFault? {
        var stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
        while stem.last == UInt8(ascii: " ") { stem.removeLast() }
        if stem.count <= longestReserved, reserved.contains(String(Substring(stem)).lowercased()) {
            return .reserved(name)
        }
        if name.utf8.last == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: " ") { return .ending }
        if let sign = name.utf8.first(where: { "<>:\"|?*".utf8.contains($0) }) {
            return .character(String(UnicodeScalar(sign)))
        }
        return nil
    }

    /// Of the names below, in bytes.
    private static let longestReserved = 7

    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul", "conin$", "conout$"]
            + (0...9).flatMap { ["com\($0)", "lpt\($0)"] } + ["¹", "²", "³"].flatMap { ["com\($0)", "lpt\($0)"] })
}
