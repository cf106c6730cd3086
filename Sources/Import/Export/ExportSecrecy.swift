/// The mark on a paper that is secret: `SEKRETESS` and its ground.
public enum ExportSecrecy {
    /// Of a text's own head; nil for one that is not secret.
    public static func mark(of text: String) -> String? {
        let head = ExportHead(ExportedText.parts(text).head)
        let ground = head.value("sekretess")
        guard head.value("synlighet")?.lowercased() == "sekretess" || ground != nil else { return nil }
        return mark(ground: ground)
    }

    public static func mark(ground: String?) -> String {
        "SEKRETESS" + (ground.map { ": " + $0 } ?? "")
    }
}
