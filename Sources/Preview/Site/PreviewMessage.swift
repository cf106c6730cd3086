/// Something that is wrong with the site, as the overlay shows it.
public struct PreviewMessage: Sendable, Equatable {
    /// From the site's root.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int
    public let isError: Bool
    public let code: String
    public let text: String

    public init(file: String, line: Int, column: Int, isError: Bool, code: String, text: String) {
        (self.file, self.line, self.column) = (file, line, column)
        (self.isError, self.code, self.text) = (isError, code, text)
    }
}
