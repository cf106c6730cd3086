/// A program as it is written.
struct ProgramBuilder {
    private(set) var program = Program()
    private var frames: [ShapeIdentity: Int32] = [:]
    /// Literals before this instruction are not continued: something may jump here.
    private var fence = 0
}

extension ProgramBuilder {
    var next: Int32 { Int32(program.instructions.count) }

    mutating func frame(of identity: ShapeIdentity) -> Int32 {
        if let frame = frames[identity] { return frame }
        let frame = Int32(frames.count)
        frames[identity] = frame
        program.frameCount = frames.count
        return frame
    }

    mutating func addLiteral(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        let start = Int32(program.literals.count)
        program.literals += bytes
        let end = Int32(program.literals.count)
        let isContinued = program.instructions.count > fence
        if isContinued, case .literal(let from, let to)? = program.instructions.last, to == start {
            program.instructions[program.instructions.count - 1] = .literal(from: from, to: end)
        } else {
            program.instructions.append(.literal(from: start, to: end))
        }
    }

    mutating func append(_ field: FieldDefinition, in frame: Frame, escaped: Bool) {
        program.instructions.append(.append(field: add(field.reader), frame: frame.index, escaped: escaped))
    }

    /// A jump for `endJump`.
    mutating func when(_ field: FieldDefinition, in frame: Frame, is expected: Bool) -> Int32 {
        addJump(.when(field: add(field.reader), frame: frame.index, expected: expected, otherwise: 0))
    }

    /// A jump for `endJump`.
    mutating func enter(_ field: FieldDefinition, in frame: Frame, to child: ShapeIdentity) -> Int32 {
        addJump(.enter(field: add(field.reader), frame: frame.index, child: self.frame(of: child), end: 0))
    }

    private mutating func add(_ reader: FieldReader) -> Int32 { program.add(reader) }

    private mutating func addJump(_ jump: Instruction) -> Int32 {
        program.instructions.append(jump)
        setFence()
        return next - 1
    }

    mutating func recur(_ routine: Int32) {
        program.instructions.append(.recur(routine: routine))
    }

    mutating func setFence() {
        fence = program.instructions.count
    }

    /// Makes the jump of an earlier instruction end here.
    mutating func endJump(at index: Int32) {
        switch program.instructions[Int(index)] {
        case .when(let field, let frame, let expected, _):
            program.instructions[Int(index)] = .when(field: field, frame: frame, expected: expected, otherwise: next)
        case .enter(let field, let frame, let child, _):
            program.instructions[Int(index)] = .enter(field: field, frame: frame, child: child, end: next)
        default: break
        }
        setFence()
    }

    mutating func addRoutine() -> Int32 {
        program.routines.append(0..<0)
        return Int32(program.routines.count - 1)
    }

    mutating func endRoutine(_ routine: Int32, from start: Int32) {
        program.routines[Int(routine)] = start..<next
    }
}
