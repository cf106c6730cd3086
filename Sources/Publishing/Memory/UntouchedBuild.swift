import Diagnostics
import Output

/// A build that found nothing to do, and what it would say.
package struct UntouchedBuild {
    package let report: OutputReport
    package let matters: Int
    package let meetings: Int
    package let language: MessageLanguage
}
