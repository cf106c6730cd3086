import Diagnostics
import Documents
import Meetings

/// What the gate held back, for the program's own messages and for taking away what was published before. The rooms that
/// write pages cannot import it.
public struct GateReport: Sendable {
    /// Paths under content/ that exist but are not for the audience.
    public let hiddenFiles: Set<String>
    /// Addresses of matters that exist but are not for the audience: what was published there goes without a trace.
    public let hiddenSlugs: Set<Slug>
    /// Meetings that exist, or have been moved, and are not for the audience.
    public let hiddenMeetings: Set<MeetingID>
    /// Personal data in what the audience may see.
    public let diagnostics: [Diagnostic]
    /// The personnummer among it.
    public let toldNumbers: Set<IdentityNumber>
}

extension GateReport {
    /// A link that leads nowhere for this audience may lead to something that only others see. It is told as that.
    public func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !hiddenFiles.isEmpty else { return diagnostics }
        return diagnostics.map { diagnostic in
            guard case .linkTargetUnknown(let target, _) = diagnostic.problem, isHidden(target) else {
                return diagnostic
            }
            return Diagnostic(diagnostic.place, .linkTargetHidden(target: target))
        }
    }

    private func isHidden(_ path: String) -> Bool {
        hiddenFiles.contains(path) || hiddenFiles.contains(path + "arende.md")
            || hiddenFiles.contains(path + "/arende.md")
    }
}
