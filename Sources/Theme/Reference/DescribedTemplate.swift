/// A template that can say what may be named in it, whatever kind of page it is for.
public protocol DescribedTemplate: Sendable {
    /// The file's path without `.mustache`.
    var name: String { get }
    var reference: KeyReference { get }
}
