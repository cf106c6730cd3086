/// What kind of file a name says, in the words of the media type registry.
enum MimeType {
    static func of(_ name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return unknown }
        let office = "application/vnd.openxmlformats-officedocument"
        switch name[name.index(after: dot)...] {
        case "pdf": return "application/pdf"
        case "doc": return "application/msword"
        case "docx": return "\(office).wordprocessingml.document"
        case "xls": return "application/vnd.ms-excel"
        case "xlsx": return "\(office).spreadsheetml.sheet"
        case "ppt": return "application/vnd.ms-powerpoint"
        case "pptx": return "\(office).presentationml.presentation"
        case "odt": return "application/vnd.oasis.opendocument.text"
        case "ods": return "application/vnd.oasis.opendocument.spreadsheet"
        case "rtf": return "application/rtf"
        case "txt": return "text/plain"
        case "csv": return "text/csv"
        case "html", "htm": return "text/html"
        case "png": return "image/png"
        case "jpg", "jpeg": return "image/jpeg"
        case "gif": return "image/gif"
        case "svg": return "image/svg+xml"
        case "webp": return "image/webp"
        case "tif", "tiff": return "image/tiff"
        case "zip": return "application/zip"
        default: return unknown
        }
    }

    private static let unknown = "application/octet-stream"
}
