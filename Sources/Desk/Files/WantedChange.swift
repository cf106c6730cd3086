import Editing
import History
import System

/// A change as the page sends it: one file, what the page believes of it, and what is to become of it.
struct WantedChange {
    let path: SitePath
    /// The hash of the bytes that the page was given; nil for a file that must not exist.
    let base: String?
    let kind: Kind

    enum Kind {
        case text(String)
        case upload(String)
        case delete
        case move(to: SitePath, [Edit])
        case edits([Edit])
    }
}

extension WantedChange {
    init(_ json: JSONValue) throws(Refusal) {
        let written = json["path"]?.string ?? ""
        guard let path = SitePath(written) else { throw .path(written) }
        self.path = path
        switch json["base"] {
        case .string(let hash)?: base = hash
        case .null?, nil: base = nil
        default: throw .invalid("\(path): base ska vara en text eller null.")
        }
        let names = ["text", "upload", "delete", "to", "edits"].filter { json[$0] != nil }
        guard names.count == 1 || names == ["to", "edits"] else {
            throw .invalid("\(path): en ändring har en av text, upload, delete, to och edits.")
        }
        if let text = json["text"]?.string {
            kind = .text(text)
        } else if let upload = json["upload"]?.string {
            kind = .upload(upload)
        } else if json["delete"]?.bool == true {
            kind = .delete
        } else if let to = json["to"]?.string {
            guard let target = SitePath(to) else { throw .path(to) }
            kind = .move(to: target, try Edit.all(in: json["edits"]))
        } else if json["edits"] != nil {
            kind = .edits(try Edit.all(in: json["edits"]))
        } else {
            throw .invalid("\(path): ändringen går inte att förstå.")
        }
    }
}
