/// What kind of file a name's ending speaks of (RFC 6838).
enum MediaType {
    /// What LibreOffice makes pages of.
    static func isOffice(_ name: String) -> Bool {
        ["doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf"].contains(ending(name))
    }

    static func ending(_ name: String) -> String {
        name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    }

    static func of(_ name: String) -> String {
        switch ending(name) {
        case "pdf": "application/pdf"
        case "doc": "application/msword"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "xls": "application/vnd.ms-excel"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "ppt": "application/vnd.ms-powerpoint"
        case "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case "odt": "application/vnd.oasis.opendocument.text"
        case "ods": "application/vnd.oasis.opendocument.spreadsheet"
        case "odp": "application/vnd.oasis.opendocument.presentation"
        case "csv": "text/csv"
        case "txt", "md": "text/plain"
        case "rtf": "application/rtf"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "svg": "image/svg+xml"
        case "webp": "image/webp"
        case "tif", "tiff": "image/tiff"
        case "zip": "application/zip"
        default: "application/octet-stream"
        }
    }
}
