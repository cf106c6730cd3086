/// The words that pages' contexts need from the string catalogue; what templates need they take themselves.
enum Word: String, CaseIterable, Sendable {
    case home = "start"
    case meetings = "moten"
    case decisions = "beslut"
    case diary = "diarium"
    case initiatives = "insatser"
    case archive = "arkiv"
    case agendaTitle = "foredragningslista"
    case decisionList = "beslutslista"
    case proposalList = "forslagslista"
    case notFound = "sidan_finns_inte"
    case secretMatter = "sekretessarende"
    case withdrawn = "arendet_finns_inte"
    case attachment = "bilaga"
    case missing = "saknas"
    case page = "sida"
    case notOnAgenda = "ej_pa_foredragningslista"

    case statusPlanned = "status_planerat"
    case statusSummoned = "status_kallat"
    case statusHeld = "status_genomfort"
    case statusCancelled = "status_installt"

    case kindDecision = "typ_beslut"
    case kindInformation = "typ_information"
    case kindNotification = "typ_anmalan"
    case kindApplication = "typ_ansokan"

    case roleDeciding = "roll_beslutar"
    case rolePreparing = "roll_bereder"

    case statePending = "lage_foreslaget"
    case stateHandled = "lage_behandlat"

    case fileImage = "filtyp_bild"
    case fileText = "filtyp_text"
    case fileTable = "filtyp_tabell"
    case fileArchive = "filtyp_arkiv"
    case fileOther = "filtyp_fil"
    case webPage = "filtyp_webbsida"

    case months = "manader"
    case weekdays = "veckodagar"
    case decimalMark = "decimaltecken"
    case matterDescription = "beskrivning_arende"
    case meetingDescription = "beskrivning_mote"
}
