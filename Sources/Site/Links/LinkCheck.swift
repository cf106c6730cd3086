import Diagnostics
import Meetings
import Register

/// Follows every link that the audience's texts have, before anything is written.
struct LinkCheck {
    let resolver: LinkResolver
    var diagnostics: [Diagnostic] = []
    /// Links to a place on a page, to be followed once the pages are planned.
    private(set) var fragments: [FragmentLink] = []

    init(resolver: LinkResolver) { self.resolver = resolver }
}

extension LinkCheck {
    mutating func run(_ register: SeenRegister) {
        for matter in register.matters {
            for prose in matter.proses { check(prose, in: matter.file) }
            for attachment in matter.attachments {
                if case .text(let prose, _) = attachment.content { check(prose, in: attachment.file) }
            }
        }
        for linked in register.meetings {
            if let text = linked.meeting.text, let file = linked.meeting.file { check(text, in: file) }
        }
        for linked in register.minutes.compactMap(\.self) {
            check(linked.minutes.preamble, in: linked.minutes.file)
            for case .open(let entry, _) in linked.entries {
                for prose in entry.proses { check(prose, in: linked.minutes.file) }
            }
        }
        for page in register.pages { check(page.text, in: page.file) }
        // A page of the site's own needs no table of all addresses to be found.
        if let page = register.profile.noticeRules.appealPage,
            !register.pages.contains(where: { $0.file == "content/" + page }), resolver.resolve(page) == .unknown
        {
            let problem = Problem.linkTargetUnknown(target: page, nearest: resolver.nearest(to: page))
            diagnostics.append(Diagnostic(Place("klubba.yml"), problem, severity: .warning))
        }
        if let front = register.front { check(front.text, in: front.file) }
    }

    private mutating func check(_ prose: Prose, in file: String) {
        for link in prose.links {
            let path: String
            switch link.target {
            case .file(let target, _): path = target
            case .image(let target, _): path = target
            case .attachment, .matter, .paragraph, .note: continue
            }
            switch resolver.resolve(path) {
            case .address(let address):
                guard case .file(_, let fragment) = link.target, fragment.utf8.count > 1 else { continue }
                fragments.append(
                    FragmentLink(address: address, path: path, fragment: fragment, place: Place(file, line: link.line)))
            case .unknown:
                let problem = Problem.linkTargetUnknown(target: path, nearest: resolver.nearest(to: path))
                diagnostics.append(Diagnostic(Place(file, line: link.line), problem))
            }
        }
    }
}
