/// The stage: a directory inside the output directory, and so on the same file system, where files wait until all are
/// there. It is Klubba's alone; one that is found is that of a build that died.
extension OutputDirectory {
    static let stage = ".klubba-stage"

    func makeStage() throws(OutputFailure) {
        _ = try attempt(Self.stage) { () throws(SystemError) in try makeDirectory(Self.stage) }
    }

    /// Where the file with this number in the plan waits.
    static func staged(_ number: Int) -> String { "\(stage)/\(number)" }

    /// Removes the stage. A name in it that no build gives is somebody else's, and is reported and kept.
    func clearStage() throws(OutputFailure) {
        switch try attempt(Self.stage, { () throws(SystemError) in try resident(Self.stage) }) {
        case nil: return
        case .directory: break
        case .symbolicLink: throw .symbolicLink(shown(Self.stage))
        case .file, .other: throw .foreign([shown(Self.stage)])
        }
        let rest = try attempt(Self.stage) { () throws(SystemError) in
            var rest: [String] = []
            for name in try names(in: Self.stage) {
                let path = "\(Self.stage)/\(name)"
                let isGone = Self.isStaged(name) ? try removeFile(path) : false
                if !isGone { rest.append(shown(path)) }
            }
            return rest
        }
        guard rest.isEmpty else { throw .foreign(rest) }
        try attempt(Self.stage) { () throws(SystemError) in try removeDirectory(Self.stage) }
    }

    private static func isStaged(_ name: String) -> Bool {
        name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            || StagedManifest(rawValue: name) != nil
    }
}
