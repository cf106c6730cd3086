/// Why the site could not be written. Paths begin with the output directory as it was given, or are those of a
/// source; numbers are the system's `errno`.
public enum OutputFailure: Error, Sendable, Equatable {
    /// The plan has paths that could lead out of the output directory, that no file system takes, or that belong to
    /// Klubba itself (`.klubba-…`). They are as planned.
    case unsafePaths([String])
    /// Two files of the plan want one place: the same path twice, or a file where another needs a directory. As planned.
    case collidingPaths([String])
    /// Another build is writing to the same directory.
    case locked(String)
    /// The output directory, or a parent of it, is something else than a directory.
    case notADirectory(String)
    /// Things that Klubba did not write stand where the plan has a file. Nothing was changed.
    case foreign([String])
    /// A directory that the plan writes to or removes from is a symbolic link, which could lead anywhere.
    case symbolicLink(String)
    /// The manifest is not one that this version wrote whole; without it nobody knows what may be removed.
    case manifestDamaged(String, line: Int)
    /// The place may not be written: permissions, or a file system for reading only.
    case notWritable(String, errno: CInt)
    /// The disk or the quota is full.
    case diskFull(String)
    /// A source could not be read, or changed while it was copied (`ESTALE`).
    case readFailed(String, errno: CInt)
    /// The system refused something else: a broken disk, a name too long for it.
    case system(String, errno: CInt)
    /// What was made may not be seen (`OutputPlan.mayBeSeen`). Nothing was changed.
    case refused
    /// The task was cancelled before the site was changed.
    case cancelled
    /// A step was refused on the way, and so was putting back: so many of the site's files are not the old ones.
    indirect case partly(OutputFailure, files: Int)
    /// The directory holds a site for other readers. `standing` is whom it is for.
    case otherReaders(String, standing: String)
}
