import CommonMark

/// Short ways to ask a text for what it became.
func html(_ text: String) -> String {
    String(decoding: Markdown(text).html, as: UTF8.self)
}

func plain(_ text: String) -> String {
    String(decoding: Markdown(text).plain, as: UTF8.self)
}

extension Markdown {
    func html(of block: Block) -> String { String(decoding: html[block.html], as: UTF8.self) }
    func plain(of block: Block) -> String { String(decoding: plain[block.plain], as: UTF8.self) }
    func slot(of link: Link) -> String { String(decoding: html[link.slot], as: UTF8.self) }
    func id(of heading: Heading) -> String { String(decoding: html[heading.id], as: UTF8.self) }
}
