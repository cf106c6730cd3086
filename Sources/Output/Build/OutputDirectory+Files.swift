import System

/// Planned files made in the output directory.
extension OutputDirectory {
    /// Makes a new file at `place` with these bytes; what a failure leaves of it is removed.
    func write(_ bytes: [UInt8], to place: UnsafePointer<CChar>) throws(SystemError) {
        let file = try create(place)
        do throws(SystemError) {
            try ask(.write)
            try bytes.withBytes { bytes throws(SystemError) in try Descriptor.writeAll(bytes, to: file) }
        } catch {
            Descriptor.close(file)
            _ = try? removeFile(place)
            throw error
        }
        // A network file system tells only here that the disk was full.
        if let refused = Descriptor.close(file) {
            _ = try? removeFile(place)
            throw refused
        }
    }

    /// Makes a new file at `place` with the source's bytes and time; what a failure leaves of it is removed.
    func copy(
        _ source: borrowing SourceFile, to place: UnsafePointer<CChar>, target: String, through window: inout [UInt8]
    ) throws(OutputFailure) {
        let file: Int32
        do throws(SystemError) { file = try create(place) } catch { throw OutputFailure(error, at: target) }
        do throws(OutputFailure) {
            try source.copy(to: file, in: self, target: target, through: &window)
        } catch {
            Descriptor.close(file)
            _ = try? removeFile(place)
            throw error
        }
        if let refused = Descriptor.close(file) {
            _ = try? removeFile(place)
            throw OutputFailure(refused, at: target)
        }
    }

    /// Removes directories that no file is left in, innermost first: those that lead to the given paths. A directory
    /// that holds anything at all stays.
    func removeEmptyDirectories(leadingTo paths: some BidirectionalCollection<String>) throws(OutputFailure) {
        var standing: Substring.UTF8View = ""[...].utf8
        for path in paths.reversed() {
            let directory = Self.parent(path[...].utf8)
            try leave(standing) { !Self.leads($0, to: directory) }
            standing = directory
        }
        try leave(standing) { _ in true }
    }

    private func leave(
        _ directory: Substring.UTF8View, while isLeft: (Substring.UTF8View) -> Bool
    ) throws(OutputFailure) {
        var directory = directory
        while !directory.isEmpty, isLeft(directory) {
            let path = String(Substring(directory))
            try attempt(path) { () throws(SystemError) in try removeDirectory(path) }
            directory = Self.parent(directory)
        }
    }

    private static func parent(_ path: Substring.UTF8View) -> Substring.UTF8View {
        path[..<(path.lastIndex(of: PathRule.slash) ?? path.startIndex)]
    }

    private static func leads(_ directory: Substring.UTF8View, to other: Substring.UTF8View) -> Bool {
        guard other.starts(with: directory) else { return false }
        let rest = other.dropFirst(directory.count)
        return rest.isEmpty || rest.first == PathRule.slash
    }
}
