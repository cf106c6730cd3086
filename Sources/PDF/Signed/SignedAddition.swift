import CQPDF

/// What was added to a signed PDF after a signature, held against the file as it was when that signature was made (ISO 32000-2,
/// 12.8.4.3 and 12.8.5; ETSI EN 319 142-1). Services that keep proofs for a long time (PAdES LT and LTA) add certificates, and
/// a time stamp of the whole document: neither changes what is signed. Whatever else is otherwise does.
public enum SignedAddition {
    public enum Answer: Equatable, Sendable {
        /// Evidence of the signatures, and nothing that is seen.
        case evidence
        case other
        case unreadable
    }

    /// Whether nothing but white space stands after the file's last end: what does is no part of any saving.
    public static func isEnded(_ bytes: [UInt8]) -> Bool {
        let rest = bytes.reversed().drop { $0 <= 0x20 }
        return rest.starts(with: "%%EOF".utf8.reversed())
    }

    /// - Parameter signed: the file's first bytes, up to where the signature covers it.
    public static func look(at file: String, signed: String) -> Answer {
        do throws(PDFFailure) {
            let (now, before) = (try Document.reading(file), try Document.reading(signed))
            var comparison = Comparison(now: now, before: before)
            let isSame = comparison.holds()
            return now.hasError || before.hasError ? .unreadable : isSame ? .evidence : .other
        } catch {
            return .unreadable
        }
    }
}

/// Two PDFs, object by object, from their roots. What is compared waits in a list, so no depth of nesting is too deep.
private struct Comparison {
    let now: Document
    let before: Document
    private var waiting: [(now: PDFObject, before: PDFObject)] = []
    private var seen: Set<Pair> = []

    private struct Pair: Hashable {
        let now: ObjectID
        let before: ObjectID
    }

    init(now: Document, before: Document) { (self.now, self.before) = (now, before) }
}

extension Comparison {
    /// Where evidence lies, how the file calls itself, and when it was saved.
    private static let ofRoot: Set = ["/DSS", "/Extensions", "/Version", "/Metadata", "/AcroForm"]
    private static let ofInformation: Set = ["/ModDate", "/Producer"]

    mutating func holds() -> Bool {
        guard compareKeys(now.root, before.root, except: Self.ofRoot), compareForms(), compareInformation() else {
            return false
        }
        while let (now, before) = waiting.popLast() {
            guard compare(now, before) else { return false }
        }
        return true
    }

    private mutating func compareForms() -> Bool {
        guard let own = now.root["/AcroForm"], let earlier = before.root["/AcroForm"] else { return false }
        guard compareKeys(own, earlier, except: ["/Fields", "/SigFlags"]) else { return false }
        return compareLists(own["/Fields"], earlier["/Fields"])
    }

    private mutating func compareInformation() -> Bool {
        guard let own = now.trailer["/Info"] else { return before.trailer["/Info"] == nil }
        guard let earlier = before.trailer["/Info"] else { return own.keys.allSatisfy(Self.ofInformation.contains) }
        return compareKeys(own, earlier, except: Self.ofInformation)
    }

    /// A list that may have got time stamps at its end.
    private mutating func compareLists(_ own: PDFObject?, _ earlier: PDFObject?) -> Bool {
        let (count, old) = (own?.count ?? 0, earlier?.count ?? 0)
        guard count >= old else { return false }
        if let own, let earlier { for index in 0..<old { waiting.append((own[index], earlier[index])) } }
        return (old..<count).allSatisfy { own?[$0].isUnseenTimestamp ?? false }
    }

    private mutating func compareKeys(_ own: PDFObject, _ earlier: PDFObject, except: Set<String> = []) -> Bool {
        let keys = Set(own.keys).union(earlier.keys).subtracting(except)
        for key in keys.sorted() {
            guard let value = own[key], let old = earlier[key] else {
                // A key whose value is nothing is none.
                if own[key] == nil && earlier[key] == nil { continue }
                let isAnnotations = key == "/Annots" && own["/Type"]?.name == "/Page"
                guard isAnnotations, earlier[key] == nil, compareLists(own[key], nil) else { return false }
                continue
            }
            waiting.append((value, old))
        }
        return true
    }

    private mutating func compare(_ own: PDFObject, _ earlier: PDFObject) -> Bool {
        if own.isIndirect || earlier.isIndirect {
            guard own.id == earlier.id else { return false }
            guard seen.insert(Pair(now: own.id, before: earlier.id)).inserted else { return true }
        }
        if own.isStream || earlier.isStream {
            guard own.isStream, earlier.isStream, now.rawBytes(of: own) == before.rawBytes(of: earlier) else {
                return false
            }
            return compareKeys(own, earlier)
        }
        if own.isDictionary || earlier.isDictionary {
            guard own.isDictionary, earlier.isDictionary else { return false }
            guard own["/Type"]?.name == "/Page" else { return compareKeys(own, earlier) }
            return compareKeys(own, earlier, except: ["/Annots"]) && compareLists(own["/Annots"], earlier["/Annots"])
        }
        if own.isArray || earlier.isArray {
            guard own.isArray, earlier.isArray, own.count == earlier.count else { return false }
            for index in 0..<own.count { waiting.append((own[index], earlier[index])) }
            return true
        }
        return own.written == earlier.written
    }
}

extension PDFObject {
    /// A time stamp of the whole document, which is drawn nowhere.
    fileprivate var isUnseenTimestamp: Bool {
        guard self["/FT"]?.name == "/Sig", self["/V"]?["/Type"]?.name == "/DocTimeStamp", self["/Kids"] == nil else {
            return false
        }
        guard let place = self["/Rect"] else { return true }
        guard let box = Box(place.numbers) else { return false }
        return box.width == 0 || box.height == 0
    }

    /// As the PDF syntax has it.
    fileprivate var written: String? { qpdf_oh_unparse(document.data, handle).map { String(cString: $0) } }
}

extension Document {
    /// The bytes of a stream as they lie in the file. Nil when they cannot be read.
    fileprivate func rawBytes(of stream: PDFObject) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = qpdf_oh_get_stream_data(data, stream.handle, qpdf_dl_none, nil, &buffer, &count)
        defer { klubba_free(buffer) }
        guard code & QPDF_ERRORS_BIT == 0 else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
    }
}
