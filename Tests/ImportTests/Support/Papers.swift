import Foundation
import Meetings
import Testing

@testable import Import

/// What the tests read papers with: a day in 2024 and the bodies AU and FS.
enum Papers {
    static let clock = CalendarDate(dayNumber: 19_800)

    static func read(
        _ text: String, file: String = "gamla/handling.txt", isMarkdown: Bool = false, isRedacting: Bool = false
    ) -> ImportedDocument {
        DocumentReader(bodies: SiteProfile().bodies, clock: clock, isRedacting: isRedacting)
            .read(Array(text.utf8), file: file, isMarkdown: isMarkdown)
    }

    static func passages(_ text: String) -> [Passage] {
        guard let source = SourceText(Array(text.utf8)) else { return [] }
        return PassageReader.read(NoiseFilter.filter(source).lines, isMarkdown: false)
    }

    static func noise(_ text: String) -> [NoiseLine] {
        SourceText(Array(text.utf8)).map { NoiseFilter.filter($0).noise } ?? []
    }

    static func head(_ text: String) -> Head {
        HeadReader.read(passages(text), clock: clock, codes: BodyCodes(bodies: SiteProfile().bodies))
    }

    static var fixtures: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
    }

    static func fixture(_ name: String) throws -> ImportedDocument {
        let bytes = try Data(contentsOf: fixtures.appendingPathComponent(name))
        return DocumentReader(bodies: SiteProfile().bodies, clock: clock)
            .read(Array(bytes), file: name, isMarkdown: name.hasSuffix(".md"))
    }

    static func plan(
        _ documents: [ImportedDocument],
        site: ExistingSite = ExistingSite(bodies: SiteProfile().bodies, hasProfile: true),
        keepsOriginals: Bool = false, isRedacting: Bool = false
    ) -> ImportPlan {
        Planner.plan(
            documents, locations: documents.map { "/tmp/\($0.file)" }, site: site,
            options: Planner.Options(keepsOriginals: keepsOriginals, isRedacting: isRedacting))
    }
}

extension ImportPlan {
    /// The text planned at a path.
    func text(_ path: String) -> String? {
        files.first { $0.path == path }.flatMap { if case .text(let text) = $0.content { text } else { nil } }
    }
}

extension ImportedDocument {
    var dnr: String? { diaryNumber?.value }
    var day: String? { date?.value.description }
    var officers: [String] { caseOfficers.map(\.value) }
    var sections: [String] { headings.map(\.value) }
    var numbers: [String] { attachmentNumbers.map(\.description) }
    var kronor: [Int] { amounts.map(\.kronor) }
    var spans: [String] { periods.map(\.description) }
    var signed: [String] { signatures.map { [$0.name, $0.role].compactMap(\.self).joined(separator: ", ") } }
    var days: [String: [String]] {
        Dictionary(meetings.map { ($0.code, $0.dates.map(\.description)) }) { first, _ in first }
    }
    var told: [String] { remarks.map(\.text) }
}

/// AU and FS.
enum SiteProfileBodies {
    static let all = SiteProfile().bodies
}
