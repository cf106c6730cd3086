import Glibc

/// Where other programs are.
public enum Toolbox {
    /// The program of a name: the one that a person points out in the environment (`KLUBBA_PAGEFIND`), else in the
    /// folder `.tools` that the Makefile makes, of the site or of klubba's own source, beside klubba, and at last in PATH.
    /// An empty variable says that it shall do without.
    public static func find(_ name: String, variable: String, in tools: String, site: String) -> String? {
        if let named = getenv(variable).map({ String(cString: $0) }) { return isExecutable(named) ? named : nil }
        let own = ownFolder()
        let places = [site, own + "/../..", own + "/../../.."].map { "\($0)/.tools/\(tools)" } + ["\(own)/\(name)"]
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        return (places + path.split(separator: ":").map { "\($0)/\(name)" }).first(where: isExecutable)
    }

    private static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// The folder that klubba's own program is in.
    private static func ownFolder() -> String {
        guard let path = realpath("/proc/self/exe", nil) else { return "." }
        defer { free(path) }
        let text = String(cString: path)
        return String(text[..<(text.lastIndex(of: "/") ?? text.startIndex)])
    }
}
