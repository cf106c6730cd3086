/// What is sent for a request.
package struct Answer: Sendable {
    package var status: Status
    package var fields: [Field] = []
    package var body: Body = .nothing
    /// True when the connection cannot be used for another request.
    package var closes = false

    package init(status: Status, fields: [Field] = [], body: Body = .nothing, closes: Bool = false) {
        (self.status, self.fields, self.body, self.closes) = (status, fields, body, closes)
    }

    package struct Field: Equatable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    package enum Body: Sendable {
        case nothing
        case bytes([UInt8])
        case file(CopiedFile, Range<Int>)
        /// Server-sent events about the page at this address, for as long as the browser listens.
        case events(page: String)
        /// It comes when it is known.
        case pending(PendingAnswer)
    }

    package enum Status: Int, Sendable {
        case ok = 200
        case partialContent = 206
        case found = 302
        case notModified = 304
        case badRequest = 400
        case unauthorized = 401
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case requestTimeout = 408
        case conflict = 409
        case contentTooLarge = 413
        case unsupportedMediaType = 415
        case rangeNotSatisfiable = 416
        case unprocessable = 422
        case locked = 423
        case headTooLarge = 431
        case unavailable = 503
        case insufficientStorage = 507
        case versionNotSupported = 505
    }
}

extension Answer.Status {
    /// RFC 9110 §15
    package var reason: String {
        switch self {
        case .ok: "OK"
        case .unauthorized: "Unauthorized"
        case .conflict: "Conflict"
        case .contentTooLarge: "Content Too Large"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .unprocessable: "Unprocessable Content"
        case .locked: "Locked"
        case .insufficientStorage: "Insufficient Storage"
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
    package var length: Int? {
        switch body {
        case .nothing: 0
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        case .events, .pending: nil
        }
    }

    package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The head as it is sent. A preview is never to be kept: what a browser has, it asks about each time.
    package func head(keepsOpen: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
        for field in fields { text += "\(field.name): \(field.value)\r\n" }
        if field("Cache-Control") == nil { text += "Cache-Control: no-cache\r\n" }
        text += "X-Content-Type-Options: nosniff\r\n"
        // A script or a picture may be put into any page of the same browser, and what a script holds be read there.
        text += "Cross-Origin-Resource-Policy: same-origin\r\n"
        // A policy of its own says who may show it in a frame.
        if field("Content-Security-Policy") == nil { text += "X-Frame-Options: DENY\r\n" }
        // A 304 has no body and may not say that the page is empty (RFC 9110 §8.6).
        if let length, status != .notModified, field("Content-Length") == nil {
            text += "Content-Length: \(length)\r\n"
        }
        text += "Connection: \(keepsOpen ? "keep-alive" : "close")\r\n\r\n"
        return Array(text.utf8)
    }
}
