extension KeyMeanings {
    static let ofLists = """
        startsida.text: texten i content/index.md
        startsida.nasta: nästa möte
        startsida.har_darefter: det finns möten efter nästa
        startsida.darefter: mötena efter nästa
        startsida.har_senaste: det finns hållna möten
        startsida.senaste: de senaste mötena
        startsida.anslag: anslagen som sitter uppe
        startsida.beslut: de senaste besluten
        beslut, alla.rader: besluten, de senaste först
        beslut, alla.delar: listans andra sidor
        beslut, alla.flera_utfall: det finns mer än ett slags utfall
        beslut, alla.utfall_lista: utfallen att välja bland
        flera_organ: det finns mer än ett organ att välja bland
        organ_lista: organen att välja bland
        beslut i lista.utfallskod: utfallet som kod, för urvalet
        diarium.har_ej_behandlade: det finns ärenden utan möte
        diarium.ej_behandlade: ärendena utan möte
        diarium.delar: listans andra sidor
        rad i diariet.ordning: diarienumret i den form som sorteras
        rad i diariet.senast: dagen då ärendet senast togs upp
        delar av lista.ar_lista: åren
        insatser.insatser: insatserna
        insatser.delar: listans andra sidor
        insatser.har_summor: det finns belopp att lägga ihop
        insatser.summor: summorna, år för år
        insatser.totalt: summan av alla år
        insatser.diagram: summorna som diagram
        insats i lista.ar: åren, "2019–2021"
        insats.medel: medlen, ärende för ärende
        medel.beslutslank: beslutets adress
        medel.forlangning: det är en förlängning
        medel.overlappar: perioden är delvis en annans
        medel.overlapp: ärendena vars period är delvis densamma
        summa.antal: antalet ärenden
        diagram.hojd: höjden
        diagram.staplar: staplarna
        stapel.text_y: var årtalet står
        stapel.foreslaget_y: var den föreslagna stapeln ligger
        stapel.beviljat_y: var den beviljade stapeln ligger
        stapel.foreslaget_text_y: var det föreslagna beloppet står
        stapel.beviljat_text_y: var det beviljade beloppet står
        stapel.foreslaget_bredd: den föreslagna stapelns bredd
        stapel.beviljat_bredd: den beviljade stapelns bredd
        stapel.foreslaget_text_x: var det föreslagna beloppet står i sidled
        stapel.beviljat_text_x: var det beviljade beloppet står i sidled
        anslagstavla.anslag: anslagen som sitter uppe
        uppföljningssida.har_oppna: något är obesvarat
        uppföljningssida.oppna: det som är obesvarat
        uppföljningssida.har_besvarade: något är besvarat
        uppföljningssida.besvarade: det som är besvarat
        det som saknas.grupper: slag för slag
        det som saknas, en rad.handling: handlingen som saknas
        det som saknas, en rad.sedan: sedan vilken dag, som 2020-09-18
        det som saknas, en rad.sedantext: sedan vilken dag, i ord
        sök.slag: slagen av sidor att välja bland
        sök.organ: organen att välja bland
        sök.ar: åren att välja bland
        sök.utfall: utfallen att välja bland
        arkiv.arsgrupper: åren
        arkivår.lank: årets adress från webbplatsens rot
        arkivår.antal_moten: antalet möten
        arkivår.antal_arenden: antalet ärenden
        arkivår.ett_mote: det är ett möte
        arkivår.anslag: anslagen som har tagits ned
        öppna data.tabeller: tabellerna
        öppna data.oparl: adressen till OParl
        öppna data.dcat: adressen till katalogen enligt DCAT-AP-SE
        arkivår.kalender: årets kalender, när åren har var sin
        tabell.ingress: vad tabellen har
        tabell.filer: filerna
        tabell.kolumner: kolumnerna
        kolumn.slag: vad kolumnen innehåller: text, tal, dag …
        kolumn.betyder: vad kolumnen betyder
        försegling.antal: antalet rader i loggen
        försegling.rothash: loggens huvud
        försegling.har_intyg: andra har intygat huvudet
        försegling.ett_intyg: det är ett intyg
        försegling.antal_intyg: antalet intyg
        försegling.intyg: intygen
        försegling.har_tidsstampel: huvudet har en tidsstämpel
        försegling.tidsstampel: tidsstämpelns dag, som 2020-09-18
        försegling.tidsstampeltext: tidsstämpelns dag, i ord
        försegling.nycklar: nycklarna
        försegling.filer: filerna att kontrollera med
        nyckel.fran: från vilken dag nyckeln gäller
        nyckel.till: till vilken dag nyckeln gällde
        nyckel.nyckel: den offentliga nyckeln
        nyckel.forlorad: dagen då nyckeln förlorades
        hänvisning.forklaring: vad som har hänt
        hänvisning.lanktext: orden i länken
        """

    static let onPaper = """
        utskick.organisation: organisationens namn
        utskick.handlingar: handlingarna, i ordning
        utskick.saknade_nummer: nummer som inte finns
        utskick.ark: sidstorleken som regler i CSS
        punkt i utskicket.plats: punktens nummer
        punkt i utskicket.underpunkter: punkterna under den här
        punkt i utskicket.sekretess: ärendet är hemligt
        sekretessärende i utskicket.grund: lagrummet, när det är angivet
        besked om en handling.filnamn: filens namn
        handling i utskicket.anm: varför handlingen inte följer med
        handling på papper.ar_arende: handlingen är ärendets egen text
        handling på papper.bokmarke: bokmärket i PDF-filen
        handling på papper.etikett: orden överst på sidan
        handling på papper.innehall: texten
        handling på papper.bild: bildens adress
        handling på papper.besked: varför handlingen inte kan visas
        handling på papper.sidor: filens sidor som bilder
        sida i en bilaga.ark: sidstorleken
        sida i en bilaga.forsta: sidan är den första
        sida i en bilaga.bild: bildens adress
        sida i en bilaga.beskrivning: vad bilden visar, för den som inte ser den
        sida i en bilaga.bredd: bredden
        sida i en bilaga.hojd: höjden
        ärende i utskicket.sida: det som ärendets egen sida har
        ärende i utskicket.har_vag: ärendet har behandlats förut
        ärende i utskicket.vag: behandlingarna före mötet
        bilaga i utskicket.arendetitel: ärendets titel
        arkivhandling.marke: märket överst
        arkivhandling.etikett: orden överst
        arkivhandling.behover_rubrik: texten har ingen egen rubrik
        arkivhandling.besluten: besluten
        möte som brev.adress: sidans adress på webben, hel
        möte som brev.andrad: handlingar har ändrats sedan kallelsen förseglades
        protokollsutdrag som brev.adress: sidans adress på webben, hel
        protokollsutdrag som brev.andrad: handlingar har ändrats sedan kallelsen förseglades
        anslag som brev.adress: sidans adress på webben, hel
        anslag som brev.andrad: handlingar har ändrats sedan kallelsen förseglades
        protokollshuvud.underskrivet: vilka som har skrivit under elektroniskt, och när
        flyttat_fran: dagen som mötet var kallat till innan det flyttades
        sida: det som webbplatsens egen sida har
        for_ledamoter: handlingen är ledamöternas
        namnrader: raderna för underskrifter
        """
}
