/// One step of a compiled template.
enum Instruction: Sendable, Equatable {
    /// Bytes of `Program.literals`.
    case literal(from: Int32, to: Int32)
    /// A field of the context in `frame`. `field` counts in `Program.readers`.
    case append(field: Int32, frame: Int32, escaped: Bool)
    /// Goes on at `otherwise` unless the field's presence is `expected`.
    case when(field: Int32, frame: Int32, expected: Bool, otherwise: Int32)
    /// Runs what follows, up to `end`, once for every context entered, which is in `child` meanwhile.
    case enter(field: Int32, frame: Int32, child: Int32, end: Int32)
    /// Runs a range of instructions that this one lies in.
    case recur(routine: Int32)
}
