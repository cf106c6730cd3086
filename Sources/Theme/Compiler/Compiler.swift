/// Turns a template, with all it includes, into a program for one shape of context.
struct Compiler {
    let library: TemplateLibrary
    var builder = ProgramBuilder()
    var problems: [ThemeProblem] = []
    /// The templates that surround the current node, outermost first.
    var expansions: [Expansion] = []
    var descents: [Descent] = []
    private var shapes: [ShapeIdentity: Shape] = [:]
    private var argumentNumbers: [[String: BlockArguments.Key]: Int] = [[:]: 0]
    private var visited = 0
    private var isTooLarge = false

    /// Nodes inside nodes over all files, nodes in all, and bytes of text: partials that include each other twice
    /// double in size at every step.
    static let deepest = 128
    static let mostNodes = 50_000
    static let mostBytes = 8_000_000

    init(_ library: TemplateLibrary) {
        self.library = library
    }
}

extension Compiler {
    /// A program in any case; with problems it is incomplete.
    mutating func compile(_ template: ParsedTemplate, named name: String, for root: Shape) -> Program {
        shapes[root.identity] = root
        _ = builder.frame(of: root.identity)
        expand(template, named: name, at: Place(source: template.source, scope: Scope(root)))
        return builder.program
    }

    mutating func compile(_ nodes: [Node], at place: Place) {
        var inner = place
        inner.depth += 1
        for node in nodes where !isTooLarge {
            visited += 1
            guard visited <= Self.mostNodes, builder.program.literals.count <= Self.mostBytes else {
                isTooLarge = true
                report(.tooLarge(limit: Self.mostNodes), node, inner)
                return
            }
            guard inner.depth <= Self.deepest else {
                report(.tooDeep(limit: Self.deepest), node, inner)
                return
            }
            compile(node, at: inner)
        }
    }

    private mutating func compile(_ node: Node, at place: Place) {
        switch node.content {
        case .text(let range, let startsLine):
            builder.addLiteral(
                startsLine ? place.indentation.applied(toLine: place.bytes(range))[...] : place.bytes(range))
        case .variable(let name, let escaped):
            compileVariable(name, escaped: escaped, node, place)
        case .section(let name, let inverted, let children):
            compileSection(name, inverted: inverted, children, node, place)
        case .partial(let name, let indentation):
            include(name, indentation, giving: place.arguments, node, place)
        case .parent(let name, let indentation, let children):
            compileParent(name, indentation, children, node, place)
        case .block(let block):
            compileBlock(block, place)
        }
    }

    mutating func report(_ reason: ThemeProblem.Reason, _ node: Node, _ place: Place) {
        guard problems.count < ThemeProblems.mostInFile else { return }
        problems.append(place.source.problem(reason, at: node.offset))
    }
}

extension Compiler {
    private mutating func compileVariable(_ name: String, escaped: Bool, _ node: Node, _ place: Place) {
        switch resolve(name, node, place) {
        case .constant(let text):
            var bytes: [UInt8] = []
            if escaped { bytes.appendEscaped(text) } else { bytes += text.utf8 }
            builder.addLiteral(bytes)
        case .field(let field, let frame):
            guard [.text, .html, .fragment].contains(field.kind) else {
                if library.isStrict { report(.notText(name: name, kind: field.kind), node, place) }
                return
            }
            builder.append(field, in: frame, escaped: escaped)
        case .nothing:
            break
        }
    }

    private mutating func compileSection(
        _ name: String, inverted: Bool, _ children: [Node], _ node: Node, _ place: Place
    ) {
        switch resolve(name, node, place) {
        case .constant(let text):
            if text.isEmpty == inverted { compile(children, at: place) }
        case .field(let field, let frame):
            let jump: Int32
            if !inverted, let child = field.child.map({ shape(of: $0) }) {
                jump = builder.enter(field, in: frame, to: child.identity)
                descents.append(Descent(from: frame.identity, to: child.identity))
                compile(children, at: place.entering(child))
                descents.removeLast()
            } else {
                jump = builder.when(field, in: frame, is: !inverted)
                compile(children, at: place)
            }
            builder.endJump(at: jump)
        case .nothing:
            // What stands inside would be measured against the wrong shape.
            if inverted { compile(children, at: place) }
        }
    }

    mutating func shape(of reference: ShapeReference) -> Shape {
        if let shape = shapes[reference.identity] { return shape }
        let shape = reference.shape()
        shapes[reference.identity] = shape
        return shape
    }

    mutating func arguments(_ contents: [String: BlockArguments.Content]) -> BlockArguments {
        let keys = BlockArguments.keys(contents)
        let number = argumentNumbers[keys] ?? argumentNumbers.count
        argumentNumbers[keys] = number
        return BlockArguments(number: number, contents: contents)
    }
}
