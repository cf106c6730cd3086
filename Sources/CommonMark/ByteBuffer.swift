/// A growing run of bytes. An array would do, but checks its owner at every append, and there are thousands of them.
struct ByteBuffer: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var start: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }
}

extension ByteBuffer {
    private mutating func makeRoom(for more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        start[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
        makeRoom(for: more)
        (start + count).update(from: bytes, count: more)
        count += more
    }

    mutating func append(_ text: StaticString) {
        append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let base = bytes.baseAddress { append(base, count: bytes.count) }
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Ends the line, unless it is ended already or nothing is written.
    mutating func endLine() {
        if count > 0, start[count - 1] != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
    }

    /// Puts `bytes` before what stands at `offset`, which moves.
    mutating func insert(_ bytes: [UInt8], at offset: Int) {
        makeRoom(for: bytes.count)
        (start + offset + bytes.count).update(from: start + offset, count: count - offset)
        bytes.withUnsafeBufferPointer { inserted in
            if let base = inserted.baseAddress { (start + offset).update(from: base, count: inserted.count) }
        }
        count += bytes.count
    }

    /// The text from `offset` on, its line breaks as spaces.
    func line(from offset: Int) -> String {
        let bytes = UnsafeBufferPointer(start: start + offset, count: count - offset)
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.contains(UInt8(ascii: "\n")) {
            text = String(text.map { $0.isNewline ? " " : $0 })
        }
        return text
    }

    func withBytes<Result: ~Copyable>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    func bytes() -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}
