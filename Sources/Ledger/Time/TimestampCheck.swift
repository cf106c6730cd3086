import Diagnostics
import System

/// Asks openssl whether an answer is signed by the authority that its certificates name, at the time that it tells:
/// certificates age, and what they vouched for while they held stays vouched for.
public struct TimestampCheck: Sendable {
    private let program: String

    /// Nil where openssl is not installed. What lies in the site is not run.
    public init?(site: String) {
        guard let program = Toolbox.find("openssl", variable: "KLUBBA_OPENSSL", in: "openssl", site: site) else {
            return nil
        }
        self.program = program
    }
}

extension TimestampCheck {
    /// What openssl had against it; nil where it holds.
    public func fault(
        _ answer: [UInt8], of data: [UInt8], certificates: [UInt8], at time: LogTime
    ) throws(SystemError) -> String? {
        let folder = try TemporaryFolder()
        for (name, bytes) in [("svar.tsr", answer), ("data", data), ("intyg.pem", certificates)] {
            try folder.write(bytes, to: name)
        }
        let path = { (name: String) in "\(folder.path)/\(name)" }
        let ending = try ChildProcess.run(
            program,
            [
                "ts", "-verify", "-in", path("svar.tsr"), "-data", path("data"), "-CAfile", path("intyg.pem"),
                "-untrusted", path("intyg.pem"), "-attime", "\(time.seconds)",
            ], seconds: 30)
        if ending.status == 0 { return nil }
        let told = ending.errorText.split(separator: "\n").first { $0.contains("error") || $0.contains("Error") }
        return told.map { String($0.split(separator: ":").suffix(2).joined(separator: ":")) } ?? "openssl"
    }

    /// Every kept time stamp, of heads and of lists.
    public func findings(_ kept: KeptTimestamps, heads: KeptHeads) -> [Diagnostic] {
        let ofHeads = kept.stamps.map { stamp in
            (stamp, stamp.size.flatMap { heads.head(size: $0) }?.note.dated ?? [])
        }
        let ofLists = kept.lists.compactMap { list in list.stamp.map { ($0, list.text) } }
        return (ofHeads + ofLists).compactMap { stamp, data in
            do throws(SystemError) {
                let fault = try fault(stamp.answer, of: data, certificates: stamp.certificates, at: stamp.time)
                return fault.map { Diagnostic(Place(stamp.file), .timestamp(.refused($0))) }
            } catch {
                return Diagnostic(Place(stamp.file), .timestampsNotChecked)
            }
        }
    }
}
