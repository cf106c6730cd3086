import Meetings

/// Verbs by which a record says that something was decided, folded.
enum DecisionVerb: Hashable {
    /// "beslutar": what was decided follows.
    case decides
    /// "bifaller", "avslår": the verb is the decision.
    case outcome(Outcome)
    /// "lägger … till handlingarna"
    case files
    /// "anser … besvarad"
    case deems
    /// "godkänner": of the proposal it is its approval, and of anything else the sentence is the decision.
    case approves
    /// "beviljar", "utser": the sentence is the decision, in its own words.
    case acts
    /// "föreslår": what a preparing body decides.
    case proposes
}

extension DecisionVerb {
    /// With somebody who decides beside it: "styrelsen beslutar".
    static let active: [String: DecisionVerb] = table([
        (.decides, "beslutar beslutade beslot beslutat bestammer bestamde enas enades"),
        (.outcome(.approved), "bifaller bifoll tillstyrker tillstyrkte"),
        (.outcome(.rejected), "avslar avslog avstyrker avstyrkte"),
        (.outcome(.remitted(to: nil)), "aterremitterar aterremitterade"),
        (.outcome(.tabled(until: nil)), "bordlagger bordlade"),
        (.outcome(.noted), "noterar noterade antecknar antecknade"),
        (.files, "lagger lade"), (.deems, "anser ansag"),
        (.approves, "godkanner godkande antar antog"),
        (
            .acts,
            "beviljar beviljade faststaller faststallde utser utsag valjer valde "
                + "uppdrar uppdrog ger gav avskriver avskrev overlamnar overlamnade staller stallde avsatter avsatte "
                + "medger medgav upphaver upphavde upprattar inrattar inrattade"
        ),
        (.proposes, "foreslar foreslog"),
    ])

    /// Of the matter itself: "ärendet bordläggs", "det beslutades".
    static let passive: [String: DecisionVerb] = table([
        (.decides, "beslutas beslutades beslots bestamdes fattades togs"),
        (.outcome(.approved), "bifalls bifalles bifolls tillstyrks tillstyrktes"),
        (.outcome(.rejected), "avslas avslogs avstyrks avstyrktes"),
        (.outcome(.remitted(to: nil)), "aterremitteras aterremitterades"),
        (.outcome(.tabled(until: nil)), "bordlaggs bordlagges bordlades"),
        (.outcome(.noted), "noteras noterades antecknas antecknades"),
        (.files, "laggs lagges lades"), (.deems, "anses ansags"), (.outcome(.dropped), "utgar utgick"),
        (.approves, "godkanns godkannes godkandes antas antogs"),
        (.acts, "faststalls faststalles faststalldes beviljas beviljades avskrivs avskrevs"),
    ])

    /// What a body decides to do: "att avslå".
    static let infinitive: [String: DecisionVerb] = table([
        (.outcome(.approved), "bifalla tillstyrka"), (.outcome(.rejected), "avsla avstyrka"),
        (.outcome(.remitted(to: nil)), "aterremittera"), (.outcome(.tabled(until: nil)), "bordlagga"),
        (.outcome(.noted), "notera anteckna"), (.files, "lagga"), (.deems, "anse"),
        (.approves, "godkanna anta"),
        (
            .acts,
            "bevilja faststalla utse valja uppdra ge avskriva overlamna stalla avsatta medge upphava "
                + "inratta uppratta satsa kopa bilda infora genomfora tillsatta teckna sanka hoja"
        ),
        (.proposes, "foresla"),
    ])

    /// The sentence itself may be the decision.
    var isWording: Bool { self == .acts || self == .approves }

    static let past: Set<String> = [
        "beslutade", "beslot", "beslutat", "beslutades", "beslots", "bestamde", "bestamdes", "enades", "fattade",
        "fattades", "tog", "togs", "bifoll", "avslog", "aterremitterade", "bordlade",
        "godkande", "beviljade", "antog", "faststallde", "noterade", "lade", "ansag", "valde", "utsag", "gav",
    ]

    private static func table(_ rows: [(DecisionVerb, String)]) -> [String: DecisionVerb] {
        Dictionary(
            rows.flatMap { verb, words in words.split(separator: " ").map { (String($0), verb) } }
        ) { first, _ in first }
    }
}
