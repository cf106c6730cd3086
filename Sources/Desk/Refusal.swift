import Editing
import History
import LocalServer
import System

/// Why a call was not carried out, for the page to act on and for a person to read.
struct Refusal: Error {
    let status: Answer.Status
    let code: String
    let text: String
    var more: [JSONValue.Member] = []
}

extension Refusal {
    static let key = Refusal(
        status: .unauthorized, code: "key",
        text: "Skrivbordet är låst. Starta det igen med ikonen eller klubba desk.")
    static let origin = Refusal(
        status: .forbidden, code: "origin", text: "Skrivbordet svarar bara sina egna sidor på den här datorn.")
    static let gone = Refusal(status: .notFound, code: "gone", text: "Det finns inte, eller inte längre.")
    static let method = Refusal(status: .methodNotAllowed, code: "method", text: "Så kan adressen inte användas.")
    static let type = Refusal(
        status: .unsupportedMediaType, code: "type", text: "Skrivbordet tar emot JSON, och filer som octet-stream.")
    static let busy = Refusal(
        status: .locked, code: "busy", text: "Ett annat arbete pågår. Vänta tills det är klart.")

    static func size(_ megabytes: Int) -> Refusal {
        Refusal(status: .contentTooLarge, code: "size", text: "Filen är större än \(megabytes) MB.")
    }

    static func path(_ path: String) -> Refusal {
        Refusal(
            status: .unprocessable, code: "path",
            text: "\(path.isEmpty ? "Sökvägen" : path) är ingen fil som skrivbordet ändrar.")
    }

    static func invalid(_ text: String) -> Refusal { Refusal(status: .unprocessable, code: "invalid", text: text) }

    static func sealed(_ path: String, since day: String) -> Refusal {
        Refusal(
            status: .unprocessable, code: "sealed", text: "\(path) är förseglad sedan \(day). Rätta med ett skäl.")
    }

    init(_ failure: SiteFailure) {
        switch failure {
        case .gone: self = .gone
        case .notPlain(let path): self = .path(path)
        case .changed(let path):
            self.init(status: .conflict, code: "conflict", text: "\(path) har ändrats utanför skrivbordet.")
        case .disk where failure.isDiskFull:
            self.init(
                status: .insufficientStorage, code: "disk",
                text: "Disken är full. Inget skrevs; texten ligger kvar här.")
        case .disk:
            self.init(
                status: .insufficientStorage, code: "disk",
                text: "Det gick inte att skriva på disken. Inget skrevs; texten ligger kvar här.")
        }
    }

    init(_ fault: EditFault) {
        switch fault {
        case .unreadable(let line, let text): self = .invalid("Rad \(line): \(text)")
        case .notAsMeant(let part):
            self = .invalid("\(part) står skrivet så att skrivbordet inte kan ändra det. Ändra det i filens text.")
        case .noSuchEntry(let number): self = .invalid("§ \(number) finns inte i protokollet.")
        }
    }

    var answer: Answer {
        Answer(
            status: status,
            json: .object([JSONValue.Member("error", .string(code)), JSONValue.Member("text", .string(text))] + more))
    }
}

extension Answer {
    /// What the page is told is never kept.
    init(status: Status = .ok, json: JSONValue) {
        self.init(
            status: status,
            fields: [Field("Content-Type", "application/json; charset=utf-8")] + DeskPage.guards,
            body: .bytes(Array(json.text.utf8)))
    }
}
