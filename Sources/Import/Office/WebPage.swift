/// The text of a web page, without what surrounds it.
enum WebPage {
    /// UTF-8 HTML that pandoc may read: the main part, where the page says which it is.
    static func text(_ bytes: [UInt8]) -> (html: String, left: [String], remark: Remark?)? {
        guard let (decoded, remark) = TextEncoding.decoded(bytes) else { return nil }
        var html = String(decoding: decoded, as: UTF8.self)
        var left: [String] = []
        for name in ["main", "article"] {
            guard let open = tag(name, in: html[...]), let close = html.range(ofEnd: name, from: open.upperBound) else {
                continue
            }
            left += [html[..<open.lowerBound], html[close.upperBound...]].map { words(String($0)) }.filter {
                !$0.isEmpty
            }
            html = String(html[open.upperBound..<close.lowerBound])
            break
        }
        for name in ["script", "style", "head", "nav", "aside", "dialog", "footer", "template"] {
            while let open = tag(name, in: html[...]) {
                let end = html.range(ofEnd: name, from: open.upperBound)?.upperBound ?? html.endIndex
                if !["script", "style", "head", "template"].contains(name) {
                    left.append(words(String(html[open.lowerBound..<end])))
                }
                html.removeSubrange(open.lowerBound..<end)
            }
        }
        return ("<meta charset=\"utf-8\">\n" + html, left.filter { !$0.isEmpty }, remark)
    }

    private static func tag(_ name: String, in html: Substring) -> Range<String.Index>? {
        var rest = html
        while let place = rest.firstIndex(of: "<") {
            let after = rest[rest.index(after: place)...]
            let own = after.prefix(name.count)
            let next = after.dropFirst(name.count).first
            if own.lowercased() == name, next == ">" || next?.isWhitespace ?? false, let end = after.firstIndex(of: ">")
            {
                return place..<html.index(after: end)
            }
            rest = after
        }
        return nil
    }

    private static func words(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                (isTag, text) = (false, text + " ")
            } else if !isTag {
                text.append(character.isNewline ? " " : character)
            }
        }
        return text.singleSpaced.trimmed
    }
}

extension String {
    /// `</main>`
    fileprivate func range(ofEnd name: String, from start: Index) -> Range<Index>? {
        var rest = self[start...]
        while let place = rest.firstRange(of: "</") {
            let after = rest[place.upperBound...]
            if after.prefix(name.count).lowercased() == name, let end = after.firstIndex(of: ">") {
                return place.lowerBound..<index(after: end)
            }
            rest = after
        }
        return nil
    }
}
