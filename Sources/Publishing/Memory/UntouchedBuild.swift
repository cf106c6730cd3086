import Diagnostics
import Output

/// A build that found nothing to do, and what it would say.
package struct UntouchedBuild {
    package let report: OutputReport
    package let matters: Int
    package let meetings: Int
    /// What the build before told, sorted: warnings alone.
    package let messages: [DiagnosticMessage]
    package let language: MessageLanguage
}
