/// A compiled template for one kind of page. Renders on any number of threads at once.
public final class Template<Page: TemplateContext>: Sendable {
    let program: Program

    init(_ program: Program) {
        self.program = program
    }
}

extension Template {
    /// Appends the page's bytes.
    public func render(_ page: Page, into bytes: inout [UInt8]) {
        withUnsafePointer(to: page) { program.run(UnsafeRawPointer($0), into: &bytes) }
    }
}
