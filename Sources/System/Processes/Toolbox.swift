/// Where other programs are. Building a site runs nothing that lies in it (FORMAT §8).
public enum Toolbox {
    /// The program of a name: the one that a person points out in the environment (`KLUBBA_WEASYPRINT`), else beside
    /// klubba, in the folder `.tools` of klubba's own source, in the user's own tools folder, and at last in PATH.
    /// An empty variable says that it shall do without. What lies in the site is passed over, but for what is pointed out.
    public static func find(_ name: String, variable: String, in tools: String, site: String) -> String? {
        if let named = Environment[variable] { return isExecutable(named) ? named : nil }
        // Who runs klubba trusts what lies beside it.
        let beside = "\(ownFolder())/\(name)"
        if isExecutable(beside) { return beside }
        let home = Path.absolute(site) ?? site
        return (places(of: tools) + inPath(name)).first { isExecutable($0) && !isInside($0, home) }
    }

    /// Where a program of klubba's own tools may lie, `packet/bin/weasyprint`, whether it does or not.
    public static func places(of tool: String) -> [String] {
        let own = ownFolder()
        let users = usersFolder(for: tool).map { [$0] } ?? []
        return [own + "/../..", own + "/../../.."].map { "\($0)/.tools/\(tool)" }
            + ["\(own)/../lib/klubba/\(tool)"] + users
    }

    /// A folder of the user's own for a tool: `~/.local/share/klubba/tools/packet`. Nil without a home.
    public static func usersFolder(for tool: String) -> String? {
        let data = Environment["XDG_DATA_HOME"] ?? Environment["HOME"].map { $0 + "/.local/share" }
        return data.flatMap { $0.hasPrefix("/") ? "\($0)/klubba/tools/\(tool)" : nil }
    }

    /// Where PATH has it. A folder that is not whole, `.`, would be the one that somebody stands in.
    public static func inPath(_ name: String) -> [String] {
        (Environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    }

    /// Whether a file, or what a link leads to, lies in a folder.
    public static func isInside(_ path: String, _ folder: String) -> Bool {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        return [Path.absolute(path), Path.absolute(parent)].contains { place in
            guard let place else { return false }
            return place == folder || place.hasPrefix(folder == "/" ? folder : folder + "/")
        }
    }

    public static func isExecutable(_ path: String) -> Bool { FileBytes.isExecutable(path) }

    /// The folder that klubba's own program is in.
    public static func ownFolder() -> String {
        guard let text = Path.ownProgram else { return "." }
        return String(text[..<(text.lastIndex(of: "/") ?? text.startIndex)])
    }
}
