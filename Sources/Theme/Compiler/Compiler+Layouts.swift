/// Partials, layouts ("parents") and blocks: what they include is compiled where it stands.
extension Compiler {
    mutating func include(
        _ name: String, _ indentation: Range<Int>?, giving arguments: BlockArguments, _ node: Node, _ place: Place
    ) {
        guard let template = library.templates[name] else {
            guard library.isStrict else { return }
            let nearest = NearestName.of(name, among: library.templates.keys)
            report(.unknownPartial(name: name, nearest: nearest), node, place)
            return
        }
        var inside = place
        inside.source = template.source
        inside.arguments = arguments
        inside.indentation = .none
        if let indentation { inside.indentation.added = place.indentation.applied(to: place.bytes(indentation)) }
        guard place.depth < Self.deepest else {
            report(.tooDeep(limit: Self.deepest), node, place)
            return
        }
        if let outer = expansions.lastIndex(where: { $0.key == key(of: name, at: inside) }) {
            recur(to: outer, name, node, place)
        } else {
            expand(template, named: name, at: inside)
        }
    }

    mutating func expand(_ template: ParsedTemplate, named name: String, at place: Place) {
        builder.setFence()
        expansions.append(
            Expansion(key: key(of: name, at: place), start: builder.next, descents: descents.count))
        compile(template.nodes, at: place)
        if let expansion = expansions.popLast(), let routine = expansion.routine {
            builder.endRoutine(routine, from: expansion.start)
        }
    }

    private mutating func recur(to outer: Int, _ name: String, _ node: Node, _ place: Place) {
        guard descents[expansions[outer].descents...].leadsDeeper else {
            report(.endlessPartial(name: name), node, place)
            return
        }
        let routine = expansions[outer].routine ?? builder.addRoutine()
        expansions[outer].routine = routine
        builder.recur(routine)
    }

    private func key(of name: String, at place: Place) -> Expansion.Key {
        Expansion.Key(name: name, scope: place.scope.identities, arguments: place.arguments.number)
    }
}

extension Compiler {
    /// A block that the outer template was given goes before one given here.
    mutating func compileParent(
        _ name: String, _ indentation: Range<Int>?, _ children: [Node], _ node: Node, _ place: Place
    ) {
        if library.isStrict { checkBlocks(for: name, children, place) }
        var contents: [String: BlockArguments.Content] = [:]
        for child in children {
            guard case .block(let block) = child.content else { continue }
            contents[block.name] = BlockArguments.Content(
                block: block, source: place.source, offset: child.offset, arguments: place.arguments)
        }
        contents.merge(place.arguments.contents) { _, outer in outer }
        include(name, indentation, giving: arguments(contents), node, place)
    }

    private mutating func checkBlocks(for parent: String, _ children: [Node], _ place: Place) {
        guard library.templates[parent] != nil else { return }
        let known = library.blockNames(in: parent)
        for child in children {
            switch child.content {
            case .block(let block) where known.contains(block.name):
                break
            case .block(let block):
                let nearest = NearestName.of(block.name, among: known)
                report(.unknownBlock(name: block.name, nearest: nearest), child, place)
            case .text(let range, _) where place.bytes(range).isAllWhiteSpace:
                break
            default:
                report(.contentOutsideBlock, child, place)
            }
        }
    }

    mutating func compileBlock(_ block: Block, _ place: Place) {
        guard let content = place.arguments.contents[block.name] else {
            compile(block.children, at: place)
            return
        }
        var inside = place
        inside.source = content.source
        inside.arguments = content.arguments
        let wanted = block.isStandalone ? block.contentIndentation ?? block.indentation : block.indentation
        inside.indentation = Indentation(
            removed: content.block.contentIndentation?.count ?? 0,
            added: place.indentation.applied(to: place.bytes(wanted)))
        var rest = content.block.children[...]
        // The block's line has begun and is indented already, or the content begins in the middle of its own line.
        if let first = rest.first, case .text(let range, true) = first.content, !block.isStandalone {
            let line = inside.bytes(range)
            builder.addLiteral(line.dropFirst(min(inside.indentation.removed, line.leadingBlanks.count)))
            rest = rest.dropFirst()
        } else if !content.block.isStandalone, block.isStandalone {
            builder.addLiteral(inside.indentation.added)
        }
        compile(Array(rest), at: inside)
    }
}
