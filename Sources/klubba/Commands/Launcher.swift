import ArgumentParser
import System

/// An icon on the computer's desktop that starts the desk on a site.
struct Launcher {
    let root: String

    func write() throws {
        guard let home = Environment["HOME"], let program = Path.ownProgram
        else {
            throw ValidationError("Hemmappen är okänd, så ingen ikon kan skrivas.")
        }
        guard !root.contains(where: { "\"\\`$\n".contains($0) }), !program.contains(where: { "\"\\`$\n".contains($0) })
        else {
            throw ValidationError("Mappens namn har tecken som en startikon inte klarar: \(root)")
        }
        let folders = [
            Launcher.desktop(home), home + "/Skrivbord", home + "/Desktop", home + "/.local/share/applications",
        ]
        let folder = folders.compactMap(\.self).first { Path.isFolder($0) } ?? home
        let path = free(in: folder)
        let name = root.split(separator: "/").last.map(String.init) ?? ""
        let title = path.hasSuffix("/klubba.desktop") ? "Klubba" : "Klubba \(name)"
        let percent = { (text: String) in text.replacing("%", with: "%%") }
        let text = """
            [Desktop Entry]
            Type=Application
            Name=\(title)
            Comment=Öppna skrivbordet
            Exec="\(percent(program))" desk --site "\(percent(root))"
            Terminal=true
            Icon=text-editor

            """
        do throws(SystemError) {
            try FileBytes.write(Array(text.utf8), to: path)
            try FileBytes.setMode(0o755, of: path)
        } catch {
            Console.err("\(path) går inte att skriva (\(error.reason.swedish)).")
            throw ExitCode.machine
        }
        Console.out(path)
    }

    /// The folder that the user's own settings say is the desktop.
    private static func desktop(_ home: String) -> String? {
        let settings = Environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        let text = FileBytes.ifReadable(settings + "/user-dirs.dirs", limit: 1 << 16) ?? []
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            guard let match = line.wholeMatch(of: /\s*XDG_DESKTOP_DIR="(.*)"\s*/) else { continue }
            let folder = match.1.hasPrefix("$HOME") ? home + match.1.dropFirst(5) : String(match.1)
            return folder.hasPrefix("/") ? folder : nil
        }
        return nil
    }

    /// The icon of this site, or a name that no other site's icon has.
    private func free(in folder: String) -> String {
        for number in 1..<1000 {
            let path = "\(folder)/klubba\(number == 1 ? "" : "-\(number)").desktop"
            let text = FileBytes.ifReadable(path, limit: 1 << 16)
            let isOwn = text.map {
                String(decoding: $0, as: UTF8.self).contains("--site \"\(root.replacing("%", with: "%%"))\"")
            }
            if isOwn ?? true { return path }
        }
        return folder + "/klubba.desktop"
    }
}
