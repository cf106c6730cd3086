/// What has become of a sealed meeting's agenda. With the ärende's dnr and title.
public enum SealedAgendaChange: Hashable, Sendable {
    case added(String)
    case removed(String)
    case moved(String)
    /// A bilaga that came to one of its ärenden; with its own title.
    case addedPaper(String)
}

extension SealedAgendaChange {
    func swedish(_ meeting: String) -> String {
        switch self {
        case .added(let title):
            "\(title.visible) står på dagordningen för \(meeting), men gjorde det inte när den förseglades"
        case .removed(let title):
            "\(title.visible) stod på dagordningen för \(meeting) när den förseglades, men gör det inte nu"
        case .moved(let title):
            "\(title.visible) har en annan plats på dagordningen för \(meeting) än när den förseglades"
        case .addedPaper(let title):
            "bilagan \"\(title.visible)\" har kommit till handlingarna för \(meeting) sedan de förseglades"
        }
    }

    func english(_ meeting: String) -> String {
        switch self {
        case .addedPaper(let title):
            "the bilaga \"\(title.visible)\" has come to the papers of \(meeting) since they were sealed"
        case .added(let title): "\(title.visible) stands on the agenda of \(meeting), and did not when it was sealed"
        case .removed(let title):
            "\(title.visible) stood on the agenda of \(meeting) when it was sealed, and does not now"
        case .moved(let title): "\(title.visible) has another place on the agenda of \(meeting) than when it was sealed"
        }
    }
}

/// What has become of a sealed notice.
public enum SealedNoticeChange: Hashable, Sendable {
    case gone(posted: String)
    case posted(old: String, new: String)
    case lastDay(old: String, new: String)
    case keptAt(old: String, new: String)
}

extension SealedNoticeChange {
    func swedish(_ meeting: String) -> String {
        switch self {
        case .gone(let posted): "anslaget för \(meeting), uppsatt \(posted), är borta"
        case .posted(let old, let new):
            "anslaget för \(meeting) sattes upp \(old) när det förseglades, och nu står det \(new)"
        case .lastDay(let old, let new):
            "sista dag att överklaga för \(meeting) var \(old) när anslaget förseglades, och är nu \(new)"
        case .keptAt(let old, let new):
            "protokollet för \(meeting) förvarades hos \"\(old.visible)\" när anslaget förseglades, och nu står det \"\(new.visible)\""
        }
    }

    func english(_ meeting: String) -> String {
        switch self {
        case .gone(let posted): "the notice of \(meeting), posted \(posted), is gone"
        case .posted(let old, let new):
            "the notice of \(meeting) went up \(old) when it was sealed, and now it says \(new)"
        case .lastDay(let old, let new):
            "the last day to appeal of \(meeting) was \(old) when the notice was sealed, and is now \(new)"
        case .keptAt(let old, let new):
            "the record of \(meeting) was kept at \"\(old.visible)\" when the notice was sealed, and now it says \"\(new.visible)\""
        }
    }
}

/// A setting that is another than when something was sealed last.
public enum SettingChange: Hashable, Sendable {
    case value(String, old: String, new: String)
    /// A template of the site's own.
    case template
}

extension SettingChange {
    var swedish: String {
        switch self {
        case .value(let key, let old, let new): "\(key) var \"\(old.visible)\" och är nu \"\(new.visible)\""
        case .template: "mallen är en annan"
        }
    }

    var english: String {
        switch self {
        case .value(let key, let old, let new): "\(key) was \"\(old.visible)\" and is now \"\(new.visible)\""
        case .template: "the template is another"
        }
    }
}
