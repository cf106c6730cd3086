import Diagnostics
import System

/// Unpacks tar and zip archives into a folder, and trusts nothing that they say: no links, no way out of the folder.
struct Unpacking {
    let archive: String
    let folder: String
}

extension Unpacking {
    func tar() throws(ArchiveFailure) -> [Diagnostic] {
        let input = try ArchiveInput(archive)
        var faults: [Diagnostic] = []
        var long: [String: String] = [:]
        while true {
            let header = try input.bytes(512)
            guard header.count == 512 else { throw broken("tar") }
            if header.allSatisfy({ $0 == 0 }) {
                guard try input.isEmptyToItsEnd() else { throw broken("tar, byte \(input.position)") }
                return faults
            }
            guard Unpacking.isSound(header) else { throw broken("tar, byte \(input.position - 512)") }
            let type = header[156]
            let size = long["size"].flatMap { Int($0) } ?? Unpacking.octal(header[124..<136])
            if type == UInt8(ascii: "x") || type == UInt8(ascii: "g") {
                guard size <= 1 << 20 else { throw broken("tar") }
                let records = Unpacking.records(try input.bytes(size))
                if type == UInt8(ascii: "x") { long = records }
                try pad(input, after: size)
                continue
            }
            let prefix = Unpacking.text(header[345..<500])
            let short = Unpacking.text(header[0..<100])
            var name = long["path"] ?? (prefix.isEmpty ? short : "\(prefix)/\(short)")
            while name.last == "/" { name.removeLast() }
            long = [:]
            switch type {
            case UInt8(ascii: "5"): break
            case UInt8(ascii: "0"), 0:
                if let target = place(name) {
                    try make(above: target)
                    try input.copy(size, to: target)
                } else {
                    faults.append(fault(name, .pathOut))
                    try input.skip(size)
                }
                try pad(input, after: size)
            default:
                faults.append(fault(name, .notAnOrdinaryFile))
                try input.skip((size + 511) / 512 * 512)
            }
        }
    }

    /// What fills a file's last block says nothing.
    private func pad(_ input: ArchiveInput, after size: Int) throws(ArchiveFailure) {
        let filling = try input.bytes((512 - size % 512) % 512)
        guard filling.allSatisfy({ $0 == 0 }) else { throw broken("tar, byte \(input.position)") }
    }

    func fault(_ path: String, _ fault: PackageFault) -> Diagnostic {
        Diagnostic(Place(path), .archivePackage(fault))
    }

    func broken(_ reason: String) -> ArchiveFailure { .content([fault(archive.lastPart, .container(reason))]) }

    /// Where a name leads; nil for one that leads out of the folder.
    func place(_ name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isOut = parts.isEmpty || parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } || name.utf8.contains(0)
        let target = "\(folder)/\(name)"
        return isOut || FileBytes.exists(target) ? nil : target
    }

    func make(above target: String) throws(ArchiveFailure) {
        try FolderWalk.make(target.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int {
        Int(text(field).filter { $0.isNumber }, radix: 8) ?? 0
    }

    private static func isSound(_ header: [UInt8]) -> Bool {
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        return octal(header[148..<156]) == sum
    }

    private static func records(_ bytes: [UInt8]) -> [String: String] {
        var records: [String: String] = [:]
        var rest = bytes[...]
        while let space = rest.firstIndex(of: 0x20), let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
            length > 0, length <= rest.count, space < rest.startIndex + length
        {
            let record = String(decoding: rest[(space + 1)..<(rest.startIndex + length)].dropLast(), as: UTF8.self)
            if let mark = record.firstIndex(of: "=") {
                records[String(record[..<mark])] = String(record[record.index(after: mark)...])
            }
            rest = rest.dropFirst(length)
        }
        return records
    }
}
