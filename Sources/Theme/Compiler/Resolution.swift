/// What a name in a template means.
enum Resolution {
    /// A string of the catalogue or the path of an asset: known already.
    case constant(String)
    case field(FieldDefinition, Frame)
    /// Nobody provides it, which is reported.
    case nothing
}

/// The place of the innermost context of a shape while a program runs.
struct Frame {
    let identity: ShapeIdentity
    let index: Int32
}
