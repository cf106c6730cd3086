import Meetings

/// What a sealed paper's path names: a file under content/, or one § of a record (`moten/fs-2020-09-18.protokoll.md#p-45`),
/// which is sealed by itself when it is approved at once.
struct SealedPath {
    let file: String
    /// The §, for a path that names one.
    let paragraph: Int?
}

extension SealedPath {
    init(_ path: String) {
        let bytes = Array(path.utf8)
        let digits = bytes.reversed().prefix { $0.isDigit }.count
        let file = bytes.dropLast(digits + 3)
        guard digits > 0, bytes.dropLast(digits).suffix(3).elementsEqual("#p-".utf8),
            let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self)),
            String(decoding: file, as: UTF8.self).lowercased().hasSuffix(".protokoll.md")
        else {
            (self.file, paragraph) = (path, nil)
            return
        }
        (self.file, paragraph) = (String(decoding: file, as: UTF8.self), number)
    }

    static func path(of file: String, paragraph: Int) -> String { "\(file)#p-\(paragraph)" }
}
