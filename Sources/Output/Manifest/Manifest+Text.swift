/// The manifest as a file: a line with the version, what is said of the whole site, a line a path with what stands
/// there, a line with the count. Version 1 says nothing of the whole, version 2 not how the build was asked for.
///
///     klubba-manifest 3
///     for public
///     day 2026-11-20
///     by klubba 1.4.0
///     with packets zip
///     using weasyprint 70.0
///     file klubba.3f2a.css
///     page arenden/2019-30/index.html
///     gone arenden/2019-31/index.html
///     end 3
extension Manifest {
    static let fileName = ".klubba-manifest"

    /// What in the text is not as this version writes it.
    struct Damage: Error, Equatable {
        let line: Int
    }

    func written() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(textSize + count * 5 + 64)
        output.append(contentsOf: Self.headings[imprint.map { $0.options == nil ? 1 : 2 } ?? 0])
        if let imprint { output.append(contentsOf: imprint.lines.utf8) }
        for index in 0..<count {
            output.append(contentsOf: Self.word(for: kind(index)))
            withPath(index) { path in
                if path.contains(where: { $0 == Self.newline || $0 == Self.backslash }) {
                    Self.escape(path, into: &output)
                } else {
                    output.append(contentsOf: path)
                }
            }
            output.append(Self.newline)
        }
        output.append(contentsOf: "end \(count)\n".utf8)
        return output
    }

    /// Takes nothing on trust: a path that leads out of the directory is damage, and so is a lost end.
    init(reading text: [UInt8]) throws(Damage) {
        self.init()
        var start = 0
        var line = 0
        var isEnded = false
        var version = 1
        var told: [String] = []
        while let end = text[start...].firstIndex(of: Self.newline) {
            line += 1
            guard !isEnded else { throw Damage(line: line) }
            let content = text[start...end]
            if line == 1 {
                guard let known = Self.headings.firstIndex(where: content.elementsEqual) else { throw Damage(line: 1) }
                version = known + 1
            } else if version > 1, imprint == nil, Imprint.isLine(content, after: told.count, version: version) {
                told.append(String(decoding: content.dropLast(), as: UTF8.self))
            } else {
                if version > 1, imprint == nil {
                    imprint = Imprint(reading: told, version: version)
                    guard imprint != nil else { throw Damage(line: 2) }
                }
                if content.elementsEqual("end \(count)\n".utf8) {
                    isEnded = true
                } else {
                    guard let (kind, path) = Self.entry(content.dropLast()) else { throw Damage(line: line) }
                    guard appendInOrder(path, kind) else { throw Damage(line: line) }
                }
            }
            start = end + 1
        }
        guard isEnded, start == text.count, version == 1 || imprint != nil else { throw Damage(line: line + 1) }
    }

    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let headings = (1...3).map { Array("klubba-manifest \($0)\n".utf8) }

    private static func word(for kind: Kind) -> String.UTF8View {
        let word =
            switch kind {
            case .file: "file "
            case .page: "page "
            case .tombstone: "gone "
            }
        return word.utf8
    }

    private static func escape(_ path: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in path {
            switch byte {
            case newline: output.append(contentsOf: [backslash, UInt8(ascii: "n")])
            case backslash: output.append(contentsOf: [backslash, backslash])
            default: output.append(byte)
            }
        }
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (Kind, ArraySlice<UInt8>)? {
        guard let kind = Kind.allCases.first(where: { line.starts(with: word(for: $0)) }) else { return nil }
        let path = line.dropFirst(5)
        guard path.contains(backslash) else { return (kind, path) }
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in path {
            switch (isEscaped, byte) {
            case (false, backslash): isEscaped = true
            case (true, UInt8(ascii: "n")): (isEscaped, plain) = (false, plain + [newline])
            case (true, backslash): (isEscaped, plain) = (false, plain + [backslash])
            case (true, _): return nil
            default: plain.append(byte)
            }
        }
        return isEscaped ? nil : (kind, plain[...])
    }

    private mutating func appendInOrder(_ path: ArraySlice<UInt8>, _ kind: Kind) -> Bool {
        path.withUnsafeBufferPointer { path in
            guard PathRule.isSafe(path) else { return false }
            if count > 0, withPath(count - 1, { PathRule.order($0, path) }) >= 0 { return false }
            append(path, kind)
            return true
        }
    }
}
