/// What the names in templates mean, for the person who changes one. A line is `namn: betydelse` for a name that means
/// the same everywhere, `grupp.namn: betydelse` where it means something of its own.
struct KeyMeanings {
    private let meanings: [String: String]

    init() {
        var meanings: [String: String] = [:]
        for text in [Self.everywhere, Self.ofMatters, Self.ofMeetings, Self.ofLists, Self.onPaper] {
            for line in text.split(separator: "\n") {
                guard let colon = line.range(of: ": ") else { continue }
                meanings[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
        }
        self.meanings = meanings
    }
}

extension KeyMeanings {
    /// Every line's name, `grupp.namn` or `namn`.
    var names: Set<String> { Set(meanings.keys) }

    /// - Returns: nil for a name that nobody has explained.
    func meaning(of key: String, in group: String) -> String? { name(of: key, in: group).flatMap { meanings[$0] } }

    /// The line that explains a name; nil where there is none.
    func name(of key: String, in group: String) -> String? {
        ["\(group).\(key)", key].first { meanings[$0] != nil }
    }
}

extension KeyMeanings {
    static let everywhere = """
        aktiv: det är den sida som visas
        ankare: adressen på sidan, utan #
        ar: årtalet
        ar_innehall: orden är sekreterarens egna, inte webbplatsens
        arende: ärendet
        arenden: ärendena
        att: satsen börjar med "att"
        belopp: vad som har beviljats och föreslagits
        beslut: besluten
        beviljat: det beviljade beloppet, "1 050 000 kr"
        bilaga: numret bland handlingarna, "6" eller "6 – 6.1"
        bilagor: bilagorna, i ordning
        bokstav: underpunktens bokstav, "a"
        dagordning: punkterna på dagordningen
        datum: dagen som 2020-09-18
        datumtext: dagen i ord, "18 september 2020"
        delar: stycke för stycke
        dnr: diarienumret som det är skrivet; tomt när det saknas
        ett_arende: antalet ärenden är ett
        foregaende: den som kommer före
        foreslaget: det föreslagna beloppet
        forseglat: dagen då protokollet förseglades, i ord
        forslag: förslaget till beslut
        forvaras: var protokollet finns
        har_anslag: det finns anslag att visa
        har_ar: listan är delad på år
        har_arenden: det finns ärenden att visa
        har_andrat: något har ändrats sedan kallelsen
        har_beslut: det finns beslut att visa
        har_bilagor: det finns bilagor
        har_dagordning: det finns punkter på dagordningen
        har_moten: det finns möten att visa
        har_rubriker: texten har rubriker till en innehållsförteckning
        har_satser: det finns att-satser
        har_sidor: det finns mer än en sida
        har_text: det finns text att visa
        har_underpunkter: punkten har underpunkter
        har_uppfoljning: beslutet begär eller besvarar något
        har_grannar: det finns en före eller en efter
        huvud: protokollets huvud
        insats: insatsens namn
        insatsagare: vem som äger insatsen
        justerat: dagen då det justerades, i ord; tomt när det inte är gjort
        kod: organets kod, "FS"
        kommande: mötet har inte hållits
        lage: hur långt det har kommit, i ett ord
        lank: adressen från webbplatsens rot; skriv {{rot}} framför
        ledamoter: visas bara på ledamöternas sidor
        mote: mötet
        moten: mötena
        mottagare: vilka beslutet skickas till
        namn: namnet
        nasta: den som kommer efter
        nummer: numret
        ojusterat: protokollet är inte justerat
        organ: organets namn
        paragraf: paragrafens nummer
        paragrafer: paragraferna
        period: tiden som medlen gäller
        plats: platsen
        protokollslank: protokollets adress; tomt utan protokoll
        publiceras: dagen då det blir synligt; bara i förhandsvisningen
        rader: raderna, i ordning
        rattelser: rättelser av det förseglade
        roll: vad organet eller personen gör
        rubrik: rubriken
        rubriker: rubrikerna i texten
        samverkansparter: parterna, med komman emellan
        sekretessgrund: lagrummet, när det är angivet
        sidor_lista: listans sidor
        sista_overklagandedag: sista dagen att överklaga, i ord
        status: hur det står till med mötet, i ett ord
        storlek: filens storlek, "240 kB"
        summa: summan
        svar: paragrafen som svarar
        text: texten
        titel: titeln
        tom: det finns inget att visa
        uppfoljning: det som beslutet begär eller besvarar
        utfall: utfallet i ord
        utfallsord: utfallet som kod, "bifall"; förseglas
        utkast: det är ett utkast; bara i förhandsvisningen
        utdragslank: protokollsutdragets adress
        version: ändras när texten ändras; webbläsaren minns den
        ytterligare: det är inte den första i raden

        sidhuvud.sajt: det som är lika för hela webbplatsen
        sidhuvud.rot: vägen från sidan till webbplatsens rot, "../../"
        sidhuvud.bas: rotens adress på servern; bara på sidan 404
        sidhuvud.sidtitel: sidans titel, för webbläsarens flik
        sidhuvud.beskrivning: en mening för sökmotorer
        sidhuvud.kanonisk: sidans hela adress; tom utan adress i klubba.yml
        sidhuvud.strukturdata: sidans uppgifter som JSON-LD
        sidhuvud.meny: huvudmenyns länkar
        sidhuvud.har_brodsmulor: sidan har en väg tillbaka
        sidhuvud.brodsmulor: vägen tillbaka, från startsidan
        sidhuvud.bevis: filen som bevisar vad som förseglades på sidan
        sidhuvud.flode: sidans eget flöde (Atom)
        sidhuvud.ar_start: sidan är startsidan
        sidhuvud.sv: attributet lang="sv" när webbplatsens språk är ett annat
        sidhuvud.sida: sidans eget innehåll

        webbplats.namn: organisationens namn
        webbplats.adress: adressen ur klubba.yml
        webbplats.sprak: språket, sv eller en
        webbplats.ledamoter: sidorna är ledamöternas
        webbplats.har_sidfot: det finns egna sidor att länka till
        webbplats.sidfot: länkar till de egna sidorna
        webbplats.har_floden: det går att prenumerera
        webbplats.floden: flöden och kalendrar
        webbplats.har_forsegling: det finns ett offentligt huvud
        webbplats.overklagan: adressen till "Så överklagar du"

        webbplats.licens: de öppna datans licens
        licens.namn: licensens beteckning, "CC0-1.0"
        licens.adress: licensens adress

        länk.text: orden
        länk.leder_vidare: länken har en adress
        flöde.atom: flödets adress
        flöde.kalender: kalenderns adress
        val i filter.varde: värdet i adressen
        val i filter.text: orden i listan
        """
}
