/// A finished PDF, and what tells whether it would become the same again.
public struct MadeRendition: Sendable {
    /// Where it lies.
    public let path: String
    /// Of all that it was made from and with, 32 hexadecimal digits.
    public let key: String

    public init(path: String, key: String) { (self.path, self.key) = (path, key) }
}
