import Diagnostics
import Documents
import Meetings
import Register
import Synchronization

/// Looks for personnummer in what is published: the finished bytes, whatever they were made of (FORMAT §8). What the
/// sources were told of already is not told again.
public final class PublishedInspection: Sendable {
    private let rule: PersonalDataRules.Action
    private let audience: Audience
    private let told: Set<IdentityNumber>
    /// By path.
    private let found = Mutex<[String: Set<IdentityNumber>]>([:])

    public init(_ register: SeenRegister, told: Set<IdentityNumber> = []) {
        (rule, audience) = (register.profile.personalData.identityNumber, register.audience)
        self.told = told
    }
}

extension PublishedInspection {
    /// True when nothing was found that is to be told.
    public var isClean: Bool { found.withLock { $0.isEmpty } }

    /// True when something was found that may not be published.
    public var stops: Bool { !isClean && rule == .stop && audience == .public }

    /// Looks at a finished file; on any core.
    public func look(at page: [UInt8], path: String) {
        if rule == .allow { return }
        let marks = PersonalDataMark.identityNumbers(onPage: page, form: TextForm(path: path))
        if !marks.isEmpty { note(marks, at: path) }
    }

    /// Looks at the addresses themselves.
    public func look(atAddressesOf files: [PlannedPage]) {
        if rule == .allow { return }
        for file in files {
            let marks = PersonalDataMark.identityNumbers(in: Array(file.path.utf8), form: .plain)
            if !marks.isEmpty { note(marks, at: file.path) }
        }
    }

    private func note(_ marks: [PersonalDataMark], at path: String) {
        let numbers = Set(marks.compactMap(\.number)).subtracting(told)
        if numbers.isEmpty { return }
        found.withLock { $0[path, default: []].formUnion(numbers) }
    }

    /// What was found, each at its line in the file that the page is made from.
    ///
    /// - Parameter read: the bytes of a file of the site, by its path from the site's root.
    public func diagnostics(_ files: [PlannedPage], read: (String) -> [UInt8]?) -> [Diagnostic] {
        let found = found.withLock { $0 }
        if found.isEmpty { return [] }
        var diagnostics: [Diagnostic] = []
        var seen: Set<Diagnostic> = []
        let severity: Diagnostic.Severity = rule == .stop && audience == .public ? .error : .warning
        var texts: [String: [PersonalDataMark]] = [:]
        for file in files {
            for number in (found[file.path] ?? []).sorted(by: { $0.digits < $1.digits }) {
                var place = Place(file.source)
                if let bytes = read(file.source) {
                    let marks = texts[file.source] ?? PersonalDataMark.identityNumbers(in: bytes, form: .markdown)
                    texts[file.source] = marks
                    if let mark = marks.first(where: { $0.number == number }) {
                        place = PublishedInspection.place(of: mark.range.lowerBound, in: bytes, file.source)
                    }
                }
                let diagnostic = Diagnostic(place, .identityNumber(address: file.path), severity: severity)
                if seen.insert(Diagnostic(place, .identityNumber(address: "\(number)"), severity: severity)).inserted {
                    diagnostics.append(diagnostic)
                }
            }
        }
        return diagnostics
    }

    /// Of texts that are published as they stand and belong to no source: klubba.yml and a theme's own files.
    public static func findings(
        in bytes: [UInt8], file: String, _ register: SeenRegister
    ) -> (diagnostics: [Diagnostic], numbers: Set<IdentityNumber>) {
        let rule = register.profile.personalData.identityNumber
        if rule == .allow { return ([], []) }
        let form: TextForm = file.hasSuffix(".yml") ? .markdown : TextForm(path: file)
        let marks = PersonalDataMark.identityNumbers(in: bytes, form: form)
        let severity: Diagnostic.Severity = rule == .stop && register.audience == .public ? .error : .warning
        let diagnostics = marks.map { mark in
            Diagnostic(
                place(of: mark.range.lowerBound, in: bytes, file), .identityNumber(address: nil), severity: severity)
        }
        return (diagnostics, Set(marks.compactMap(\.number)))
    }

    private static func place(of index: Int, in bytes: [UInt8], _ file: String) -> Place {
        let before = bytes[..<index]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Place(file, line: line, column: bytes[start..<index].count { $0 & 0xC0 != 0x80 } + 1)
    }
}

extension TextForm {
    /// As a file of the site is written, by its ending.
    init(path: String) {
        let isMarkup = [".html", ".htm", ".xml", ".svg", ".mustache"].contains { path.hasSuffix($0) }
        self = isMarkup ? .html : .plain
    }
}
