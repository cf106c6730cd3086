import Diagnostics
import Output

/// A build that found nothing to do, and what it would say.
package struct UntouchedBuild {
    package let report: OutputReport
    /// What the build before told: warnings alone.
    package let told: ToldRound
    package let language: MessageLanguage
}
