import Diagnostics
import Meetings

/// A link to a place on a page of the site: `b.md#att-2`.
struct FragmentLink {
    /// The page's.
    let address: String
    /// As written, relative to content/.
    let path: String
    /// With its `#`.
    let fragment: String
    let place: Place
}

extension FragmentLink {
    /// Holds each link against what its page has, as it will be published (FORMAT §9).
    static func check(_ links: [FragmentLink], on files: [PlannedPage]) -> [Diagnostic] {
        guard !links.isEmpty else { return [] }
        let wanted = Dictionary(grouping: links) { $0.address + "index.html" }
        var diagnostics: [Diagnostic] = []
        for file in files {
            guard let links = wanted[file.path], case .bytes(let render) = file.content else { continue }
            var page: [UInt8] = []
            render(&page)
            let ids = PageIDs(page)
            for link in links where !ids.all.contains(link.name) && link.name != "top" {
                let nearest = ids.nearest(to: link.name).map { "\(link.path)#\($0)" }
                let problem = Problem.linkTargetUnknown(target: link.path + link.fragment, nearest: nearest)
                diagnostics.append(Diagnostic(link.place, problem))
            }
        }
        return diagnostics
    }

    private var name: String {
        let written = String(fragment.dropFirst())
        return written.removingPercentEncoding
    }
}

/// The places of a page that a link can lead to.
struct PageIDs {
    let all: Set<String>

    /// The quotes of text are escaped, so ` id="` is an attribute's.
    init(_ page: [UInt8]) {
        var all: Set<String> = []
        let mark = Array(" id=\"".utf8)
        var index = 0
        while let space = page[index...].firstIndex(of: UInt8(ascii: " ")) {
            index = space + 1
            guard page[space...].starts(with: mark) else { continue }
            let start = space + mark.count
            let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
            all.insert(String(decoding: page[start..<end], as: UTF8.self))
            index = end
        }
        self.all = all
    }

    /// The one most like a name; of numbered places, the nearest number.
    func nearest(to name: String) -> String? {
        let digits = name.utf8.reversed().prefix { $0.isDigit }.count
        let stem = String(name.dropLast(digits))
        if let number = Int(name.suffix(digits)), !stem.isEmpty {
            let numbered = all.compactMap { id -> Int? in id.hasPrefix(stem) ? Int(id.dropFirst(stem.count)) : nil }
            let nearest = numbered.min { (abs($0 - number), $0) < (abs($1 - number), $1) }
            if let nearest { return stem + String(nearest) }
        }
        return Spelling.nearest(to: name, among: all.sorted())
    }
}

extension String {
    /// `%C3%A5` as å.
    fileprivate var removingPercentEncoding: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            let code = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(code, radix: 16) {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
