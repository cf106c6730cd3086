import Editing
import Meetings

/// How what is new is written.
enum DraftText {
    /// A head's value, in quotation marks where it needs them.
    static func value(_ text: String) -> String { EditValue.text(text).written }

    static func fold(_ text: String) -> String { String(decoding: Spelling.fold(text), as: UTF8.self) }
}
