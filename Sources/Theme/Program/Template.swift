/// A compiled template for one kind of page. Renders on any number of threads at once.
public final class Template<Page: TemplateContext>: Sendable {
    /// The file's path without `.mustache`.
    public let name: String
    let program: Program

    init(_ program: Program, named name: String) {
        (self.program, self.name) = (program, name)
    }
}

extension Template: DescribedTemplate {
    public var reference: KeyReference { KeyReference(Page.self) }
}

extension Template {
    /// Appends the page's bytes.
    public func render(_ page: Page, into bytes: inout [UInt8]) {
        withUnsafePointer(to: page) { program.run(UnsafeRawPointer($0), into: &bytes) }
    }
}
