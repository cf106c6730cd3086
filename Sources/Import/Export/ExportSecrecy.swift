import Meetings

/// The mark on a paper that is not for everybody: `SEKRETESS` and its ground, or whom it is for.
public enum ExportSecrecy {
    /// Of a text's own head; nil for one that everybody may see.
    public static func mark(of text: String) -> String? {
        let head = ExportHead(ExportedText.parts(text).head)
        let ground = head.value("sekretess")
        switch head.value("synlighet")?.folded {
        case "sekretess": return mark(ground: ground)
        case _ where ground != nil: return mark(ground: ground)
        case let word?: return VisibilityMark.all.first { $0.visibility.rawValue.folded == word }?.text
        case nil: return nil
        }
    }

    public static func mark(ground: String?) -> String {
        "SEKRETESS" + (ground.map { ": " + $0 } ?? "")
    }
}
