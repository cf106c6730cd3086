/// Reads a page's content just far enough to know what it draws where.
enum ContentScanner {
    struct Drawing: Equatable {
        /// As in the resources, with its slash.
        let name: String
        let matrix: Matrix
    }
}

extension ContentScanner {
    /// Every `Do`, with the transformation that holds there.
    static func drawings(in content: [UInt8]) -> [Drawing] {
        var drawings: [Drawing] = []
        var matrix = Matrix()
        var saved: [Matrix] = []
        var numbers: [Double] = []
        var name = ""
        var scanner = Tokens(content)
        while let token = scanner.next() {
            if let number = Double(token) {
                numbers.append(number)
                continue
            }
            switch token {
            case "q": saved.append(matrix)
            case "Q": matrix = saved.popLast() ?? matrix
            case "cm": if let own = Matrix(Array(numbers.suffix(6))) { matrix = own.then(matrix) }
            case "Do": drawings.append(Drawing(name: name, matrix: matrix))
            default: if token.hasPrefix("/") { name = token }
            }
            if !token.hasPrefix("/") { numbers = [] }
        }
        return drawings
    }

    /// Words between spaces; strings, arrays and dictionaries are passed over.
    private struct Tokens {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> String? {
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "("): skipString()
                case UInt8(ascii: "<") where position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "<"):
                    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
                    position += 1
                case 0, 9, 10, 12, 13, 32, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                    position += 1
                default: return word()
                }
            }
            return nil
        }

        private mutating func word() -> String {
            let start = position
            position += 1
            while position < bytes.count, !Tokens.ends.contains(bytes[position]) { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }

        private static let ends = Set([0, 9, 10, 12, 13, 32] + Array("()<>[]/".utf8))

        private mutating func skipString() {
            var depth = 0
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "\\"): position += 1
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                default: break
                }
                position += 1
                if depth == 0 { return }
            }
        }
    }
}
