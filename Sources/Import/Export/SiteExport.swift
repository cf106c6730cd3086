import Content
import Meetings
import System

/// What of a meeting is exported.
public enum ExportKind: String, CaseIterable, Sendable {
    case protokoll, kallelse, beslut, utdrag
}

/// What is to become Word files, and where.
public struct ExportOrder: Sendable {
    /// A dnr, a meeting or a file of content/; nil for all there is.
    public let what: String?
    public let kind: ExportKind?
    /// The § of an extract.
    public let paragraph: Int?
    /// The file, or the folder where all are exported.
    public let output: String?
    public let overwrites: Bool

    public init(what: String?, kind: ExportKind?, paragraph: Int?, output: String?, overwrites: Bool) {
        (self.what, self.kind, self.paragraph) = (what, kind, paragraph)
        (self.output, self.overwrites) = (output, overwrites)
    }
}

/// Why a text did not become a Word file.
public enum ExportRefusal: Error, Sendable {
    case unknown(String)
    /// It has no record, kallelse or § to choose.
    case noMeeting(String)
    case extractWithoutNumber
    /// The meeting is there, and has no record or no kallelse.
    case meetingWithout(String, ExportKind)
    /// content/ has the texts alone.
    case inContent(target: String)
    case exists(target: String)
    case noTemplate(String)
    case unreadable(path: String, SystemReason)
    case word(path: String, WordExport.Failure)
    case notWritten(target: String)
}

/// Word files of a site's texts.
public struct SiteExport: Sendable {
    private let order: ExportOrder
    private let content: String
    private let sources: ExportSources
    private let word: WordExport
    private let part: WordExport.Part

    /// - Parameter root: the site's folder, absolute.
    public init(
        _ order: ExportOrder, of sources: SiteSources, root: String, clock: CalendarDate
    ) throws(ExportRefusal) {
        (self.order, content) = (order, root + "/content")
        self.sources = ExportSources(content: root + "/content", sources: sources)
        part =
            switch (order.paragraph, order.kind) {
            case (let paragraph?, _): .paragraph(paragraph)
            case (nil, .utdrag): throw .extractWithoutNumber
            case (nil, .beslut): .decisions
            default: .whole
            }
        word = WordExport(
            tools: ImportTools(site: root), template: try Self.template(root, sources.profile), clock: clock)
    }
}

extension SiteExport {
    public func items() throws(ExportRefusal) -> [ExportItem] {
        guard let what = order.what else { return sources.all.map { ExportItem(path: $0) } }
        return [try sources.one(what, order.kind, order.paragraph)]
    }

    /// - Returns: the file that was written, as the user would call it.
    public func export(_ item: ExportItem) throws(ExportRefusal) -> String {
        let target = target(of: item.path)
        guard !(Path.planned(target) + "/").hasPrefix(content + "/") else { throw .inContent(target: target) }
        if !order.overwrites, (try? FileSystem.disk.status(target)) != nil { throw .exists(target: target) }
        let text: String
        if let own = item.text { text = own } else { text = try read(item.path) }
        let bytes: [UInt8]
        do throws(WordExport.Failure) {
            bytes = try word.word(
                text, path: item.path, content: content, part: part, matters: sources.decided,
                secrecy: sources.secrecy(of: item.path, text, order.paragraph), meeting: sources.meeting(of: item.path))
        } catch {
            throw .word(path: item.path, error)
        }
        try write(bytes, to: target)
        return target
    }

    private func read(_ path: String) throws(ExportRefusal) -> String {
        do throws(FileFailure) {
            return String(decoding: try FileSystem.disk.read(content + "/" + path, 8 << 20), as: UTF8.self)
        } catch {
            throw .unreadable(path: "content/" + path, error.reason)
        }
    }

    /// `mall:` in klubba.yml, or the program's own styles. One that is not there stops the export: a paper without the
    /// letterhead that was asked for may be sent before anybody notices.
    private static func template(_ root: String, _ profile: SiteProfile) throws(ExportRefusal) -> String? {
        guard let name = profile.wordTemplate, !name.isEmpty else { return nil }
        let isInside = !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        guard isInside, name.lowercased().hasSuffix(".docx"),
            (try? FileSystem.disk.status(root + "/" + name))?.kind == .file
        else { throw .noTemplate(name) }
        return root + "/" + name
    }

    private func target(of path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let last = parts.last ?? path
        let stem = last == "arende.md" && parts.count > 1 ? parts[parts.count - 2] : String(last.dropLast(3))
        let whole = order.kind == .beslut ? "\(stem)-beslut" : stem
        let name = (order.paragraph.map { "\(stem)-paragraf-\($0)" } ?? whole) + ".docx"
        guard order.what == nil else { return order.output ?? name }
        return (order.output ?? "export") + "/" + name
    }

    private func write(_ bytes: [UInt8], to target: String) throws(ExportRefusal) {
        let parts = Path.planned(target).split(separator: "/")
        let writer = ImportWriter(
            root: "/" + parts.dropLast().joined(separator: "/"), overwrites: order.overwrites, isRehearsal: false)
        switch writer.write(PlannedImport(path: String(parts.last ?? ""), content: .bytes(bytes), sources: [])) {
        case .written, .overwritten, .unchanged: break
        default: throw .notWritten(target: target)
        }
    }
}
