import System

/// A fingerprint of bytes. Not meant to withstand anybody who tries: it only tells whether a page has changed.
package struct Tag: Hashable, Sendable {
    package let text: String

    package init(text: String) { self.text = text }
}

extension Tag {
    package init(_ bytes: [UInt8]) {
        var maker = Maker()
        maker.add(bytes)
        self = maker.tag
    }

    /// As a header has it.
    package var quoted: String { "\"\(text)\"" }

    /// FNV-1a, 64 bits: the same in every run, unlike Swift's own hash.
    package struct Maker {
        package init() {}

        private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

        package var tag: Tag { Tag(text: String(hash, radix: 16)) }

        package mutating func add(_ bytes: [UInt8]) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }

        /// What changes when a file does: another file, another size, another time.
        package mutating func add(_ status: FileStatus) {
            let values = [UInt64(status.number), UInt64(status.size), UInt64(bitPattern: Int64(status.modified))]
            for value in values { add((0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }) }
        }
    }
}
