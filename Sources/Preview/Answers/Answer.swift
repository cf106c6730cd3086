/// What is sent for a request.
struct Answer {
    var status: Status
    var fields: [Field] = []
    var body: Body = .nothing
    /// True when the connection cannot be used for another request.
    var closes = false

    struct Field: Equatable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    enum Body {
        case nothing
        case bytes([UInt8])
        case file(CopiedFile, Range<Int>)
        /// Server-sent events about the page at this address, for as long as the browser listens.
        case events(page: String)
    }

    enum Status: Int {
        case ok = 200
        case partialContent = 206
        case found = 302
        case notModified = 304
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case requestTimeout = 408
        case rangeNotSatisfiable = 416
        case headTooLarge = 431
        case unavailable = 503
        case versionNotSupported = 505
    }
}

extension Answer.Status {
    /// RFC 9110 §15
    var reason: String {
        switch self {
        case .ok: "OK"
        case .partialContent: "Partial Content"
        case .found: "Found"
        case .notModified: "Not Modified"
        case .badRequest: "Bad Request"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .requestTimeout: "Request Timeout"
        case .rangeNotSatisfiable: "Range Not Satisfiable"
        case .headTooLarge: "Request Header Fields Too Large"
        case .unavailable: "Service Unavailable"
        case .versionNotSupported: "HTTP Version Not Supported"
        }
    }
}

extension Answer {
    /// Bytes of the body; nil where nobody knows how long it will go on.
    var length: Int? {
        switch body {
        case .nothing: 0
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        case .events: nil
        }
    }

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The head as it is sent. A preview is never to be kept: what a browser has, it asks about each time.
    func head(keepsOpen: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
        for field in fields { text += "\(field.name): \(field.value)\r\n" }
        if field("Cache-Control") == nil { text += "Cache-Control: no-cache\r\n" }
        text += "X-Content-Type-Options: nosniff\r\n"
        // A script or a picture may be put into any page of the same browser, and what a script holds be read there.
        text += "Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: DENY\r\n"
        // A 304 has no body and may not say that the page is empty (RFC 9110 §8.6).
        if let length, status != .notModified, field("Content-Length") == nil {
            text += "Content-Length: \(length)\r\n"
        }
        text += "Connection: \(keepsOpen ? "keep-alive" : "close")\r\n\r\n"
        return Array(text.utf8)
    }
}
