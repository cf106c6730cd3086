import System

/// Installs a kit's Python packages, each file by its hash, into a folder of the user's own.
public struct PythonInstaller: Sendable {
    /// `~/.local/share/klubba/tools/packet`
    public let folder: String
    private let python: String
    private let lock: [UInt8]

    /// Nil for a kit without such packages, and where there is no Python or no home.
    public init?(_ kit: ToolKit, site: String) {
        let python = Toolbox.find("python3", variable: "KLUBBA_PYTHON", in: "python/bin/python3", site: site)
        guard let lock = kit.lock, let python, let folder = Toolbox.usersFolder(for: kit.rawValue) else { return nil }
        self.init(folder: folder, python: python, lock: lock)
    }

    init(folder: String, python: String, lock: [UInt8]) {
        (self.folder, self.python, self.lock) = (folder, python, lock)
    }
}

extension PythonInstaller {
    /// The commands as a person would write them.
    public var commands: [String] {
        [
            "python3 -m venv \(folder)",
            "\(folder)/bin/pip install --require-hashes --only-binary :all: -r weasyprint.lock",
        ]
    }

    /// Replaces what stands there; what breaks off leaves nothing.
    public func install() throws(InstallFailure) {
        let temporary: TemporaryFolder
        do throws(SystemError) {
            temporary = try TemporaryFolder()
            try temporary.write(lock, to: "weasyprint.lock")
            try Folder.makeWhole(folder)
        } catch {
            throw .refused(error)
        }
        try run(python, ["-m", "venv", "--clear", folder])
        do throws(InstallFailure) {
            try run(
                "\(folder)/bin/pip",
                [
                    "install", "--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes",
                    "--only-binary",
                    ":all:", "-r", "\(temporary.path)/weasyprint.lock",
                ])
        } catch {
            // An environment without its program would be found half.
            FileBytes.remove("\(folder)/bin/weasyprint")
            throw error
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws(InstallFailure) {
        let ending: ChildProcess.Ending
        do throws(SystemError) {
            ending = try ChildProcess.run(program, arguments, seconds: 1800)
        } catch {
            throw .refused(error)
        }
        if ending.isTimedOut { throw .timedOut(seconds: 1800) }
        guard ending.status == 0 else {
            let words = (ending.errorText + ending.text).split(whereSeparator: \.isNewline).suffix(3)
            throw .failed(words.joined(separator: "; "))
        }
    }
}
