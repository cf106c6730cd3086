import Diagnostics
import Publishing

/// How much a site holds, and how much is wrong with it.
struct Count {
    let matters: Int
    let meetings: Int
    let errors: Int
    let warnings: Int

    init(_ told: ToldRound) {
        (matters, meetings) = (told.matters, told.meetings)
        errors = told.messages.count { $0.severity == .error }
        warnings = told.messages.count - errors
    }

    init(_ site: LoadedSite) { self.init(site, site.diagnostics) }

    init(_ site: LoadedSite, _ diagnostics: [Diagnostic]) {
        matters = site.register.matters.count
        meetings = site.register.meetings.count
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count - errors
    }

    func summary(in language: MessageLanguage) -> String {
        switch language {
        case .swedish:
            counted(matters, "ärende", "ärenden") + " och " + counted(meetings, "möte", "möten") + ": \(errors) fel, "
                + counted(warnings, "varning", "varningar") + "."
        case .english:
            counted(matters, "matter", "matters") + " and " + counted(meetings, "meeting", "meetings") + ": "
                + counted(errors, "error", "errors") + ", " + counted(warnings, "warning", "warnings") + "."
        }
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
