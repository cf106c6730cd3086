import System

/// What stands at a planned address, held against what shall stand there.
enum Standing: UInt8, Sendable {
    /// The planned bytes.
    case same
    /// A file with other bytes.
    case different
    /// Nothing.
    case absent
    /// A directory.
    case directory
    /// A link, a pipe, a device: nothing that Klubba makes.
    case strange
}

extension OutputDirectory {
    /// Reads what stands at `path` and compares it with `bytes`: four system calls when they are the same.
    func standing(
        of path: UnsafePointer<CChar>, against bytes: [UInt8], through window: inout [UInt8]
    ) throws(SystemError) -> Standing {
        try compare(path, size: bytes.count) { file throws(SystemError) in
            try FileWindow.holds(bytes, file, through: &window)
        } refused: {
            $0
        }
    }

    /// Compares what stands at `path` with a source: by size and time when `isOwned`, by bytes when those do not tell.
    func standing(
        of path: UnsafePointer<CChar>, against source: String, guarded: String?, isOwned: Bool,
        through window: inout [UInt8]
    ) throws(OutputFailure) -> (Standing, size: Int) {
        let status = try SourceFile.status(of: source)
        if isOwned, let copy = fileStatus(path), SourceFile.isCopy(copy, of: status) {
            return (.same, status.size)
        }
        let target = shown(String(cString: path))
        let file = try SourceFile(path: source, guarded: guarded)
        let standing = try compare(path, size: file.size) { copy throws(OutputFailure) in
            try file.isSame(as: copy, target: target, through: &window)
        } refused: {
            OutputFailure($0, at: target)
        }
        return (standing, file.size)
    }

    /// - Parameters:
    ///   - holdsSame: asked when there is a file of this size.
    ///   - refused: what it means that the system will not show what stands there.
    private func compare<Failure>(
        _ path: UnsafePointer<CChar>, size: Int, _ holdsSame: (Int32) throws(Failure) -> Bool,
        refused: (SystemError) -> Failure
    ) throws(Failure) -> Standing {
        let file: Int32
        do throws(SystemError) {
            file = try openForReading(path)
        } catch {
            if error.isMissing || error.isNoFolder { return .absent }
            if error.isClosed { return standingUnread(path) }
            throw refused(error)
        }
        defer { Descriptor.close(file) }
        let status: FileStatus
        do throws(SystemError) { status = try Descriptor.status(of: file) } catch { throw refused(error) }
        switch status.kind {
        case .file where status.size != size: return .different
        case .file: return try holdsSame(file) ? .same : .different
        case .folder: return .directory
        default: return .strange
        }
    }

    /// For what cannot be opened.
    private func standingUnread(_ path: UnsafePointer<CChar>) -> Standing {
        do throws(SystemError) {
            switch try resident(path) {
            case nil: return .absent
            case .file: return .different
            case .directory: return .directory
            case .symbolicLink, .other: return .strange
            }
        } catch {
            // A loop of links on the way, or a closed directory: `Survey` finds it, and names it.
            return .absent
        }
    }
}
