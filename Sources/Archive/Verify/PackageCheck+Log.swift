import Diagnostics
import Ledger

/// The evidence in a package (ARCHIVE §8): the log's chain and signatures, its heads and time stamps, what it says of each
/// sealed paper that is there, and the copies.
extension PackageCheck {
    mutating func checkLog() async {
        guard found["\(PackagePath.originals)/\(DecisionLog.file)"] != nil else { return }
        let folder = LedgerFolder(root: "\(root)/\(PackagePath.originals)")
        guard let log = try? folder.readLog() else { return }
        for diagnostic in log.diagnostics + (await LogHead.read(in: folder, log)).diagnostics
        where diagnostic.severity == .error {
            report(
                "\(PackagePath.originals)/\(diagnostic.place.file)", .log(diagnostic.problem.text(in: language)))
        }
        checkCopies(log)
        checkSealed(SealState(log), in: folder)
    }

    private mutating func checkCopies(_ log: DecisionLog) {
        for entry in log.entries {
            for paper in entry.papers where entry.keeps(paper) {
                let path = "\(PackagePath.originals)/\(LedgerFolder.copies)/\(paper.digest.text)"
                guard let copy = found[path] else {
                    if !isReported(path) { report(path, .missing(listedIn: DecisionLog.file)) }
                    continue
                }
                if copy.digest != paper.digest.text { report(path, .digest(statedIn: DecisionLog.file)) }
            }
        }
    }

    /// A package of a year has not every sealed paper. Those that it has are as they were sealed last.
    private mutating func checkSealed(_ state: SealState, in folder: LedgerFolder) {
        for standing in state.standings {
            let path = "\(PackagePath.originals)/content/\(standing.file)"
            guard found[path] != nil, !unfinished.contains(path), !isReported(path) else { continue }
            if folder.isAsSealed(standing) { continue }
            report(path, .sealed(line: standing.entry + 1))
        }
    }
}
