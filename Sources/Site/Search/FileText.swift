import Documents
import Search

/// What a file that is no Markdown says, page by page.
struct FileText {
    private let location: String?
    /// Of a file whose readers can be led to a page.
    private let hasPages: Bool
    private let page: String

    init(_ location: String?, name: String, page: String) {
        self.location = location
        hasPages = name.lowercased().hasSuffix(".pdf")
        self.page = page
    }
}

extension FileText {
    /// A page is a section; a file that nobody could read has none.
    func write(to text: inout SearchText) {
        guard let location else { return }
        for (index, part) in DocumentText.pages(location).enumerated() {
            if hasPages {
                text.begin(.background, anchor: "page=\(index + 1)", heading: "\(page) \(index + 1)")
            } else {
                text.begin()
            }
            text.append(plain: part)
        }
    }
}
