/// All that a PDF holds as it lies in the file, whichever revision it belongs to: the strings of its objects and of
/// its pages' content, and the files in it. Nothing is followed, so nothing leads astray; what its typefaces alone can
/// turn into letters is for `pdftotext`.
struct PDFSurface {
    /// Strings, each on a line of its own.
    private(set) var strings: [UInt8] = []
    /// The strings of content, as they follow on each other on a page.
    private(set) var content: [UInt8] = []
    /// XMP and other XML.
    private(set) var markup: [[UInt8]] = []
    /// Files that lie in it.
    private(set) var files: [[UInt8]] = []
    private(set) var isEncrypted = false
    private(set) var isTooLarge = false
    private(set) var hasStreams = false
    /// What cameras and programs wrote into its pictures.
    private(set) var pictures: [UInt8] = []
    private(set) var hasPictures = false
    /// Letters that are laid on a page and not drawn, as programs do that read scans.
    private(set) var hasHiddenText = false
    /// Objects, XMP or files packed in a way that is not read here.
    private(set) var hasUnreadObjects = false
}

extension PDFSurface {
    init(_ bytes: [UInt8], limit: Int) {
        var left = limit
        var index = 0
        let mark = Array("stream".utf8)
        while let place = bytes.firstPlace(of: mark, from: index) {
            guard place < 3 || !bytes[(place - 3)..<place].elementsEqual("end".utf8) else {
                index = place + mark.count
                continue
            }
            hasStreams = true
            read(objects: bytes[index..<place])
            let head = PDFSurface.dictionary(bytes, before: place)
            var start = place + mark.count
            if start < bytes.count, bytes[start] == 0x0D { start += 1 }
            if start < bytes.count, bytes[start] == 0x0A { start += 1 }
            let end = bytes.firstPlace(of: Array("endstream".utf8), from: start) ?? bytes.count
            read(stream: bytes[start..<end], head: head, left: &left)
            index = end
        }
        read(objects: bytes[index...])
    }

    private mutating func read(objects: ArraySlice<UInt8>) {
        if objects.firstPlace(of: Array("/Encrypt".utf8)) != nil { isEncrypted = true }
        append(PDFStrings.all(in: objects, of: .objects), to: \.strings)
    }

    private mutating func append(_ text: [UInt8], to list: WritableKeyPath<PDFSurface, [UInt8]>) {
        if !text.isEmpty { self[keyPath: list] += text + [0x0A] }
    }

    private mutating func read(stream: ArraySlice<UInt8>, head: String, left: inout Int) {
        if head.contains("/Encrypt") { isEncrypted = true }
        let isPicture = head.contains("/Subtype /Image") || head.contains("/Subtype/Image")
        let isTypeface = head.contains("/FontFile") || head.contains("/Length1") || head.contains("/Subtype /Type1C")
        if isPicture {
            hasPictures = true
            if let metadata = JPEG.metadata(of: stream) { pictures += metadata + [0x0A] }
        }
        if isPicture || isTypeface { return }
        let holdsWords = ["/ObjStm", "/EmbeddedFile", "/Metadata"].contains { head.contains($0) }
        let filters = ["/LZW", "ASCII85", "/A85", "RunLength", "/RL", "/Crypt", "/Predictor"]
        let isPackedOtherwise = filters.contains { head.contains($0) }
        if holdsWords, isPackedOtherwise { hasUnreadObjects = true }
        var bytes = Array(stream)
        if head.contains("FlateDecode") || head.contains("/Fl ") {
            bytes = Inflate.unpackedZlib(stream, limit: left).bytes
            left -= bytes.count
            if left <= 0 { isTooLarge = true }
        } else if head.contains("ASCIIHexDecode") {
            bytes = PDFStrings.hex(stream)
        }
        if head.contains("/EmbeddedFile") { return files.append(bytes) }
        let start = bytes.prefix(256)
        if start.firstPlace(of: Array("<?xpacket".utf8)) != nil || start.firstPlace(of: Array("<?xml".utf8)) != nil
            || start.firstPlace(of: Array("<x:xmpmeta".utf8)) != nil
            || start.firstPlace(of: Array("<xdp:xdp".utf8)) != nil
        {
            return markup.append(bytes)
        }
        if head.contains("/ObjStm") {
            append(PDFStrings.all(in: bytes[...], of: .objects), to: \.strings)
        } else if !head.contains("/XRef") {
            if !hasHiddenText { hasHiddenText = bytes.firstPlace(of: Array("3 Tr".utf8)) != nil }
            append(PDFStrings.all(in: bytes[...], of: .content), to: \.content)
        }
    }

    /// More than a kilobyte after the file's end: something else, which no reader of the PDF shows.
    static func hasMore(after bytes: [UInt8]) -> Bool {
        var (end, index) = (bytes.count, 0)
        while let place = bytes.firstPlace(of: Array("%%EOF".utf8), from: index) {
            (end, index) = (place + 5, place + 5)
        }
        return bytes[end...].count { $0 > 0x20 } > 1024
    }

    /// The text of the object's dictionary, which ends before its stream.
    private static func dictionary(_ bytes: [UInt8], before place: Int) -> String {
        let from = max(0, place - 2048)
        let part = bytes[from..<place]
        var start = from
        var index = from
        while let found = part.firstPlace(of: Array(" obj".utf8), from: index) {
            start = found
            index = found + 4
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }
}
