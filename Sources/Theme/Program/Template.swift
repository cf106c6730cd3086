import Synchronization

/// A compiled template for one kind of page. Renders on any number of threads at once.
public final class Template<Page: TemplateContext>: Sendable {
    /// The file's path without `.mustache`.
    public let name: String
    private let compile: @Sendable () -> Program
    private let compiled = AtomicLazyReference<Compiled>()

    private final class Compiled: Sendable {
        let program: Program
        init(_ program: Program) { self.program = program }
    }

    init(_ program: Program, named name: String) {
        (self.name, compile) = (name, { program })
    }

    /// Compiled when it is first rendered: for a template that cannot have problems.
    init(named name: String, compiling compile: @escaping @Sendable () -> Program) {
        (self.name, self.compile) = (name, compile)
    }
}

extension Template: DescribedTemplate {
    public var reference: KeyReference { KeyReference(Page.self) }
}

extension Template {
    var program: Program { (compiled.load() ?? compiled.storeIfNil(Compiled(compile()))).program }

    /// Appends the page's bytes.
    public func render(_ page: Page, into bytes: inout [UInt8]) {
        withUnsafePointer(to: page) { program.run(UnsafeRawPointer($0), into: &bytes) }
    }
}
