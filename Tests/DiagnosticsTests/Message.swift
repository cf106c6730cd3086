import Diagnostics
import System

/// Every problem with its code, its weight and its whole text in both languages.
struct Message: Sendable {
    let problem: Problem
    let code: String
    let severity: Diagnostic.Severity
    let swedish: String
    let english: String

    init(_ problem: Problem, _ code: String, _ severity: Diagnostic.Severity, _ swedish: String, _ english: String) {
        (self.problem, self.code, self.severity) = (problem, code, severity)
        (self.swedish, self.english) = (swedish, english)
    }
}

// One sentence a line reads best, however long.
// swift-format-ignore
extension Message {
    static let all: [Message] = [
        Message(
            .notUTF8, "K001", .error,
            "filen är inte UTF-8 här. Spara den som UTF-8 i textredigeraren",
            "the file is not UTF-8 here. Save it as UTF-8 in your editor"
        ),
        Message(
            .nulCharacter, "K002", .error,
            "filen innehåller ett NUL-tecken här och är troligen ingen textfil. Ta bort tecknet, eller lägg filen som bilaga",
            "the file has a NUL character here and is probably not a text. Remove the character, or make the file a bilaga"
        ),
        Message(
            .unreadableFile(reason: SystemReason(13)), "K003", .error,
            "filen kan inte läsas (behörighet saknas). Kontrollera behörigheten",
            "the file cannot be read (permission denied). Check its permissions"
        ),
        Message(
            .notARegularFile(kind: .pipe), "K004", .error,
            "detta är en pipe, ingen vanlig fil. Ta bort den ur content/",
            "this is a pipe, not an ordinary file. Remove it from content/"
        ),
        Message(
            .notARegularFile(kind: .socket), "K004", .error,
            "detta är en socket, ingen vanlig fil. Ta bort den ur content/",
            "this is a socket, not an ordinary file. Remove it from content/"
        ),
        Message(
            .notARegularFile(kind: .device), "K004", .error,
            "detta är en enhet, ingen vanlig fil. Ta bort den ur content/",
            "this is a device, not an ordinary file. Remove it from content/"
        ),
        Message(
            .directoryNamedMarkdown, "K005", .error,
            "en mapp får inte heta något på .md. Byt namn på mappen",
            "a folder may not have a name that ends in .md. Rename the folder"
        ),
        Message(
            .danglingLink(target: "gammal.pdf"), "K006", .error,
            "länken pekar på gammal.pdf, som inte finns. Ta bort länken eller lägg tillbaka filen",
            "the link points to gammal.pdf, which does not exist. Remove the link or put the file back"
        ),
        Message(
            .linkLeavesContent(target: "/etc/passwd"), "K007", .error,
            "länken pekar på /etc/passwd, utanför sin egen mapp. Kopiera filen hit i stället",
            "the link points to /etc/passwd, outside its own folder. Copy the file here instead"
        ),
        Message(
            .linkedDirectory(target: "../arkiv"), "K008", .error,
            "länkar till mappar följs inte (../arkiv). Kopiera mappen hit i stället",
            "links to folders are not followed (../arkiv). Copy the folder here instead"
        ),
        Message(
            .linkLoop, "K009", .error,
            "länken leder runt till sig själv. Ta bort den",
            "the link leads round to itself. Remove it"
        ),
        Message(
            .fileTooLarge(megabytes: 50, limit: 8), "K010", .error,
            "filen är 50 MB. En Markdownfil får vara högst 8 MB. Lägg stora underlag som bilagor i ett annat format, till exempel PDF",
            "the file is 50 MB. A Markdown file may be at most 8 MB. Make large papers bilagor of another type, such as PDF"
        ),
        Message(
            .nestedTooDeep(limit: 100), "K011", .error,
            "texten har citat eller listor i fler än 100 nivåer. Ta bort överflödiga > eller indrag",
            "the text has quotes or lists in more than 100 levels. Remove superfluous > or indentation"
        ),
        Message(
            .fileNameNotText, "K012", .error,
            "filnamnet innehåller radbrytning, styrtecken eller omvänt snedstreck, eller är inte UTF-8. Byt namn på filen",
            "the file's name has a line break, a control character or a backslash, or is not UTF-8. Rename the file"
        ),
        Message(
            .matterFolderWithoutText(found: nil), "K013", .error,
            "mappen har filer men ingen arende.md. Lägg till arende.md, eller flytta filerna",
            "the folder has files but no arende.md. Add arende.md, or move the files"
        ),
        Message(
            .matterFolderWithoutText(found: "arende.md.txt"), "K013", .error,
            "mappen har filer men ingen arende.md. Här finns \"arende.md.txt\": byt namn på den till arende.md",
            "the folder has files but no arende.md. Here is \"arende.md.txt\": rename it to arende.md"
        ),
        Message(
            .conflictMarks, "K234", .error,
            "git har lämnat två lydelser av texten här, mellan <<<<<<< och >>>>>>>. Behåll den rätta och ta bort märkena",
            "git has left two versions of the text here, between <<<<<<< and >>>>>>>. Keep the right one and remove the marks"
        ),
        Message(
            .conflictCopy, "K235", .error,
            "filen är en kopia som ett synkprogram lämnade när två sparade samtidigt. Jämför den med originalet, och ta sedan bort den ur content/",
            "the file is a copy that a sync program left when two people saved at once. Compare it with the original, then remove it from content/"
        ),
        Message(
            .copyOfMatter(dnr: "2026:1", other: "content/arenden/x/arende.md"), "K236", .error,
            "filen har samma dnr som ärendet (2026:1) och ser ut som en kopia av content/arenden/x/arende.md. Ta bort den ur mappen, eller ta bort \"dnr:\" om den är en bilaga",
            "the file has the matter's own dnr (2026:1) and seems to be a copy of content/arenden/x/arende.md. Remove it from the folder, or remove \"dnr:\" if it is a bilaga"
        ),
        Message(
            .notNamedAsMarkdown(better: "pm.md"), "K237", .error,
            "filen läses inte, eftersom namnet inte slutar på .md. Byt namn på den till pm.md (Windows kan dölja slutet av namnet)",
            "the file is not read, since its name does not end in .md. Rename it to pm.md (Windows may hide the end of a name)"
        ),
        Message(
            .looseFile(folders: ["content/bilder/", "content/dokument/"]), "K238", .error,
            "ingen text nämner filen, och här publiceras bara filer som en text nämner. Länka till den, lägg den i content/bilder/ eller content/dokument/, eller nämn mappen under \"filer:\" i klubba.yml",
            "no text names the file, and here only files that a text names are published. Link to it, put it in content/bilder/ or content/dokument/, or name the folder under \"filer:\" in klubba.yml"
        ),
        Message(
            .nameForbiddenByWindows(.reserved("nul.md")), "K239", .warning,
            "Windows kan inte ha en fil eller mapp som heter nul.md. Byt namn, så att alla kan öppna mappen",
            "Windows can have no file or folder named nul.md. Rename it, so that everybody can open the folder"
        ),
        Message(
            .nameForbiddenByWindows(.ending), "K239", .warning,
            "Windows kan inte ha ett namn som slutar med punkt eller mellanslag. Byt namn, så att alla kan öppna mappen",
            "Windows can have no name that ends with a full stop or a space. Rename it, so that everybody can open the folder"
        ),
        Message(
            .nameForbiddenByWindows(.character("?")), "K239", .warning,
            "Windows kan inte ha ? i ett namn. Byt namn, så att alla kan öppna mappen",
            "Windows can have no ? in a name. Rename it, so that everybody can open the folder"
        ),
        Message(
            .addressTooLong(address: "arenden/aaaa", limit: 200), "K240", .error,
            "adressen \"arenden/aaaa…\" blir längre än 200 tecken, mer än ett filnamn får vara. Korta av det",
            "the address \"arenden/aaaa…\" is longer than 200 characters, more than a file name may be. Shorten it"
        ),
        Message(
            .contentMissing, "K014", .error,
            "mappen content/ finns inte här. Gå till webbplatsens mapp, eller börja en ny med \"klubba init\"",
            "there is no folder content/ here. Go to the site's folder, or start a new one with \"klubba init\""
        ),
        Message(
            .conflictMarks, "K234", .error,
            "git har lämnat två lydelser av texten här, mellan <<<<<<< och >>>>>>>. Behåll den rätta och ta bort märkena",
            "git has left two versions of the text here, between <<<<<<< and >>>>>>>. Keep the right one and remove the marks"
        ),
        Message(
            .headNotRead(.opening("–––")), "K230", .error,
            "huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"–––\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden",
            "the front matter is not read: it has to begin with a line of three hyphens (---), but here is \"–––\", which is typeset dashes (Word makes them of hyphens). Write --- on the line"
        ),
        Message(
            .headNotRead(.opening("----")), "K230", .error,
            "huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"----\". Skriv --- på raden",
            "the front matter is not read: it has to begin with a line of three hyphens (---), but here is \"----\". Write --- on the line"
        ),
        Message(
            .headNotRead(.closing("—", line: 4)), "K230", .error,
            "huvudet ska sluta med en rad med bara tre bindestreck (---), men på rad 4 står \"—\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden",
            "the front matter has to end with a line of three hyphens (---), but line 4 is \"—\", which is typeset dashes (Word makes them of hyphens). Write --- on the line"
        ),
        Message(
            .headNotRead(.withoutDashes("synlighet: ledamöter")), "K230", .error,
            "\"synlighet: ledamöter\" ser ut att höra till ett huvud, men saknar raden med tre bindestreck ovanför. Skriv en rad med bara --- före och en efter",
            "\"synlighet: ledamöter\" seems to belong to a front matter, but has no line of three hyphens above it. Write a line with only --- before and one after"
        ),
        Message(
            .headNotRead(.textBefore), "K230", .error,
            "här börjar ett huvud, men det läses inte eftersom det står text före det. Flytta huvudet till filens början",
            "a front matter begins here, but is not read since there is text before it. Move it to the file's beginning"
        ),
        Message(
            .headNotRead(.belowTheHead), "K230", .error,
            "raden hör hemma i huvudet men står under det och läses inte. Flytta upp den till huvudet",
            "the line belongs in the front matter but stands below it and is not read. Move it up into the front matter"
        ),
        Message(
            .frontMatterNotEnded, "K020", .error,
            "filen börjar med --- men huvudet avslutas aldrig. Sätt en rad med bara --- efter sista nyckeln",
            "the file begins with --- but its front matter never ends. Put a line with only --- after the last key"
        ),
        Message(
            .frontMatterTooLarge, "K021", .error,
            "huvudet är större än 64 kB. Sätt en rad med bara --- efter sista nyckeln",
            "the front matter is larger than 64 kB. Put a line with only --- after the last key"
        ),
        Message(
            .invalidYAML(fault: .colonInValue), "K022", .error,
            "huvudet kan inte läsas: ett kolon följt av mellanslag mitt i ett värde. Sätt värdet inom citattecken",
            "the front matter cannot be read: a colon and a space inside a value. Put the value in quotation marks"
        ),
        Message(
            .invalidYAML(fault: .unclosedQuote), "K022", .error,
            "huvudet kan inte läsas: ett citattecken saknas i slutet. Sätt dit det",
            "the front matter cannot be read: a quotation mark is missing at the end. Add it"
        ),
        Message(
            .invalidYAML(fault: .unclosedBracket), "K022", .error,
            "huvudet kan inte läsas: en parentes [ eller { avslutas aldrig. Sätt dit ] eller }",
            "the front matter cannot be read: a [ or { is never closed. Add ] or }"
        ),
        Message(
            .invalidYAML(fault: .tab), "K022", .error,
            "huvudet kan inte läsas: raden är indragen med tabb. Använd mellanslag",
            "the front matter cannot be read: the line is indented with a tab. Use spaces"
        ),
        Message(
            .invalidYAML(fault: .indentation), "K022", .error,
            "huvudet kan inte läsas: raden är fel indragen. Låt nycklarna börja längst till vänster",
            "the front matter cannot be read: the line is indented wrongly. Let keys begin at the left margin"
        ),
        Message(
            .invalidYAML(fault: .reservedCharacter), "K022", .error,
            "huvudet kan inte läsas: värdet börjar med ett tecken som YAML använder. Sätt värdet inom citattecken",
            "the front matter cannot be read: the value begins with a character that YAML uses. Put the value in quotation marks"
        ),
        Message(
            .invalidYAML(fault: .notKeysAndValues), "K022", .error,
            "huvudet kan inte läsas: det ska bestå av nycklar och värden, som \"titel: Ärendets namn\"",
            "the front matter cannot be read: it is made of keys and values, such as \"titel: The matter's name\""
        ),
        Message(
            .invalidYAML(fault: .nestedTooDeep), "K022", .error,
            "huvudet kan inte läsas: listor i fler än 20 nivåer. Förenkla det",
            "the front matter cannot be read: lists in more than 20 levels. Simplify it"
        ),
        Message(
            .invalidYAML(fault: .other), "K022", .error,
            "huvudet kan inte läsas: raden följer inte YAML. Sätt värdet inom citattecken, eller jämför med handboken",
            "the front matter cannot be read: the line is not YAML. Put the value in quotation marks, or compare with the handbook"
        ),
        Message(
            .anchorOrAlias, "K023", .error,
            "& och * har en egen betydelse i YAML och får inte inleda ett värde. Sätt värdet inom citattecken",
            "& and * have a meaning of their own in YAML and may not begin a value. Put the value in quotation marks"
        ),
        Message(
            .duplicateKey(key: "Titel", firstLine: 2), "K024", .error,
            "nyckeln \"Titel\" finns redan på rad 2. Ta bort den ena",
            "the key \"Titel\" is already on line 2. Remove one of them"
        ),
        Message(
            .unknownKey(key: "tittel", nearest: "titel"), "K025", .warning,
            "okänd nyckel \"tittel\". Menade du \"titel\"?",
            "unknown key \"tittel\". Did you mean \"titel\"?"
        ),
        Message(
            .unknownKey(key: "xyz", nearest: nil), "K025", .warning,
            "okänd nyckel \"xyz\". Rätta den, eller ta bort raden",
            "unknown key \"xyz\". Correct it, or remove the line"
        ),
        Message(
            .expectedText(key: "titel"), "K026", .error,
            "\"titel\" ska vara ett enda värde, inte en lista eller flera nycklar. Skriv det på en rad",
            "\"titel\" takes one value, not a list or several keys. Write it on one line"
        ),
        Message(
            .expectedList(key: "parter"), "K027", .error,
            "\"parter\" ska vara ett värde eller en lista av värden. Skriv dem med komma emellan",
            "\"parter\" takes a value or a list of values. Write them with commas between"
        ),
        Message(
            .expectedMap(key: "organ", example: "\"- kod: FS\""), "K028", .error,
            "\"organ\" ska skrivas med nycklar, som \"- kod: FS\"",
            "\"organ\" is written with keys, such as \"- kod: FS\""
        ),
        Message(
            .valueMissing(key: "dnr"), "K029", .warning,
            "\"dnr\" har inget värde. Fyll i det, eller ta bort raden",
            "\"dnr\" has no value. Fill it in, or remove the line"
        ),
        Message(
            .impossibleDate(text: "2020-02-30"), "K030", .error,
            "det finns ingen dag \"2020-02-30\". Rätta datumet",
            "there is no day \"2020-02-30\". Correct the date"
        ),
        Message(
            .unreadableDate(text: "i höst"), "K031", .error,
            "\"i höst\" kan inte läsas som ett datum. Skriv som 2020-09-18",
            "\"i höst\" cannot be read as a date. Write it like 2020-09-18"
        ),
        Message(
            .unreadableMoney(text: "mycket"), "K032", .error,
            "\"mycket\" kan inte läsas som ett belopp. Skriv som 1 050 000 kr",
            "\"mycket\" cannot be read as an amount. Write it like 1 050 000 kr"
        ),
        Message(
            .unreadablePeriod(text: "snart"), "K033", .error,
            "\"snart\" kan inte läsas som en period. Skriv som 2021-01-01 – 2021-12-31",
            "\"snart\" cannot be read as a period. Write it like 2021-01-01 – 2021-12-31"
        ),
        Message(
            .unreadableAttachmentNumber(text: "6 - 7.1"), "K034", .error,
            "\"6 - 7.1\" kan inte läsas som bilagenummer. Skriv som 6, 6.1 eller 6 - 6.3",
            "\"6 - 7.1\" cannot be read as bilaga numbers. Write them like 6, 6.1 or 6 - 6.3"
        ),
        Message(
            .unknownWord(key: "synlighet", word: "ledamot", allowed: ["offentlig", "ledamöter", "sekretess"], nearest: "ledamöter"), "K035", .error,
            "\"ledamot\" är inget känt värde för \"synlighet\". Menade du \"ledamöter\"? Välj \"offentlig\", \"ledamöter\" eller \"sekretess\"",
            "\"ledamot\" is no known value of \"synlighet\". Did you mean \"ledamöter\"? Choose \"offentlig\", \"ledamöter\" or \"sekretess\""
        ),
        Message(
            .unknownWord(key: "språk", word: "norska", allowed: ["sv", "en"], nearest: nil), "K035", .error,
            "\"norska\" är inget känt värde för \"språk\". Välj \"sv\" eller \"en\"",
            "\"norska\" is no known value of \"språk\". Choose \"sv\" or \"en\""
        ),
        Message(
            .unknownBody(code: "KS", known: ["au", "fs"]), "K036", .error,
            "inget organ har koden \"KS\". Skriv \"au\" eller \"fs\", eller lägg till organet i klubba.yml",
            "no body has the code \"KS\". Write \"au\" or \"fs\", or add the body to klubba.yml"
        ),
        Message(
            .invalidYAML(fault: .keyInValue("synlighet")), "K022", .error,
            "huvudet kan inte läsas: \"synlighet:\" läses som en del av värdet. Skriv nyckeln längst till vänster på en egen rad, med mellanslag efter kolonet",
            "the front matter cannot be read: \"synlighet:\" is read as a part of the value. Write the key at the left margin on a line of its own, with a space after the colon"
        ),
        Message(
            .headNotRead(.opening("–––")), "K230", .error,
            "huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"–––\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden",
            "the front matter is not read: it has to begin with a line of three hyphens (---), but here is \"–––\", which is typeset dashes (Word makes them of hyphens). Write --- on the line"
        ),
        Message(
            .headNotRead(.opening("----")), "K230", .error,
            "huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"----\". Skriv --- på raden",
            "the front matter is not read: it has to begin with a line of three hyphens (---), but here is \"----\". Write --- on the line"
        ),
        Message(
            .headNotRead(.closing("—", line: 4)), "K230", .error,
            "huvudet ska sluta med en rad med bara tre bindestreck (---), men på rad 4 står \"—\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden",
            "the front matter has to end with a line of three hyphens (---), but line 4 is \"—\", which is typeset dashes (Word makes them of hyphens). Write --- on the line"
        ),
        Message(
            .headNotRead(.withoutDashes("synlighet: ledamöter")), "K230", .error,
            "\"synlighet: ledamöter\" ser ut att höra till ett huvud, men saknar raden med tre bindestreck ovanför. Skriv en rad med bara --- före och en efter",
            "\"synlighet: ledamöter\" seems to belong to a front matter, but has no line of three hyphens above it. Write a line with only --- before and one after"
        ),
        Message(
            .headNotRead(.textBefore), "K230", .error,
            "här börjar ett huvud, men det läses inte eftersom det står text före det. Flytta huvudet till filens början",
            "a front matter begins here, but is not read since there is text before it. Move it to the file's beginning"
        ),
        Message(
            .headNotRead(.belowTheHead), "K230", .error,
            "raden hör hemma i huvudet men står under det och läses inte. Flytta upp den till huvudet",
            "the line belongs in the front matter but stands below it and is not read. Move it up into the front matter"
        ),
        Message(
            .headNotRead(.notMarkdown), "K230", .error,
            "filen börjar med ett huvud, men det läses bara i Markdownfiler. Byt namn på filen så att det slutar på .md, eller ta bort huvudet",
            "the file begins with a front matter, which is read in Markdown files only. Rename the file so that it ends in .md, or remove the front matter"
        ),
        Message(
            .commentInText(key: "titel", comment: "på Storgatan"), "K231", .warning,
            "det som står efter # är en kommentar och kommer inte med i \"titel\": \"på Storgatan\". Sätt värdet inom citattecken om det ska med",
            "what follows # is a comment and no part of \"titel\": \"på Storgatan\". Put the value in quotation marks if it belongs there"
        ),
        Message(
            .keyWithoutMeaningHere(key: "sekretess"), "K232", .error,
            "\"sekretess\" betyder ingenting här, så texten skulle inte döljas. Skriv \"synlighet: sekretess\"",
            "\"sekretess\" has no meaning here, so nothing would be hidden. Write \"synlighet: sekretess\""
        ),
        Message(
            .keyWithoutMeaningHere(key: "synlighet"), "K232", .error,
            "\"synlighet\" betyder ingenting här, så texten skulle inte döljas. Skriv den i ärendets, mötets eller sidans eget huvud",
            "\"synlighet\" has no meaning here, so nothing would be hidden. Write it in the matter's, the meeting's or the page's own front matter"
        ),
        Message(
            .secrecyWithoutVisibility, "K233", .error,
            "\"sekretess\" döljer ingenting för sig. Skriv också \"synlighet: sekretess\", eller ta bort raden",
            "\"sekretess\" hides nothing by itself. Write \"synlighet: sekretess\" too, or remove the line"
        ),
        Message(
            .wrongWeekday(date: "2020-09-18", weekday: 5), "K241", .warning,
            "2020-09-18 är en fredag. Rätta datumet eller veckodagen",
            "2020-09-18 is a Friday. Correct the date or the weekday"
        ),
        Message(
            .draftNotAllowed, "K242", .error,
            "ett möte kan inte vara utkast. Skriv \"synlighet: ledamöter\", eller \"publiceras:\" med den dag då det får visas",
            "a meeting cannot be a draft. Write \"synlighet: ledamöter\", or \"publiceras:\" with the day when it may be shown"
        ),
        Message(
            .agendaMatterIsDraft(title: "2026:1"), "K243", .warning,
            "ärendet 2026:1 är ett utkast och står inte på föredragningslistan. Ta bort \"synlighet: utkast\" i ärendet innan kallelsen skickas",
            "the matter 2026:1 is a draft and stands on no agenda. Remove \"synlighet: utkast\" from it before the kallelse is sent"
        ),
        Message(
            .notAnOutputFile(name: "../x"), "K466", .error,
            "\"../x\" är ingen fil eller mapp på webbplatsen. Skriv den från webbplatsens rot, som robots.txt eller .well-known/",
            "\"../x\" is no file or folder of the site. Write it from the site's root, such as robots.txt or .well-known/"
        ),
        Message(
            .notACountOfMembers(text: "många"), "K467", .error,
            "\"många\" är inget antal ledamöter. Skriv ett helt tal, som 7, eller en lista: [{namn: Anna Alm, för: Uppsala kommun}]",
            "\"många\" is no number of members. Write a whole number, such as 7, or a list: [{namn: Anna Alm, för: Uppsala kommun}]"
        ),
        Message(
            .notAFileFolder(name: "arenden"), "K244", .error,
            "\"arenden\" är ingen mapp för filer. Skriv namnet på en mapp i content/, som \"underlag\" (arenden, moten och sidor har egna regler)",
            "\"arenden\" is no folder for files. Write the name of a folder in content/, such as \"underlag\" (arenden, moten and sidor have rules of their own)"
        ),
        Message(
            .profileMissing, "K040", .warning,
            "klubba.yml saknas. Organen AU och FS används, och webbplatsen får inget namn. Lägg klubba.yml i webbplatsens rot",
            "klubba.yml is missing. The bodies AU and FS are used, and the site has no name. Put klubba.yml at the site's root"
        ),
        Message(
            .profileNotAMap, "K041", .error,
            "klubba.yml ska bestå av nycklar och värden, som \"organisation: Förbundets namn\"",
            "klubba.yml is made of keys and values, such as \"organisation: Name\""
        ),
        Message(
            .profileIncomplete(key: "organisation"), "K042", .warning,
            "\"organisation\" saknas i klubba.yml. Lägg till den",
            "\"organisation\" is missing from klubba.yml. Add it"
        ),
        Message(
            .bodyWithoutCode, "K043", .error,
            "organet saknar kod. Skriv som \"kod: FS\"",
            "the body has no code. Write it like \"kod: FS\""
        ),
        Message(
            .bodyCodeTaken(code: "titel"), "K044", .error,
            "koden \"titel\" kan inte användas: den finns redan, eller är en nyckel med annan betydelse. Välj en annan",
            "the code \"titel\" cannot be used: it is there already, or is a key with another meaning. Choose another"
        ),
        Message(
            .unknownTimeZone(name: "Europa/Stockholm"), "K045", .error,
            "tidszonen \"Europa/Stockholm\" är okänd. Skriv som Europe/Stockholm",
            "the time zone \"Europa/Stockholm\" is unknown. Write it like Europe/Stockholm"
        ),
        Message(
            .invalidAddress(address: "www.example.se"), "K046", .error,
            "\"www.example.se\" är ingen webbadress. Skriv som https://handlingar.example.se",
            "\"www.example.se\" is no web address. Write it like https://handlingar.example.se"
        ),
        Message(
            .invalidNumber(text: "tre"), "K047", .error,
            "\"tre\" är inget antal dagar. Skriv ett helt tal, som 21",
            "\"tre\" is no number of days. Write a whole number, such as 21"
        ),
        Message(
            .publishingPlace(written: "ftp:x", forms: "mapp:MAPP"), "K280", .error,
            "\"ftp:x\" är ingen plats att publicera på. Skriv till: mapp:MAPP",
            "\"ftp:x\" is no place to publish to. Write till: mapp:MAPP"
        ),
        Message(
            .titleMissing, "K050", .error,
            "ärendet har ingen titel. Skriv \"titel:\" i huvudet, eller en rubrik som börjar med #",
            "the matter has no title. Write \"titel:\" in its front matter, or a heading that begins with #"
        ),
        Message(
            .diaryNumberMissing, "K051", .warning,
            "dnr saknas. Skriv \"dnr:\" i huvudet",
            "dnr is missing. Write \"dnr:\" in the front matter"
        ),
        Message(
            .sameDiaryNumber(dnr: "2019:30", other: "content/arenden/a.md"), "K052", .error,
            "dnr 2019:30 används redan i content/arenden/a.md. Ge det ena ärendet ett annat dnr",
            "dnr 2019:30 is already used in content/arenden/a.md. Give one of the matters another dnr"
        ),
        Message(
            .bodiesOutOfOrder(decides: "FS", prepares: "AU"), "K053", .warning,
            "FS beslutar innan AU har berett ärendet. Kontrollera datumen",
            "FS decides before AU has prepared the matter. Check the dates"
        ),
        Message(
            .sameAttachmentNumber(number: "6.1", meeting: "FS 2020-09-18", other: "content/arenden/a.md"), "K054", .error,
            "bilaga 6.1 på FS 2020-09-18 används redan av content/arenden/a.md. Ge den ena ett annat nummer",
            "bilaga 6.1 at FS 2020-09-18 is already used by content/arenden/a.md. Give one of them another number"
        ),
        Message(
            .dayWasSent(meeting: "FS 2020-09-18", key: "fs", date: "2020-09-18"), "K216", .warning,
            "ärendet behandlades på FS 2020-09-18 enligt den förseglade kallelsen men har inte den dagen längre. Det står kvar där: lägg till \"fs: 2020-09-18\"",
            "the matter was handled at FS 2020-09-18, as the sealed kallelse says, but no longer has that day. It stays there: add \"fs: 2020-09-18\""
        ),
        Message(
            .numberWasSent(written: "7", sent: "6", meeting: "FS 2020-09-18"), "K215", .warning,
            "ärendet har bilaga 7, men kallelsen till FS 2020-09-18 skickades med bilaga 6. Det som skickades gäller där: skriv det, eller ett eget nummer för nästa möte",
            "the matter has bilaga 7, but the kallelse to FS 2020-09-18 was sent with bilaga 6. What was sent holds there: write that, or a number of its own for the next meeting"
        ),
        Message(
            .gapBetweenMatters(missing: "4–5", meeting: "FS 2020-09-18"), "K055", .warning,
            "bilaga 4–5 saknas på FS 2020-09-18. Kontrollera numreringen",
            "bilaga 4–5 is missing at FS 2020-09-18. Check the numbering"
        ),
        Message(
            .gapWithinMatter(missing: "6.2"), "K056", .warning,
            "bilaga 6.2 saknas i ärendet. Lägg till den, eller rätta \"bilaga\" i huvudet",
            "bilaga 6.2 is missing from the matter. Add it, or correct \"bilaga\" in the front matter"
        ),
        Message(
            .amountDiffers(stated: "1 050 000 kronor", found: ["200 000 kronor", "300 000 kronor"]), "K057", .warning,
            "belopp är 1 050 000 kronor men förslaget säger 200 000 kronor, 300 000 kronor. Rätta det ena",
            "belopp is 1 050 000 kronor but the proposal says 200 000 kronor, 300 000 kronor. Correct one of them"
        ),
        Message(
            .periodDiffers(stated: "2021-01-01 – 2021-12-31", found: ["2021-01-01 – 2022-12-31"]), "K058", .warning,
            "period är 2021-01-01 – 2021-12-31 men förslaget säger 2021-01-01 – 2022-12-31. Rätta det ena",
            "period is 2021-01-01 – 2021-12-31 but the proposal says 2021-01-01 – 2022-12-31. Correct one of them"
        ),
        Message(
            .proposalWithoutClauses(heading: "Förslag till beslut"), "K059", .warning,
            "under \"Förslag till beslut\" finns ingen att-sats. Skriv förslaget som \"- **att** …\"",
            "there is no clause under \"Förslag till beslut\". Write the proposal as \"- **att** …\""
        ),
        Message(
            .furtherProposal(heading: "Förslag till beslut"), "K461", .warning,
            "\"Förslag till beslut\" är ärendets andra förslag till beslut och läses inte som förslag. Skriv alla satser under det första",
            "\"Förslag till beslut\" is the matter's second proposal and is not read as one. Write all clauses under the first"
        ),
        Message(
            .nearlyProposal(heading: "Förslag till beslutt"), "K462", .warning,
            "under \"Förslag till beslutt\" står att-satser, men ärendet har inget förslag. Kalla rubriken \"Förslag till beslut\" om det är förslaget",
            "there are clauses under \"Förslag till beslutt\", but the matter has no proposal. Call the heading \"Förslag till beslut\" if it is the proposal"
        ),
        Message(
            .attachmentFileMissing(name: "budget.pdf"), "K060", .warning,
            "bilagan \"budget.pdf\" finns inte i ärendets mapp och visas som saknad. Lägg dit filen",
            "the bilaga \"budget.pdf\" is not in the matter's folder and is shown as missing. Put the file there"
        ),
        Message(
            .attachmentWithoutFile(title: "Budget"), "K061", .warning,
            "bilagan \"Budget\" har ingen fil och visas som saknad. Lägg till \"fil\"",
            "the bilaga \"Budget\" has no file and is shown as missing. Add \"fil\""
        ),
        Message(
            .attachmentOutside(path: "../budget.pdf"), "K062", .error,
            "\"../budget.pdf\" ligger utanför ärendets egen mapp. Kopiera filen dit",
            "\"../budget.pdf\" lies outside the matter's own folder. Copy the file there"
        ),
        Message(
            .sameAddress(address: "arenden/2019-30/", other: "content/arenden/a.md"), "K063", .error,
            "adressen /arenden/2019-30/ används redan av content/arenden/a.md. Byt dnr eller filnamn på det ena",
            "the address /arenden/2019-30/ is already used by content/arenden/a.md. Change the dnr or the file name of one of them"
        ),
        Message(
            .secretWithoutDiaryNumber, "K064", .error,
            "ett sekretessärende måste ha dnr, för titeln får inte synas. Skriv \"dnr:\" i huvudet",
            "a secret matter must have a dnr, for its title may not be seen. Write \"dnr:\" in its front matter"
        ),
        Message(
            .attachmentListedTwice(name: "budget.pdf"), "K065", .error,
            "\"budget.pdf\" står två gånger i \"bilagor\". Ta bort den ena",
            "\"budget.pdf\" stands twice in \"bilagor\". Remove one of them"
        ),
        Message(
            .sameNumberInMatter(number: "6.1", other: "content/arenden/a/budget.pdf"), "K066", .error,
            "bilaga 6.1 används redan av content/arenden/a/budget.pdf i samma ärende. Ge den ena ett annat nummer",
            "bilaga 6.1 is already used by content/arenden/a/budget.pdf in the same matter. Give one of them another number"
        ),
        Message(
            .meetingNameDate(text: "2020-02-30"), "K070", .error,
            "filnamnet har ett datum som inte finns, \"2020-02-30\". Byt namn, som fs-2020-09-18.md",
            "the file's name has a date that does not exist, \"2020-02-30\". Rename it, like fs-2020-09-18.md"
        ),
        Message(
            .meetingNameBody(code: "ks", known: ["au", "fs"]), "K071", .error,
            "filnamnet börjar med \"ks\", men inget organ har den koden. Skriv \"au\" eller \"fs\", eller lägg till organet i klubba.yml",
            "the file's name begins with \"ks\", but no body has that code. Write \"au\" or \"fs\", or add the body to klubba.yml"
        ),
        Message(
            .meetingNameUnreadable, "K072", .error,
            "filens namn säger inte vilket möte det är. Ge den ett namn som fs-2020-09-18.md, eller skriv \"organ:\" och \"datum:\" i huvudet",
            "the file's name does not say which meeting it is. Name it like fs-2020-09-18.md, or write \"organ:\" and \"datum:\" in its front matter"
        ),
        Message(
            .meetingContradictsName(key: "organ", value: "AU", name: "FS"), "K073", .error,
            "\"organ: AU\" stämmer inte med filnamnet, som säger FS. Rätta det ena",
            "\"organ: AU\" does not agree with the file's name, which says FS. Correct one of them"
        ),
        Message(
            .sameMeeting(meeting: "FS 2020-09-18", other: "content/moten/fs-200918.md"), "K074", .error,
            "mötet FS 2020-09-18 finns redan i content/moten/fs-200918.md. Ta bort den ena filen",
            "the meeting FS 2020-09-18 is already in content/moten/fs-200918.md. Remove one of the files"
        ),
        Message(
            .timeOfOtherDay(time: "11 december 2026 kl. 13", day: "2026-12-11", meeting: "FS 2026-12-18"), "K210",
            .warning,
            "\"tid: 11 december 2026 kl. 13\" säger 2026-12-11, men mötet är FS 2026-12-18. Rätta dagen, eller skriv bara klockslagen",
            "\"tid: 11 december 2026 kl. 13\" says 2026-12-11, but the meeting is FS 2026-12-18. Correct the day, or write the hours alone"
        ),
        Message(
            .meetingFileMissing(name: "utskick.pdf", folder: "content/moten/fs-2020-09-18/"), "K211", .warning,
            "filen utskick.pdf finns inte i content/moten/fs-2020-09-18/. Lägg den där, eller rätta namnet",
            "the file utskick.pdf is not in content/moten/fs-2020-09-18/. Put it there, or correct the name"
        ),
        Message(
            .movedMeetingRemains(meeting: "FS 2020-09-11", other: "content/moten/fs-2020-09-11.md"), "K212", .error,
            "mötet skulle vara flyttat från FS 2020-09-11, men det mötet finns i content/moten/fs-2020-09-11.md. Ta bort den filen, eller rätta \"flyttat-från\"",
            "the meeting is said to be moved from FS 2020-09-11, but that meeting is in content/moten/fs-2020-09-11.md. Remove that file, or correct \"flyttat-från\""
        ),
        Message(
            .movedTwice(meeting: "FS 2020-09-11", other: "content/moten/fs-2020-09-18.md"), "K214", .error,
            "mötet skulle vara flyttat från FS 2020-09-11, men det säger också content/moten/fs-2020-09-18.md. Rätta \"flyttat-från\" i det ena",
            "the meeting is said to be moved from FS 2020-09-11, but so is content/moten/fs-2020-09-18.md. Correct \"flyttat-från\" in one of them"
        ),
        Message(
            .meetingWithoutFile(meeting: "FS 2020-09-18", file: "content/moten/fs-2020-09-18.md"), "K075", .warning,
            "mötet FS 2020-09-18 har ingen egen fil. Skapa content/moten/fs-2020-09-18.md med tid och plats",
            "the meeting FS 2020-09-18 has no file of its own. Make content/moten/fs-2020-09-18.md with its time and place"
        ),
        Message(
            .recordWithoutMeeting(meeting: "FS 2020-09-18"), "K076", .error,
            "protokollet hör till FS 2020-09-18, ett möte som inte finns. Rätta filnamnet, eller skapa mötet",
            "the record belongs to FS 2020-09-18, a meeting that does not exist. Correct the file's name, or make the meeting"
        ),
        Message(
            .agendaMatterUnknown(dnr: "2019:31", nearest: "2019:30"), "K077", .warning,
            "dagordningen nämner 2019:31, men inget ärende har det diarienumret. Menade du 2019:30?",
            "the agenda names 2019:31, but no matter has that dnr. Did you mean 2019:30?"
        ),
        Message(
            .agendaMatterUnknown(dnr: "2019:31", nearest: nil), "K077", .warning,
            "dagordningen nämner 2019:31, men inget ärende har det diarienumret. Rätta det, eller skapa ärendet",
            "the agenda names 2019:31, but no matter has that dnr. Correct it, or make the matter"
        ),
        Message(
            .agendaMatterNotDated(dnr: "2019:30", key: "fs", date: "2020-09-18"), "K078", .warning,
            "2019:30 står på dagordningen men har inte mötets datum. Skriv \"fs: 2020-09-18\" i ärendet",
            "2019:30 is on the agenda but does not have the meeting's date. Write \"fs: 2020-09-18\" in the matter"
        ),
        Message(
            .originalListed(name: "ansokan.pdf", text: "ansokan.md"), "K452", .error,
            "\"ansokan.pdf\" är originalet till ansokan.md (\"fil:\" i dess huvud) och syns för dem som får se den. Ta bort raden, eller \"fil:\" där",
            "\"ansokan.pdf\" is the original of ansokan.md (\"fil:\" in its front matter), seen by whoever may see that. Remove the line, or \"fil:\" there"
        ),
        Message(
            .doneOnDayToCome(key: "justerat", date: "2026-12-10"), "K453", .warning,
            "justerat: 2026-12-10 är en dag som inte har kommit, så det räknas inte förrän då. Rätta datumet om det är fel",
            "justerat: 2026-12-10 is a day to come, so it does not count until then. Correct the date if it is wrong"
        ),
        Message(
            .cancelledWithRecord(meeting: "FS 2026-11-06"), "K454", .warning,
            "FS 2026-11-06 är inställt men har ett protokoll. Rätta mötets status, eller ta bort protokollet",
            "FS 2026-11-06 is cancelled but has minutes. Correct the meeting's status, or remove the minutes"
        ),
        Message(
            .heldOnDayToCome(day: "2026-12-11"), "K455", .warning,
            "mötet står som genomfört men är den 2026-12-11. Ta bort \"status:\", eller rätta datumet",
            "the meeting is marked as held but is on 2026-12-11. Remove \"status:\", or correct the date"
        ),
        Message(
            .linkNotRead(target: "/dokument/Plan 2026.pdf"), "K456", .warning,
            "länken läses inte, för dess mål har mellanslag. Skriv målet så: </dokument/Plan 2026.pdf>",
            "the link is not read, since its target has spaces. Write the target like this: </dokument/Plan 2026.pdf>"
        ),
        Message(
            .paragraphMatterNotDated(matter: "2019:30", key: "fs", date: "2020-09-18"), "K440", .warning,
            "2019:30 behandlas i paragrafen men har inte mötets datum. Skriv \"fs: 2020-09-18\" i ärendet",
            "2019:30 is dealt with in the paragraph but does not have the meeting's date. Write \"fs: 2020-09-18\" in the matter"
        ),
        Message(
            .clauseUndecided(number: 2, matter: "2019:30"), "K441", .warning,
            "inget sägs om att-sats 2 i förslaget till 2019:30. Skriv \"2 bifall\", \"2 avslag\" eller \"2 utgår\" också",
            "nothing is said of clause 2 of the proposal in 2019:30. Write \"2 bifall\", \"2 avslag\" or \"2 utgår\" too"
        ),
        Message(
            .agendaMatterTwice(dnr: "2019:30"), "K079", .warning,
            "2019:30 står två gånger på dagordningen. Ta bort den ena raden",
            "2019:30 is on the agenda twice. Remove one of the lines"
        ),
        Message(
            .agendaLineOfSeveral(dnrs: ["2019:30", "2019:31"]), "K200", .warning,
            "raden nämner flera ärenden (2019:30, 2019:31) och visas därför som text. Ge varje ärende en egen rad",
            "the line names several matters (2019:30, 2019:31) and is therefore shown as text. Give each matter a line of its own"
        ),
        Message(
            .summonsNotSealed(meeting: "FS 2020-09-18", name: "fs-2020-09-18"), "K201", .warning,
            "kallelsen till FS 2020-09-18 har en dag men är inte förseglad, så bilagornas nummer kan fortfarande ändras. Kör \"klubba seal fs-2020-09-18\" när den skickas",
            "the kallelse to FS 2020-09-18 has a day but is not sealed, so its papers' numbers can still change. Run \"klubba seal fs-2020-09-18\" when it is sent"
        ),
        Message(
            .numberOutsideRange(number: "7.1", file: "content/arenden/a/arende.md"), "K202", .warning,
            "numret 7.1 ligger utanför ärendets nummer i content/arenden/a/arende.md, så bilagan får det inte. Ändra \"bilaga\" där, eller numret här",
            "the number 7.1 is outside the matter's numbers in content/arenden/a/arende.md, so the bilaga does not get it. Change \"bilaga\" there, or the number here"
        ),
        Message(
            .lineOfHidden(text: "Föredragning 2019:30"), "K203", .warning,
            "\"Föredragning 2019:30\" kan handla om ett ärende som den här utgåvan inte får visa, och visas därför inte. Skriv om rubriken om den handlar om något annat",
            "\"Föredragning 2019:30\" may be about a matter that this edition may not show, and is therefore not shown. Reword the heading if it is about something else"
        ),
        Message(
            .linkTargetUnknown(target: "sidor/omm.md", nearest: "sidor/om.md"), "K080", .error,
            "länken leder till \"sidor/omm.md\", som inte finns. Menade du \"sidor/om.md\"?",
            "the link leads to \"sidor/omm.md\", which does not exist. Did you mean \"sidor/om.md\"?"
        ),
        Message(
            .linkTargetUnknown(target: "sidor/x.md", nearest: nil), "K080", .error,
            "länken leder till \"sidor/x.md\", som inte finns. Rätta den",
            "the link leads to \"sidor/x.md\", which does not exist. Correct it"
        ),
        Message(
            .linkTargetHidden(target: "arenden/a.md"), "K081", .warning,
            "länken leder till \"arenden/a.md\", som läsarna inte får se. Den visas som vanlig text",
            "the link leads to \"arenden/a.md\", which the readers may not see. It is shown as plain text"
        ),
        Message(
            .linkUnsafe(target: "javascript:alert(1)"), "K082", .warning,
            "länken \"javascript:alert(1)\" har en adresstyp som inte tillåts. Den visas som vanlig text",
            "the link \"javascript:alert(1)\" is of a kind that is not allowed. It is shown as plain text"
        ),
        Message(
            .identityNumber(address: nil), "K090", .error,
            "här står ett personnummer. Ta bort det, eller intyga med klubba review att det inte är något",
            "here is a personal identity number. Remove it, or state with klubba review that it is none"
        ),
        Message(
            .identityNumber(address: "sidor/x/index.html"), "K090", .error,
            "härifrån kommer ett personnummer till sidor/x/index.html. Ta bort det, eller intyga med klubba review att det inte är något",
            "from here a personal identity number comes to sidor/x/index.html. Remove it, or state with klubba review that it is none"
        ),
        Message(
            .identityNumber(address: nil, part: .page(3)), "K090", .error,
            "här står ett personnummer, på sida 3. Ta bort det, eller intyga med klubba review att det inte är något",
            "here is a personal identity number, on page 3. Remove it, or state with klubba review that it is none"
        ),
        Message(
            .identityNumber(address: nil, part: .part("word/comments.xml")), "K090", .error,
            "här står ett personnummer, i en kommentar (\"word/comments.xml\"). Ta bort det, eller intyga med klubba review att det inte är något",
            "here is a personal identity number, in a comment (\"word/comments.xml\"). Remove it, or state with klubba review that it is none"
        ),
        Message(
            .fileNotRead(.locked, isLeftOut: true), "K260", .warning,
            "filen kunde inte granskas: den är låst med lösenord. Den publiceras inte förrän någon har tittat på den: klubba review",
            "the file could not be looked through: it is locked with a password. It is not published until somebody has looked at it: klubba review"
        ),
        Message(
            .fileNotRead(.toolMissing("poppler-utils"), isLeftOut: false), "K260", .warning,
            "filen kunde inte granskas: programmet som läser den saknas, installera poppler-utils. Den är med för ledamöterna men publiceras inte förrän någon har tittat på den: klubba review",
            "the file could not be looked through: the program that reads it is missing, install poppler-utils. The members have it, but it is not published until somebody has looked at it: klubba review"
        ),
        Message(
            .identityNumberInTraces(.part("customXml/a.txt")), "K264", .warning,
            "originalet har ett personnummer, i \"customXml/a.txt\" i filen, som inte följer med i den publicerade kopian. Ta bort det ur filen om den skickas vidare",
            "the original has a personal identity number, in \"customXml/a.txt\" in the file, which is not in the published copy. Remove it from the file if it is sent on"
        ),
        Message(
            .hiddenMentioned(name: "2027:9"), "K266", .warning,
            "texten nämner \"2027:9\", som hör till ett ärende som läsarna inte får se. Stryk det, eller låt det stå om det får synas",
            "the text mentions \"2027:9\", which belongs to a matter that its readers may not see. Remove it, or leave it if it may be seen"
        ),
        Message(
            .tracesLeft(isToolMissing: true), "K265", .warning,
            "filen publiceras med sina spår, som vem som gjorde den och tidigare versioner: klubba-pdf saknas, se klubba tools documents. Spara om den utan dem, eller skriv spår: {pdf: behåll} i klubba.yml",
            "the file is published with its traces, such as who made it and earlier versions: klubba-pdf is missing, see klubba tools documents. Save it anew without them, or write spår: {pdf: behåll} in klubba.yml"
        ),
        Message(
            .reviewedWithoutBytes(by: "2020-09-10 NN"), "K261", .warning,
            "filen kunde inte läsas och publiceras för att den är granskad (2020-09-10 NN), men ingen vet vilka bytes den hade då. Granska den med klubba review",
            "the file could not be read and is published since it was reviewed (2020-09-10 NN), but nobody knows which bytes it had then. Review it with klubba review"
        ),
        Message(
            .reviewOutOfDate(file: "content/a.pdf"), "K262", .warning,
            "content/a.pdf är ändrad eller borta sedan den granskades. Granska den igen med klubba review",
            "content/a.pdf has changed or is gone since it was reviewed. Review it again with klubba review"
        ),
        Message(
            .reviewUnreadable, "K263", .error,
            "raden går inte att läsa. Ta bort den och granska filen igen med klubba review",
            "the line cannot be read. Remove it and review the file again with klubba review"
        ),
        Message(
            .emailAddress, "K091", .warning,
            "här står en e-postadress. Ta bort den, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om den får publiceras",
            "here is an e-mail address. Remove it, or write \"personuppgifter-granskade: date name\" in the front matter if it may be published"
        ),
        Message(
            .phoneNumber, "K092", .warning,
            "här står ett telefonnummer. Ta bort det, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om det får publiceras",
            "here is a phone number. Remove it, or write \"personuppgifter-granskade: date name\" in the front matter if it may be published"
        ),
        Message(
            .unknownOutcome(word: "bifal", nearest: "bifall"), "K120", .error,
            "\"bifal\" är inget känt beslut. Menade du \"bifall\"?",
            "\"bifal\" is no known decision. Did you mean \"bifall\"?"
        ),
        Message(
            .unknownOutcome(word: "klart", nearest: nil), "K120", .error,
            "\"klart\" är inget känt beslut. Skriv till exempel bifall, avslag, återremiss eller bordläggning till 2020-10-23",
            "\"klart\" is no known decision. Write for example bifall, avslag, återremiss or bordläggning till 2020-10-23"
        ),
        Message(
            .recordNotSealed(meeting: "fs-2020-09-18"), "K224", .warning,
            "protokollet är justerat men inte förseglat. Försegla det med: klubba seal fs-2020-09-18",
            "the record is approved but not sealed. Seal it with: klubba seal fs-2020-09-18"
        ),
        Message(
            .postingOverdue(due: "2020-09-27", paragraph: 45), "K129", .warning,
            "§ 45 skulle ha anslagits senast 2020-09-27. Anslå det och skriv \"Anslaget:\" under \"Justerat:\"",
            "§ 45 should have been posted by 2020-09-27. Post it and write \"Anslaget:\" below \"Justerat:\""
        ),
        Message(
            .noticeDownTooEarly(date: "2020-10-01", last: "2020-10-19"), "K439", .warning,
            "anslaget togs ned 2020-10-01, men skulle ha suttit uppe till och med 2020-10-19, sista dagen att överklaga. Sätt upp det igen, eller rätta datumet",
            "the notice came down on 2020-10-01, but should have stayed up through 2020-10-19, the last day to appeal. Put it up again, or correct the date"
        ),
        Message(
            .noticeDownTooEarly(date: "2020-09-25", last: nil), "K439", .warning,
            "anslaget kan inte vara nedtaget 2020-09-25, innan det sattes upp. Rätta datumet",
            "the notice cannot have come down on 2020-09-25, before it went up. Correct the date"
        ),
        Message(
            .placeholder(text: "- **att** …"), "K223", .warning,
            "\"- **att** …\" är inte ifyllt, och kan inte förseglas så. Skriv det som ska stå där, eller ta bort raden",
            "\"- **att** …\" is not filled in, and can't be sealed like that. Write what should stand there, or remove the line"
        ),
        Message(
            .decisionsContradict(first: "bifall", firstLine: 12, other: "Ärendet bordläggs"), "K220", .error,
            "paragrafen säger två saker: \"bifall\" på rad 12 och \"Ärendet bordläggs\" här. Låt den säga en, eller skriv beslutet sats för sats: \"Beslut: 1 bifall, 2 avslag\"",
            "the paragraph says two things: \"bifall\" on line 12 and \"Ärendet bordläggs\" here. Let it say one, or write the decision clause by clause: \"Beslut: 1 bifall, 2 avslag\""
        ),
        Message(
            .paragraphWithoutDecision(number: 4, matter: "2019:30"), "K221", .warning,
            "§ 4 är om 2019:30, men där står inget beslut. Skriv till exempel \"Beslut: bifall\"",
            "§ 4 is about 2019:30, but no decision stands there. Write for example \"Beslut: bifall\""
        ),
        Message(
            .approvedWithoutProposal(word: "bifall", matter: "2019:30"), "K222", .warning,
            "\"bifall\" till vad? 2019:30 har inget förslag till beslut. Skriv beslutet som att-satser under \"Beslut: enligt nedan\"",
            "\"bifall\" to what? 2019:30 has no proposal. Write the decision as clauses under \"Beslut: enligt nedan\""
        ),
        Message(
            .decisionBelowMissing(number: 4), "K431", .warning,
            "§ 4 säger \"enligt nedan\", men där står inget beslut under. Skriv att-satserna på raderna efter",
            "§ 4 says \"enligt nedan\", but no decision stands below it. Write the clauses on the lines after it"
        ),
        Message(
            .postponedBackwards(day: "2020-09-01", meeting: "FS 2020-09-18"), "K433", .warning,
            "ärendet skjuts upp till 2020-09-01, men beslutet är från FS 2020-09-18. Rätta dagen",
            "the matter is put off until 2020-09-01, but the decision is of FS 2020-09-18. Correct the day"
        ),
        Message(
            .almostHeading(text: "##Förslag till beslut"), "K430", .warning,
            "\"##Förslag till beslut\" är ingen rubrik, för mellanslaget efter # saknas. Skriv dit det",
            "\"##Förslag till beslut\" is no heading, for the space after # is missing. Put it there"
        ),
        Message(
            .agendaLineWithTitle(matter: "2019:30"), "K434", .warning,
            "raden nämner 2019:30 men är inte dess titel, så ärendet står också på en egen rad. Är raden ärendet: skriv dess dnr, eller titeln ensam",
            "the line names 2019:30 but is not its title, so the matter has a line of its own too. If the line is the matter: write its dnr, or the title alone"
        ),
        Message(
            .unreadableTime(text: "25.00"), "K432", .warning,
            "\"tid: 25.00\" har inga klockslag som går att läsa, så kalendern visar en heldag eller inget slut. Skriv som 13.00–16.00",
            "\"tid: 25.00\" has no hours that can be read, so the calendar shows a whole day or no end. Write like 13.00–16.00"
        ),
        Message(
            .unknownClause(number: 4, count: 3), "K121", .error,
            "det finns ingen att-sats 4. Förslaget har 3. Rätta numret",
            "there is no clause 4. The proposal has 3. Correct the number"
        ),
        Message(
            .sameParagraph(number: 45, other: "content/moten/fs-2020-09-18.protokoll.md"), "K122", .error,
            "§ 45 används redan i content/moten/fs-2020-09-18.protokoll.md. Ge den ena ett annat nummer",
            "§ 45 is already used in content/moten/fs-2020-09-18.protokoll.md. Give one of them another number"
        ),
        Message(
            .paragraphMatterUnknown(dnr: "2019:31", nearest: "2019:30"), "K123", .error,
            "inget ärende har dnr 2019:31. Menade du 2019:30?",
            "no matter has dnr 2019:31. Did you mean 2019:30?"
        ),
        Message(
            .paragraphMatterUnknown(dnr: "2019:31", nearest: nil), "K123", .error,
            "inget ärende har dnr 2019:31. Rätta det, eller skapa ärendet",
            "no matter has dnr 2019:31. Correct it, or make the matter"
        ),
        Message(
            .matterWithoutParagraph(matter: "2019:30"), "K124", .warning,
            "2019:30 står på dagordningen men har ingen paragraf i protokollet. Lägg till den",
            "2019:30 is on the agenda but has no paragraph in the record. Add it"
        ),
        Message(
            .paragraphOutOfOrder(number: 44, after: 45), "K125", .warning,
            "§ 44 kommer efter § 45. Kontrollera ordningen",
            "§ 44 comes after § 45. Check the order"
        ),
        Message(
            .headingNotAParagraph(heading: "Beslut"), "K126", .warning,
            "\"Beslut\" är ingen paragraf. Skriv rubriken som \"## § 45 Ärendet\"",
            "\"Beslut\" is no paragraph. Write the heading like \"## § 45 The matter\""
        ),
        Message(
            .approvedTooEarly(date: "2020-09-10"), "K127", .error,
            "protokollet kan inte vara justerat 2020-09-10, före mötet. Rätta datumet",
            "the record cannot be approved on 2020-09-10, before the meeting. Correct the date"
        ),
        Message(
            .postedTooEarly(date: "2020-09-20"), "K128", .error,
            "protokollet kan inte vara anslaget 2020-09-20, innan det är justerat. Rätta datumet",
            "the record cannot be posted on 2020-09-20, before it is approved. Correct the date"
        ),
        Message(
            .postingOverdue(due: "2020-09-27"), "K129", .warning,
            "protokollet skulle ha anslagits senast 2020-09-27. Anslå det och skriv \"anslaget:\" i huvudet",
            "the record should have been posted by 2020-09-27. Post it and write \"anslaget:\" in the front matter"
        ),
        Message(
            .clauseDecidedTwice(number: 1), "K140", .error,
            "att-sats 1 har två beslut på raden. Behåll ett",
            "clause 1 has two decisions on the line. Keep one"
        ),
        Message(
            .votesDisagree(choice: "ja", counted: 4, stated: 5), "K141", .error,
            "omröstningen går inte ihop: 4 röster för ja, men summan säger 5. Rätta det ena",
            "the votes do not add up: 4 for ja, but the sum says 5. Correct one of them"
        ),
        Message(
            .votedTwice(name: "Anna Alm"), "K142", .error,
            "Anna Alm står två gånger i omröstningen. Ta bort den ena",
            "Anna Alm stands twice in the vote. Remove one of them"
        ),
        Message(
            .tooManyVotes(votes: 8, present: 6), "K143", .error,
            "omröstningen har 8 röster, men bara 6 var med. Rätta rösterna eller närvaron",
            "the vote has 8 votes, but only 6 were there. Correct the votes or who was there"
        ),
        Message(
            .recusedVotes(name: "Anna Alm"), "K144", .warning,
            "Anna Alm nämns under Jäv eller Deltar inte i beslutet men står i omröstningen. Kontrollera",
            "Anna Alm is named under Jäv or Deltar inte i beslutet but stands in the vote. Check it"
        ),
        Message(
            .quorumMissing(present: 3, members: 6), "K145", .warning,
            "3 av 6 ledamöter var närvarande. Det är inte mer än hälften: kontrollera att organet var beslutsfört",
            "3 of 6 members were there. That is not more than half: check that the body could decide"
        ),
        Message(
            .presentIsNoMember(name: "Ove X", body: "FS", day: "2020-09-18"), "K213", .warning,
            "Ove X är antecknad som närvarande men står inte bland ledamöterna och ersättarna i FS i klubba.yml den 2020-09-18, och räknas inte. Rätta namnet, eller registret",
            "Ove X is noted as present but is not among the members and substitutes of FS in klubba.yml on 2020-09-18, and does not count. Correct the name, or the register"
        ),
        Message(
            .answersNothing(text: "§ 99"), "K146", .error,
            "\"Besvarar: § 99\" leder inte till något tidigare beslut. Skriv till exempel \"Besvarar: § 45 2020-09-18\" eller ärendets dnr",
            "\"Besvarar: § 99\" leads to no earlier decision. Write for example \"Besvarar: § 45 2020-09-18\" or the matter's dnr"
        ),
        Message(
            .noticeTakenDown(meeting: "fs-2020-09-18", until: "2020-10-19"), "K147", .error,
            "anslaget för fs-2020-09-18 ska sitta uppe till och med 2020-10-19, men det här bygget skulle ta ned det. Återställ protokollet och \"anslaget:\", eller bygg med --take-down fs-2020-09-18 om det sattes upp av misstag",
            "the notice of fs-2020-09-18 has to stay up until 2020-10-19, but this build would take it down. Restore the record and \"anslaget:\", or build with --take-down fs-2020-09-18 if it was posted by mistake"
        ),
        Message(
            .themeUnknownKey(key: "tittel", nearest: "titel"), "K100", .error,
            "mallen använder \"tittel\", som inte finns här. Menade du \"titel\"?",
            "the template uses \"tittel\", which is not known here. Did you mean \"titel\"?"
        ),
        Message(
            .themeUnknownKey(key: "x", nearest: nil), "K100", .error,
            "mallen använder \"x\", som inte finns här. Rätta eller ta bort den",
            "the template uses \"x\", which is not known here. Correct or remove it"
        ),
        Message(
            .themeUnknownPartial(name: "hufud", nearest: "huvud"), "K101", .error,
            "mallen \"hufud\" finns inte. Menade du \"huvud\"?",
            "there is no template \"hufud\". Did you mean \"huvud\"?"
        ),
        Message(
            .themeUnknownPartial(name: "x", nearest: nil), "K101", .error,
            "mallen \"x\" finns inte. Lägg den i theme/",
            "there is no template \"x\". Put it in theme/"
        ),
        Message(
            .themeSyntax(fault: .tagNotClosed), "K102", .error,
            "temats fil kan inte användas: {{ utan }}. Sätt dit }}",
            "the theme's file cannot be used: {{ without }}. Add }}"
        ),
        Message(
            .themeSyntax(fault: .emptyTag), "K102", .error,
            "temats fil kan inte användas: {{ }} utan namn. Skriv ett namn eller ta bort den",
            "the theme's file cannot be used: {{ }} without a name. Write a name or remove it"
        ),
        Message(
            .themeSyntax(fault: .badDelimiters), "K102", .error,
            "temats fil kan inte användas: fel form på byte av avgränsare. Skriv som {{=<% %>=}}",
            "the theme's file cannot be used: a change of delimiters of the wrong form. Write it like {{=<% %>=}}"
        ),
        Message(
            .themeSyntax(fault: .sectionNotClosed("bilagor")), "K102", .error,
            "temats fil kan inte användas: {{#bilagor}} avslutas aldrig. Sätt dit {{/bilagor}}",
            "the theme's file cannot be used: {{#bilagor}} is never closed. Add {{/bilagor}}"
        ),
        Message(
            .themeSyntax(fault: .endWithoutSection("bilagor")), "K102", .error,
            "temats fil kan inte användas: {{/bilagor}} har ingen början. Ta bort den",
            "the theme's file cannot be used: {{/bilagor}} has no beginning. Remove it"
        ),
        Message(
            .themeSyntax(fault: .notText("bilagor")), "K102", .error,
            "temats fil kan inte användas: \"bilagor\" är ingen text. Använd {{#bilagor}} … {{/bilagor}}",
            "the theme's file cannot be used: \"bilagor\" is no text. Use {{#bilagor}} … {{/bilagor}}"
        ),
        Message(
            .themeSyntax(fault: .notObject("titel")), "K102", .error,
            "temats fil kan inte användas: \"titel\" har inga egna nycklar. Ta bort det som står efter punkten",
            "the theme's file cannot be used: \"titel\" has no keys of its own. Remove what follows the dot"
        ),
        Message(
            .themeSyntax(fault: .unknownBlock("fot")), "K102", .error,
            "temats fil kan inte användas: layouten har inget block \"fot\". Rätta namnet",
            "the theme's file cannot be used: the layout has no block \"fot\". Correct the name"
        ),
        Message(
            .themeSyntax(fault: .contentOutsideBlock), "K102", .error,
            "temats fil kan inte användas: text utanför layoutens block visas aldrig. Flytta in den i ett block",
            "the theme's file cannot be used: text outside the layout's blocks is never shown. Move it into a block"
        ),
        Message(
            .themeSyntax(fault: .endlessPartial("huvud")), "K102", .error,
            "temats fil kan inte användas: mallen \"huvud\" anropar sig själv utan slut. Ta bort anropet",
            "the theme's file cannot be used: the template \"huvud\" calls itself without end. Remove the call"
        ),
        Message(
            .themeSyntax(fault: .nestedTooDeep), "K102", .error,
            "temats fil kan inte användas: mallarna går för många nivåer ner. Förenkla dem",
            "the theme's file cannot be used: the templates go too many levels down. Simplify them"
        ),
        Message(
            .themeSyntax(fault: .tooLarge), "K102", .error,
            "temats fil kan inte användas: mallen är för stor. Dela den",
            "the theme's file cannot be used: the template is too large. Divide it"
        ),
        Message(
            .themeSyntax(fault: .notUTF8), "K102", .error,
            "temats fil kan inte användas: filen är inte UTF-8. Spara den som UTF-8",
            "the theme's file cannot be used: the file is not UTF-8. Save it as UTF-8"
        ),
        Message(
            .themeSyntax(fault: .duplicateText("motet")), "K102", .error,
            "temats fil kan inte användas: nyckeln \"motet\" finns redan i filen. Ta bort den ena",
            "the theme's file cannot be used: the key \"motet\" is already in the file. Remove one of them"
        ),
        Message(
            .themeSyntax(fault: .misplacedFile), "K102", .error,
            "temats fil kan inte användas: temat har mallar (.mustache), texter/ och tillgangar/; filen hör inte hemma här. Flytta den",
            "the theme's file cannot be used: a theme has templates (.mustache), texter/ and tillgangar/; the file has no place here. Move it"
        ),
        Message(
            .themeSyntax(fault: .sameAssetName("stil.css", other: "stil-css")), "K102", .error,
            "temats fil kan inte användas: \"stil.css\" kan inte skiljas från \"stil-css\" i mallar. Byt namn på den ena",
            "the theme's file cannot be used: templates cannot tell \"stil.css\" from \"stil-css\". Rename one of them"
        ),
        Message(
            .themeSyntax(fault: .unknownLanguage("no")), "K102", .error,
            "temats fil kan inte användas: det finns inga texter på språket \"no\". Lägg till texter/no.txt",
            "the theme's file cannot be used: there are no texts in the language \"no\". Add texter/no.txt"
        ),
        Message(
            .themeUnknownText(key: "mottet", nearest: "motet"), "K103", .error,
            "texten \"mottet\" finns inte i texter/. Menade du \"motet\"?",
            "there is no text \"mottet\" in texter/. Did you mean \"motet\"?"
        ),
        Message(
            .themeUnknownText(key: "x", nearest: nil), "K103", .error,
            "texten \"x\" finns inte i texter/. Lägg till den",
            "there is no text \"x\" in texter/. Add it"
        ),
        Message(
            .themeUnknownAsset(name: "still.css", nearest: "stil.css"), "K104", .error,
            "filen \"still.css\" finns inte i tillgangar/. Menade du \"stil.css\"?",
            "there is no file \"still.css\" in tillgangar/. Did you mean \"stil.css\"?"
        ),
        Message(
            .themeUnknownAsset(name: "x", nearest: nil), "K104", .error,
            "filen \"x\" finns inte i tillgangar/. Lägg till den",
            "there is no file \"x\" in tillgangar/. Add it"
        ),
        Message(
            .themeBadTextLine, "K105", .error,
            "raden ska vara \"nyckel: text\". Rätta den",
            "the line must be \"key: text\". Correct it"
        ),
        Message(
            .themeDefaultChanged(name: "arende", added: 1, removed: 2), "K390", .warning,
            "den inbyggda arende har ändrats sedan den här skrevs ut (1 rad till, 2 bort). Se vad som är nytt med \"klubba theme arende --diff\", för in det du behöver och skriv \"klubba theme arende --seen\"",
            "the default arende has changed since this was written out (1 line added, 2 removed). See what is new with \"klubba theme arende --diff\", bring over what you need and run \"klubba theme arende --seen\""
        ),
        Message(
            .themeDefaultChanged(name: "text.diarium", added: nil, removed: nil), "K390", .warning,
            "den inbyggda text.diarium har ändrats sedan den här skrevs ut. Se vad som är nytt med \"klubba theme text.diarium --diff\", för in det du behöver och skriv \"klubba theme text.diarium --seen\"",
            "the default text.diarium has changed since this was written out. See what is new with \"klubba theme text.diarium --diff\", bring over what you need and run \"klubba theme text.diarium --seen\""
        ),
        Message(
            .themeDefaultGone(name: "motesrad"), "K391", .warning,
            "den inbyggda motesrad finns inte längre. Ta bort den här om inget i temat använder den, annars bara märket",
            "the default motesrad is no longer there. Remove this if nothing in the theme uses it, else only its mark"
        ),
        Message(
            .themeTemplateUnused(nearest: "arende"), "K392", .warning,
            "ingen sida använder mallen. Menade du \"arende.mustache\"?",
            "no page uses the template. Did you mean \"arende.mustache\"?"
        ),
        Message(
            .themeTemplateUnused(nearest: nil), "K392", .warning,
            "ingen sida använder mallen. Ta bort den, eller hämta den med {{> namn}}",
            "no page uses the template. Remove it, or fetch it with {{> name}}"
        ),
        Message(
            .unknownLicence(text: "CC BY", nearest: "CC-BY-4.0"), "K393", .warning,
            "\"CC BY\" är ingen licens som Klubba känner, så ingen visas. Menade du \"CC-BY-4.0\"?",
            "\"CC BY\" is no licence that Klubba knows, so none is shown. Did you mean \"CC-BY-4.0\"?"
        ),
        Message(
            .unknownLicence(text: "fri", nearest: nil), "K393", .warning,
            "\"fri\" är ingen licens som Klubba känner, så ingen visas. Skriv till exempel \"CC0-1.0\" eller \"CC-BY-4.0\"",
            "\"fri\" is no licence that Klubba knows, so none is shown. Write for example \"CC0-1.0\" or \"CC-BY-4.0\""
        ),
        Message(
            .foreignFile, "K110", .error,
            "här ligger en fil som klubba inte har skrivit, på en adress som webbplatsen behöver. Flytta eller ta bort den",
            "here is a file that klubba did not write, at an address that the site needs. Move or remove it"
        ),
        Message(
            .paperLocked, "K170", .error,
            "PDF-filen är låst med lösenord och kan inte läggas i utskicket. Spara den utan lösenord",
            "the PDF is locked with a password and cannot be put in the packet. Save it without one"
        ),
        Message(
            .paperDamaged, "K171", .error,
            "PDF-filen är skadad och kan inte läggas i utskicket. Öppna den i ett PDF-program och spara om den, eller be om en ny",
            "the PDF is damaged and cannot be put in the packet. Open it in a PDF program and save it anew, or ask for another"
        ),
        Message(
            .paperWithoutPages, "K172", .error,
            "PDF-filen har inga sidor. Byt ut den mot den rätta filen",
            "the PDF has no pages. Replace it with the right file"
        ),
        Message(
            .paperTooHeavy(.time), "K173", .error,
            "PDF-filen tar för lång tid att läsa och läggs inte i utskicket. Spara om den, eller dela den i flera filer",
            "the PDF takes too long to read and is not put in the packet. Save it anew, or split it into several files"
        ),
        Message(
            .paperTooHeavy(.memory), "K173", .error,
            "PDF-filen tar för mycket minne att läsa och läggs inte i utskicket. Spara om den, eller dela den i flera filer",
            "the PDF takes too much memory to read and is not put in the packet. Save it anew, or split it into several files"
        ),
        Message(
            .paperNotArchival(.noClaim), "K174", .warning,
            "utskicket blir inte PDF/A, eftersom den här bilagan inte är det. Spara bilagan som PDF/A om utskicket ska arkiveras",
            "the packet is not PDF/A, since this bilaga is not. Save the bilaga as PDF/A if the packet is to be archived"
        ),
        Message(
            .paperNotArchival(.fonts), "K174", .warning,
            "utskicket blir inte PDF/A, eftersom den här bilagan har typsnitt som inte är inbäddade. Spara bilagan som PDF/A om utskicket ska arkiveras",
            "the packet is not PDF/A, since this bilaga has fonts that are not embedded. Save the bilaga as PDF/A if the packet is to be archived"
        ),
        Message(
            .paperNotArchival(.encrypted), "K174", .warning,
            "utskicket blir inte PDF/A, eftersom den här bilagan är krypterad. Spara bilagan som PDF/A om utskicket ska arkiveras",
            "the packet is not PDF/A, since this bilaga is encrypted. Save the bilaga as PDF/A if the packet is to be archived"
        ),
        Message(
            .paperNotArchival(.colours), "K174", .warning,
            "utskicket blir inte PDF/A, eftersom den här bilagan har färger för tryckeri. Spara bilagan som PDF/A om utskicket ska arkiveras",
            "the packet is not PDF/A, since this bilaga has colours for a press. Save the bilaga as PDF/A if the packet is to be archived"
        ),
        Message(
            .paperNotArchival(.level("b")), "K174", .warning,
            "utskicket blir PDF/A-3b och inte 3a, eftersom den här bilagan är på den nivån. Spara bilagan som PDF/A om utskicket ska arkiveras",
            "the packet is PDF/A-3b and not 3a, since this bilaga is of that level. Save the bilaga as PDF/A if the packet is to be archived"
        ),
        Message(
            .paperNotPlaceable(.kind), "K175", .warning,
            "filen kan inte visas i utskicket, så den bifogas som den är. Spara den som PDF om den ska kunna läsas där",
            "the file cannot be shown in the packet, so it is attached as it is. Save it as PDF if it is to be read there"
        ),
        Message(
            .paperNotPlaceable(.withoutOffice), "K175", .warning,
            "filen blir inga sidor i utskicket utan LibreOffice, så den bifogas som den är. Installera LibreOffice (klubba tools packet), eller spara filen som PDF",
            "the file becomes no pages in the packet without LibreOffice, so it is attached as it is. Install LibreOffice (klubba tools packet), or save the file as PDF"
        ),
        Message(
            .paperNotPlaceable(.notConverted), "K175", .warning,
            "LibreOffice kunde inte göra sidor av filen, så den bifogas som den är. Öppna den och spara den som PDF om den ska kunna läsas i utskicket",
            "LibreOffice could not make pages of the file, so it is attached as it is. Open it and save it as PDF if it is to be read in the packet"
        ),
        Message(
            .paperLeftOut([.scripts]), "K176", .warning,
            "PDF-filen innehåller skript, som inte följer med i utskicket. Kontrollera att inget viktigt går förlorat",
            "the PDF holds scripts, which is left out of the packet. Check that nothing important is lost"
        ),
        Message(
            .paperLeftOut([.launches, .files, .forms, .media]), "K176", .warning,
            "PDF-filen innehåller kommandon som startar program, inbäddade filer, formulärfält och ljud eller film, som inte följer med i utskicket. Kontrollera att inget viktigt går förlorat",
            "the PDF holds commands that start programs, embedded files, form fields and sound or film, which is left out of the packet. Check that nothing important is lost"
        ),
        Message(
            .paperTooLarge, "K177", .warning,
            "filen är för stor för att bifogas i utskicket. Skicka den på något annat sätt, eller dela den",
            "the file is too large to be attached to the packet. Send it some other way, or split it"
        ),
    ] + sealed

    /// The sealed record's own.
    private static let sealed: [Message] = [
        Message(
            .logLineDamaged, "K130", .error,
            "raden i loggen är skadad: den är inte som klubba skriver den. Hämta tillbaka loggen från en säkerhetskopia",
            "the line of the log is damaged: it is not as klubba writes it. Restore the log from a backup"
        ),
        Message(
            .logLineTorn, "K131", .error,
            "loggens sista rad är halv: den blev inte färdig, eller så är filen avkortad. Hämta tillbaka loggen från en säkerhetskopia, eller ta bort den halva raden och försegla igen",
            "the log's last line is half: it was never finished, or the file was cut. Restore the log from a backup, or remove the half line and seal again"
        ),
        Message(
            .logChain(.edited), "K132", .error,
            "raden är ändrad efter förseglingen: dess kontrollsumma är en annan. Hämta tillbaka loggen från en säkerhetskopia",
            "the line was changed after it was sealed: its checksum is another. Restore the log from a backup"
        ),
        Message(
            .logChain(.rewritten), "K132", .error,
            "raden är utbytt: raden efter den bygger på en annan rad. Hämta tillbaka loggen från en säkerhetskopia",
            "the line was exchanged: the line after it follows another one. Restore the log from a backup"
        ),
        Message(
            .logChain(.beginning), "K132", .error,
            "loggens början saknas: första raden bygger på en annan rad. Hämta tillbaka loggen från en säkerhetskopia",
            "the log's beginning is missing: the first line follows another one. Restore the log from a backup"
        ),
        Message(
            .logChain(.repeated(2)), "K132", .error,
            "raden är en kopia av rad 2. Hämta tillbaka loggen från en säkerhetskopia",
            "the line is a copy of line 2. Restore the log from a backup"
        ),
        Message(
            .logChain(.moved(3)), "K132", .error,
            "post 3 står på fel plats. Hämta tillbaka loggen från en säkerhetskopia",
            "entry 3 stands in the wrong place. Restore the log from a backup"
        ),
        Message(
            .logChain(.removed(from: 2, to: 2)), "K132", .error,
            "post 2 saknas före den här raden. Hämta tillbaka loggen från en säkerhetskopia",
            "entry 2 is missing before this line. Restore the log from a backup"
        ),
        Message(
            .logChain(.removed(from: 2, to: 4)), "K132", .error,
            "posterna 2–4 saknas före den här raden. Hämta tillbaka loggen från en säkerhetskopia",
            "entries 2–4 are missing before this line. Restore the log from a backup"
        ),
        Message(
            .logChain(.numberTwice(2)), "K132", .error,
            "post 2 finns redan, men med annat innehåll. Hämta tillbaka loggen från en säkerhetskopia",
            "there is an entry 2 already, with other content. Restore the log from a backup"
        ),
        Message(
            .logChain(.timeRunsBackwards), "K132", .error,
            "tiden är tidigare än på raden före. Hämta tillbaka loggen från en säkerhetskopia",
            "the time is earlier than on the line before. Restore the log from a backup"
        ),
        Message(
            .logSignature(.wrong), "K133", .error,
            "radens underskrift stämmer inte: raden eller underskriften är ändrad. Hämta tillbaka raden från en säkerhetskopia",
            "the line's signature does not hold: line or signature was changed. Restore the line from a backup"
        ),
        Message(
            .logSignature(.missing), "K133", .error,
            "raden är inte undertecknad, fast tidigare rader är det. Fråga den som förseglade, och underteckna alltid med --key",
            "the line is not signed, though earlier lines are. Ask who sealed it, and always sign with --key"
        ),
        Message(
            .logSignature(.otherKey), "K133", .error,
            "raden är inte undertecknad med den nyckel som angavs. Fråga den som förseglade",
            "the line is not signed with the key that was given. Ask who sealed it"
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25", section: "§ 45",
                    difference: .words(old: "tio", new: "tolv"))), "K134", .error,
            "texten under \"§ 45\" är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: \"tio\" har blivit \"tolv\". Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text under \"§ 45\" was changed after it was sealed 2020-09-25 for FS 2020-09-18: \"tio\" became \"tolv\". Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25",
                    difference: .words(old: "tio", new: ""))), "K134", .error,
            "texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: \"tio\" har strukits. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text was changed after it was sealed 2020-09-25 for FS 2020-09-18: \"tio\" was struck. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25",
                    difference: .words(old: "", new: "tolv"))), "K134", .error,
            "texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: \"tolv\" har lagts till. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text was changed after it was sealed 2020-09-25 for FS 2020-09-18: \"tolv\" was added. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25",
                    difference: .bytes(old: 10, new: 12))), "K134", .error,
            "texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: filen är 12 byte i stället för 10. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text was changed after it was sealed 2020-09-25 for FS 2020-09-18: the file has 12 bytes instead of 10. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25",
                    difference: .bytes(old: 10, new: 10))), "K134", .error,
            "texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: filen har annat innehåll. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text was changed after it was sealed 2020-09-25 for FS 2020-09-18: the file has other content. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextChanged(
                SealedChange(
                    meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-25",
                    difference: .unknown)), "K134", .error,
            "texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: hur går inte att säga, för den förseglade kopian saknas. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the text was changed after it was sealed 2020-09-25 for FS 2020-09-18: how cannot be told, for the sealed copy is missing. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedPaperMissing(meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-11", copy: nil), "K135", .error,
            "handlingen förseglades 2020-09-11 för FS 2020-09-18 men är borta. Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the paper was sealed 2020-09-11 for FS 2020-09-18 but is gone. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedPaperMissing(meeting: "FS 2020-09-18", name: "fs-2020-09-18", day: "2020-09-11", copy: "content/.forseglat/ab"), "K135", .error,
            "handlingen förseglades 2020-09-11 för FS 2020-09-18 men är borta. Återställ den ur content/.forseglat/ab, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the paper was sealed 2020-09-11 for FS 2020-09-18 but is gone. Restore it from content/.forseglat/ab, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedTextInWork(meeting: "AU 2020-08-20", day: "2020-08-13", next: "FS 2020-09-18"), "K136", .warning,
            "texten är ändrad sedan den förseglades 2020-08-13 för AU 2020-08-20, inför FS 2020-09-18. Försegla den nya lydelsen när kallelsen till FS 2020-09-18 skickas",
            "the text was changed after it was sealed 2020-08-13 for AU 2020-08-20, for FS 2020-09-18. Seal the new wording when the kallelse to FS 2020-09-18 is sent"
        ),
        Message(
            .logContradictsCopy(paper: "content/arenden/x.md"), "K437", .error,
            "raden säger något annat om content/arenden/x.md än den kopia som bevaras: en annan text skulle kunna ta dess plats. Fråga den som förseglade",
            "the line says something else of content/arenden/x.md than the copy that is kept: another text could take its place. Ask who sealed it"
        ),
        Message(
            .renewalNotDated, "K438", .warning,
            "förnyelsen är inte daterad. Skicka frågan till tidsstämplingstjänsten och ta in svaret, eller hämta tillbaka det från en säkerhetskopia",
            "the renewal is not dated. Send the query to the time stamp authority and take in its answer, or restore it from a backup"
        ),
        Message(
            .sealedCopyFault(paper: "content/arenden/x.md", isMissing: true), "K137", .error,
            "den förseglade kopian av content/arenden/x.md är borta. Hämta tillbaka den från en säkerhetskopia, eller försegla mötet igen om handlingen är orörd",
            "the sealed copy of content/arenden/x.md is gone. Restore it from a backup, or seal the meeting again if the paper is untouched"
        ),
        Message(
            .sealedCopyFault(paper: "content/arenden/x.md", isMissing: false), "K137", .error,
            "den förseglade kopian av content/arenden/x.md är ändrad. Hämta tillbaka den från en säkerhetskopia, eller försegla mötet igen om handlingen är orörd",
            "the sealed copy of content/arenden/x.md was changed. Restore it from a backup, or seal the meeting again if the paper is untouched"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .text(part: "§ 45", difference: .words(old: "tio", new: "tolv"))), "K138", .error,
            "sidan visar inte det som förseglades av Protokoll (§ 45): \"tio\" har blivit \"tolv\". Bygg och publicera igen",
            "the page does not show what was sealed of Protokoll (§ 45): \"tio\" became \"tolv\". Build and publish again"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .words(part: "§ 45", difference: .words(old: "tio", new: "tolv"))), "K138", .error,
            "sidan är inte som den byggs av Protokoll (§ 45): \"tio\" har blivit \"tolv\". Bygg och publicera igen",
            "the page is not as it is built from Protokoll (§ 45): \"tio\" became \"tolv\". Build and publish again"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .file), "K138", .error,
            "filen är inte den förseglade Protokoll. Bygg och publicera igen",
            "the file is not the sealed Protokoll. Build and publish again"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .missing), "K138", .error,
            "här ska Protokoll finnas, men sidan är borta. Bygg och publicera igen",
            "Protokoll belongs here, but the page is gone. Build and publish again"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .unmarked(part: "§ 45")), "K138", .error,
            "sidan saknar märkena för § 45 av Protokoll, så den går inte att kontrollera. Lägg in dem i temats mall, se handboken",
            "the page lacks the marks for § 45 of Protokoll, so it cannot be checked. Put them in the theme's template, see the handbook"
        ),
        Message(
            .publishedDiffers(paper: "Protokoll", fault: .leaked), "K138", .error,
            "Protokoll är inte offentlig men finns här. Ta bort filen från webbservern",
            "Protokoll is not public but stands here. Remove the file from the web server"
        ),
        Message(
            .logShortened(.head("ab")), "K139", .error,
            "ingen rad har kontrollsumman ab: loggens slut är borta, eller så är loggen omskriven. Hämta tillbaka den från en säkerhetskopia",
            "no line has the hash ab: the log's end is gone, or the log was rewritten. Restore it from a backup"
        ),
        Message(
            .logShortened(.copies(2)), "K139", .error,
            "content/.forseglat har 2 kopior som ingen rad i loggen nämner: loggens slut är borta, eller så avbröts en försegling. Hämta tillbaka loggen från en säkerhetskopia, eller försegla igen",
            "content/.forseglat has 2 copies that no line of the log speaks of: the log's end is gone, or a seal was interrupted. Restore the log from a backup, or seal again"
        ),
        Message(
            .logShortened(.site(meeting: "fs-2020-09-18", kind: "kallelse", day: "2020-09-11")), "K139", .error,
            "webbplatsen har en försegling som loggen saknar (fs-2020-09-18, kallelse, 2020-09-11): loggens slut är borta. Hämta tillbaka den från en säkerhetskopia",
            "the site has a seal that the log lacks (fs-2020-09-18, kallelse, 2020-09-11): the log's end is gone. Restore it from a backup"
        ),
        Message(
            .publishedNotAsMade(.words(.words(old: "tio", new: "tolv"))), "K300", .error,
            "här står annat än det som byggs: \"tio\" har blivit \"tolv\". Bygg och publicera igen",
            "here stands something else than what is built: \"tio\" became \"tolv\". Build and publish again"
        ),
        Message(
            .publishedNotAsMade(.markup("<div hidden>")), "K300", .error,
            "sidans kod är en annan än den som byggs: \"<div hidden>\". Bygg och publicera igen",
            "the page's code is not what is built: \"<div hidden>\". Build and publish again"
        ),
        Message(
            .publishedNotAsMade(.markup("")), "K300", .error,
            "en rad i sidans kod är borta. Bygg och publicera igen",
            "a line of the page's code is gone. Build and publish again"
        ),
        Message(
            .publishedNotAsMade(.bytes), "K300", .error,
            "filen har annat innehåll än det som byggs. Bygg och publicera igen",
            "the file has other content than what is built. Build and publish again"
        ),
        Message(
            .publishedNotAsMade(.missing), "K300", .error,
            "sidan eller filen ska finnas men är borta. Bygg och publicera igen",
            "the page or file belongs here but is gone. Build and publish again"
        ),
        Message(
            .publishedNotAsMade(.unplanned), "K300", .error,
            "sidan eller filen hör inte till webbplatsen. Ta bort den, eller bygg och publicera igen",
            "the page or file is no part of the site. Remove it, or build and publish again"
        ),
        Message(
            .publishedNotAsMade(.foreign), "K300", .error,
            "klubba har inte skrivit den här filen. Ta bort den, eller skriv dess namn under egna-filer i klubba.yml",
            "klubba did not write this file. Remove it, or name it under egna-filer in klubba.yml"
        ),
        Message(
            .publishedNotAsMade(.foreignFolder), "K300", .error,
            "klubba har inte skrivit den här mappen. Ta bort den, eller skriv dess namn under egna-filer i klubba.yml",
            "klubba did not write this folder. Remove it, or name it under egna-filer in klubba.yml"
        ),
        Message(
            .publishedNotAsMade(.strange), "K300", .error,
            "här finns en länk eller något annat som inte är en fil. Ta bort den, och bygg och publicera igen",
            "here is a link or something else that is no file. Remove it, and build and publish again"
        ),
        Message(
            .publishedNotAsMade(.manifest), "K300", .error,
            "förteckningen över filerna är ändrad. Bygg och publicera igen",
            "the list of files was changed. Build and publish again"
        ),
        Message(
            .publishedManifest(.missing), "K301", .error,
            "mappen har ingen .klubba-manifest, så det går inte att veta vad bygget skrev. Bygg och publicera igen",
            "the folder has no .klubba-manifest, so nobody knows what the build wrote. Build and publish again"
        ),
        Message(
            .publishedManifest(.damaged(4)), "K301", .error,
            "förteckningen över filerna är skadad på rad 4. Bygg och publicera igen",
            "the list of files is damaged on line 4. Build and publish again"
        ),
        Message(
            .publishedManifest(.readers(isPublic: false)), "K301", .error,
            "det här är ledamöternas webbplats, inte den offentliga. Ta bort den härifrån, eller ange rätt mapp",
            "this is the members' site, not the public one. Remove it from here, or name the right folder"
        ),
        Message(
            .publishedManifest(.readers(isPublic: true)), "K301", .error,
            "det här är den offentliga webbplatsen, inte ledamöternas. Ange rätt mapp",
            "this is the public site, not the members'. Name the right folder"
        ),
        Message(
            .publishedManifest(.day("i går")), "K301", .error,
            "\"i går\" är ingen dag. Bygg och publicera igen", "\"i går\" is no day. Build and publish again"
        ),
        Message(
            .publishedDay(.toCome("2020-12-24")), "K302", .error,
            "webbplatsen säger sig vara byggd för 2020-12-24, som inte har kommit. Bygg och publicera igen",
            "the site says that it was built for 2020-12-24, which has not come. Build and publish again"
        ),
        Message(
            .publishedDay(.beforeLog("2020-09-12", last: "2020-09-28")), "K302", .error,
            "webbplatsen är byggd för 2020-09-12, före loggens sista försegling 2020-09-28. Bygg och publicera igen",
            "the site was built for 2020-09-12, before the log's last seal 2020-09-28. Build and publish again"
        ),
        Message(
            .publishedNotRemade(.otherProgram(built: "klubba 1.0", here: "klubba 2.0")), "K303", .warning,
            "webbplatsen byggdes av klubba 1.0, och det här är klubba 2.0. Den kan inte göras om och jämföras här: bara det förseglade är kontrollerat. Bygg och publicera igen, eller kontrollera med samma klubba",
            "the site was built by klubba 1.0, and this is klubba 2.0. It can't be made again and compared here: only what is sealed was checked. Build and publish again, or check with the same klubba"
        ),
        Message(
            .publishedNotRemade(.files(12, tool: "pagefind 1.5.0")), "K303", .warning,
            "12 filer gjordes av pagefind 1.5.0, som inte finns här, och är inte kontrollerade. Installera det programmet, och kontrollera igen",
            "12 files were made by pagefind 1.5.0, which is not here, and not checked. Install that program, and check again"
        ),
        Message(
            .publishedNotRemade(.content), "K303", .warning,
            "innehållet har fel, så webbplatsen kan inte göras om. Bara det förseglade är kontrollerat. Kör klubba check",
            "the content has errors, so the site can't be made again. Only what is sealed was checked. Run klubba check"
        ),
        Message(
            .publishedBeforeEdit(pages: 12, files: ["content/a.md", "content/b.md", "content/c.md", "content/d.md"]), "K304",
            .warning,
            "12 sidor och filer är byggda före senaste ändringen (content/a.md, content/b.md, content/c.md, 1 till). Bygg och publicera igen",
            "12 pages and files were built before the last change (content/a.md, content/b.md, content/c.md, 1 more). Build and publish again"
        ),
        Message(
            .publishedOthers, "K436", .warning,
            "det här har klubba inte skrivit, fast det ligger bland klubbas sidor. Det är tillåtet av egna-filer i klubba.yml och är inte kontrollerat. Flytta det till en egen mapp, eller ta bort det",
            "klubba did not write this, though it lies among klubba's pages. egna-filer in klubba.yml allows it, and it was not checked. Move it to a folder of its own, or remove it"
        ),
        Message(
            .settingsChanged(since: "2020-09-28", .value("utfall_bifall", old: "Bifall", new: "Avslag")), "K305", .warning,
            "sedan den senaste förseglingen 2020-09-28 är något ändrat som rör vad besluten betyder: utfall_bifall var \"Bifall\" och är nu \"Avslag\". Stämmer det, så gäller det från nästa försegling",
            "since the last seal 2020-09-28 something has changed that bears on what decisions mean: utfall_bifall was \"Bifall\" and is now \"Avslag\". If it is right, it holds from the next seal"
        ),
        Message(
            .sealedNoticeChanged(
                meeting: "FS 2020-09-18", name: "fs-2020-09-18", .posted(old: "2020-09-26", new: "2020-09-25")), "K306",
            .error,
            "anslaget för FS 2020-09-18 sattes upp 2020-09-26 när det förseglades, och nu står det 2020-09-25. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the notice of FS 2020-09-18 went up 2020-09-26 when it was sealed, and now it says 2020-09-25. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .sealedAgendaChanged(meeting: "FS 2020-09-18", name: "fs-2020-09-18", .added("2020:9 Arvoden")), "K307", .error,
            "2020:9 Arvoden står på dagordningen för FS 2020-09-18, men gjorde det inte när den förseglades. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "2020:9 Arvoden stands on the agenda of FS 2020-09-18, and did not when it was sealed. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .agendaNotSealed(meeting: "FS 2020-09-18", name: "fs-2020-09-18", .moved("2020:1 Lokaler")), "K308", .warning,
            "2020:1 Lokaler har en annan plats på dagordningen för FS 2020-09-18 än när den förseglades. Försegla tillägget med: klubba seal fs-2020-09-18",
            "2020:1 Lokaler has another place on the agenda of FS 2020-09-18 than when it was sealed. Seal the supplement with: klubba seal fs-2020-09-18"
        ),
        Message(
            .sealedAgendaChanged(meeting: "FS 2020-09-18", name: "fs-2020-09-18", .addedPaper("Budget")), "K307", .error,
            "bilagan \"Budget\" har kommit till handlingarna för FS 2020-09-18 sedan de förseglades. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the bilaga \"Budget\" has come to the papers of FS 2020-09-18 since they were sealed. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .listWasSent(meeting: "FS 2020-09-18", name: "fs-2020-09-18", .title(old: "Budget", new: "Avslag")), "K320",
            .warning,
            "bilagan \"Avslag\" hette \"Budget\" när FS 2020-09-18 förseglades. Det som förseglades visas. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the bilaga \"Avslag\" was called \"Budget\" when FS 2020-09-18 was sealed. What was sealed is shown. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .listWasSent(
                meeting: "FS 2020-09-18", name: "fs-2020-09-18",
                .visibility(old: "ledamöter", new: "offentlig", title: "Budget")), "K320", .warning,
            "bilagan \"Budget\" var ledamöter när FS 2020-09-18 förseglades, och nu står det offentlig. Den strängare av de två gäller. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the bilaga \"Budget\" was ledamöter when FS 2020-09-18 was sealed, and now it says offentlig. The stricter of the two holds. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .listWasSent(meeting: "FS 2020-09-18", name: "fs-2020-09-18", .order(title: "Budget")), "K320", .warning,
            "bilagan \"Budget\" hade en annan plats i ärendets lista när FS 2020-09-18 förseglades. Det som förseglades visas. Återställ det, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"",
            "the bilaga \"Budget\" had another place in the matter's list when FS 2020-09-18 was sealed. What was sealed is shown. Restore it, or correct with: klubba seal fs-2020-09-18 --correct --reason \"…\""
        ),
        Message(
            .noticeNotSealed(name: "fs-2020-09-18"), "K325", .warning,
            "anslaget är uppsatt men inte förseglat, så dagen det sattes upp kan ändras utan att det märks. Försegla det med: klubba seal fs-2020-09-18",
            "the notice is up but not sealed, so the day it went up can be changed unseen. Seal it with: klubba seal fs-2020-09-18"
        ),
        Message(
            .hardLinkOfOthers, "K326", .error,
            "filen är en hård länk till en fil som någon annan äger, så den publiceras inte. Lägg dit en egen kopia",
            "the file is a hard link to a file that somebody else owns, so it is not published. Put a copy of your own there"
        ),
        Message(
            .hardLink, "K327", .warning,
            "filen är en hård länk och har ett namn till utanför content/. Ändras den där ändras den här: lägg dit en kopia",
            "the file is a hard link and has another name outside content/. What is changed there is changed here: put a copy there"
        ),
        Message(
            .signersNotRead, "K321", .warning,
            "vem som har skrivit under filen är inte läst, för pdfsig finns inte. Installera poppler-utils och bygg igen",
            "who has signed the file was not read, for pdfsig is missing. Install poppler-utils and build again"
        ),
        Message(
            .recordNotSigned, "K322", .warning,
            "filen är inte elektroniskt underskriven. Lägg dit den som kom från underskriftstjänsten, utan att spara om den",
            "the file is not signed electronically. Put the one there that came from the signing service, without saving it anew"
        ),
        Message(
            .signatureFaulty(.broken(name: "Robin Ek")), "K323", .warning,
            "underskriften av Robin Ek stämmer inte med filen: den är ändrad efteråt. Hämta den på nytt från underskriftstjänsten",
            "the signature by Robin Ek does not match the file: it was changed afterwards. Fetch it again from the signing service"
        ),
        Message(
            .signatureFaulty(.grown), "K323", .warning,
            "något är tillagt i filen efter den sista underskriften. Hämta den på nytt från underskriftstjänsten, eller kontrollera vad det är",
            "something was added to the file after the last signature. Fetch it again from the signing service, or check what it is"
        ),
        Message(
            .signedTextDiffers(.noText), "K324", .warning,
            "den underskrivna filen går inte att läsa som text, så den är inte jämförd med protokollet. Jämför dem själv",
            "the signed file cannot be read as text, so it was not compared with the record. Compare them yourself"
        ),
        Message(
            .signedTextDiffers(.paragraphMissing(8)), "K324", .warning,
            "§ 8 finns inte i den underskrivna filen. Kontrollera att det är rätt fil",
            "§ 8 is not in the signed file. Check that it is the right file"
        ),
        Message(
            .signedTextDiffers(.words(8, record: "90 000 kronor", file: "95 000 kronor")), "K324", .warning,
            "§ 8 är inte densamma i den underskrivna filen: protokollet har \"90 000 kronor\" och filen \"95 000 kronor\". Kontrollera vilket som är rätt",
            "§ 8 is not the same in the signed file: the record has \"90 000 kronor\" and the file \"95 000 kronor\". Check which is right"
        ),
        Message(
            .signedTextDiffers(.words(8, record: "", file: "inte")), "K324", .warning,
            "§ 8 är inte densamma i den underskrivna filen: där står \"inte\", som inte finns i protokollet. Kontrollera vilket som är rätt",
            "§ 8 is not the same in the signed file: it says \"inte\", which the record does not. Check which is right"
        ),
        Message(
            .signedTextDiffers(.words(8, record: "inte", file: "")), "K324", .warning,
            "§ 8 är inte densamma i den underskrivna filen: \"inte\" saknas där. Kontrollera vilket som är rätt",
            "§ 8 is not the same in the signed file: \"inte\" is missing there. Check which is right"
        ),
        Message(
            .noteUndefined(label: "a"), "K245", .warning,
            "fotnoten [^a] har ingen text. Skriv den sist i filen på en rad som börjar med \"[^a]:\"",
            "the footnote [^a] has no text. Write it last in the file, on a line that begins with \"[^a]:\""
        ),
        Message(
            .noteUnused(label: "a"), "K246", .warning,
            "ingen text hänvisar till fotnoten [^a], och den visas inte. Skriv [^a] där den hör hemma, eller ta bort raden",
            "no text refers to the footnote [^a], and it is not shown. Write [^a] where it belongs, or remove the line"
        ),
        Message(
            .noteTwice(label: "a"), "K247", .error,
            "fotnoten [^a] har fått sin text redan tidigare i filen. Ge den här ett eget namn",
            "the footnote [^a] has been given its text earlier in the file. Give this one a name of its own"
        ),
        Message(
            .noteWithinNote(label: "a"), "K248", .warning,
            "fotnoten [^a] nämns i en annan fotnot, där den inte kan visas. Skriv det den säger i fotnotens egen text",
            "the footnote [^a] is referred to in another footnote, where it cannot be shown. Write what it says in that footnote's own text"
        ),
        Message(
            .linkDefinitionUnused(line: "[1]: Beloppet"), "K249", .warning,
            "raden \"[1]: Beloppet\" läses som adressen till en länk som ingen text använder, och visas inte. Är den text, skriv \\ före [",
            "the line \"[1]: Beloppet\" is read as the address of a link that no text uses, and is not shown. If it is text, write \\ before ["
        ),
        Message(
            .minutesMissing(meeting: "FS 2020-09-18", due: "2020-10-02", file: "content/moten/fs-2020-09-18.protokoll.md"), "K250", .warning,
            "protokollet från FS 2020-09-18 saknas. Det skulle ha funnits senast 2020-10-02. Lägg det i content/moten/fs-2020-09-18.protokoll.md",
            "the minutes of FS 2020-09-18 are missing. They should have been there by 2020-10-02. Put them in content/moten/fs-2020-09-18.protokoll.md"
        ),
        Message(
            .approvedAtOnceWithoutDay, "K463", .warning,
            "paragrafen sägs vara omedelbart justerad, men har ingen dag. Skriv \"Justerat: 2026-12-11\" på en egen rad i paragrafen, och \"Anslaget:\" när den anslås",
            "the § is said to be approved at once, but has no day. Write \"Justerat: 2026-12-11\" on a line of its own in the §, and \"Anslaget:\" when its notice goes up"
        ),
        Message(
            .approvedTwice(line: 12), "K464", .warning,
            "paragrafen har redan \"Justerat:\" på rad 12, och den raden gäller. Ta bort en av dem",
            "the § has \"Justerat:\" on line 12 already, and that line holds. Remove one of them"
        ),
        Message(
            .approvalMissing(due: "2020-10-02"), "K251", .warning,
            "protokollet är inte justerat. Det skulle ha justerats senast 2020-10-02. Skriv \"justerat:\" med dagen när det är gjort",
            "the minutes are not approved. They should have been by 2020-10-02. Write \"justerat:\" with the day when it is done"
        ),
        Message(
            .approvedLate(date: "2020-10-09", due: "2020-10-02"), "K252", .warning,
            "protokollet justerades 2020-10-09, senare än 2020-10-02. Kontrollera dagen",
            "the minutes were approved on 2020-10-09, later than 2020-10-02. Check the day"
        ),
        Message(
            .summonsAfterMeeting(summons: "2020-09-21", meeting: "2020-09-18"), "K253", .warning,
            "kallelsen är daterad 2020-09-21, efter mötet 2020-09-18. Rätta \"kallelse\"",
            "the summons is dated 2020-09-21, after the meeting on 2020-09-18. Correct \"kallelse\""
        ),
        Message(
            .archiveWithoutOrganisationNumber, "K180", .warning,
            "arkiv: organisationsnummer saknas. Arkivet behöver det för att veta vems handlingarna är",
            "arkiv: organisationsnummer is missing. The archive needs it to know whose papers they are"
        ),
        Message(
            .archiveLeftOut(.meeting("FS 2026-12-11")), "K181", .warning,
            "FS 2026-12-11 är inte med: protokollet är inte justerat",
            "FS 2026-12-11 is left out: its record is not approved"
        ),
        Message(
            .archiveLeftOut(.matter("2026:16", from: "2026")), "K181", .warning,
            "2026:16 är inte med i 2026: ärendet är inte avslutat",
            "2026:16 is left out of 2026: the matter is not closed"
        ),
        Message(
            .archiveRecordNotSealed(name: "fs-2026-11-06"), "K182", .warning,
            "protokollet är justerat men inte förseglat. Försegla först: klubba seal fs-2026-11-06",
            "the record is approved but not sealed. Seal it first: klubba seal fs-2026-11-06"
        ),
        Message(
            .archiveFormat(name: "budget.xlsx"), "K183", .warning,
            "budget.xlsx är inte i ett bevarandeformat. Lägg till den som PDF/A eller CSV också",
            "budget.xlsx is not in a preservation format. Add it as PDF/A or CSV too"
        ),
        Message(
            .mailAddress(written: "kansli"), "K410", .error,
            "\"kansli\" är ingen e-postadress. Skriv som namn@example.se, utan å, ä och ö; flera med komma emellan, eller ingen",
            "\"kansli\" is no mail address. Write it like name@example.se, in ASCII; several with commas between, or ingen"
        ),
        Message(
            .addressBookMissing, "K411", .warning,
            "filen finns inte, så breven har inga adresser. Skriv den: avsändare, ledamöter, mottagare och anslag",
            "the file does not exist, so the letters have no addresses. Write it: avsändare, ledamöter, mottagare and anslag"
        ),
        Message(
            .senderMissing, "K412", .warning,
            "avsändare saknas, så breven har ingen avsändare. Lägg till avsändare: Kansliet <kansli@example.se>",
            "avsändare is missing, so the letters have no sender. Add avsändare: Kansliet <kansli@example.se>"
        ),
        Message(
            .recipientWithoutAddress(name: "Region Ö", paragraph: 4, nearest: nil), "K413", .warning,
            "Region Ö, som § 4 skickas till, har ingen adress under mottagare i content/adresser.yml. Brevet skrevs utan mottagare. Lägg till adressen, eller \"Region Ö: ingen\"",
            "Region Ö, to whom § 4 is sent, has no address under mottagare in content/adresser.yml. The letter was written without a recipient. Add the address, or \"Region Ö: ingen\""
        ),
        Message(
            .recipientWithoutAddress(name: "Region Ö", paragraph: 4, nearest: "Region Öst"), "K413", .warning,
            "Region Ö, som § 4 skickas till, har ingen adress under mottagare i content/adresser.yml. Menade du \"Region Öst\"? Brevet skrevs utan mottagare. Lägg till adressen, eller \"Region Ö: ingen\"",
            "Region Ö, to whom § 4 is sent, has no address under mottagare in content/adresser.yml. Did you mean \"Region Öst\"? The letter was written without a recipient. Add the address, or \"Region Ö: ingen\""
        ),
        Message(
            .memberWithoutAddress(name: "Anna Ek", nearest: nil), "K414", .warning,
            "Anna Ek har ingen adress under ledamöter i content/adresser.yml och får ingen kallelse. Lägg till adressen, eller \"Anna Ek: ingen\"",
            "Anna Ek has no address under ledamöter in content/adresser.yml and gets no kallelse. Add the address, or \"Anna Ek: ingen\""
        ),
        Message(
            .correspondentUnknown(name: "Ana Ek", nearest: "Anna Ek"), "K415", .warning,
            "Ana Ek står inte som ledamot i klubba.yml och får inga brev. Menade du \"Anna Ek\"? Rätta namnet, ta bort raden, eller flytta den till kallas-även",
            "Ana Ek is no member in klubba.yml and gets no letters. Did you mean \"Anna Ek\"? Correct the name, remove the line, or move it to kallas-även"
        ),
        Message(
            .nobodyToCall(body: "Förbundsstyrelsen"), "K416", .warning,
            "ingen av Förbundsstyrelsens ledamöter har en adress, så kallelsen skrevs utan mottagare. Lägg till dem under ledamöter",
            "none of the members of Förbundsstyrelsen has an address, so the kallelse was written without recipients. Add them under ledamöter"
        ),
        Message(
            .membersAddressMissing, "K417", .warning,
            "var ledamöterna läser sin utgåva står inte, så brevet länkar bara till det som är offentligt. Lägg till kontroll under publicering: ledamöter",
            "where members read their edition is not said, so the letter links only to what is public. Add kontroll under publicering: ledamöter"
        ),
        Message(
            .letterNotApproved(paragraph: 4), "K418", .warning,
            "§ 4 är inte justerad, så inget brev skrevs om den. Kör klubba letters igen när den är det",
            "§ 4 is not approved, so no letter was written of it. Run klubba letters again when it is"
        ),
        Message(
            .letterHidden(paragraph: 4, name: "Region Ö"), "K419", .warning,
            "§ 4 får Region Ö inte läsa, så inget brev skrevs. Skicka beslutet på annat sätt, eller skriv \"läser: ledamöter\" om mottagaren får se det som ledamöter ser",
            "Region Ö may not read § 4, so no letter was written. Send the decision in another way, or write \"läser: ledamöter\" if the recipient may see what members see"
        ),
        Message(
            .archiveWithoutRenditions, "K184", .warning,
            "paketet har inga PDF/A-versioner (--no-pdf). Markdown är läsbar text, men fråga arkivet först",
            "the package has no PDF/A versions (--no-pdf). Markdown is readable text, but ask the archive first"
        ),
        Message(
            .archiveSameName(path: "handlingar/a.pdf", other: "content/dokument/a.pdf"), "K185", .error,
            "filen skulle heta handlingar/a.pdf i paketet, men det gör content/dokument/a.pdf redan. Byt namn på den ena",
            "the file would be handlingar/a.pdf in the package, but so is content/dokument/a.pdf already. Rename one of them"
        ),
        Message(
            .archiveEmpty(year: "2025"), "K186", .error,
            "2025 har inga möten och inga avslutade ärenden. Kontrollera årtalet",
            "2025 has no meetings and no closed matters. Check the year"
        ),
        Message(
            .archivePackage(.foreign), "K187", .error,
            "filen hör inte till paketet: den står i ingen METS.xml. Ta bort den, eller hämta paketet på nytt",
            "the file is no part of the package: no METS.xml lists it. Remove it, or fetch the package anew"
        ),
        Message(
            .archivePackage(.listedTwice), "K187", .error,
            "filen står mer än en gång i paketets METS-filer. Hämta paketet på nytt",
            "the package's METS files list the file more than once. Fetch the package anew"
        ),
        Message(
            .archivePackage(.size(stated: 3, found: 4)), "K187", .error,
            "filen är 4 byte men ska vara 3. Hämta paketet på nytt",
            "the file has 4 bytes but should have 3. Fetch the package anew"
        ),
        Message(
            .archivePackage(.digest(statedIn: "METS.xml")), "K187", .error,
            "filens innehåll är ändrat: kontrollsumman är inte den som står i METS.xml. Hämta paketet på nytt",
            "the file's content has changed: its check sum is not the one in METS.xml. Fetch the package anew"
        ),
        Message(
            .archivePackage(.ownDigest), "K187", .error,
            "filen är ändrad: kontrollsumman på dess sista rad stämmer inte. Hämta paketet på nytt",
            "the file has changed: the check sum on its last line does not hold. Fetch the package anew"
        ),
        Message(
            .archivePackage(.notXML("</a>")), "K187", .error,
            "filen går inte att läsa som XML (</a>). Hämta paketet på nytt",
            "the file cannot be read as XML (</a>). Fetch the package anew"
        ),
        Message(
            .archivePackage(.schema("line 3")), "K187", .error,
            "filen följer inte sitt XML-schema: line 3",
            "the file does not follow its XML schema: line 3"
        ),
        Message(
            .archivePackage(.schemaUnknown), "K187", .error,
            "schemat är inte det som klubba lägger i paketen. Hämta paketet på nytt",
            "the schema is not one that klubba puts in packages. Fetch the package anew"
        ),
        Message(
            .archivePackage(.identifier(folder: "x")), "K187", .error,
            "OBJID är inte mappens namn (x). Ge mappen sitt namn tillbaka",
            "OBJID is not the folder's name (x). Give the folder its name back"
        ),
        Message(
            .archivePackage(.identifierContent), "K187", .error,
            "OBJID följer inte av det som ligger i representations/original/data. Hämta paketet på nytt",
            "OBJID does not follow from what lies in representations/original/data. Fetch the package anew"
        ),
        Message(
            .archivePackage(.noRecord), "K187", .error,
            "filen hör inte till någon handling i ERMS.xml. Hämta paketet på nytt",
            "the file belongs to no record in ERMS.xml. Fetch the package anew"
        ),
        Message(
            .archivePackage(.recordWithoutFile(path: "a.pdf")), "K187", .error,
            "en handling har filen a.pdf, som inte finns. Hämta paketet på nytt",
            "a record has the file a.pdf, which is not there. Fetch the package anew"
        ),
        Message(
            .archivePackage(.sourceMissing(source: "a.md")), "K187", .error,
            "filen är gjord av a.md, som inte finns i paketet. Hämta paketet på nytt",
            "the file is made from a.md, which is not in the package. Fetch the package anew"
        ),
        Message(
            .archivePackage(.notAnOrdinaryFile), "K187", .error,
            "detta är en länk eller något annat än en vanlig fil. Ett paket har bara filer och mappar",
            "this is a link or something else than an ordinary file. A package has files and folders alone"
        ),
        Message(
            .archivePackage(.pathOut), "K187", .error,
            "namnet leder ut ur paketet. Öppna det inte med andra program",
            "the name leads out of the package. Do not open it with other programs"
        ),
        Message(
            .archivePackage(.topFolders(2)), "K187", .error,
            "paketet har 2 mappar eller filer överst i stället för en. Hämta paketet på nytt",
            "the package has 2 folders or files at its top instead of one. Fetch the package anew"
        ),
        Message(
            .archivePackage(.container("tar")), "K187", .error,
            "paketet går inte att packa upp: tar. Hämta det på nytt",
            "the package cannot be unpacked: tar. Fetch it anew"
        ),
        Message(
            .archivePackage(.bag("data/")), "K187", .error,
            "bagen stämmer inte: data/. Hämta paketet på nytt",
            "the bag does not hold: data/. Fetch the package anew"
        ),
        Message(
            .archivePackage(.log("raden är ändrad. Hämta den på nytt")), "K187", .error,
            "raden är ändrad. Hämta den på nytt",
            "raden är ändrad. Hämta den på nytt"
        ),
        Message(
            .archivePackage(.sealed(line: 3)), "K187", .error,
            "filens innehåll är inte det som förseglades (rad 3 i content/beslutslogg.jsonl). Hämta paketet på nytt",
            "the file's content is not what was sealed (line 3 of content/beslutslogg.jsonl). Fetch the package anew"
        ),
        Message(
            .archivePackage(.unreadable(SystemReason(13))), "K187", .error,
            "filen kan inte läsas (behörighet saknas). Kontrollera behörigheten",
            "the file cannot be read (permission denied). Check its permissions"
        ),
        Message(
            .archivePackage(.missing(listedIn: "METS.xml")), "K187", .error,
            "filen finns inte, men står i METS.xml. Hämta paketet på nytt",
            "the file is not there, but METS.xml lists it. Fetch the package anew"
        ),
        Message(
            .importPlan(.otherFile("paket.pdf")), "K370", .error,
            "planen är gjord av en annan fil än paket.pdf: sha256 är inte densamma. Gör en ny plan med --plan utan --apply",
            "the plan is made from another file than paket.pdf: sha256 is not the same. Make a new plan with --plan, without --apply"
        ),
        Message(
            .importPlan(.noParts), "K370", .error,
            "planen har inga delar. Gör en ny plan med --plan utan --apply",
            "the plan has no parts. Make a new plan with --plan, without --apply"
        ),
        Message(
            .importPlan(.pageTwice(3, firstLine: 7)), "K370", .error,
            "sida 3 står redan i delen på rad 7. Låt varje sida stå i en enda del",
            "page 3 is already in the part on line 7. Let each page be in one part alone"
        ),
        Message(
            .importPlan(.pagesMissing([5, 6])), "K370", .error,
            "sida 5 och 6 står inte i någon del. Lägg till den, med kind: tom om den inte ska bli något eget",
            "page 5 and 6 is in no part. Add it, with kind: tom if it shall become nothing of its own"
        ),
        Message(
            .importPlan(.pagesMissing([5, 6, 7])), "K370", .error,
            "sida 5–7 står inte i någon del. Lägg till den, med kind: tom om den inte ska bli något eget",
            "page 5–7 is in no part. Add it, with kind: tom if it shall become nothing of its own"
        ),
        Message(
            .importPlan(.pageOutside(12, last: 9)), "K370", .error,
            "sida 12 finns inte: filen slutar med sida 9. Rätta sidorna",
            "there is no page 12: the file ends with page 9. Correct the pages"
        ),
        Message(
            .importPlan(.missing(key: "sidor")), "K370", .error,
            "sidor saknas. Skriv det",
            "sidor is missing. Write it"
        ),
        Message(
            .importPlan(.value(key: "kind", text: "bok", example: "bilaga")), "K370", .error,
            "kind kan inte vara \"bok\". Skriv till exempel bilaga",
            "kind cannot be \"bok\". Write for example bilaga"
        ),
        Message(
            .importPlan(.unknownOwner("2026:9")), "K370", .error,
            "inget ärende i planen har dnr eller titel \"2026:9\". Skriv ett som står på en rad med kind: arende",
            "no matter in the plan has the number or title \"2026:9\". Write one of a row with kind: arende"
        ),
        Message(
            .matterTwiceInPacket(dnr: "2026:58", pages: 8...8, other: 2...3), "K371", .error,
            "två ärenden har dnr 2026:58 men olika text: sidorna 2–3 och sida 8. Rätta delningen med --plan, till exempel så att det ena är en bilaga",
            "two matters have the number 2026:58 but different texts: pages 2–3 and page 8. Correct the cut with --plan, for example so that one of them is a bilaga"
        ),
        Message(
            .publicHead(.unreadable), "K310", .error,
            "huvudet går inte att läsa. Hämta tillbaka filen från en säkerhetskopia",
            "the head cannot be read. Restore the file from a backup"
        ),
        Message(
            .publicHead(.otherOrigin("nyhamn.example/forsegling")), "K310", .error,
            "huvudet hör till en annan logg (nyhamn.example/forsegling). Hämta tillbaka filen från en säkerhetskopia",
            "the head belongs to another log (nyhamn.example/forsegling). Restore the file from a backup"
        ),
        Message(
            .publicHead(.longerThanLog), "K310", .error,
            "huvudet gäller fler rader än loggen har: loggens slut är borta. Hämta tillbaka loggen från en säkerhetskopia",
            "the head is of more lines than the log has: the log's end is gone. Restore the log from a backup"
        ),
        Message(
            .publicHead(.otherLog), "K310", .error,
            "huvudet undertecknades för en annan logg än den som finns nu. Hämta tillbaka loggen och saltet från en säkerhetskopia",
            "the head was signed for another log than the one that is here now. Restore the log and the salt from a backup"
        ),
        Message(
            .publicHead(.unknownKey), "K310", .error,
            "huvudet är undertecknat med en nyckel som inte finns i nycklar.txt eller loggen, eller inte längre gällde. Fråga den som förseglade",
            "the head is signed with a key that is neither in nycklar.txt nor in the log, or was not in force any more. Ask who sealed"
        ),
        Message(
            .publicHead(.wrongSignature), "K310", .error,
            "huvudets underskrift stämmer inte. Hämta tillbaka filen från en säkerhetskopia",
            "the head's signature does not hold. Restore the file from a backup"
        ),
        Message(
            .publicHead(.wrongCosignature("Nyhamns kommun")), "K310", .error,
            "intyget från Nyhamns kommun stämmer inte. Be om det på nytt, eller hämta tillbaka filen från en säkerhetskopia",
            "the cosignature of Nyhamns kommun does not hold. Ask for it again, or restore the file from a backup"
        ),
        Message(
            .headBehindLog(lines: 1), "K311", .warning,
            "loggens sista rad är inte med i det publika huvudet, så det går inte att bevisa den utåt. Underteckna ett nytt: klubba seal --head --key FIL",
            "the log's last line is not in the public head, so nobody outside can prove it. Sign a new one: klubba seal --head --key FILE"
        ),
        Message(
            .headBehindLog(lines: 3), "K311", .warning,
            "loggens 3 sista rader är inte med i det publika huvudet, så det går inte att bevisa dem utåt. Underteckna ett nytt: klubba seal --head --key FIL",
            "the log's last 3 lines are not in the public head, so nobody outside can prove them. Sign a new one: klubba seal --head --key FILE"
        ),
        Message(
            .headMissing, "K435", .warning,
            "loggen är undertecknad, men dess publika huvud är borta. Hämta tillbaka content/forsegling från en säkerhetskopia. Har det aldrig funnits något: klubba seal --head --key FIL",
            "the log is signed, but its public head is gone. Restore content/forsegling from a backup. If there never was one: klubba seal --head --key FILE"
        ),
        Message(
            .keyRegister(.unreadable), "K312", .error,
            "raden har inget kolon. Skriv till exempel \"namn: Anna Andersson\"",
            "the line has no colon. Write for instance \"namn: Anna Andersson\""
        ),
        Message(
            .keyRegister(.unknownField("färg")), "K312", .error,
            "\"färg:\" finns inte här, eller står två gånger. Fälten är namn, roll, från, till, nyckel, underskrift och förlorad, med en tom rad mellan nycklarna",
            "\"färg:\" does not belong here, or stands twice. The fields are namn, roll, från, till, nyckel, underskrift and förlorad, with an empty line between keys"
        ),
        Message(
            .keyRegister(.missing("roll")), "K312", .error,
            "nyckeln saknar \"roll:\". Fyll i det",
            "the key lacks \"roll:\". Fill it in"
        ),
        Message(
            .keyRegister(.badDay), "K312", .error,
            "dagen går inte att läsa. Skriv den som 2026-12-04",
            "the day cannot be read. Write it like 2026-12-04"
        ),
        Message(
            .keyRegister(.badKey), "K312", .error,
            "nyckeln är inte en publik Ed25519-nyckel med 64 tecken. Kopiera den på nytt",
            "the key is no public Ed25519 key of 64 characters. Copy it again"
        ),
        Message(
            .keyRegister(.twice), "K312", .error,
            "nyckeln står redan i filen. Ta bort den ena",
            "the key is already in the file. Remove one of them"
        ),
        Message(
            .keyRegister(.order), "K312", .error,
            "nyckeln börjar gälla före den som står ovanför. Sätt den äldsta först",
            "the key begins before the one above it. Put the oldest first"
        ),
        Message(
            .keyRegister(.notSigned(by: "Anna Ek")), "K312", .error,
            "nyckeln är inte undertecknad med den förra nyckeln (Anna Ek). Lägg till den med: klubba key add --previous FIL. Är den förra förlorad: skriv \"förlorad:\" och vad som hände",
            "the key is not signed by the key before (Anna Ek). Add it with: klubba key add --previous FILE. If that one is lost: write \"förlorad:\" and what happened"
        ),
        Message(
            .keyRegister(.wrongSignature(by: "Anna Ek")), "K312", .error,
            "underskriften från den förra nyckeln (Anna Ek) stämmer inte: någon uppgift om nyckeln är ändrad. Hämta tillbaka filen från en säkerhetskopia",
            "the signature by the key before (Anna Ek) does not hold: something said of the key was changed. Restore the file from a backup"
        ),
        Message(
            .keyNotInForce(.unknown("d75a")), "K313", .error,
            "raden är undertecknad med en okänd nyckel (d75a), som inte finns i nycklar.txt. Fråga den som förseglade",
            "the line is signed by an unknown key (d75a), which is not in nycklar.txt. Ask who sealed it"
        ),
        Message(
            .keyNotInForce(.outside(name: "Anna Ek", day: "2026-12-04")), "K313", .error,
            "raden är undertecknad 2026-12-04 med en nyckel som inte gällde då (Anna Ek). Fråga den som förseglade, eller rätta dagarna i nycklar.txt",
            "the line is signed on 2026-12-04 by a key that was not in force then (Anna Ek). Ask who sealed it, or correct the days in nycklar.txt"
        ),
        Message(
            .lostKey(name: "Anna Ek", replacedBy: "Bo Al", day: "2026-12-04", reason: "Datorn stals"), "K314", .warning,
            "nyckeln för Anna Ek är förlorad (Datorn stals) och ersattes 2026-12-04 av en som den inte har undertecknat (Bo Al). Det står kvar så att alla vet det: kontrollera den nya nyckeln hos den som har den",
            "the key of Anna Ek is lost (Datorn stals) and was replaced on 2026-12-04 by one that it has not signed (Bo Al). This stays so that everybody knows: check the new key with its holder"
        ),
        Message(
            .timestamp(.unreadable), "K315", .error,
            "tidsstämpeln går inte att läsa. Hämta tillbaka filen från en säkerhetskopia",
            "the time stamp cannot be read. Restore the file from a backup"
        ),
        Message(
            .timestamp(.otherData), "K315", .error,
            "tidsstämpeln gäller något annat än det den ska datera. Hämta tillbaka filerna från en säkerhetskopia",
            "the time stamp is of something else than what it is to date. Restore the files from a backup"
        ),
        Message(
            .timestamp(.withoutCertificates), "K315", .error,
            "tidsstämpelns certifikat saknas. Hämta tillbaka .pem-filen från en säkerhetskopia",
            "the time stamp's certificates are missing. Restore the .pem file from a backup"
        ),
        Message(
            .timestamp(.refused("certificate verify error")), "K315", .error,
            "tidsstämpelns underskrift stämmer inte (certificate verify error). Hämta tillbaka filen och dess certifikat från en säkerhetskopia",
            "the time stamp's signature does not hold (certificate verify error). Restore the file and its certificates from a backup"
        ),
        Message(
            .timestampsNotChecked, "K316", .warning,
            "tidsstämplarna är inte kontrollerade, för openssl finns inte. Installera openssl och kör igen",
            "the time stamps are not checked, for openssl is missing. Install openssl and run again"
        ),
        Message(
            .saltFault(isMissing: true), "K317", .error,
            "saltet är borta, så det publika huvudet går inte att kontrollera eller föra vidare. Hämta tillbaka filen från en säkerhetskopia",
            "the salt is gone, so the public head can be neither checked nor carried on. Restore the file from a backup"
        ),
        Message(
            .saltFault(isMissing: false), "K317", .error,
            "saltet går inte att läsa, så det publika huvudet går inte att kontrollera eller föra vidare. Hämta tillbaka filen från en säkerhetskopia",
            "the salt cannot be read, so the public head can be neither checked nor carried on. Restore the file from a backup"
        ),
        Message(
            .witnessLine, "K318", .error,
            "raden ska ha ett namn, ett kolon och den nyckel som klubba cosign visade hos den som intygar. Rätta den",
            "the line is a name, a colon and the key that klubba cosign showed the one who vouches. Correct it"
        ),
        Message(
            .renewal(.unreadable), "K319", .error,
            "raden i förnyelsen går inte att läsa. Hämta tillbaka filen från en säkerhetskopia",
            "the renewal's line cannot be read. Restore the file from a backup"
        ),
        Message(
            .renewal(.differs("huvud")), "K319", .error,
            "förnyelsen daterade något annat (huvud) än det som finns nu. Hämta tillbaka filerna från en säkerhetskopia",
            "the renewal dated something else (huvud) than what is here now. Restore the files from a backup"
        ),
    ]
}
