import Diagnostics
import System

/// Unpacks tar and zip archives into a folder, and trusts nothing that they say: no links, no way out of the folder.
struct Unpacking {
    let archive: String
    let folder: String
}

extension Unpacking {
    func tar() throws(ArchiveFailure) -> [Diagnostic] {
        let input = try Input(archive)
        var faults: [Diagnostic] = []
        var long: [String: String] = [:]
        while true {
            let header = try input.bytes(512)
            guard header.count == 512 else { throw broken("tar") }
            if header.allSatisfy({ $0 == 0 }) { return faults }
            guard Unpacking.isSound(header) else { throw broken("tar, byte \(input.position - 512)") }
            let type = header[156]
            let size = long["size"].flatMap { Int($0) } ?? Unpacking.octal(header[124..<136])
            if type == UInt8(ascii: "x") || type == UInt8(ascii: "g") {
                guard size <= 1 << 20 else { throw broken("tar") }
                let records = Unpacking.records(try input.bytes(size))
                if type == UInt8(ascii: "x") { long = records }
                try input.skip((512 - size % 512) % 512)
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
                try input.skip((512 - size % 512) % 512)
            default:
                faults.append(fault(name, .notAnOrdinaryFile))
                try input.skip((size + 511) / 512 * 512)
            }
        }
    }

    /// By the headers before the files: what klubba writes stores its files as they are.
    func zip() throws(ArchiveFailure) -> [Diagnostic] {
        let input = try Input(archive)
        var faults: [Diagnostic] = []
        while true {
            let mark = try input.bytes(4)
            guard mark == [0x50, 0x4B, 3, 4] else {
                guard mark == [0x50, 0x4B, 1, 2] || mark == [0x50, 0x4B, 5, 6] else { throw broken("zip") }
                return faults
            }
            let header = try input.bytes(26)
            guard header.count == 26 else { throw broken("zip") }
            func number(_ place: Int, _ count: Int) -> Int {
                (0..<count).reduce(0) { $0 | Int(header[place + $1]) << (8 * $1) }
            }
            let (flags, method, sum) = (number(2, 2), number(4, 2), UInt32(number(10, 4)))
            var size = number(14, 4)
            var name = String(decoding: try input.bytes(number(22, 2)), as: UTF8.self)
            let extra = try input.bytes(number(24, 2))
            if size == Int(UInt32.max), extra.count >= 12 {
                size = (0..<8).reduce(0) { $0 | Int(extra[4 + $1]) << (8 * $1) }
            }
            let isFolder = name.last == "/"
            while name.last == "/" { name.removeLast() }
            guard method == 0, flags & 0x9 == 0 else {
                throw .content([fault(name, .container("komprimerad eller krypterad; packa upp den med unzip först"))])
            }
            if isFolder { continue }
            guard let target = place(name) else {
                faults.append(fault(name, .pathOut))
                try input.skip(size)
                continue
            }
            try make(above: target)
            if try input.copy(size, to: target) != sum { faults.append(fault(name, .container("kontrollsumma"))) }
        }
    }

    private func fault(_ path: String, _ fault: PackageFault) -> Diagnostic {
        Diagnostic(Place(path), .archivePackage(fault))
    }

    private func broken(_ reason: String) -> ArchiveFailure { .content([fault(archive.lastPart, .container(reason))]) }

    /// Where a name leads; nil for one that leads out of the folder.
    private func place(_ name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isOut = parts.isEmpty || parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } || name.utf8.contains(0)
        let target = "\(folder)/\(name)"
        return isOut || FileBytes.exists(target) ? nil : target
    }

    private func make(above target: String) throws(ArchiveFailure) {
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

    /// A file read in its order.
    private final class Input {
        private let file: OpenFile
        private(set) var position = 0

        init(_ path: String) throws(ArchiveFailure) {
            do throws(SystemError) { file = try OpenFile(reading: path) } catch { throw ArchiveFailure(error) }
        }

        /// Fewer at the file's end.
        func bytes(_ count: Int) throws(ArchiveFailure) -> [UInt8] {
            let bytes: [UInt8]
            do throws(SystemError) { bytes = try file.bytes(count) } catch { throw ArchiveFailure(error) }
            position += bytes.count
            return bytes
        }

        func skip(_ count: Int) throws(ArchiveFailure) {
            var left = count
            while left > 0 {
                let part = try bytes(min(left, PackageBytes.window))
                if part.isEmpty { return }
                left -= part.count
            }
        }

        /// Returns zip's check sum of what was copied.
        @discardableResult func copy(_ count: Int, to target: String) throws(ArchiveFailure) -> UInt32 {
            let writer = try FileWriter(target)
            var left = count
            var sum = CheckSum()
            while left > 0 {
                let part = try bytes(min(left, PackageBytes.window))
                if part.isEmpty { break }
                part.withUnsafeBytes { sum.add($0) }
                writer.add(part)
                left -= part.count
            }
            _ = try writer.finish()
            return sum.value
        }
    }
}
