/// Notices that something of a site has changed. It never says what: a site is read whole, for what hangs on what is
/// for the register to know.
protocol SiteWatch {
    /// Can be read from when there is something to notice; nil for a watch that has to look for itself.
    var descriptor: Int32? { get }
    /// Whether anything has changed since last asked. Nil when the watch can no longer tell.
    mutating func hasChanged() -> Bool?
}
