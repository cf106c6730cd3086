/// A finished PDF, and what tells whether it would become the same again.
public struct MadeRendition: Sendable {
    /// Where it lies.
    public let path: String
    /// Of all that it was made from and with, 32 hexadecimal digits.
    public let key: String

    /// LibreOffice's version where it made pages of office files in it.
    public let officeVersion: String?

    public init(path: String, key: String, officeVersion: String? = nil) {
        (self.path, self.key, self.officeVersion) = (path, key, officeVersion)
    }
}
