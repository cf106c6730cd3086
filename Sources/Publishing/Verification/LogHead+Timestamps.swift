import Diagnostics
import Ledger

extension LogHead {
    /// What is wrong with the time stamps. Only a verification asks, for it takes another program.
    func timestampFindings(root: String) -> [Diagnostic] {
        guard !stamps.isEmpty else { return [] }
        guard let check = TimestampCheck(site: root) else {
            return [Diagnostic(Place(KeptTimestamps.folder), .timestampsNotChecked)]
        }
        return check.findings(stamps, heads: heads)
    }
}
