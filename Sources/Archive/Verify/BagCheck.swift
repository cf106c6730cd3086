import Diagnostics
import System

/// A bag around a package (BagIt 1.0, RFC 8493).
struct BagCheck {
    let root: String
}

extension BagCheck {
    /// The one package in data/.
    func package() throws(ArchiveFailure) -> String? {
        guard Path.isFolder(root + "/data") else { return nil }
        let inner = try FolderWalk.names(in: root + "/data").filter {
            FileBytes.size(of: "\(root)/data/\($0)/METS.xml") != nil
        }
        return inner.count == 1 ? "\(root)/data/\(inner[0])" : nil
    }

    func diagnostics() throws(ArchiveFailure) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let files = try FolderWalk.files(in: root).filter { $0.kind == .file }.map(\.path)
        let known = Set(files.map { ExactPath($0) })
        for (name, isOwn) in [
            ("manifest-sha256.txt", { (path: String) in path.hasPrefix("data/") }),
            ("tagmanifest-sha256.txt", { !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" }),
        ] {
            guard known.contains(ExactPath(name)) else {
                faults.append(fault(name, .missing(listedIn: "bagit.txt")))
                continue
            }
            var listed: Set<ExactPath> = []
            for line in String(decoding: try PackageBytes.whole("\(root)/\(name)"), as: UTF8.self).split(
                separator: "\n")
            {
                let path = String(line.dropFirst(66)).replacing("%0A", with: "\n").replacing("%0D", with: "\r")
                    .replacing("%25", with: "%")
                listed.insert(ExactPath(path))
                guard known.contains(ExactPath(path)) else {
                    faults.append(fault(path, .missing(listedIn: name)))
                    continue
                }
                let digest = try Hashing.digest(ofFile: "\(root)/\(path)").digest
                if digest != line.prefix(64) { faults.append(fault(path, .digest(statedIn: name))) }
            }
            for path in files where isOwn(path) && !listed.contains(ExactPath(path)) {
                faults.append(fault(path, .foreign))
            }
        }
        return faults
    }

    private func fault(_ path: String, _ fault: PackageFault) -> Diagnostic {
        Diagnostic(Place(path), .archivePackage(fault))
    }
}
