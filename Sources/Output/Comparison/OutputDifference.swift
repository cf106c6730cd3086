/// Something in a built folder that is not as a plan makes it.
public struct OutputDifference<Told: Sendable>: Sendable {
    /// From the folder; `.klubba-manifest` for the list of files itself.
    public let path: String
    public let kind: Kind
    /// True when it lies as the last build on this machine left it: then the plan has changed, and not the file.
    public let isAsLeft: Bool

    public enum Kind: Sendable {
        /// Other bytes. What the caller makes of the two; nil for a file that is copied.
        case different(Told?)
        case missing
        /// The manifest lists it, and the plan does not.
        case unplanned
        /// No manifest lists it.
        case foreign
        /// A folder, with all in it, that no planned file lies in.
        case foreignFolder
        /// Allowed as somebody else's, though it lies in a folder with files of the plan.
        case others
        /// A link, a pipe, a device, or a folder in a file's place.
        case strange
    }
}

/// A folder held against a plan.
public struct OutputComparison<Told: Sendable>: Sendable {
    /// In the order of their paths; those that no build wrote last.
    public let differences: [OutputDifference<Told>]
    /// How many files were compared byte for byte.
    public let compared: Int
    /// Paths that were passed over, for they can't be made here.
    public let unmade: [String]
}

/// What a comparison does not take for a fault.
public struct OutputAllowance: Sendable {
    /// Paths of files that the plan can't make here.
    public var isUnmade: @Sendable (_ path: String) -> Bool
    /// Paths of files and folders, a folder's with a slash at its end, that others put there.
    public var isOthers: @Sendable (_ path: String) -> Bool

    public init(
        isUnmade: @escaping @Sendable (_ path: String) -> Bool, isOthers: @escaping @Sendable (_ path: String) -> Bool
    ) {
        (self.isUnmade, self.isOthers) = (isUnmade, isOthers)
    }
}
