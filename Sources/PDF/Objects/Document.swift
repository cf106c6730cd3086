import CQPDF

/// A PDF in memory, and the one owner of what libqpdf makes. Its objects keep it alive.
final class Document {
    let data: qpdf_data

    private init() throws(PDFFailure) {
        guard let data = qpdf_init() else { throw .outOfMemory }
        self.data = data
        qpdf_silence_errors(data)
        qpdf_set_suppress_warnings(data, QPDF_TRUE)
    }

    deinit {
        var data: qpdf_data? = data
        qpdf_cleanup(&data)
    }
}

extension Document {
    static func empty() throws(PDFFailure) -> Document {
        let document = try Document()
        try document.check(qpdf_empty_pdf(document.data))
        return document
    }

    /// A file is read as it stands: one that only could be read after guessing where its parts are is damaged, for
    /// nobody could tell what it had lost.
    static func reading(_ path: String) throws(PDFFailure) -> Document {
        let document = try Document()
        qpdf_set_attempt_recovery(document.data, QPDF_FALSE)
        try document.check(qpdf_read(document.data, path, ""))
        return document
    }
}

/// Why a PDF could not be read or made.
enum PDFFailure: Error, Equatable {
    case locked
    case damaged(String)
    case noPages
    case outOfMemory
    case system(String)
}

extension Document {
    var root: PDFObject { PDFObject(self, qpdf_get_root(data)) }
    var trailer: PDFObject { PDFObject(self, qpdf_get_trailer(data)) }
    var isEncrypted: Bool { qpdf_is_encrypted(data) != 0 }
    /// Nought where they cannot be counted.
    var pageCount: Int { max(0, Int(qpdf_get_num_pages(data))) }

    /// From 0.
    func page(_ index: Int) -> PDFObject { PDFObject(self, qpdf_get_page_n(data, index)) }

    /// The index of a page; nil for what is none.
    func index(ofPage page: PDFObject) -> Int? {
        guard page.isIndirect else { return nil }
        let index = qpdf_find_page_by_oh(data, page.handle)
        forgetError()
        return index >= 0 ? Int(index) : nil
    }

    /// Objects that came about in the body are released after it: none of them may leave it.
    func releasing<Answer, Failure>(_ body: () throws(Failure) -> Answer) throws(Failure) -> Answer {
        let start = qpdf_oh_new_null(data)
        defer {
            let end = qpdf_oh_new_null(data)
            for handle in start...end { qpdf_oh_release(data, handle) }
        }
        return try body()
    }

    func inheritToPages() throws(PDFFailure) { try check(qpdf_push_inherited_attributes_to_page(data)) }

    /// The pages' content, decoded. Nil when it cannot be.
    func content(of page: PDFObject) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = qpdf_oh_get_page_content_data(data, page.handle, &buffer, &count)
        defer { klubba_free(buffer) }
        guard code & QPDF_ERRORS_BIT == 0, !hasError else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
    }

    /// The bytes of a stream, decoded as far as no quality is lost. Nil when they cannot be.
    func bytes(of stream: PDFObject) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = qpdf_oh_get_stream_data(data, stream.handle, qpdf_dl_generalized, nil, &buffer, &count)
        defer { klubba_free(buffer) }
        guard code & QPDF_ERRORS_BIT == 0, !hasError else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
    }

    func write(to path: String, keepingStreams: Bool) throws(PDFFailure) {
        try check(qpdf_init_write(data, path))
        qpdf_set_object_stream_mode(data, qpdf_o_generate)
        qpdf_set_stream_data_mode(data, keepingStreams ? qpdf_s_preserve : qpdf_s_compress)
        qpdf_set_decode_level(data, keepingStreams ? qpdf_dl_none : qpdf_dl_generalized)
        qpdf_set_newline_before_endstream(data, QPDF_TRUE)
        qpdf_set_deterministic_ID(data, QPDF_TRUE)
        qpdf_set_preserve_encryption(data, QPDF_FALSE)
        try check(qpdf_write(data))
    }
}

/// From qpdf-c.h, which defines it with a shift that Swift does not read.
let QPDF_ERRORS_BIT: Int32 = 1 << 1

extension Document {
    var hasError: Bool { qpdf_has_error(data) != 0 }

    /// Errors are kept until somebody asks for them.
    func forgetError() { if hasError { _ = qpdf_get_error(data) } }

    func check(_ code: QPDF_ERROR_CODE) throws(PDFFailure) {
        if code & QPDF_ERRORS_BIT != 0 || hasError { throw failure }
    }

    /// What the last error was.
    var failure: PDFFailure {
        guard hasError, let error = qpdf_get_error(data) else { return .damaged("") }
        let text = qpdf_get_error_full_text(data, error).map { String(cString: $0) } ?? ""
        if text.contains("bad_alloc") || text.contains("Cannot allocate") { return .outOfMemory }
        switch qpdf_get_error_code(data, error) {
        case qpdf_e_password: return .locked
        case qpdf_e_system: return .system(text)
        default: return .damaged(text)
        }
    }

    /// True when every stream can be read to its end. Goes through the whole file, and keeps none of it.
    func canBeReadThrough() -> Bool {
        let code = qpdf_check_pdf(data)
        let isWhole = code & QPDF_ERRORS_BIT == 0 && !hasError && qpdf_more_warnings(data) == 0
        forgetError()
        return isWhole
    }
}
