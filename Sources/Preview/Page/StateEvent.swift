import LocalServer
import System

/// What a page is told: what it should look like now, and what is wrong with the site.
struct StateEvent {
    let page: Tag
    /// False while the pages are those from before the newest errors.
    let isCurrent: Bool
    let messages: [PreviewMessage]

    /// As a server-sent event (HTML standard, "Server-sent events"). A message has no line breaks left in it.
    var bytes: [UInt8] {
        let messages = messages.map { message in
            "{\"file\":\(JSONString.text(message.file)),\"line\":\(message.line),\"column\":\(message.column),"
                + "\"isError\":\(message.isError),\"code\":\(JSONString.text(message.code)),"
                + "\"text\":\(JSONString.text(message.text))}"
        }
        let data =
            "{\"page\":\(JSONString.text(page.text)),\"isCurrent\":\(isCurrent),"
            + "\"messages\":[\(messages.joined(separator: ","))]}"
        return Array("event: state\ndata: \(data)\n\n".utf8)
    }
}
