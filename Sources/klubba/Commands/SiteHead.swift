import Diagnostics
import Ledger

/// What only `klubba verify` asks of the public head, for it takes another program.
enum SiteHead {
    static func timestampFindings(_ head: LogHead, root: String) -> [Diagnostic] {
        guard !head.stamps.isEmpty else { return [] }
        guard let check = TimestampCheck(site: root) else {
            return [Diagnostic(Place(KeptTimestamps.folder), .timestampsNotChecked)]
        }
        return check.findings(head.stamps, heads: head.heads)
    }
}
