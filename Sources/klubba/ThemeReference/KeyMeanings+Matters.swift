extension KeyMeanings {
    static let ofMatters = """
        ärende i lista.typ: "Beslut", "Information" …
        ärende i lista.sekretess: ärendet är hemligt; bara dnr visas
        ärende.ansokan: ärendet är en ansökan
        ärende.handlaggare: handläggarna, med komman emellan
        ärende.har_sakuppgifter: insats, belopp eller period är angiven
        ärende.insatslank: insatsens sida
        ärende.ansokningshuvud: ansökans uppgifter
        ärende.behandlingar: organens behandling, i ordning
        ärende.beslutat: vad sidan börjar med när ärendet är avgjort
        ärende.forslaget_andrat: beslutet blev ett annat än förslaget
        ärende.har_fore: det finns text före förslaget
        ärende.fore: texten före förslaget
        ärende.text: texten efter förslaget
        ärende.har_underskrifter: det finns underskrifter
        ärende.underskrifter: underskrifterna
        ärende.grannar: ärendena intill på samma dagordning
        ärende.tidigare_dnr: äldre diarienummer
        ärende.andrade_handlingar: vad som har ändrats sedan kallelsen
        behandling.beslutar: organet beslutar
        behandling.flera: ärendet togs upp i flera paragrafer
        behandling.dolda_paragrafer: paragrafer som inte visas, nummer för nummer
        rubrik.text: rubriken i ord
        underskrift.organisation: organisationen
        ansökan.har_uppgifter: något är ifyllt
        ansökan.parter: parterna
        ansökan.malgrupp: målgruppen
        ansökan.syfte: syftet
        ansökan.planerad_start: när insatsen ska börja
        ansökan.planerat_slut: när insatsen ska sluta
        ansökan.budget: budgeten
        grannar.foregaende: ärendet före
        grannar.nasta: ärendet efter
        belopp.tal: beloppet i kronor som tal, för sortering
        beslutat.overklagande: om det går att överklaga
        överklagande.inte_anslaget: protokollet är inte anslaget
        överklagande.till: sista dagen i ord, medan tiden går
        överklagande.slut: dagen då tiden gick ut
        att-sats.text: satsen utan "att"
        förslag till beslut.har_ingress: det står något före satserna
        förslag till beslut.ingress: det som står före satserna
        förslag till beslut.satser: att-satserna
        förslag till beslut.har_efter: det står något efter satserna
        förslag till beslut.efter: det som står efter satserna
        beslut.utfall_har: utfallet efter ordet "Beslut:"
        beslut.satser: beslutets att-satser
        beslut.i_texten: beslutet står i paragrafens text
        beslut.har_andringar: beslutet skiljer sig från förslaget
        beslut.andringar: vad som skiljer, sats för sats
        ändring.ny: satsen är ny
        ändring.utgar: satsen är struken
        del av ändring.tillagt: orden har kommit till
        del av ändring.struket: orden är strukna
        ändrat ställe.delar: orden, med det tillagda och det strukna
        uppföljning.vad: vad som ska göras
        uppföljning.paragraf: paragrafen som begär det
        uppföljning.forsenad: dagen har gått
        hänvisning till paragraf.utfall: utfallet i ord
        handling.filtyp: "PDF", "Word" …; tomt för en sida
        handling.saknas: filen finns inte
        handling.inte_granskad: ingen har granskat filen; bara titeln visas
        bilaga.bilaga: bilagan
        bilaga.original: filen som texten kommer från
        ändrad handling.tillkommen: handlingen är ny
        ändrad handling.ersatt: handlingen är utbytt
        ändrad handling.utgangen: handlingen är borttagen
        ändrad handling.tillagda_ord: hur många ord som kom till
        ändrad handling.strukna_ord: hur många ord som ströks
        ändrad handling.ett_tillagt: det är ett ord som kom till
        ändrad handling.ett_struket: det är ett ord som ströks
        ändrad handling.byte_fore: ordet som var, när bara ett byttes
        ändrad handling.byte_efter: ordet som blev, när bara ett byttes
        ändrad handling.har_stallen: de ändrade ställena kan visas
        ändrad handling.stallen: de ändrade ställena
        rättelse.skal: varför det rättades
        rättelse.aterkallad: kallelsens försegling togs tillbaka
        """

    static let ofMeetings = """
        möte i lista.id: mötets namn i adresser, "fs-2020-09-18"
        möte i lista.veckodatum: dagen med veckodag
        möte i lista.tid: tiden som den är skriven
        möte i lista.beslutslank: beslutslistans adress
        möte i lista.utan_protokoll: mötet har hållits men protokollet finns inte
        möte i lista.installt: mötet är inställt
        möte i lista.kallelsedatum: dagen då kallelsen skickades, i ord
        möte i lista.antal: antalet ärenden
        möte.text: texten i mötets fil
        möte.arkivfil: alla handlingar som zip-fil
        möte.utskick: alla handlingar som PDF
        möte.kallelse_forseglad: dagen då kallelsen förseglades, i ord
        möte.har_filer: mötet har egna filer
        möte.filer: mötets egna filer
        möte.andrade_handlingar: vad som har ändrats sedan kallelsen
        punkt på dagordningen.plats: punktens nummer
        punkt på dagordningen.underpunkter: punkterna under den här
        punkt på dagordningen.rubrik: punktens ord, när den inte är ett ärende
        punkt på dagordningen.andrade_handlingar: vad som har ändrats sedan kallelsen
        punkt på dagordningen.har_tidigare: ärendet har beslutats förut
        punkt på dagordningen.tidigare: tidigare beslut
        utskick som PDF.sidor: antalet sidor
        utskick som PDF.en_sida: det är en sida
        möten.har_kommande: det finns möten som inte har hållits
        möten.kommande: mötena som inte har hållits
        möten.arsgrupper: hållna möten, år för år
        möten.tidigare_ar: år som bara står i arkivet
        protokoll.text: texten före paragraferna
        protokollsutdrag.paragraf: paragrafen
        protokollshuvud.ordforande: ordföranden
        protokollshuvud.sekreterare: sekreteraren
        protokollshuvud.har_deltagare: någon är uppräknad
        protokollshuvud.har_narvarande: ledamöter är uppräknade
        protokollshuvud.narvarande: ledamöterna, namn för namn
        protokollshuvud.franvarande: de frånvarande
        protokollshuvud.ersattare: ersättarna
        protokollshuvud.ovriga: övriga
        protokollshuvud.justerare: justerarna
        protokollshuvud.anslaget: dagen då anslaget sattes upp, i ord
        protokollshuvud.anslas_senast: dagen då anslaget senast ska sättas upp
        protokollshuvud.anslag: anslaget
        paragraf.endast_ledamoter: paragrafen visas bara för ledamöter
        paragraf.beslut: beslutet
        paragraf.delar: yrkanden, omröstning och annat med egen rubrik
        del av paragraf.niva: rubrikens nivå, 3 eller 4
        del av paragraf.omrostning: röstningen, när det är en
        omröstning.tabell: rösterna visas i en tabell
        omröstning.har_namn: det står hur var och en röstade
        omröstning.sidor: ja, nej och avstår
        röster.val: "Ja", "Nej", "Avstår"
        röster.antal: antalet röster
        röster.namn: de som röstade så
        anslag.utom_paragrafer: paragrafer som är anslagna för sig
        anslag.anslas_senast: dagen då anslaget senast ska sättas upp
        anslag.anslaget: dagen då anslaget sattes upp, i ord
        anslag.tas_ned: dagen då anslaget får tas ned
        anslag.adress: protokollets hela adress
        alla handlingar.handlingar: handlingarna, hela
        handling i sin helhet.ar_bilaga: handlingen är en bilaga
        handling i sin helhet.innehall: handlingens text
        """
}
