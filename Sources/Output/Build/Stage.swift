import System

/// A folder on the output's disk where files wait until all are there. It is Klubba's alone; one that is found is that of
/// a build that died.
struct Stage: Sendable {
    /// The folder that it lies in, and its name there.
    let directory: OutputDirectory
    let name: String
}

extension OutputDirectory {
    /// Where files wait that cannot wait beside the output.
    static let stage = ".klubba-stage"

    var ownStage: Stage { Stage(directory: self, name: Self.stage) }
}

extension Attic {
    var stage: Stage { Stage(directory: directory, name: Self.stage) }
}

extension Stage {
    func make() throws(OutputFailure) {
        _ = try directory.attempt(name) { () throws(SystemError) in try directory.makeDirectory(name) }
    }

    /// Where the file with this number in the plan waits.
    func place(_ number: Int) -> String { "\(name)/\(number)" }

    /// Where something that had to give way waits, should it have to come back.
    func away(_ number: Int) -> String { "\(name)/b\(number)" }

    /// Removes the stage. A name in it that no build gives is somebody else's, and is reported and kept.
    func clear() throws(OutputFailure) {
        switch try directory.attempt(name, { () throws(SystemError) in try directory.resident(name) }) {
        case nil: return
        case .directory: break
        case .symbolicLink: throw .symbolicLink(directory.shown(name))
        case .file, .other: throw .foreign([directory.shown(name)])
        }
        let rest = try directory.attempt(name) { () throws(SystemError) in
            var rest: [String] = []
            for own in try directory.names(in: name) {
                let path = "\(name)/\(own)"
                let isGone = Self.isStaged(own) ? try directory.removeFile(path) : false
                if !isGone { rest.append(directory.shown(path)) }
            }
            return rest
        }
        guard rest.isEmpty else { throw .foreign(rest) }
        try directory.attempt(name) { () throws(SystemError) in try directory.removeDirectory(name) }
    }

    private static func isStaged(_ name: String) -> Bool {
        name.utf8.drop { $0 == UInt8(ascii: "b") }.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            || StagedManifest(rawValue: name) != nil
    }
}

// MARK: - Manifests

/// The manifests of a build, each with the name under which it waits in the stage.
enum StagedManifest: String, CaseIterable {
    /// Owns what stands before and after the build; in force while files are moved.
    case union
    /// Owns what stands after it.
    case final
    /// The last build's, should the disk be full before the first file is moved.
    case former
}

extension Stage {
    func put(_ manifest: Manifest, as kind: StagedManifest, for output: OutputDirectory) throws(OutputFailure) {
        try output.attempt(Manifest.fileName) { () throws(SystemError) in
            try directory.write(manifest.written(), to: "\(name)/\(kind.rawValue)")
        }
    }

    /// Puts a staged manifest in the old one's place in one step.
    func putInForce(_ kind: StagedManifest, in output: OutputDirectory) throws(OutputFailure) {
        try output.attempt(Manifest.fileName) { () throws(SystemError) in
            try directory.rename("\(name)/\(kind.rawValue)", to: Manifest.fileName, in: output)
        }
    }
}
