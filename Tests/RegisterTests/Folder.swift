import Content
import Diagnostics
import Foundation
import Gate
import Meetings

@testable import Register

/// 1 June 2020.
let today = CalendarDate(dayNumber: 18_414)

/// A site in a folder of its own, gone when the test is; read, linked and checked.
final class Folder: Sendable {
    private let root: String

    /// Paths under content/, and `klubba.yml`.
    init(_ files: [String: String]) throws {
        root = NSTemporaryDirectory() + "klubba-register-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/content", withIntermediateDirectories: true)
        var files = files
        if files["klubba.yml"] == nil { files["klubba.yml"] = "organisation: Förbundet" }
        for (path, text) in files {
            let location = path == "klubba.yml" ? root + "/" + path : root + "/content/" + path
            let folder = (location as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: location))
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func sources() async -> SiteSources {
        await SiteReader(root: root, clock: { _ in today }).read()
    }

    /// The register, with the folder's own place in it always the same.
    func register() async -> Register {
        Register(await sources())
    }

    /// A text with the folder's own place, which is another for every test, left out.
    func stable(_ text: String) -> String { text.replacing(root, with: "ROOT") }
}

extension Register {
    /// What a secretary sees of reading and checking; the audience's own part comes with the gate.
    var messages: [String] { diagnostics.sorted().map { $0.line(in: .swedish) } }
}

/// An ärende with the keys given, ready to be handled by AU and FS.
func matter(_ keys: String, _ body: String = "Text.") -> String { "---\n\(keys)\n---\n\n\(body)\n" }

func meeting(_ keys: String = "tid: 13.00") -> String { "---\n\(keys)\n---\n" }

extension LinkedMeeting {
    /// The agenda as a reader sees it: headings, and dnr or titles with their numbers.
    func lines(_ register: SeenRegister) -> [String] {
        agenda.map { item in
            switch item.content {
            case .heading(let text): return text
            case .matter(let index, let place):
                let consultation = register.consultations[index][place]
                let numbers = [consultation.number] + consultation.attachmentNumbers
                let written = numbers.map { $0?.description ?? "–" }.joined(separator: ", ")
                let matter = register.matters[index]
                return "\(matter.diaryNumber?.text ?? matter.title) (\(written))"
            }
        }
    }
}

extension SeenRegister {
    func agenda(_ slug: String) -> [String] {
        meetings.first { $0.meeting.id.slug == slug }?.lines(self) ?? ["no meeting \(slug)"]
    }

    func matter(_ dnr: String) -> Matter? { matters.first { $0.diaryNumber?.text == dnr } }
}

extension GateReport {
    /// Personal data in what the audience sees.
    var messages: [String] { diagnostics.sorted().map { $0.line(in: .swedish) } }
}

/// Every value that can be reached from a value, however deep, bytes of texts read as text.
func dumped(_ value: Any) -> String {
    if let bytes = value as? [UInt8] { return String(decoding: bytes, as: UTF8.self).debugDescription }
    if let text = value as? String { return text.debugDescription }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return String(reflecting: value) }
    var parts = mirror.children.map { ($0.label ?? "") + ":" + dumped($0.value) }
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set { parts.sort() }
    var name = "\(type(of: value))"
    // A case's name is no child of it.
    if mirror.displayStyle == .enum { name += "." + (mirror.children.first?.label ?? "") }
    return "\(name)(" + parts.joined(separator: ",\n") + ")"
}

extension Register {
    func seen(by audience: Audience) -> SeenRegister { gated(for: audience).seen }
}
