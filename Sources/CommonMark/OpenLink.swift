/// A link or image whose words are being written.
struct OpenLink {
    let node: OpaquePointer
    /// Its place in `Renderer.links`; nil within an image's description, where links are words alone.
    var index: Int?
    /// Where its words start in `plain`.
    let textStart: Int
    var shape: Shape

    enum Shape {
        /// `<a href="…">`; for an image that a page must not fetch, too.
        case anchor
        /// `<img src="…" alt="…">`.
        case image
        /// The words alone.
        case label
    }
}
