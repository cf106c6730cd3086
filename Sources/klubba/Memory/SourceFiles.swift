import Fingerprints
import Glibc
import Output

/// Every file that a site is read from, and how it lies on the disk: enough to tell that it has not changed.
struct SourceFiles {
    /// By path from the site's root.
    private(set) var prints: [String: Fingerprint] = [:]

    /// For so many nanoseconds after a change, the system's clock may give another change the same time.
    private static let doubt = 100_000_000
}

extension SourceFiles {
    /// Nil where something is no plain file or folder: what a link leads to can change without the link.
    init?(root: String) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let certain = now.tv_sec * 1_000_000_000 + now.tv_nsec - Self.doubt
        var folders = ["content/", "theme/"]
        var status = stat()
        if lstat(root + "/klubba.yml", &status) == 0 {
            guard add("klubba.yml", status, certain) else { return nil }
        }
        while let folder = folders.popLast() {
            guard let stream = opendir(root + "/" + folder) else {
                // A site need not have a theme; a folder that may not be read is the reading's to tell of.
                if errno == ENOENT, folder == "theme/" { continue }
                return nil
            }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name == "." || name == ".." { continue }
                switch Int(entry.pointee.d_type) {
                case DT_DIR: folders.append(folder + name + "/")
                case DT_REG:
                    let isThere = fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0
                    guard isThere, add(folder + name, status, certain) else { return nil }
                default: return nil
                }
            }
        }
    }

    /// All of them; the same however the disk lists them.
    var all: Fingerprint {
        Fingerprint(
            bits: prints.reduce(0) { sum, file in
                var own = file.value
                own.add(file.key)
                return sum &+ own.bits
            })
    }

    /// A file that was changed a moment ago gets a print that comes back never: it can change again unseen.
    private mutating func add(_ path: String, _ status: stat, _ certain: Int) -> Bool {
        guard status.st_mode & S_IFMT == S_IFREG else { return false }
        var print = Fingerprint(status)
        if status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec > certain { print.add(certain) }
        prints[path] = print
        return true
    }
}

extension Fingerprint {
    /// Of a program: what it makes may be another when it is.
    mutating func add(file path: String) {
        var status = stat()
        add(path)
        if stat(path, &status) == 0 { add(Fingerprint(status)) }
    }
}
