import System

/// What of a kit is on this machine.
public struct ToolCheck: Sendable {
    public let need: ToolNeed
    public let state: State

    public enum State: Hashable, Sendable {
        /// `place` is nil for a library.
        case present(place: String?, version: String?)
        case missing
    }

    public init(_ need: ToolNeed, _ state: State) { (self.need, self.state) = (need, state) }
}

extension ToolCheck {
    /// - Parameter site: what lies in it is passed over.
    public static func all(of kit: ToolKit, site: String) -> [ToolCheck] {
        kit.needs.map { ToolCheck($0, state(of: $0, site: site)) }
    }

    public var isMissing: Bool { state == .missing }

    private static func state(of need: ToolNeed, site: String) -> State {
        switch need.kind {
        case .own, .program, .python:
            let found = Toolbox.find(need.name, variable: need.variable, in: need.place, site: site)
            guard let found else { return .missing }
            return .present(place: found, version: need.versionArgument.flatMap { version(of: found, $0) })
        case .library:
            let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib"]
            let isThere = folders.contains { FileBytes.may(.find, "\($0)/\(need.name)") }
            return isThere ? .present(place: nil, version: nil) : .missing
        case .module:
            let python = Toolbox.find("python3", variable: "KLUBBA_PYTHON", in: "python/bin/python3", site: site)
            let ending = try? python.map { try ChildProcess.run($0, ["-I", "-c", "import \(need.name)"], seconds: 60) }
            return ending?.status == 0 ? .present(place: nil, version: nil) : .missing
        case .folder: return FileBytes.may(.find, need.name) ? .present(place: need.name, version: nil) : .missing
        }
    }

    /// The first number with a point in it that a program says; some say it on standard error.
    private static func version(of program: String, _ argument: String) -> String? {
        guard let ending = try? ChildProcess.run(program, [argument], seconds: 60) else { return nil }
        let words = (ending.text + " " + ending.errorText).split { $0 == " " || $0.isNewline || $0 == "," }
        let word =
            words.first { $0.contains(".") && $0.contains(where: \.isNumber) && $0.first != "/" }
            ?? words.first { $0.allSatisfy(\.isNumber) }
        return word.map(String.init)
    }
}

extension [ToolCheck] {
    /// Debian's packages that are missing, in the list's order, each once.
    public var missingPackages: [String] {
        var seen: Set<String> = []
        return filter { $0.isMissing && $0.need.kind != .own && $0.need.kind != .python }.map(\.need.package)
            .filter { seen.insert($0).inserted }
    }

    public var lacksOwnProgram: Bool { contains { $0.isMissing && $0.need.kind == .own } }
    public var lacksPython: Bool { contains { $0.isMissing && $0.need.kind == .python } }

    /// Python packages can be installed: what they take is here.
    public var isReadyForPython: Bool {
        !contains { $0.isMissing && ["python3", "python3-venv"].contains($0.need.package) }
    }
}
