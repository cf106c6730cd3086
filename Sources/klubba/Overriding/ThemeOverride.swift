import ArgumentParser
import Theme

/// A site's own version of a part of the default theme: written out, looked at again after an upgrade, marked as seen.
struct ThemeOverride {
    let defaults: ThemeDefaults
    let writer: ThemeWriter
}

extension ThemeOverride {
    func part(_ name: String) throws -> ThemeDefault {
        if let part = defaults.named(name) { return part }
        let guess = defaults.nearest(to: name).map { "Menade du \"\($0)\"?" } ?? "Se vad som finns med klubba theme."
        throw ValidationError("Det finns ingen mall, textfil eller stilmall \"\(name)\". \(guess)")
    }

    /// What can be had, and what of it the site has.
    func list() throws -> String {
        var lines = ["Mallar. Skriv ut en till theme/ med klubba theme NAMN:"]
        lines += try TemplateMeanings.pages.map { try row($0.name, "\($0.name).mustache", $0.meaning) }
        lines += ["", "Delar som mallarna hämtar:"]
        lines += try TemplateMeanings.parts.map { try row($0.name, "\($0.name).mustache", $0.meaning) }
        lines += ["", "Stilmallar, logotyp och ord:"]
        lines += try TemplateMeanings.files.map {
            try row($0.path.split(separator: "/").last.map(String.init) ?? $0.path, $0.path, $0.meaning)
        }
        let others = defaults.paths.filter { $0.hasSuffix(".js") }
        lines += try others.map { try row(String($0.drop { $0 != "/" }.dropFirst()), $0, "skript") }
        lines += [
            "",
            "Ett ord: klubba theme text.NYCKEL, till exempel text.diarium. Orden står i texter/\(defaults.language).txt.",
        ]
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ path: String, _ meaning: String) throws -> String {
        let isOwn = try writer.read("theme/\(path)") != nil
        return "  " + name + String(repeating: " ", count: max(1, 24 - name.count)) + meaning + (isOwn ? " (egen)" : "")
    }

    func keys(of part: ThemeDefault) throws -> String {
        let name = part.path.replacing(".mustache", with: "")
        guard part.path.hasSuffix(".mustache") else { throw ValidationError("\(part.path) är ingen mall.") }
        guard let text = ThemeReference().text(of: name) else {
            return "Mallen hämtas av andra mallar och har deras nycklar: \(users(of: name).joined(separator: ", "))."
        }
        return text
    }

    /// The default templates that fetch one.
    private func users(of name: String) -> [String] {
        defaults.paths.compactMap { path in
            guard path.hasSuffix(".mustache"), let bytes = defaults.named(path)?.bytes else { return nil }
            let text = String(decoding: bytes, as: UTF8.self)
            return text.contains("{{> \(name)}}") ? String(path.dropLast(".mustache".count)) : nil
        }
    }

    func write(_ part: ThemeDefault, replacing isForced: Bool) throws -> String {
        let path = "theme/" + part.path
        let before = try writer.read(path)
        if let key = part.key { return try add(key, of: part, to: path, before) }
        if before != nil, !isForced {
            throw ValidationError("\(path) finns redan. Inget skrevs. Skriv över den med --force.")
        }
        try writer.write(part.marked, to: path, over: before)
        try writer.keepOriginal(part.bytes, of: part.path)
        return "\(path) är den inbyggda som den är. Ändra den som du vill ha den."
    }

    /// One string, after those that the site has already.
    private func add(_ key: String, of part: ThemeDefault, to path: String, _ before: [UInt8]?) throws -> String {
        let text = String(decoding: before ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if let place = lines.firstIndex(where: { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("\(key):") }) {
            throw ValidationError("\(path) har \(key) redan, på rad \(place + 1). Inget skrevs.")
        }
        let isEnded = before.map { $0.isEmpty || $0.last == UInt8(ascii: "\n") } ?? true
        try writer.write((before ?? []) + (isEnded ? [] : [UInt8(ascii: "\n")]) + part.marked, to: path, over: before)
        return "\(path) har \(key) sist. Ändra orden efter kolonet."
    }

    /// Lines that have come to the default and gone from it since the site's own was written out.
    func difference(of part: ThemeDefault) throws -> String {
        guard part.key == nil, let then = writer.original(of: part.path) else {
            let now = "Den inbyggda är nu:\n\(String(decoding: part.bytes, as: UTF8.self))"
            return part.key == nil
                ? "Hur den inbyggda var när din skrevs ut finns inte kvar. Jämför med klubba theme \(part.path) --show."
                : now
        }
        let change = LineDifference(from: then, to: part.bytes)
        return change.isEmpty ? "Den inbyggda är som den var när din skrevs ut." : change.text
    }

    /// The mark of the site's own says what the default is now.
    func markSeen(_ part: ThemeDefault) throws -> String {
        let path = "theme/" + part.path
        guard let before = try writer.read(path) else { throw ValidationError("\(path) finns inte.") }
        let file = Theme.File(path: part.path, bytes: before)
        guard let old = DefaultMark.marks(in: file).first(where: { $0.mark.name == part.mark.name }),
            let line = part.mark.line(in: part.path)
        else { throw ValidationError("\(path) har inget märke som säger vilken inbyggd den kommer från.") }
        var lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        lines[old.line - 1] = Array(line.utf8)
        try writer.write(Array(lines.joined(separator: [UInt8(ascii: "\n")])), to: path, over: before)
        if part.key == nil { try writer.keepOriginal(part.bytes, of: part.path) }
        return "\(path) svarar nu mot den inbyggda som den är."
    }
}
