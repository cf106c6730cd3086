/// A test's hand on the disk: asked before every step that changes it; a number other than nought refuses the step
/// with that `errno`.
typealias Trial = @Sendable (DiskStep) -> CInt

/// The ways a build changes the disk.
enum DiskStep: Sendable, CaseIterable {
    case makeDirectory, create, write, stamp, rename, remove, removeDirectory, link, synchronize, exchange
}
