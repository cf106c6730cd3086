import Fingerprints
import Meetings

/// A short mark that is another when a text is: readers' own browsers remember which version they have read.
struct TextVersion {
    private var print = Fingerprint()

    init(_ texts: [Prose]) {
        for text in texts { text.html.withUnsafeBytes { print.add(bytes: $0) } }
    }

    /// `3f9c0a1b`
    var text: String { String(UInt32(truncatingIfNeeded: print.bits), radix: 16) }
}
