extension Answer {
    /// What is said to a request that cannot be understood or is not allowed. The connection ends with it: nobody
    /// knows where the next request would begin.
    package init(_ fault: RequestFault, in language: ServerLanguage) {
        let isSwedish = language == .swedish
        var fields: [Field] = []
        let (status, text): (Status, String) =
            switch fault {
            case .malformed:
                (.badRequest, isSwedish ? "Begäran går inte att förstå." : "The request cannot be understood.")
            case .headTooLarge:
                (.headTooLarge, isSwedish ? "Begäran är för stor." : "The request is too large.")
            case .tooSlow:
                (.requestTimeout, isSwedish ? "Begäran dröjde för länge." : "The request took too long.")
            case .versionNotSupported:
                (.versionNotSupported, isSwedish ? "Bara HTTP/1.1 används här." : "Only HTTP/1.1 is used here.")
            case .foreignHost:
                (
                    .forbidden,
                    isSwedish
                        ? "Förhandsgranskningen visas bara på localhost och 127.0.0.1."
                        : "The preview is only shown at localhost and 127.0.0.1."
                )
            case .foreignSite:
                (
                    .forbidden,
                    isSwedish
                        ? "Förhandsgranskningen läses inte av andra webbplatser."
                        : "The preview is not read by other sites."
                )
            case .bodyTooLarge:
                (.contentTooLarge, isSwedish ? "Filen är för stor." : "The file is too large.")
            case .methodNotAllowed:
                (.methodNotAllowed, isSwedish ? "Här kan man bara läsa." : "One can only read here.")
            }
        if fault == .methodNotAllowed { fields.append(Field("Allow", "GET, HEAD")) }
        fields.append(Field("Content-Type", ContentType.plain))
        self.init(status: status, fields: fields, body: .bytes(Array((text + "\n").utf8)), closes: true)
    }
}
