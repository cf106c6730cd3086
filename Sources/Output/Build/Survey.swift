import System

/// A look at the ground before the first change: which directories are to be made, what must go first, and whether
/// anything stands in the way that Klubba did not put there.
struct Survey {
    /// To be made before anything else, outermost first.
    private(set) var newDirectories: [String] = []
    /// To be made when the obstacles are gone, outermost first.
    private(set) var laterDirectories: [String] = []
    /// Own stale files that stand where the plan needs a directory, or in a directory where it needs a file.
    private(set) var obstacles: [String] = []
    /// Directories that stand where the plan needs a file, innermost first; empty when the obstacles are gone.
    private(set) var obstructingDirectories: [String] = []
    private(set) var foreign: [String] = []

    /// The folder that was asked about last.
    private var lastFolder: String?
    private let directory: OutputDirectory
    private let old: Manifest
}

extension Survey {
    /// - Parameters:
    ///   - changed: indices in the draft of what will be moved into place, with what stands there now.
    init(
        _ directory: OutputDirectory, old: Manifest, draft: Draft, changed: [(index: Int, standing: Standing)]
    ) throws(OutputFailure) {
        self.directory = directory
        self.old = old
        var trail = Trail()
        for (index, standing) in changed {
            let isClear = foreign.count
            try draft.manifest.withPath(index) { path throws(OutputFailure) in
                try trail.follow(path) { step throws(OutputFailure) in try lookAt(step, isNeeded: true) }
            }
            try mayChange(draft.files[index].path)
            if standing == .directory, isClear == foreign.count { try lookInside(draft.files[index].path) }
            if standing == .strange || (standing == .different && draft.before[index] == nil) {
                foreign.append(draft.files[index].path)
            }
        }
        trail = Trail()
        for index in draft.stale {
            try old.withPath(index) { path throws(OutputFailure) in
                try trail.follow(path) { step throws(OutputFailure) in try lookAt(step, isNeeded: false) }
            }
            try mayChange(old.path(index))
        }
        guard foreign.isEmpty else { throw .foreign(Set(foreign).sorted().map(directory.shown)) }
    }

    /// A folder of another user's, made with sudo perhaps: a site that it belongs to could be neither changed nor removed.
    private mutating func mayChange(_ path: String) throws(OutputFailure) {
        // The site's own folder has been written to already: the stage is made there.
        guard let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), folder != lastFolder else { return }
        lastFolder = folder
        try directory.attempt(folder) { () throws(SystemError) in try directory.mayChange(folder) }
    }

    private mutating func lookAt(_ step: UnsafePointer<CChar>, isNeeded: Bool) throws(OutputFailure) {
        let path = String(cString: step)
        switch try directory.attempt(path, { () throws(SystemError) in try directory.resident(step) }) {
        case .directory: break
        case .symbolicLink: throw .symbolicLink(directory.shown(path))
        case _ where !isNeeded: break
        case nil:
            if obstacles.last.map({ path.hasPrefix($0 + "/") }) == true {
                laterDirectories.append(path)
            } else if foreign.last.map({ path.hasPrefix($0 + "/") }) != true {
                newDirectories.append(path)
            }
        case .file where old.index(of: path) != nil:
            obstacles.append(path)
            laterDirectories.append(path)
        case .file, .other: foreign.append(path)
        }
    }

    /// All that stands in a directory that must give way to a file has to be ours.
    private mutating func lookInside(_ path: String) throws(OutputFailure) {
        let names = try directory.attempt(path) { () throws(SystemError) in try directory.names(in: path) }
        for name in names {
            let inner = "\(path)/\(name)"
            switch try directory.attempt(inner, { () throws(SystemError) in try directory.resident(inner) }) {
            case .directory: try lookInside(inner)
            case .file where old.index(of: inner) != nil: obstacles.append(inner)
            case nil: break
            case .file, .symbolicLink, .other: foreign.append(inner)
            }
        }
        obstructingDirectories.append(path)
    }
}
