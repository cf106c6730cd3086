import LocalServer

/// What a page is told: what it should look like now, and what is wrong with the site.
struct StateEvent {
    let page: Tag
    /// False while the pages are those from before the newest errors.
    let isCurrent: Bool
    let messages: [PreviewMessage]

    /// As a server-sent event (HTML standard, "Server-sent events"). A message has no line breaks left in it.
    var bytes: [UInt8] {
        let messages = messages.map { message in
            "{\"file\":\(Self.string(message.file)),\"line\":\(message.line),\"column\":\(message.column),"
                + "\"isError\":\(message.isError),\"code\":\(Self.string(message.code)),"
                + "\"text\":\(Self.string(message.text))}"
        }
        let data =
            "{\"page\":\(Self.string(page.text)),\"isCurrent\":\(isCurrent),"
            + "\"messages\":[\(messages.joined(separator: ","))]}"
        return Array("event: state\ndata: \(data)\n\n".utf8)
    }

    private static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case _ where scalar.value < 0x20:
                let code = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
