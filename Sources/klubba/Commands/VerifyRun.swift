import ArgumentParser
import Diagnostics
import Publishing

/// A verification, and what it says of itself: for `klubba verify`, and for what `klubba publish` is about to send.
struct VerifyRun {
    let request: SiteRequest
    let standing: StandingSite?
    let outside: SiteVerification.Outside
    let format: OutputFormat
    /// Whether warnings stop it, as errors do.
    let warnings: Publication.Warnings
}

extension VerifyRun {
    func run() async throws {
        if let standing { Console.err(VerifyMessages.standing(standing)) }
        let progress = Progress("Kontrollerar …")
        let verified = await SiteVerification(request, standing: standing, outside: outside) {
            progress.show("Gör om utskicken …")
        }
        progress.end()
        Reporter(format: format, language: verified.language).report(verified.diagnostics)
        let errors = verified.diagnostics.count { $0.severity == .error }
        Console.err(VerifyMessages.summary(verified.log, verified.state, verified.looked, errors: errors))
        verified.keep()
        if errors > 0 || (warnings == .stop && !verified.diagnostics.isEmpty) { throw ExitCode.content }
    }
}
