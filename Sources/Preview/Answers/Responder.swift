import LocalServer

/// Answers requests from the last good site, with the newest messages.
struct Responder: Responding {
    /// The last build that had no errors; nil until there is one.
    private(set) var site: PreviewSite?
    private(set) var messages: [PreviewMessage]
    private(set) var language: PreviewLanguage
    /// False while the pages are older than the messages.
    private(set) var isCurrent: Bool
    /// What it takes to read; nil where everybody on this machine may.
    private let reading: ReadingKey?
    private let unsaved: UnsavedPages?

    init(_ build: PreviewBuild, reading: ReadingKey? = nil, unsaved: UnsavedPages? = nil) {
        (self.reading, self.unsaved) = (reading, unsaved)
        (site, messages, language) = (build.site, build.messages, build.language)
        isCurrent = build.site != nil
    }

    /// With errors the last good site stays.
    mutating func take(_ build: PreviewBuild) {
        if let site = build.site { self.site = site }
        (messages, language) = (build.messages, build.language)
        isCurrent = build.site != nil
    }
}

extension Responder {
    /// A body is never read.
    func admission(of head: RequestHead) -> Admission { .answer(answer(to: head)) }

    func answer(to head: RequestHead, body: [UInt8]) -> Answer { answer(to: head) }

    func news(for page: String) -> [UInt8] { state(at: page).bytes }

    func answer(to head: RequestHead) -> Answer {
        do throws(RequestFault) {
            var answer = try checkedAnswer(to: head)
            if head.hasBody { answer.closes = true }
            if head.method == "HEAD" { answer.leaveOutBody() }
            return answer
        } catch {
            var answer = Answer(error, in: language)
            if head.method == "HEAD" { answer.leaveOutBody() }
            return answer
        }
    }

    private func checkedAnswer(to head: RequestHead) throws(RequestFault) -> Answer {
        guard let host = head.only("host") ?? (head.isCurrent ? nil : "localhost"), HostRule.isOwn(host) else {
            throw .foreignHost
        }
        if head.isAskedByAnotherSite, !(reading?.isFramed(head) ?? false) { throw .foreignSite }
        if let reading, !reading.isFromHere(head) || head.method == "OPTIONS" { throw .foreignSite }
        guard head.method == "GET" || head.method == "HEAD" else { throw .methodNotAllowed }
        let target = try RequestTarget(head.target)
        if let authority = target.authority, !HostRule.isOwn(authority) { throw .foreignHost }
        guard let reading else { return page(at: target, head) }
        if target.path == ReadingKey.entrance, let entered = reading.enter(target) { return entered }
        guard reading.admits(head) else { throw .foreignSite }
        var answer = unsaved?.answer(to: target) ?? page(at: target, head)
        answer.fields.append(reading.policy)
        return answer
    }

    private func page(at target: RequestTarget, _ head: RequestHead) -> Answer {
        switch target.path {
        case PreviewScript.address: return script(head)
        case PreviewScript.events: return Answer(events: target.value(of: "page") ?? "/", isHead: head.method == "HEAD")
        default: return answer(at: target, head)
        }
    }

    private func answer(at target: RequestTarget, _ head: RequestHead) -> Answer {
        guard let site else { return waiting() }
        switch site.place(at: target.path) {
        case .file(let path, let content): return answer(path, content, of: site, head) ?? missing(in: site)
        case .folder:
            let query = target.query.isEmpty ? "" : "?" + target.query
            return Answer(
                status: .found, fields: [Answer.Field("Location", RequestTarget.encoded(target.path + "/") + query)])
        case .nothing: return missing(in: site)
        }
    }

    private func answer(
        _ path: String, _ content: PreviewFile.Content, of site: PreviewSite, _ head: RequestHead
    ) -> Answer? {
        let type = ContentType.of(path)
        switch content {
        case .bytes(let render):
            var bytes: [UInt8] = []
            render(&bytes)
            var tag = Tag(bytes)
            if type == ContentType.html {
                tag = pageTag(tag, of: site)
                PreviewScript.insert(tag, into: &bytes)
            }
            let isNamed = path.firstMatch(of: /\.[0-9a-f]{8}\.[a-z0-9]+$/) != nil
            return Answer(type: type, tag: tag, size: bytes.count, isLasting: isNamed, head) {
                .bytes(Array(bytes[$0]))
            }
        case .copy(let source):
            guard let file = CopiedFile(source, home: site.home) else { return nil }
            return Answer(type: type, tag: file.tag, size: file.size, head) { .file(file, $0) }
        }
    }

    private func script(_ head: RequestHead) -> Answer {
        let bytes = Array(PreviewScript.text.utf8)
        let type = "text/javascript; charset=utf-8"
        return Answer(type: type, tag: Tag(bytes), size: bytes.count, isLasting: true, head) {
            .bytes(Array(bytes[$0]))
        }
    }

    private func missing(in site: PreviewSite) -> Answer {
        var bytes: [UInt8] = []
        if case .bytes(let render) = site.files["404.html"] { render(&bytes) }
        PreviewScript.insert(pageTag(Tag(bytes), of: site), into: &bytes)
        return Answer(
            status: .notFound, fields: [Answer.Field("Content-Type", ContentType.html)], body: .bytes(bytes))
    }

    /// The site has had errors since the preview began, so there is no page to show below the messages.
    private func waiting() -> Answer {
        var bytes = Array(PreviewScript.waitingPage(language).utf8)
        PreviewScript.insert(.none, into: &bytes)
        return Answer(
            status: .unavailable, fields: [Answer.Field("Content-Type", ContentType.html)], body: .bytes(bytes))
    }
}

extension Responder {
    /// What the page at an address is told.
    func state(at address: String) -> StateEvent {
        StateEvent(page: pageTag(at: address), isCurrent: isCurrent, messages: messages)
    }

    /// What the page at an address is now; a browser that shows another reloads. `address` is as in the address bar.
    func pageTag(at address: String) -> Tag {
        guard let site else { return .none }
        let path = (try? RequestTarget(address).path) ?? "/404.html"
        var bytes: [UInt8] = []
        switch site.place(at: path) {
        case .file(_, .bytes(let render)): render(&bytes)
        case .file(_, .copy): break
        case .folder, .nothing:
            if case .bytes(let render) = site.files["404.html"] { render(&bytes) }
        }
        return pageTag(Tag(bytes), of: site)
    }

    private func pageTag(_ page: Tag, of site: PreviewSite) -> Tag { Tag(text: page.text + "-" + site.copies.text) }
}

extension Tag {
    /// Of no page at all.
    static let none = Tag(text: "0")
}

extension Answer {
    /// A file, the part of it that is asked for, or only that it is the same as before. `isLasting`: its address has
    /// a fingerprint of its bytes in it, so a browser need not ask again each time that a page is reloaded.
    fileprivate init(
        type: String, tag: Tag, size: Int, isLasting: Bool = false, _ head: RequestHead, body: (Range<Int>) -> Body
    ) {
        var fields = [Field("Content-Type", type), Field("ETag", tag.quoted), Field("Accept-Ranges", "bytes")]
        if isLasting { fields.append(Field("Cache-Control", "max-age=86400, immutable")) }
        let known = head.all("if-none-match").flatMap { $0.split(separator: ",") }.map(\.trimmed)
        if known.contains(where: { $0 == "*" || $0 == tag.quoted || $0 == "W/" + tag.quoted }) {
            self.init(status: .notModified, fields: [Field("ETag", tag.quoted)])
            return
        }
        // A range of another version would be put together with the wrong rest (RFC 9110 §13.1.5).
        let isSameVersion = head.only("if-range").map { $0 == tag.quoted } ?? true
        let wanted = head.method == "GET" && isSameVersion ? head.only("range") : nil
        switch ByteRange(wanted, size: size) {
        case .whole: self.init(status: .ok, fields: fields, body: body(0..<size))
        case .part(let range):
            fields.append(Field("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
            self.init(status: .partialContent, fields: fields, body: body(range))
        case .outside:
            fields = [Field("Content-Range", "bytes */\(size)"), Field("Content-Type", ContentType.plain)]
            self.init(status: .rangeNotSatisfiable, fields: fields)
        }
    }

    fileprivate init(events page: String, isHead: Bool) {
        self.init(
            status: .ok,
            fields: [Field("Content-Type", "text/event-stream; charset=utf-8"), Field("Cache-Control", "no-store")],
            body: isHead ? .nothing : .events(page: page), closes: true)
    }

    /// HEAD: as GET, but nothing after the head.
    fileprivate mutating func leaveOutBody() {
        if case .nothing = body { return }
        if let length { fields.append(Field("Content-Length", "\(length)")) }
        body = .nothing
    }
}
