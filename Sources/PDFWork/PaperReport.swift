/// What klubba-pdf found in a PDF that somebody else made.
public struct PaperReport: Equatable, Sendable {
    /// The pages as they are seen, turned and cropped.
    public var pages: [PageSize] = []
    /// Its own bookmarks, in order.
    public var outline: [OutlineItem] = []
    public var links: [PaperLink] = []
    /// What it says of itself: the part and the level of PDF/A ("3", "B"); nil when it says nothing.
    public var archive: ArchiveClaim?
    /// Why it would break PDF/A, whatever it says.
    public var flaws: [Flaw] = []
    /// What was left out of it.
    public var removed: [Removal] = []

    public init() {}

    /// In points, 1/72 inch.
    public struct PageSize: Equatable, Sendable {
        public let width: Double
        public let height: Double

        public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
    }

    public struct ArchiveClaim: Equatable, Sendable {
        public let part: Int
        public let level: String

        public init(part: Int, level: String) { (self.part, self.level) = (part, level) }
    }

    public enum Flaw: String, CaseIterable, Sendable {
        case encrypted, fonts, colours
    }

    public enum Removal: String, CaseIterable, Sendable {
        case scripts, launches, files, forms, media
    }
}

/// A bookmark of a PDF.
public struct OutlineItem: Equatable, Sendable {
    /// 0 for the outermost.
    public let depth: Int
    /// From 0.
    public let page: Int
    /// How far up the page, 0 at its foot and 1 at its head.
    public let height: Double
    public let title: String

    public init(depth: Int, page: Int, height: Double, title: String) {
        (self.depth, self.page, self.height, self.title) = (depth, page, height, title)
    }
}

/// A link on a page of a PDF.
public struct PaperLink: Equatable, Sendable {
    /// From 0.
    public let page: Int
    public let area: UnitArea
    public let target: Target

    public enum Target: Equatable, Sendable {
        case web(String)
        case page(Int, height: Double)
    }

    public init(page: Int, area: UnitArea, target: Target) {
        (self.page, self.area, self.target) = (page, area, target)
    }
}

/// A part of a page, whose lower left corner is (0, 0) and upper right (1, 1).
public struct UnitArea: Equatable, Sendable {
    public let left: Double
    public let bottom: Double
    public let right: Double
    public let top: Double

    public init(left: Double, bottom: Double, right: Double, top: Double) {
        (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
    }
}

extension PaperReport {
    public var text: String {
        var lines = pages.map { Line("page", ["\($0.width)", "\($0.height)"]) }
        lines += outline.map { Line("outline", ["\($0.depth)", "\($0.page)", "\($0.height)", $0.title]) }
        lines += links.map { link in
            let area = ["\(link.area.left)", "\(link.area.bottom)", "\(link.area.right)", "\(link.area.top)"]
            switch link.target {
            case .web(let address): return Line("web", ["\(link.page)"] + area + [address])
            case .page(let page, let height): return Line("jump", ["\(link.page)"] + area + ["\(page)", "\(height)"])
            }
        }
        if let archive { lines.append(Line("archive", ["\(archive.part)", archive.level])) }
        lines += flaws.map { Line("flaw", [$0.rawValue]) }
        lines += removed.map { Line("removed", [$0.rawValue]) }
        return lines.map { $0.text + "\n" }.joined()
    }

    /// Nil for what is no report.
    public init?(text: String) {
        self.init()
        for line in Line.all(in: text) {
            switch line.word {
            case "page":
                guard let width = line.number(0), let height = line.number(1) else { return nil }
                pages.append(PageSize(width: width, height: height))
            case "outline":
                guard let depth = line.integer(0), let page = line.integer(1), let height = line.number(2),
                    let title = line[3]
                else { return nil }
                outline.append(OutlineItem(depth: depth, page: page, height: height, title: title))
            case "web", "jump":
                guard let link = PaperLink(line) else { return nil }
                links.append(link)
            case "archive":
                guard let part = line.integer(0), let level = line[1] else { return nil }
                archive = ArchiveClaim(part: part, level: level)
            case "flaw": flaws += line[0].flatMap { Flaw(rawValue: $0) }.map { [$0] } ?? []
            case "removed": removed += line[0].flatMap { Removal(rawValue: $0) }.map { [$0] } ?? []
            default: return nil
            }
        }
    }
}

extension PaperLink {
    fileprivate init?(_ line: Line) {
        guard let page = line.integer(0), let left = line.number(1), let bottom = line.number(2),
            let right = line.number(3), let top = line.number(4)
        else { return nil }
        let area = UnitArea(left: left, bottom: bottom, right: right, top: top)
        if line.word == "web", let address = line[5] {
            self.init(page: page, area: area, target: .web(address))
        } else if let goal = line.integer(5), let height = line.number(6) {
            self.init(page: page, area: area, target: .page(goal, height: height))
        } else {
            return nil
        }
    }
}
