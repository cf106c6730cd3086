/// Nearness of words, for "menade du …?".
public enum Spelling {
    /// The candidate nearest to a word, if it is near enough to be what was meant: at most a third of the word's
    /// letters changed, added, dropped or swapped (optimal string alignment distance). Ties go to the first.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let folded = fold(word)
        guard folded.count <= 64 else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let distance = self.distance(folded, fold(candidate))
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, folded.count / 3) else { return nil }
        return best.candidate
    }

    /// Lower case without diacritics, dashes and spaces kept: `handläggare` and `Handlaggare` are one word.
    public static func fold(_ word: String) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: word.utf8.count) { $1 = fold(word, into: $0) }
    }

    /// The same into a buffer with room for as many bytes as the word has; returns how many were written.
    package static func fold(_ word: String, into folded: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        func write(_ byte: UInt8) {
            folded[count] = byte
            count += 1
        }
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                write(UInt8(truncatingIfNeeded: scalar.value).asciiLowercased)
            } else if let letters = scalar.foldedLetters {
                write(letters.first)
                letters.second.map(write)
            } else if !scalar.isCombiningMark {
                write(UInt8(ascii: "?"))
            }
        }
        return count
    }

    /// The words of a title as titles are compared: folded, with one space between, and without the signs that people and
    /// Word write in several ways ("Varsel – kansliet’s" is "varsel kansliets").
    public static func words(_ title: String) -> [UInt8] {
        var words: [UInt8] = []
        words.reserveCapacity(title.utf8.count)
        var isBetween = false
        func begin() {
            if isBetween, !words.isEmpty { words.append(0x20) }
            isBetween = false
        }
        for scalar in title.unicodeScalars {
            if scalar.isASCII, UInt8(scalar.value).isDigit || UInt8(scalar.value).isASCIILetter {
                begin()
                words.append(UInt8(scalar.value).asciiLowercased)
            } else if let letters = scalar.foldedLetters {
                begin()
                words.append(letters.first)
                letters.second.map { words.append($0) }
            } else if "'’‘`´\u{AD}".unicodeScalars.contains(scalar) || scalar.isCombiningMark {
                continue
            } else if scalar.properties.isAlphabetic {
                begin()
                words.append(UInt8(ascii: "?"))
            } else {
                isBetween = true
            }
        }
        return words
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var row = previous
        for i in 0..<left.count {
            row[0] = i + 1
            for j in 0..<right.count {
                let cost = left[i] == right[j] ? 0 : 1
                row[j + 1] = min(previous[j + 1] + 1, row[j] + 1, previous[j] + cost)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    row[j + 1] = min(row[j + 1], beforePrevious[j - 1] + 1)
                }
            }
            (beforePrevious, previous, row) = (previous, row, beforePrevious)
        }
        return previous[right.count]
    }
}
