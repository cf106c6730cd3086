import Diagnostics
import Meetings

extension CanonicalText {
    /// The first words that differ; unknown where none do.
    public func difference(to other: CanonicalText) -> SealedChange.Difference {
        SealedDifference.first(in: TextDifference(from: text, to: other.text)) ?? .unknown
    }
}
