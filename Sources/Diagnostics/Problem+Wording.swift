/// A problem's code, its weight, and its sentence in both languages.
struct Wording {
    let code: String
    let severity: Diagnostic.Severity
    let swedish: String
    let english: String

    init(_ code: String, _ severity: Diagnostic.Severity, _ swedish: String, _ english: String) {
        (self.code, self.severity, self.swedish, self.english) = (code, severity, swedish, english)
    }
}

// One sentence a line reads best, however long.
// swift-format-ignore
extension Problem {
    var wording: Wording {
        switch self {
        // Files
        case .notUTF8:
            Wording(
                "K001", .error,
                "filen är inte UTF-8 här. Spara den som UTF-8 i textredigeraren",
                "the file is not UTF-8 here. Save it as UTF-8 in your editor")
        case .nulCharacter:
            Wording(
                "K002", .error,
                "filen innehåller ett NUL-tecken här och är troligen ingen textfil. Ta bort tecknet, eller lägg filen som bilaga",
                "the file has a NUL character here and is probably not a text. Remove the character, or make the file a bilaga")
        case .unreadableFile(let reason):
            Wording(
                "K003", .error,
                "filen kan inte läsas (\(reason.swedish)). Kontrollera behörigheten",
                "the file cannot be read (\(reason.english)). Check its permissions")
        case .notARegularFile(let kind):
            Wording(
                "K004", .error,
                "detta är \(kind.swedish), ingen vanlig fil. Ta bort den ur content/",
                "this is \(kind.english), not an ordinary file. Remove it from content/")
        case .directoryNamedMarkdown:
            Wording(
                "K005", .error,
                "en mapp får inte heta något på .md. Byt namn på mappen",
                "a folder may not have a name that ends in .md. Rename the folder")
        case .danglingLink(let target):
            Wording(
                "K006", .error,
                "länken pekar på \(target.visible), som inte finns. Ta bort länken eller lägg tillbaka filen",
                "the link points to \(target.visible), which does not exist. Remove the link or put the file back")
        case .linkLeavesContent(let target):
            Wording(
                "K007", .error,
                "länken pekar på \(target.visible), utanför sin egen mapp. Kopiera filen hit i stället",
                "the link points to \(target.visible), outside its own folder. Copy the file here instead")
        case .linkedDirectory(let target):
            Wording(
                "K008", .error,
                "länkar till mappar följs inte (\(target.visible)). Kopiera mappen hit i stället",
                "links to folders are not followed (\(target.visible)). Copy the folder here instead")
        case .linkLoop:
            Wording(
                "K009", .error,
                "länken leder runt till sig själv. Ta bort den",
                "the link leads round to itself. Remove it")
        case .fileTooLarge(let megabytes, let limit):
            Wording(
                "K010", .error,
                "filen är \(megabytes) MB. En Markdownfil får vara högst \(limit) MB. Lägg stora underlag som bilagor i ett annat format, till exempel PDF",
                "the file is \(megabytes) MB. A Markdown file may be at most \(limit) MB. Make large papers bilagor of another type, such as PDF")
        case .nestedTooDeep(let limit):
            Wording(
                "K011", .error,
                "texten har citat eller listor i fler än \(limit) nivåer. Ta bort överflödiga > eller indrag",
                "the text has quotes or lists in more than \(limit) levels. Remove superfluous > or indentation")
        case .fileNameNotText:
            Wording(
                "K012", .error,
                "filnamnet innehåller radbrytning, styrtecken eller omvänt snedstreck, eller är inte UTF-8. Byt namn på filen",
                "the file's name has a line break, a control character or a backslash, or is not UTF-8. Rename the file")
        case .matterFolderWithoutText(let found):
            Wording(
                "K013", .error,
                "mappen har filer men ingen arende.md. \(found.map { "Här finns \"\($0.visible)\": byt namn på den till arende.md" } ?? "Lägg till arende.md, eller flytta filerna")",
                "the folder has files but no arende.md. \(found.map { "Here is \"\($0.visible)\": rename it to arende.md" } ?? "Add arende.md, or move the files")")
        case .contentMissing:
            Wording(
                "K014", .error,
                "mappen content/ finns inte här. Gå till webbplatsens mapp, eller börja en ny med \"klubba init\"",
                "there is no folder content/ here. Go to the site's folder, or start a new one with \"klubba init\"")
        case .conflictMarks:
            Wording(
                "K234", .error,
                "git har lämnat två lydelser av texten här, mellan <<<<<<< och >>>>>>>. Behåll den rätta och ta bort märkena",
                "git has left two versions of the text here, between <<<<<<< and >>>>>>>. Keep the right one and remove the marks")
        case .conflictCopy:
            Wording(
                "K235", .error,
                "filen är en kopia som ett synkprogram lämnade när två sparade samtidigt. Jämför den med originalet, och ta sedan bort den ur content/",
                "the file is a copy that a sync program left when two people saved at once. Compare it with the original, then remove it from content/")
        case .copyOfMatter(let dnr, let other):
            Wording(
                "K236", .error,
                "filen har samma dnr som ärendet (\(dnr.visible)) och ser ut som en kopia av \(other.visible). Ta bort den ur mappen, eller ta bort \"dnr:\" om den är en bilaga",
                "the file has the matter's own dnr (\(dnr.visible)) and seems to be a copy of \(other.visible). Remove it from the folder, or remove \"dnr:\" if it is a bilaga")
        case .notNamedAsMarkdown(let better):
            Wording(
                "K237", .error,
                "filen läses inte, eftersom namnet inte slutar på .md. Byt namn på den till \(better.visible) (Windows kan dölja slutet av namnet)",
                "the file is not read, since its name does not end in .md. Rename it to \(better.visible) (Windows may hide the end of a name)")
        case .looseFile(let folders):
            Wording(
                "K238", .error,
                "ingen text nämner filen, och här publiceras bara filer som en text nämner. Länka till den, lägg den i \(folders.choice("eller", quoted: false)), eller nämn mappen under \"filer:\" i klubba.yml",
                "no text names the file, and here only files that a text names are published. Link to it, put it in \(folders.choice("or", quoted: false)), or name the folder under \"filer:\" in klubba.yml")
        case .nameForbiddenByWindows(let fault):
            Wording(
                "K239", .warning,
                "\(fault.swedish). Byt namn, så att alla kan öppna mappen",
                "\(fault.english). Rename it, so that everybody can open the folder")
        case .addressTooLong(let address, let limit):
            Wording(
                "K240", .error,
                "adressen \"\(address.visible)…\" blir längre än \(limit) tecken, mer än ett filnamn får vara. Korta av det",
                "the address \"\(address.visible)…\" is longer than \(limit) characters, more than a file name may be. Shorten it")
        // Front matter
        case .frontMatterNotEnded:
            Wording(
                "K020", .error,
                "filen börjar med --- men huvudet avslutas aldrig. Sätt en rad med bara --- efter sista nyckeln",
                "the file begins with --- but its front matter never ends. Put a line with only --- after the last key")
        case .frontMatterTooLarge:
            Wording(
                "K021", .error,
                "huvudet är större än 64 kB. Sätt en rad med bara --- efter sista nyckeln",
                "the front matter is larger than 64 kB. Put a line with only --- after the last key")
        case .invalidYAML(let fault):
            Wording(
                "K022", .error,
                "huvudet kan inte läsas: \(fault.swedish)",
                "the front matter cannot be read: \(fault.english)")
        case .anchorOrAlias:
            Wording(
                "K023", .error,
                "& och * har en egen betydelse i YAML och får inte inleda ett värde. Sätt värdet inom citattecken",
                "& and * have a meaning of their own in YAML and may not begin a value. Put the value in quotation marks")
        case .duplicateKey(let key, let firstLine):
            Wording(
                "K024", .error,
                "nyckeln \"\(key.visible)\" finns redan på rad \(firstLine). Ta bort den ena",
                "the key \"\(key.visible)\" is already on line \(firstLine). Remove one of them")
        case .unknownKey(let key, let nearest):
            Wording(
                "K025", .warning,
                "okänd nyckel \"\(key.visible)\". \(nearest.map { "Menade du \"\($0)\"?" } ?? "Rätta den, eller ta bort raden")",
                "unknown key \"\(key.visible)\". \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Correct it, or remove the line")")
        case .expectedText(let key):
            Wording(
                "K026", .error,
                "\"\(key)\" ska vara ett enda värde, inte en lista eller flera nycklar. Skriv det på en rad",
                "\"\(key)\" takes one value, not a list or several keys. Write it on one line")
        case .expectedList(let key):
            Wording(
                "K027", .error,
                "\"\(key)\" ska vara ett värde eller en lista av värden. Skriv dem med komma emellan",
                "\"\(key)\" takes a value or a list of values. Write them with commas between")
        case .expectedMap(let key, let example):
            Wording(
                "K028", .error,
                "\"\(key)\" ska skrivas med nycklar, som \(example)",
                "\"\(key)\" is written with keys, such as \(example)")
        case .valueMissing(let key):
            Wording(
                "K029", .warning,
                "\"\(key)\" har inget värde. Fyll i det, eller ta bort raden",
                "\"\(key)\" has no value. Fill it in, or remove the line")
        case .impossibleDate(let text):
            Wording(
                "K030", .error,
                "det finns ingen dag \"\(text.visible)\". Rätta datumet",
                "there is no day \"\(text.visible)\". Correct the date")
        case .unreadableDate(let text):
            Wording(
                "K031", .error,
                "\"\(text.visible)\" kan inte läsas som ett datum. Skriv som 2020-09-18",
                "\"\(text.visible)\" cannot be read as a date. Write it like 2020-09-18")
        case .unreadableMoney(let text):
            Wording(
                "K032", .error,
                "\"\(text.visible)\" kan inte läsas som ett belopp. Skriv som 1 050 000 kr",
                "\"\(text.visible)\" cannot be read as an amount. Write it like 1 050 000 kr")
        case .unreadablePeriod(let text):
            Wording(
                "K033", .error,
                "\"\(text.visible)\" kan inte läsas som en period. Skriv som 2021-01-01 – 2021-12-31",
                "\"\(text.visible)\" cannot be read as a period. Write it like 2021-01-01 – 2021-12-31")
        case .unreadableAttachmentNumber(let text):
            Wording(
                "K034", .error,
                "\"\(text.visible)\" kan inte läsas som bilagenummer. Skriv som 6, 6.1 eller 6 - 6.3",
                "\"\(text.visible)\" cannot be read as bilaga numbers. Write them like 6, 6.1 or 6 - 6.3")
        case .unknownWord(let key, let word, let allowed, let nearest):
            Wording(
                "K035", .error,
                "\"\(word.visible)\" är inget känt värde för \"\(key)\".\(nearest.map { " Menade du \"\($0)\"?" } ?? "") Välj \(allowed.choice("eller"))",
                "\"\(word.visible)\" is no known value of \"\(key)\".\(nearest.map { " Did you mean \"\($0)\"?" } ?? "") Choose \(allowed.choice("or"))")
        case .unknownBody(let code, let known):
            Wording(
                "K036", .error,
                "inget organ har koden \"\(code.visible)\". Skriv \(known.choice("eller")), eller lägg till organet i klubba.yml",
                "no body has the code \"\(code.visible)\". Write \(known.choice("or")), or add the body to klubba.yml")
        case .headNotRead(let fault):
            Wording("K230", .error, fault.swedish, fault.english)
        case .commentInText(let key, let comment):
            Wording(
                "K231", .warning,
                "det som står efter # är en kommentar och kommer inte med i \"\(key)\": \"\(comment.visible)\". Sätt värdet inom citattecken om det ska med",
                "what follows # is a comment and no part of \"\(key)\": \"\(comment.visible)\". Put the value in quotation marks if it belongs there")
        case .keyWithoutMeaningHere(let key):
            Wording(
                "K232", .error,
                "\"\(key)\" betyder ingenting här, så texten skulle inte döljas. \(key == "sekretess" ? "Skriv \"synlighet: sekretess\"" : "Skriv den i ärendets, mötets eller sidans eget huvud")",
                "\"\(key)\" has no meaning here, so nothing would be hidden. \(key == "sekretess" ? "Write \"synlighet: sekretess\"" : "Write it in the matter's, the meeting's or the page's own front matter")")
        case .secrecyWithoutVisibility:
            Wording(
                "K233", .error,
                "\"sekretess\" döljer ingenting för sig. Skriv också \"synlighet: sekretess\", eller ta bort raden",
                "\"sekretess\" hides nothing by itself. Write \"synlighet: sekretess\" too, or remove the line")
        case .wrongWeekday(let date, let weekday):
            Wording(
                "K241", .warning,
                "\(date) är en \(weekdays.swedish[weekday - 1]). Rätta datumet eller veckodagen",
                "\(date) is a \(weekdays.english[weekday - 1]). Correct the date or the weekday")
        case .agendaMatterIsDraft(let title):
            Wording(
                "K243", .warning,
                "ärendet \(title.visible) är ett utkast och står inte på föredragningslistan. Ta bort \"synlighet: utkast\" i ärendet innan kallelsen skickas",
                "the matter \(title.visible) is a draft and stands on no agenda. Remove \"synlighet: utkast\" from it before the kallelse is sent")
        case .draftNotAllowed:
            Wording(
                "K242", .error,
                "ett möte kan inte vara utkast. Skriv \"synlighet: ledamöter\", eller \"publiceras:\" med den dag då det får visas",
                "a meeting cannot be a draft. Write \"synlighet: ledamöter\", or \"publiceras:\" with the day when it may be shown")

        // klubba.yml
        case .profileMissing:
            Wording(
                "K040", .warning,
                "klubba.yml saknas. Organen AU och FS används, och webbplatsen får inget namn. Lägg klubba.yml i webbplatsens rot",
                "klubba.yml is missing. The bodies AU and FS are used, and the site has no name. Put klubba.yml at the site's root")
        case .profileNotAMap:
            Wording(
                "K041", .error,
                "klubba.yml ska bestå av nycklar och värden, som \"organisation: Förbundets namn\"",
                "klubba.yml is made of keys and values, such as \"organisation: Name\"")
        case .profileIncomplete(let key):
            Wording(
                "K042", .warning,
                "\"\(key)\" saknas i klubba.yml. Lägg till den",
                "\"\(key)\" is missing from klubba.yml. Add it")
        case .bodyWithoutCode:
            Wording(
                "K043", .error,
                "organet saknar kod. Skriv som \"kod: FS\"",
                "the body has no code. Write it like \"kod: FS\"")
        case .bodyCodeTaken(let code):
            Wording(
                "K044", .error,
                "koden \"\(code.visible)\" kan inte användas: den finns redan, eller är en nyckel med annan betydelse. Välj en annan",
                "the code \"\(code.visible)\" cannot be used: it is there already, or is a key with another meaning. Choose another")
        case .unknownTimeZone(let name):
            Wording(
                "K045", .error,
                "tidszonen \"\(name.visible)\" är okänd. Skriv som Europe/Stockholm",
                "the time zone \"\(name.visible)\" is unknown. Write it like Europe/Stockholm")
        case .invalidAddress(let address):
            Wording(
                "K046", .error,
                "\"\(address.visible)\" är ingen webbadress. Skriv som https://handlingar.example.se",
                "\"\(address.visible)\" is no web address. Write it like https://handlingar.example.se")
        case .invalidNumber(let text):
            Wording(
                "K047", .error,
                "\"\(text.visible)\" är inget antal dagar. Skriv ett helt tal, som 21",
                "\"\(text.visible)\" is no number of days. Write a whole number, such as 21")
        case .notAFileFolder(let name):
            Wording(
                "K244", .error,
                "\"\(name.visible)\" är ingen mapp för filer. Skriv namnet på en mapp i content/, som \"underlag\" (arenden, moten och sidor har egna regler)",
                "\"\(name.visible)\" is no folder for files. Write the name of a folder in content/, such as \"underlag\" (arenden, moten and sidor have rules of their own)")
        case .notAnOutputFile(let name):
            Wording(
                "K466", .error,
                "\"\(name.visible)\" är ingen fil eller mapp på webbplatsen. Skriv den från webbplatsens rot, som robots.txt eller .well-known/",
                "\"\(name.visible)\" is no file or folder of the site. Write it from the site's root, such as robots.txt or .well-known/")
        case .notACountOfMembers(let text):
            Wording(
                "K467", .error,
                "\"\(text.visible)\" är inget antal ledamöter. Skriv ett helt tal, som 7, eller en lista: [{namn: Anna Alm, för: Uppsala kommun}]",
                "\"\(text.visible)\" is no number of members. Write a whole number, such as 7, or a list: [{namn: Anna Alm, för: Uppsala kommun}]")
        case .publishingPlace(let written, let forms):
            Wording(
                "K280", .error,
                "\"\(written.visible)\" är ingen plats att publicera på. Skriv till: \(forms)",
                "\"\(written.visible)\" is no place to publish to. Write till: \(forms)")

        // Matters
        case .titleMissing:
            Wording(
                "K050", .error,
                "ärendet har ingen titel. Skriv \"titel:\" i huvudet, eller en rubrik som börjar med #",
                "the matter has no title. Write \"titel:\" in its front matter, or a heading that begins with #")
        case .diaryNumberMissing:
            Wording(
                "K051", .warning,
                "dnr saknas. Skriv \"dnr:\" i huvudet",
                "dnr is missing. Write \"dnr:\" in the front matter")
        case .sameDiaryNumber(let dnr, let other):
            Wording(
                "K052", .error,
                "dnr \(dnr.visible) används redan i \(other.visible). Ge det ena ärendet ett annat dnr",
                "dnr \(dnr.visible) is already used in \(other.visible). Give one of the matters another dnr")
        case .bodiesOutOfOrder(let decides, let prepares):
            Wording(
                "K053", .warning,
                "\(decides) beslutar innan \(prepares) har berett ärendet. Kontrollera datumen",
                "\(decides) decides before \(prepares) has prepared the matter. Check the dates")
        case .sameAttachmentNumber(let number, let meeting, let other):
            Wording(
                "K054", .error,
                "bilaga \(number) på \(meeting) används redan av \(other.visible). Ge den ena ett annat nummer",
                "bilaga \(number) at \(meeting) is already used by \(other.visible). Give one of them another number")
        case .dayWasSent(let meeting, let key, let date):
            Wording(
                "K216", .warning,
                "ärendet behandlades på \(meeting) enligt den förseglade kallelsen men har inte den dagen längre. Det står kvar där: lägg till \"\(key): \(date)\"",
                "the matter was handled at \(meeting), as the sealed kallelse says, but no longer has that day. It stays there: add \"\(key): \(date)\"")
        case .numberWasSent(let written, let sent, let meeting):
            Wording(
                "K215", .warning,
                "ärendet har bilaga \(written), men kallelsen till \(meeting) skickades \(sent.map { "med bilaga \($0)" } ?? "utan nummer"). Det som skickades gäller där: skriv det, eller ett eget nummer för nästa möte",
                "the matter has bilaga \(written), but the kallelse to \(meeting) was sent \(sent.map { "with bilaga \($0)" } ?? "without a number"). What was sent holds there: write that, or a number of its own for the next meeting")
        case .gapBetweenMatters(let missing, let meeting):
            Wording(
                "K055", .warning,
                "bilaga \(missing) saknas på \(meeting). Kontrollera numreringen",
                "bilaga \(missing) is missing at \(meeting). Check the numbering")
        case .numberOutsideRange(let number, let file):
            Wording(
                "K202", .warning,
                "numret \(number) ligger utanför ärendets nummer i \(file), så bilagan får det inte. Ändra \"bilaga\" där, eller numret här",
                "the number \(number) is outside the matter's numbers in \(file), so the bilaga does not get it. Change \"bilaga\" there, or the number here")
        case .gapWithinMatter(let missing):
            Wording(
                "K056", .warning,
                "bilaga \(missing) saknas i ärendet. Lägg till den, eller rätta \"bilaga\" i huvudet",
                "bilaga \(missing) is missing from the matter. Add it, or correct \"bilaga\" in the front matter")
        case .amountDiffers(let stated, let found):
            Wording(
                "K057", .warning,
                "belopp är \(stated) men förslaget säger \(found.joined(separator: ", ")). Rätta det ena",
                "belopp is \(stated) but the proposal says \(found.joined(separator: ", ")). Correct one of them")
        case .periodDiffers(let stated, let found):
            Wording(
                "K058", .warning,
                "period är \(stated) men förslaget säger \(found.joined(separator: ", ")). Rätta det ena",
                "period is \(stated) but the proposal says \(found.joined(separator: ", ")). Correct one of them")
        case .furtherProposal(let heading):
            Wording(
                "K461", .warning,
                "\"\(heading)\" är ärendets andra förslag till beslut och läses inte som förslag. Skriv alla satser under det första",
                "\"\(heading)\" is the matter's second proposal and is not read as one. Write all clauses under the first")
        case .nearlyProposal(let heading):
            Wording(
                "K462", .warning,
                "under \"\(heading)\" står att-satser, men ärendet har inget förslag. Kalla rubriken \"Förslag till beslut\" om det är förslaget",
                "there are clauses under \"\(heading)\", but the matter has no proposal. Call the heading \"Förslag till beslut\" if it is the proposal")
        case .proposalWithoutClauses(let heading):
            Wording(
                "K059", .warning,
                "under \"\(heading.visible)\" finns ingen att-sats. Skriv förslaget som \"- **att** …\"",
                "there is no clause under \"\(heading.visible)\". Write the proposal as \"- **att** …\"")
        case .attachmentFileMissing(let name):
            Wording(
                "K060", .warning,
                "bilagan \"\(name.visible)\" finns inte i ärendets mapp och visas som saknad. Lägg dit filen",
                "the bilaga \"\(name.visible)\" is not in the matter's folder and is shown as missing. Put the file there")
        case .attachmentWithoutFile(let title):
            Wording(
                "K061", .warning,
                "bilagan \"\(title.visible)\" har ingen fil och visas som saknad. Lägg till \"fil\"",
                "the bilaga \"\(title.visible)\" has no file and is shown as missing. Add \"fil\"")
        case .attachmentOutside(let path):
            Wording(
                "K062", .error,
                "\"\(path.visible)\" ligger utanför ärendets egen mapp. Kopiera filen dit",
                "\"\(path.visible)\" lies outside the matter's own folder. Copy the file there")
        case .sameAddress(let address, let other):
            Wording(
                "K063", .error,
                "adressen /\(address.visible) används redan av \(other.visible). Byt dnr eller filnamn på det ena",
                "the address /\(address.visible) is already used by \(other.visible). Change the dnr or the file name of one of them")
        case .secretWithoutDiaryNumber:
            Wording(
                "K064", .error,
                "ett sekretessärende måste ha dnr, för titeln får inte synas. Skriv \"dnr:\" i huvudet",
                "a secret matter must have a dnr, for its title may not be seen. Write \"dnr:\" in its front matter")
        case .attachmentListedTwice(let name):
            Wording(
                "K065", .error,
                "\"\(name.visible)\" står två gånger i \"bilagor\". Ta bort den ena",
                "\"\(name.visible)\" stands twice in \"bilagor\". Remove one of them")
        case .originalListed(let name, let text):
            Wording(
                "K452", .error,
                "\"\(name.visible)\" är originalet till \(text.visible) (\"fil:\" i dess huvud) och syns för dem som får se den. Ta bort raden, eller \"fil:\" där",
                "\"\(name.visible)\" is the original of \(text.visible) (\"fil:\" in its front matter), seen by whoever may see that. Remove the line, or \"fil:\" there")
        case .sameNumberInMatter(let number, let other):
            Wording(
                "K066", .error,
                "bilaga \(number) används redan av \(other.visible) i samma ärende. Ge den ena ett annat nummer",
                "bilaga \(number) is already used by \(other.visible) in the same matter. Give one of them another number")

        // Meetings
        case .meetingNameDate(let text):
            Wording(
                "K070", .error,
                "filnamnet har ett datum som inte finns, \"\(text.visible)\". Byt namn, som fs-2020-09-18.md",
                "the file's name has a date that does not exist, \"\(text.visible)\". Rename it, like fs-2020-09-18.md")
        case .meetingNameBody(let code, let known):
            Wording(
                "K071", .error,
                "filnamnet börjar med \"\(code.visible)\", men inget organ har den koden. Skriv \(known.choice("eller")), eller lägg till organet i klubba.yml",
                "the file's name begins with \"\(code.visible)\", but no body has that code. Write \(known.choice("or")), or add the body to klubba.yml")
        case .meetingNameUnreadable:
            Wording(
                "K072", .error,
                "filens namn säger inte vilket möte det är. Ge den ett namn som fs-2020-09-18.md, eller skriv \"organ:\" och \"datum:\" i huvudet",
                "the file's name does not say which meeting it is. Name it like fs-2020-09-18.md, or write \"organ:\" and \"datum:\" in its front matter")
        case .meetingContradictsName(let key, let value, let name):
            Wording(
                "K073", .error,
                "\"\(key): \(value.visible)\" stämmer inte med filnamnet, som säger \(name.visible). Rätta det ena",
                "\"\(key): \(value.visible)\" does not agree with the file's name, which says \(name.visible). Correct one of them")
        case .sameMeeting(let meeting, let other):
            Wording(
                "K074", .error,
                "mötet \(meeting) finns redan i \(other.visible). Ta bort den ena filen",
                "the meeting \(meeting) is already in \(other.visible). Remove one of the files")
        case .timeOfOtherDay(let time, let day, let meeting):
            Wording(
                "K210", .warning,
                "\"tid: \(time.visible)\" säger \(day), men mötet är \(meeting). Rätta dagen, eller skriv bara klockslagen",
                "\"tid: \(time.visible)\" says \(day), but the meeting is \(meeting). Correct the day, or write the hours alone")
        case .meetingFileMissing(let name, let folder):
            Wording(
                "K211", .warning,
                "filen \(name.visible) finns inte i \(folder.visible). Lägg den där, eller rätta namnet",
                "the file \(name.visible) is not in \(folder.visible). Put it there, or correct the name")
        case .movedMeetingRemains(let meeting, let other):
            Wording(
                "K212", .error,
                "mötet skulle vara flyttat från \(meeting), men det mötet finns i \(other.visible). Ta bort den filen, eller rätta \"flyttat-från\"",
                "the meeting is said to be moved from \(meeting), but that meeting is in \(other.visible). Remove that file, or correct \"flyttat-från\"")
        case .movedTwice(let meeting, let other):
            Wording(
                "K214", .error,
                "mötet skulle vara flyttat från \(meeting), men det säger också \(other.visible). Rätta \"flyttat-från\" i det ena",
                "the meeting is said to be moved from \(meeting), but so is \(other.visible). Correct \"flyttat-från\" in one of them")
        case .meetingWithoutFile(let meeting, let file):
            Wording(
                "K075", .warning,
                "mötet \(meeting) har ingen egen fil. Skapa \(file) med tid och plats",
                "the meeting \(meeting) has no file of its own. Make \(file) with its time and place")
        case .recordWithoutMeeting(let meeting):
            Wording(
                "K076", .error,
                "protokollet hör till \(meeting), ett möte som inte finns. Rätta filnamnet, eller skapa mötet",
                "the record belongs to \(meeting), a meeting that does not exist. Correct the file's name, or make the meeting")
        case .agendaMatterUnknown(let dnr, let nearest):
            Wording(
                "K077", .warning,
                "dagordningen nämner \(dnr.visible), men inget ärende har det diarienumret. \(nearest.map { "Menade du \($0)?" } ?? "Rätta det, eller skapa ärendet")",
                "the agenda names \(dnr.visible), but no matter has that dnr. \(nearest.map { "Did you mean \($0)?" } ?? "Correct it, or make the matter")")
        case .agendaMatterNotDated(let dnr, let key, let date):
            Wording(
                "K078", .warning,
                "\(dnr.visible) står på dagordningen men har inte mötets datum. Skriv \"\(key): \(date)\" i ärendet",
                "\(dnr.visible) is on the agenda but does not have the meeting's date. Write \"\(key): \(date)\" in the matter")
        case .paragraphMatterNotDated(let matter, let key, let date):
            Wording(
                "K440", .warning,
                "\(matter.visible) behandlas i paragrafen men har inte mötets datum. Skriv \"\(key): \(date)\" i ärendet",
                "\(matter.visible) is dealt with in the paragraph but does not have the meeting's date. Write \"\(key): \(date)\" in the matter")
        case .agendaMatterTwice(let dnr):
            Wording(
                "K079", .warning,
                "\(dnr.visible) står två gånger på dagordningen. Ta bort den ena raden",
                "\(dnr.visible) is on the agenda twice. Remove one of the lines")
        case .agendaLineOfSeveral(let dnrs):
            Wording(
                "K200", .warning,
                "raden nämner flera ärenden (\(dnrs.map(\.visible).joined(separator: ", "))) och visas därför som text. Ge varje ärende en egen rad",
                "the line names several matters (\(dnrs.map(\.visible).joined(separator: ", "))) and is therefore shown as text. Give each matter a line of its own")
        case .agendaLineWithTitle(let matter):
            Wording(
                "K434", .warning,
                "raden nämner \(matter.visible) men är inte dess titel, så ärendet står också på en egen rad. Är raden ärendet: skriv dess dnr, eller titeln ensam",
                "the line names \(matter.visible) but is not its title, so the matter has a line of its own too. If the line is the matter: write its dnr, or the title alone")
        case .unreadableTime(let text):
            Wording(
                "K432", .warning,
                "\"tid: \(text.visible)\" har inga klockslag som går att läsa, så kalendern visar en heldag eller inget slut. Skriv som 13.00–16.00",
                "\"tid: \(text.visible)\" has no hours that can be read, so the calendar shows a whole day or no end. Write like 13.00–16.00")
        case .lineOfHidden(let text):
            Wording(
                "K203", .warning,
                "\"\(text.visible)\" kan handla om ett ärende som den här utgåvan inte får visa, och visas därför inte. Skriv om rubriken om den handlar om något annat",
                "\"\(text.visible)\" may be about a matter that this edition may not show, and is therefore not shown. Reword the heading if it is about something else")
        case .summonsNotSealed(let meeting, let name):
            Wording(
                "K201", .warning,
                "kallelsen till \(meeting) har en dag men är inte förseglad, så bilagornas nummer kan fortfarande ändras. Kör \"klubba seal \(name)\" när den skickas",
                "the kallelse to \(meeting) has a day but is not sealed, so its papers' numbers can still change. Run \"klubba seal \(name)\" when it is sent")

        case .summonsAfterMeeting(let summons, let meeting):
            Wording(
                "K253", .warning,
                "kallelsen är daterad \(summons), efter mötet \(meeting). Rätta \"kallelse\"",
                "the summons is dated \(summons), after the meeting on \(meeting). Correct \"kallelse\"")

        // Links and addresses
        case .linkNotRead(let target):
            Wording(
                "K456", .warning,
                "länken läses inte, för dess mål har mellanslag. Skriv målet så: <\(target.visible)>",
                "the link is not read, since its target has spaces. Write the target like this: <\(target.visible)>")
        case .linkTargetUnknown(let target, let nearest):
            Wording(
                "K080", .error,
                "länken leder till \"\(target.visible)\", som inte finns. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Rätta den")",
                "the link leads to \"\(target.visible)\", which does not exist. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Correct it")")
        case .linkTargetHidden(let target):
            Wording(
                "K081", .warning,
                "länken leder till \"\(target.visible)\", som läsarna inte får se. Den visas som vanlig text",
                "the link leads to \"\(target.visible)\", which the readers may not see. It is shown as plain text")
        case .linkUnsafe(let target):
            Wording(
                "K082", .warning,
                "länken \"\(target.visible)\" har en adresstyp som inte tillåts. Den visas som vanlig text",
                "the link \"\(target.visible)\" is of a kind that is not allowed. It is shown as plain text")

        case .noteUndefined(let label):
            Wording(
                "K245", .warning,
                "fotnoten [^\(label.visible)] har ingen text. Skriv den sist i filen på en rad som börjar med \"[^\(label.visible)]:\"",
                "the footnote [^\(label.visible)] has no text. Write it last in the file, on a line that begins with \"[^\(label.visible)]:\"")
        case .noteUnused(let label):
            Wording(
                "K246", .warning,
                "ingen text hänvisar till fotnoten [^\(label.visible)], och den visas inte. Skriv [^\(label.visible)] där den hör hemma, eller ta bort raden",
                "no text refers to the footnote [^\(label.visible)], and it is not shown. Write [^\(label.visible)] where it belongs, or remove the line")
        case .noteTwice(let label):
            Wording(
                "K247", .error,
                "fotnoten [^\(label.visible)] har fått sin text redan tidigare i filen. Ge den här ett eget namn",
                "the footnote [^\(label.visible)] has been given its text earlier in the file. Give this one a name of its own")
        case .noteWithinNote(let label):
            Wording(
                "K248", .warning,
                "fotnoten [^\(label.visible)] nämns i en annan fotnot, där den inte kan visas. Skriv det den säger i fotnotens egen text",
                "the footnote [^\(label.visible)] is referred to in another footnote, where it cannot be shown. Write what it says in that footnote's own text")
        case .linkDefinitionUnused(let line):
            Wording(
                "K249", .warning,
                "raden \"\(line.visible)\" läses som adressen till en länk som ingen text använder, och visas inte. Är den text, skriv \\ före [",
                "the line \"\(line.visible)\" is read as the address of a link that no text uses, and is not shown. If it is text, write \\ before [")

        // Personal data
        case .identityNumber(let address, let part):
            Wording(
                "K090", .error,
                "\(address.map { "härifrån kommer ett personnummer till \($0.visible)" } ?? "här står ett personnummer")\(part.map { ", \($0.swedish)" } ?? ""). Ta bort det, eller intyga med klubba review att det inte är något",
                "\(address.map { "from here a personal identity number comes to \($0.visible)" } ?? "here is a personal identity number")\(part.map { ", \($0.english)" } ?? ""). Remove it, or state with klubba review that it is none")
        case .fileNotRead(let reason, let isLeftOut):
            Wording(
                "K260", .warning,
                "filen kunde inte granskas: \(reason.swedish). \(isLeftOut ? "Den publiceras inte" : "Den är med för ledamöterna men publiceras inte") förrän någon har tittat på den: klubba review",
                "the file could not be looked through: \(reason.english). \(isLeftOut ? "It is not published" : "The members have it, but it is not published") until somebody has looked at it: klubba review")
        case .identityNumberInTraces(let part):
            Wording(
                "K264", .warning,
                "originalet har ett personnummer, \(part.swedish), som inte följer med i den publicerade kopian. Ta bort det ur filen om den skickas vidare",
                "the original has a personal identity number, \(part.english), which is not in the published copy. Remove it from the file if it is sent on")
        case .tracesLeft(let isToolMissing):
            Wording(
                "K265", .warning,
                "filen publiceras med sina spår, som vem som gjorde den och tidigare versioner: \(isToolMissing ? "klubba-pdf saknas, se klubba tools documents" : "den är signerad, låst eller skadad"). Spara om den utan dem, eller skriv spår: {pdf: behåll} i klubba.yml",
                "the file is published with its traces, such as who made it and earlier versions: \(isToolMissing ? "klubba-pdf is missing, see klubba tools documents" : "it is signed, locked or damaged"). Save it anew without them, or write spår: {pdf: behåll} in klubba.yml")
        case .hiddenMentioned(let name):
            Wording(
                "K266", .warning,
                "texten nämner \"\(name.visible)\", som hör till ett ärende som läsarna inte får se. Stryk det, eller låt det stå om det får synas",
                "the text mentions \"\(name.visible)\", which belongs to a matter that its readers may not see. Remove it, or leave it if it may be seen")
        case .reviewedWithoutBytes(let name):
            Wording(
                "K261", .warning,
                "filen kunde inte läsas och publiceras för att den är granskad (\(name.visible)), men ingen vet vilka bytes den hade då. Granska den med klubba review",
                "the file could not be read and is published since it was reviewed (\(name.visible)), but nobody knows which bytes it had then. Review it with klubba review")
        case .reviewOutOfDate(let file):
            Wording(
                "K262", .warning,
                "\(file.visible) är ändrad eller borta sedan den granskades. Granska den igen med klubba review",
                "\(file.visible) has changed or is gone since it was reviewed. Review it again with klubba review")
        case .reviewUnreadable:
            Wording(
                "K263", .error,
                "raden går inte att läsa. Ta bort den och granska filen igen med klubba review",
                "the line cannot be read. Remove it and review the file again with klubba review")
        case .emailAddress:
            Wording(
                "K091", .warning,
                "här står en e-postadress. Ta bort den, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om den får publiceras",
                "here is an e-mail address. Remove it, or write \"personuppgifter-granskade: date name\" in the front matter if it may be published")
        case .phoneNumber:
            Wording(
                "K092", .warning,
                "här står ett telefonnummer. Ta bort det, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om det får publiceras",
                "here is a phone number. Remove it, or write \"personuppgifter-granskade: date name\" in the front matter if it may be published")

        // Records
        case .unknownOutcome(let word, let nearest):
            Wording(
                "K120", .error,
                "\"\(word.visible)\" är inget känt beslut. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Skriv till exempel bifall, avslag, återremiss eller bordläggning till 2020-10-23")",
                "\"\(word.visible)\" is no known decision. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Write for example bifall, avslag, återremiss or bordläggning till 2020-10-23")")
        case .unknownClause(let number, let count):
            Wording(
                "K121", .error,
                "det finns ingen att-sats \(number). Förslaget har \(count). Rätta numret",
                "there is no clause \(number). The proposal has \(count). Correct the number")
        case .sameParagraph(let number, let other):
            Wording(
                "K122", .error,
                "§ \(number) används redan i \(other.visible). Ge den ena ett annat nummer",
                "§ \(number) is already used in \(other.visible). Give one of them another number")
        case .paragraphMatterUnknown(let dnr, let nearest):
            Wording(
                "K123", .error,
                "inget ärende har dnr \(dnr.visible). \(nearest.map { "Menade du \($0)?" } ?? "Rätta det, eller skapa ärendet")",
                "no matter has dnr \(dnr.visible). \(nearest.map { "Did you mean \($0)?" } ?? "Correct it, or make the matter")")
        case .matterWithoutParagraph(let matter):
            Wording(
                "K124", .warning,
                "\(matter.visible) står på dagordningen men har ingen paragraf i protokollet. Lägg till den",
                "\(matter.visible) is on the agenda but has no paragraph in the record. Add it")
        case .paragraphOutOfOrder(let number, let after):
            Wording(
                "K125", .warning,
                "§ \(number) kommer efter § \(after). Kontrollera ordningen",
                "§ \(number) comes after § \(after). Check the order")
        case .headingNotAParagraph(let heading):
            Wording(
                "K126", .warning,
                "\"\(heading.visible)\" är ingen paragraf. Skriv rubriken som \"## § 45 Ärendet\"",
                "\"\(heading.visible)\" is no paragraph. Write the heading like \"## § 45 The matter\"")
        case .doneOnDayToCome(let key, let date):
            Wording(
                "K453", .warning,
                "\(key): \(date) är en dag som inte har kommit, så det räknas inte förrän då. Rätta datumet om det är fel",
                "\(key): \(date) is a day to come, so it does not count until then. Correct the date if it is wrong")
        case .cancelledWithRecord(let meeting):
            Wording(
                "K454", .warning,
                "\(meeting) är inställt men har ett protokoll. Rätta mötets status, eller ta bort protokollet",
                "\(meeting) is cancelled but has minutes. Correct the meeting's status, or remove the minutes")
        case .heldOnDayToCome(let day):
            Wording(
                "K455", .warning,
                "mötet står som genomfört men är den \(day). Ta bort \"status:\", eller rätta datumet",
                "the meeting is marked as held but is on \(day). Remove \"status:\", or correct the date")
        case .approvedTooEarly(let date):
            Wording(
                "K127", .error,
                "protokollet kan inte vara justerat \(date), före mötet. Rätta datumet",
                "the record cannot be approved on \(date), before the meeting. Correct the date")
        case .postedTooEarly(let date):
            Wording(
                "K128", .error,
                "protokollet kan inte vara anslaget \(date), innan det är justerat. Rätta datumet",
                "the record cannot be posted on \(date), before it is approved. Correct the date")

        case .postingOverdue(let due, let paragraph):
            Wording(
                "K129", .warning,
                "\(paragraph.map { "§ \($0)" } ?? "protokollet") skulle ha anslagits senast \(due). Anslå det och skriv \"\(paragraph == nil ? "anslaget:\" i huvudet" : "Anslaget:\" under \"Justerat:\"")",
                "\(paragraph.map { "§ \($0)" } ?? "the record") should have been posted by \(due). Post it and write \"\(paragraph == nil ? "anslaget:\" in the front matter" : "Anslaget:\" below \"Justerat:\"")")
        case .noticeDownTooEarly(let date, let last?):
            Wording(
                "K439", .warning,
                "anslaget togs ned \(date), men skulle ha suttit uppe till och med \(last), sista dagen att överklaga. Sätt upp det igen, eller rätta datumet",
                "the notice came down on \(date), but should have stayed up through \(last), the last day to appeal. Put it up again, or correct the date")
        case .noticeDownTooEarly(let date, nil):
            Wording(
                "K439", .warning,
                "anslaget kan inte vara nedtaget \(date), innan det sattes upp. Rätta datumet",
                "the notice cannot have come down on \(date), before it went up. Correct the date")
        case .minutesMissing(let meeting, let due, let file):
            Wording(
                "K250", .warning,
                "protokollet från \(meeting) saknas. Det skulle ha funnits senast \(due). Lägg det i \(file)",
                "the minutes of \(meeting) are missing. They should have been there by \(due). Put them in \(file)")
        case .approvedAtOnceWithoutDay:
            Wording(
                "K463", .warning,
                "paragrafen sägs vara omedelbart justerad, men har ingen dag. Skriv \"Justerat: 2026-12-11\" på en egen rad i paragrafen, och \"Anslaget:\" när den anslås",
                "the § is said to be approved at once, but has no day. Write \"Justerat: 2026-12-11\" on a line of its own in the §, and \"Anslaget:\" when its notice goes up")
        case .approvedTwice(let line):
            Wording(
                "K464", .warning,
                "paragrafen har redan \"Justerat:\" på rad \(line), och den raden gäller. Ta bort en av dem",
                "the § has \"Justerat:\" on line \(line) already, and that line holds. Remove one of them")
        case .approvalMissing(let due):
            Wording(
                "K251", .warning,
                "protokollet är inte justerat. Det skulle ha justerats senast \(due). Skriv \"justerat:\" med dagen när det är gjort",
                "the minutes are not approved. They should have been by \(due). Write \"justerat:\" with the day when it is done")
        case .approvedLate(let date, let due):
            Wording(
                "K252", .warning,
                "protokollet justerades \(date), senare än \(due). Kontrollera dagen",
                "the minutes were approved on \(date), later than \(due). Check the day")
        case .clauseDecidedTwice(let number):
            Wording(
                "K140", .error,
                "att-sats \(number) har två beslut på raden. Behåll ett",
                "clause \(number) has two decisions on the line. Keep one")
        case .decisionsContradict(let first, let firstLine, let other):
            Wording(
                "K220", .error,
                "paragrafen säger två saker: \"\(first.visible)\" på rad \(firstLine) och \"\(other.visible)\" här. Låt den säga en, eller skriv beslutet sats för sats: \"Beslut: 1 bifall, 2 avslag\"",
                "the paragraph says two things: \"\(first.visible)\" on line \(firstLine) and \"\(other.visible)\" here. Let it say one, or write the decision clause by clause: \"Beslut: 1 bifall, 2 avslag\"")
        case .paragraphWithoutDecision(let number, let matter):
            Wording(
                "K221", .warning,
                "§ \(number) är om \(matter.visible), men där står inget beslut. Skriv till exempel \"Beslut: bifall\"",
                "§ \(number) is about \(matter.visible), but no decision stands there. Write for example \"Beslut: bifall\"")
        case .clauseUndecided(let number, let matter):
            Wording(
                "K441", .warning,
                "inget sägs om att-sats \(number) i förslaget till \(matter.visible). Skriv \"\(number) bifall\", \"\(number) avslag\" eller \"\(number) utgår\" också",
                "nothing is said of clause \(number) of the proposal in \(matter.visible). Write \"\(number) bifall\", \"\(number) avslag\" or \"\(number) utgår\" too")
        case .approvedWithoutProposal(let word, let matter):
            Wording(
                "K222", .warning,
                "\"\(word.visible)\" till vad? \(matter.visible) har inget förslag till beslut. Skriv beslutet som att-satser under \"Beslut: enligt nedan\"",
                "\"\(word.visible)\" to what? \(matter.visible) has no proposal. Write the decision as clauses under \"Beslut: enligt nedan\"")
        case .decisionBelowMissing(let number):
            Wording(
                "K431", .warning,
                "§ \(number) säger \"enligt nedan\", men där står inget beslut under. Skriv att-satserna på raderna efter",
                "§ \(number) says \"enligt nedan\", but no decision stands below it. Write the clauses on the lines after it")
        case .postponedBackwards(let day, let meeting):
            Wording(
                "K433", .warning,
                "ärendet skjuts upp till \(day), men beslutet är från \(meeting). Rätta dagen",
                "the matter is put off until \(day), but the decision is of \(meeting). Correct the day")
        case .almostHeading(let text):
            Wording(
                "K430", .warning,
                "\"\(text.visible)\" är ingen rubrik, för mellanslaget efter # saknas. Skriv dit det",
                "\"\(text.visible)\" is no heading, for the space after # is missing. Put it there")
        case .recordNotSealed(let meeting):
            Wording(
                "K224", .warning,
                "protokollet är justerat men inte förseglat. Försegla det med: klubba seal \(meeting)",
                "the record is approved but not sealed. Seal it with: klubba seal \(meeting)")
        case .placeholder(let text):
            Wording(
                "K223", .warning,
                "\"\(text.visible)\" är inte ifyllt, och kan inte förseglas så. Skriv det som ska stå där, eller ta bort raden",
                "\"\(text.visible)\" is not filled in, and can't be sealed like that. Write what should stand there, or remove the line")
        case .votesDisagree(let choice, let counted, let stated):
            Wording(
                "K141", .error,
                "omröstningen går inte ihop: \(counted) röster för \(choice), men summan säger \(stated). Rätta det ena",
                "the votes do not add up: \(counted) for \(choice), but the sum says \(stated). Correct one of them")
        case .votedTwice(let name):
            Wording(
                "K142", .error,
                "\(name.visible) står två gånger i omröstningen. Ta bort den ena",
                "\(name.visible) stands twice in the vote. Remove one of them")
        case .tooManyVotes(let votes, let present):
            Wording(
                "K143", .error,
                "omröstningen har \(votes) röster, men bara \(present) var med. Rätta rösterna eller närvaron",
                "the vote has \(votes) votes, but only \(present) were there. Correct the votes or who was there")
        case .recusedVotes(let name):
            Wording(
                "K144", .warning,
                "\(name.visible) nämns under Jäv eller Deltar inte i beslutet men står i omröstningen. Kontrollera",
                "\(name.visible) is named under Jäv or Deltar inte i beslutet but stands in the vote. Check it")
        case .quorumMissing(let present, let members):
            Wording(
                "K145", .warning,
                "\(present) av \(members) ledamöter var närvarande. Det är inte mer än hälften: kontrollera att organet var beslutsfört",
                "\(present) of \(members) members were there. That is not more than half: check that the body could decide")
        case .presentIsNoMember(let name, let body, let day):
            Wording(
                "K213", .warning,
                "\(name.visible) är antecknad som närvarande men står inte bland ledamöterna och ersättarna i \(body) i klubba.yml den \(day), och räknas inte. Rätta namnet, eller registret",
                "\(name.visible) is noted as present but is not among the members and substitutes of \(body) in klubba.yml on \(day), and does not count. Correct the name, or the register")
        case .answersNothing(let text):
            Wording(
                "K146", .error,
                "\"Besvarar: \(text.visible)\" leder inte till något tidigare beslut. Skriv till exempel \"Besvarar: § 45 2020-09-18\" eller ärendets dnr",
                "\"Besvarar: \(text.visible)\" leads to no earlier decision. Write for example \"Besvarar: § 45 2020-09-18\" or the matter's dnr")
        case .noticeTakenDown(let meeting, let until, let paragraph):
            Wording(
                "K147", .error,
                "anslaget för \(paragraph.map { "§ \($0) i " } ?? "")\(meeting) ska sitta uppe till och med \(until), men det här bygget skulle ta ned det. Återställ protokollet och \"anslaget:\", eller bygg med --take-down \(meeting.visible) om det sattes upp av misstag",
                "the notice of \(paragraph.map { "§ \($0) of " } ?? "")\(meeting) has to stay up until \(until), but this build would take it down. Restore the record and \"anslaget:\", or build with --take-down \(meeting.visible) if it was posted by mistake")

        // Theme
        case .themeUnknownKey(let key, let nearest):
            Wording(
                "K100", .error,
                "mallen använder \"\(key.visible)\", som inte finns här. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Rätta eller ta bort den")",
                "the template uses \"\(key.visible)\", which is not known here. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Correct or remove it")")
        case .themeUnknownPartial(let name, let nearest):
            Wording(
                "K101", .error,
                "mallen \"\(name.visible)\" finns inte. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Lägg den i theme/")",
                "there is no template \"\(name.visible)\". \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Put it in theme/")")
        case .themeSyntax(let fault):
            Wording(
                "K102", .error,
                "temats fil kan inte användas: \(fault.swedish)",
                "the theme's file cannot be used: \(fault.english)")
        case .themeUnknownText(let key, let nearest):
            Wording(
                "K103", .error,
                "texten \"\(key.visible)\" finns inte i texter/. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Lägg till den")",
                "there is no text \"\(key.visible)\" in texter/. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Add it")")
        case .themeUnknownAsset(let name, let nearest):
            Wording(
                "K104", .error,
                "filen \"\(name.visible)\" finns inte i tillgangar/. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Lägg till den")",
                "there is no file \"\(name.visible)\" in tillgangar/. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Add it")")
        case .themeBadTextLine:
            Wording(
                "K105", .error,
                "raden ska vara \"nyckel: text\". Rätta den",
                "the line must be \"key: text\". Correct it")
        case .themeDefaultChanged(let name, let added, let removed):
            Wording(
                "K390", .warning,
                "den inbyggda \(name) har ändrats sedan den här skrevs ut\(LineChange.swedish(added, removed)). Se vad som är nytt med \"klubba theme \(name) --diff\", för in det du behöver och skriv \"klubba theme \(name) --seen\"",
                "the default \(name) has changed since this was written out\(LineChange.english(added, removed)). See what is new with \"klubba theme \(name) --diff\", bring over what you need and run \"klubba theme \(name) --seen\"")
        case .themeDefaultGone(let name):
            Wording(
                "K391", .warning,
                "den inbyggda \(name) finns inte längre. Ta bort den här om inget i temat använder den, annars bara märket",
                "the default \(name) is no longer there. Remove this if nothing in the theme uses it, else only its mark")
        case .themeTemplateUnused(let nearest):
            Wording(
                "K392", .warning,
                "ingen sida använder mallen. \(nearest.map { "Menade du \"\($0).mustache\"?" } ?? "Ta bort den, eller hämta den med {{> namn}}")",
                "no page uses the template. \(nearest.map { "Did you mean \"\($0).mustache\"?" } ?? "Remove it, or fetch it with {{> name}}")")

        case .unknownLicence(let text, let nearest):
            Wording(
                "K393", .warning,
                "\"\(text.visible)\" är ingen licens som Klubba känner, så ingen visas. \(nearest.map { "Menade du \"\($0)\"?" } ?? "Skriv till exempel \"CC0-1.0\" eller \"CC-BY-4.0\"")",
                "\"\(text.visible)\" is no licence that Klubba knows, so none is shown. \(nearest.map { "Did you mean \"\($0)\"?" } ?? "Write for example \"CC0-1.0\" or \"CC-BY-4.0\"")")

        // Output
        case .foreignFile:
            Wording(
                "K110", .error,
                "här ligger en fil som klubba inte har skrivit, på en adress som webbplatsen behöver. Flytta eller ta bort den",
                "here is a file that klubba did not write, at an address that the site needs. Move or remove it")

        // The sealed record
        case .logLineDamaged:
            Wording(
                "K130", .error,
                "raden i loggen är skadad: den är inte som klubba skriver den. Hämta tillbaka loggen från en säkerhetskopia",
                "the line of the log is damaged: it is not as klubba writes it. Restore the log from a backup")
        case .logLineTorn:
            Wording(
                "K131", .error,
                "loggens sista rad är halv: den blev inte färdig, eller så är filen avkortad. Hämta tillbaka loggen från en säkerhetskopia, eller ta bort den halva raden och försegla igen",
                "the log's last line is half: it was never finished, or the file was cut. Restore the log from a backup, or remove the half line and seal again")
        case .logChain(let fault):
            Wording(
                "K132", .error,
                "\(fault.swedish). Hämta tillbaka loggen från en säkerhetskopia",
                "\(fault.english). Restore the log from a backup")
        case .logSignature(let fault):
            Wording("K133", .error, fault.swedish, fault.english)
        case .sealedTextChanged(let change):
            Wording(
                "K134", .error,
                "\(change.swedish). Återställ den, eller rätta med: klubba seal \(change.name) --correct --reason \"…\"",
                "\(change.english). Restore it, or correct with: klubba seal \(change.name) --correct --reason \"…\"")
        case .sealedPaperMissing(let meeting, let name, let day, let copy):
            Wording(
                "K135", .error,
                "handlingen förseglades \(day) för \(meeting) men är borta. Återställ den\(copy.map { " ur \($0)" } ?? ""), eller rätta med: klubba seal \(name) --correct --reason \"…\"",
                "the paper was sealed \(day) for \(meeting) but is gone. Restore it\(copy.map { " from \($0)" } ?? ""), or correct with: klubba seal \(name) --correct --reason \"…\"")
        case .sealedTextInWork(let meeting, let day, let next):
            Wording(
                "K136", .warning,
                "texten är ändrad sedan den förseglades \(day) för \(meeting), inför \(next). Försegla den nya lydelsen när kallelsen till \(next) skickas",
                "the text was changed after it was sealed \(day) for \(meeting), for \(next). Seal the new wording when the kallelse to \(next) is sent")
        case .sealedCopyFault(let paper, let isMissing):
            Wording(
                "K137", .error,
                "den förseglade kopian av \(paper.visible) \(isMissing ? "är borta" : "är ändrad"). Hämta tillbaka den från en säkerhetskopia, eller försegla mötet igen om handlingen är orörd",
                "the sealed copy of \(paper.visible) \(isMissing ? "is gone" : "was changed"). Restore it from a backup, or seal the meeting again if the paper is untouched")
        case .logContradictsCopy(let paper):
            Wording(
                "K437", .error,
                "raden säger något annat om \(paper.visible) än den kopia som bevaras: en annan text skulle kunna ta dess plats. Fråga den som förseglade",
                "the line says something else of \(paper.visible) than the copy that is kept: another text could take its place. Ask who sealed it")
        case .publishedDiffers(let paper, let fault):
            Wording("K138", .error, fault.swedish(paper.visible), fault.english(paper.visible))
        case .logShortened(let fault):
            Wording("K139", .error, fault.swedish, fault.english)

        // A built site, made again
        case .publishedNotAsMade(let difference):
            Wording("K300", .error, difference.swedish, difference.english)
        case .publishedManifest(let fault):
            Wording("K301", .error, fault.swedish, fault.english)
        case .publishedDay(let fault):
            Wording("K302", .error, fault.swedish, fault.english)
        case .publishedNotRemade(let hindrance):
            Wording("K303", .warning, hindrance.swedish, hindrance.english)
        case .publishedBeforeEdit(let pages, let files):
            Wording(
                "K304", .warning,
                "\(pages == 1 ? "1 sida eller fil" : "\(pages) sidor och filer") är byggda före senaste ändringen\(files.named("till")). Bygg och publicera igen",
                "\(pages == 1 ? "1 page or file was" : "\(pages) pages and files were") built before the last change\(files.named("more")). Build and publish again")
        case .publishedOthers:
            Wording(
                "K436", .warning,
                "det här har klubba inte skrivit, fast det ligger bland klubbas sidor. Det är tillåtet av egna-filer i klubba.yml och är inte kontrollerat. Flytta det till en egen mapp, eller ta bort det",
                "klubba did not write this, though it lies among klubba's pages. egna-filer in klubba.yml allows it, and it was not checked. Move it to a folder of its own, or remove it")
        case .settingsChanged(let since, let change):
            Wording(
                "K305", .warning,
                "sedan den senaste förseglingen \(since) är något ändrat som rör vad besluten betyder: \(change.swedish). Stämmer det, så gäller det från nästa försegling",
                "since the last seal \(since) something has changed that bears on what decisions mean: \(change.english). If it is right, it holds from the next seal")
        case .sealedNoticeChanged(let meeting, let name, let change):
            Wording(
                "K306", .error,
                "\(change.swedish(meeting)). Återställ det, eller rätta med: klubba seal \(name) --correct --reason \"…\"",
                "\(change.english(meeting)). Restore it, or correct with: klubba seal \(name) --correct --reason \"…\"")
        case .sealedAgendaChanged(let meeting, let name, let change):
            Wording(
                "K307", .error,
                "\(change.swedish(meeting)). Återställ det, eller rätta med: klubba seal \(name) --correct --reason \"…\"",
                "\(change.english(meeting)). Restore it, or correct with: klubba seal \(name) --correct --reason \"…\"")
        case .agendaNotSealed(let meeting, let name, let change):
            Wording(
                "K308", .warning,
                "\(change.swedish(meeting)). Försegla tillägget med: klubba seal \(name)",
                "\(change.english(meeting)). Seal the supplement with: klubba seal \(name)")
        case .noticeNotSealed(let name):
            Wording(
                "K325", .warning,
                "anslaget är uppsatt men inte förseglat, så dagen det sattes upp kan ändras utan att det märks. Försegla det med: klubba seal \(name)",
                "the notice is up but not sealed, so the day it went up can be changed unseen. Seal it with: klubba seal \(name)")
        case .hardLinkOfOthers:
            Wording(
                "K326", .error,
                "filen är en hård länk till en fil som någon annan äger, så den publiceras inte. Lägg dit en egen kopia",
                "the file is a hard link to a file that somebody else owns, so it is not published. Put a copy of your own there")
        case .hardLink:
            Wording(
                "K327", .warning,
                "filen är en hård länk och har ett namn till utanför content/. Ändras den där ändras den här: lägg dit en kopia",
                "the file is a hard link and has another name outside content/. What is changed there is changed here: put a copy there")
        case .signersNotRead:
            Wording(
                "K321", .warning,
                "vem som har skrivit under filen är inte läst, för pdfsig finns inte. Installera poppler-utils och bygg igen",
                "who has signed the file was not read, for pdfsig is missing. Install poppler-utils and build again")
        case .recordNotSigned:
            Wording(
                "K322", .warning,
                "filen är inte elektroniskt underskriven. Lägg dit den som kom från underskriftstjänsten, utan att spara om den",
                "the file is not signed electronically. Put the one there that came from the signing service, without saving it anew")
        case .signatureFaulty(let fault): Wording("K323", .warning, fault.swedish, fault.english)
        case .signedTextDiffers(let fault): Wording("K324", .warning, fault.swedish, fault.english)
        case .listWasSent(let meeting, let name, let change):
            Wording(
                "K320", .warning,
                "\(change.swedish(meeting)). \(change.isStricter ? "Den strängare av de två gäller" : "Det som förseglades visas"). Återställ det, eller rätta med: klubba seal \(name) --correct --reason \"…\"",
                "\(change.english(meeting)). \(change.isStricter ? "The stricter of the two holds" : "What was sealed is shown"). Restore it, or correct with: klubba seal \(name) --correct --reason \"…\"")
        // The log's public head
        case .publicHead(let fault):
            Wording("K310", .error, fault.swedish, fault.english)
        case .headBehindLog(let lines):
            Wording(
                "K311", .warning,
                lines == 1
                    ? "loggens sista rad är inte med i det publika huvudet, så det går inte att bevisa den utåt. Underteckna ett nytt: klubba seal --head --key FIL"
                    : "loggens \(lines) sista rader är inte med i det publika huvudet, så det går inte att bevisa dem utåt. Underteckna ett nytt: klubba seal --head --key FIL",
                lines == 1
                    ? "the log's last line is not in the public head, so nobody outside can prove it. Sign a new one: klubba seal --head --key FILE"
                    : "the log's last \(lines) lines are not in the public head, so nobody outside can prove them. Sign a new one: klubba seal --head --key FILE")
        case .headMissing:
            Wording(
                "K435", .warning,
                "loggen är undertecknad, men dess publika huvud är borta. Hämta tillbaka content/forsegling från en säkerhetskopia. Har det aldrig funnits något: klubba seal --head --key FIL",
                "the log is signed, but its public head is gone. Restore content/forsegling from a backup. If there never was one: klubba seal --head --key FILE")
        case .keyRegister(let fault):
            Wording("K312", .error, fault.swedish, fault.english)
        case .keyNotInForce(let fault):
            Wording("K313", .error, fault.swedish, fault.english)
        case .lostKey(let name, let successor, let day, let reason):
            Wording(
                "K314", .warning,
                "nyckeln för \(name.visible) är förlorad (\(reason.visible)) och ersattes \(day) av en som den inte har undertecknat (\(successor.visible)). Det står kvar så att alla vet det: kontrollera den nya nyckeln hos den som har den",
                "the key of \(name.visible) is lost (\(reason.visible)) and was replaced on \(day) by one that it has not signed (\(successor.visible)). This stays so that everybody knows: check the new key with its holder")
        case .timestamp(let fault):
            Wording("K315", .error, fault.swedish, fault.english)
        case .timestampsNotChecked:
            Wording(
                "K316", .warning,
                "tidsstämplarna är inte kontrollerade, för openssl finns inte. Installera openssl och kör igen",
                "the time stamps are not checked, for openssl is missing. Install openssl and run again")
        case .saltFault(let isMissing):
            Wording(
                "K317", .error,
                "saltet \(isMissing ? "är borta" : "går inte att läsa"), så det publika huvudet går inte att kontrollera eller föra vidare. Hämta tillbaka filen från en säkerhetskopia",
                "the salt \(isMissing ? "is gone" : "cannot be read"), so the public head can be neither checked nor carried on. Restore the file from a backup")
        case .witnessLine:
            Wording(
                "K318", .error,
                "raden ska ha ett namn, ett kolon och den nyckel som klubba cosign visade hos den som intygar. Rätta den",
                "the line is a name, a colon and the key that klubba cosign showed the one who vouches. Correct it")
        case .renewal(let fault):
            Wording("K319", .error, fault.swedish, fault.english)
        case .renewalNotDated:
            Wording(
                "K438", .warning,
                "förnyelsen är inte daterad. Skicka frågan till tidsstämplingstjänsten och ta in svaret, eller hämta tillbaka det från en säkerhetskopia",
                "the renewal is not dated. Send the query to the time stamp authority and take in its answer, or restore it from a backup")
        // The packet
        case .paperLocked:
            Wording(
                "K170", .error,
                "PDF-filen är låst med lösenord och kan inte läggas i utskicket. Spara den utan lösenord",
                "the PDF is locked with a password and cannot be put in the packet. Save it without one")
        case .paperDamaged:
            Wording(
                "K171", .error,
                "PDF-filen är skadad och kan inte läggas i utskicket. Öppna den i ett PDF-program och spara om den, eller be om en ny",
                "the PDF is damaged and cannot be put in the packet. Open it in a PDF program and save it anew, or ask for another")
        case .paperWithoutPages:
            Wording(
                "K172", .error,
                "PDF-filen har inga sidor. Byt ut den mot den rätta filen",
                "the PDF has no pages. Replace it with the right file")
        case .paperTooHeavy(let burden):
            Wording(
                "K173", .error,
                "PDF-filen tar för \(burden.swedish) att läsa och läggs inte i utskicket. Spara om den, eller dela den i flera filer",
                "the PDF takes too \(burden.english) to read and is not put in the packet. Save it anew, or split it into several files")
        case .paperNotArchival(let reason):
            Wording(
                "K174", .warning,
                "utskicket blir \(reason.swedish). Spara bilagan som PDF/A om utskicket ska arkiveras",
                "the packet is \(reason.english). Save the bilaga as PDF/A if the packet is to be archived")
        case .paperNotPlaceable(let fault):
            Wording("K175", .warning, fault.swedish, fault.english)
        case .paperLeftOut(let parts):
            Wording(
                "K176", .warning,
                "PDF-filen innehåller \(parts.map(\.swedish).choice("och", quoted: false)), som inte följer med i utskicket. Kontrollera att inget viktigt går förlorat",
                "the PDF holds \(parts.map(\.english).choice("and", quoted: false)), which is left out of the packet. Check that nothing important is lost")
        case .paperTooLarge:
            Wording(
                "K177", .warning,
                "filen är för stor för att bifogas i utskicket. Skicka den på något annat sätt, eller dela den",
                "the file is too large to be attached to the packet. Send it some other way, or split it")
        // The archive package
        case .archiveWithoutOrganisationNumber:
            Wording(
                "K180", .warning,
                "arkiv: organisationsnummer saknas. Arkivet behöver det för att veta vems handlingarna är",
                "arkiv: organisationsnummer is missing. The archive needs it to know whose papers they are")
        case .archiveLeftOut(.meeting(let meeting)):
            Wording(
                "K181", .warning,
                "\(meeting) är inte med: protokollet är inte justerat",
                "\(meeting) is left out: its record is not approved")
        case .archiveLeftOut(.matter(let matter, let whole)):
            Wording(
                "K181", .warning,
                "\(matter.visible) är inte med i \(whole): ärendet är inte avslutat",
                "\(matter.visible) is left out of \(whole): the matter is not closed")
        case .archiveRecordNotSealed(let name):
            Wording(
                "K182", .warning,
                "protokollet är justerat men inte förseglat. Försegla först: klubba seal \(name)",
                "the record is approved but not sealed. Seal it first: klubba seal \(name)")
        case .archiveFormat(let name):
            Wording(
                "K183", .warning,
                "\(name.visible) är inte i ett bevarandeformat. Lägg till den som PDF/A eller CSV också",
                "\(name.visible) is not in a preservation format. Add it as PDF/A or CSV too")
        // Letters
        case .mailAddress(let written):
            Wording(
                "K410", .error,
                "\"\(written.visible)\" är ingen e-postadress. Skriv som namn@example.se, utan å, ä och ö; flera med komma emellan, eller ingen",
                "\"\(written.visible)\" is no mail address. Write it like name@example.se, in ASCII; several with commas between, or ingen")
        case .addressBookMissing:
            Wording(
                "K411", .warning,
                "filen finns inte, så breven har inga adresser. Skriv den: avsändare, ledamöter, mottagare och anslag",
                "the file does not exist, so the letters have no addresses. Write it: avsändare, ledamöter, mottagare and anslag")
        case .senderMissing:
            Wording(
                "K412", .warning,
                "avsändare saknas, så breven har ingen avsändare. Lägg till avsändare: Kansliet <kansli@example.se>",
                "avsändare is missing, so the letters have no sender. Add avsändare: Kansliet <kansli@example.se>")
        case .recipientWithoutAddress(let name, let paragraph, let nearest):
            Wording(
                "K413", .warning,
                "\(name.visible), som § \(paragraph) skickas till, har ingen adress under mottagare i content/adresser.yml\(nearest.map { ". Menade du \"\($0.visible)\"?" } ?? ".") Brevet skrevs utan mottagare. Lägg till adressen, eller \"\(name.visible): ingen\"",
                "\(name.visible), to whom § \(paragraph) is sent, has no address under mottagare in content/adresser.yml\(nearest.map { ". Did you mean \"\($0.visible)\"?" } ?? ".") The letter was written without a recipient. Add the address, or \"\(name.visible): ingen\"")
        case .memberWithoutAddress(let name, let nearest):
            Wording(
                "K414", .warning,
                "\(name.visible) har ingen adress under ledamöter i content/adresser.yml och får ingen kallelse\(nearest.map { ". Menade du \"\($0.visible)\"?" } ?? ".") Lägg till adressen, eller \"\(name.visible): ingen\"",
                "\(name.visible) has no address under ledamöter in content/adresser.yml and gets no kallelse\(nearest.map { ". Did you mean \"\($0.visible)\"?" } ?? ".") Add the address, or \"\(name.visible): ingen\"")
        case .correspondentUnknown(let name, let nearest):
            Wording(
                "K415", .warning,
                "\(name.visible) står inte som ledamot i klubba.yml och får inga brev\(nearest.map { ". Menade du \"\($0.visible)\"?" } ?? ".") Rätta namnet, ta bort raden, eller flytta den till kallas-även",
                "\(name.visible) is no member in klubba.yml and gets no letters\(nearest.map { ". Did you mean \"\($0.visible)\"?" } ?? ".") Correct the name, remove the line, or move it to kallas-även")
        case .nobodyToCall(let body):
            Wording(
                "K416", .warning,
                "ingen av \(body.visible)s ledamöter har en adress, så kallelsen skrevs utan mottagare. Lägg till dem under ledamöter",
                "none of the members of \(body.visible) has an address, so the kallelse was written without recipients. Add them under ledamöter")
        case .membersAddressMissing:
            Wording(
                "K417", .warning,
                "var ledamöterna läser sin utgåva står inte, så brevet länkar bara till det som är offentligt. Lägg till kontroll under publicering: ledamöter",
                "where members read their edition is not said, so the letter links only to what is public. Add kontroll under publicering: ledamöter")
        case .letterNotApproved(let paragraph):
            Wording(
                "K418", .warning,
                "§ \(paragraph) är inte justerad, så inget brev skrevs om den. Kör klubba letters igen när den är det",
                "§ \(paragraph) is not approved, so no letter was written of it. Run klubba letters again when it is")
        case .letterHidden(let paragraph, let name):
            Wording(
                "K419", .warning,
                "§ \(paragraph) får \(name.visible) inte läsa, så inget brev skrevs. Skicka beslutet på annat sätt, eller skriv \"läser: ledamöter\" om mottagaren får se det som ledamöter ser",
                "\(name.visible) may not read § \(paragraph), so no letter was written. Send the decision in another way, or write \"läser: ledamöter\" if the recipient may see what members see")
        case .archiveWithoutRenditions:
            Wording(
                "K184", .warning,
                "paketet har inga PDF/A-versioner (--no-pdf). Markdown är läsbar text, men fråga arkivet först",
                "the package has no PDF/A versions (--no-pdf). Markdown is readable text, but ask the archive first")
        case .archiveSameName(let path, let other):
            Wording(
                "K185", .error,
                "filen skulle heta \(path.visible) i paketet, men det gör \(other.visible) redan. Byt namn på den ena",
                "the file would be \(path.visible) in the package, but so is \(other.visible) already. Rename one of them")
        case .archiveEmpty(let year):
            Wording(
                "K186", .error,
                "\(year) har inga möten och inga avslutade ärenden. Kontrollera årtalet",
                "\(year) has no meetings and no closed matters. Check the year")
        case .archivePackage(let fault):
            Wording("K187", .error, fault.swedish, fault.english)

        // A packet that is moved in
        case .importPlan(let fault):
            Wording("K370", .error, fault.swedish, fault.english)
        case .matterTwiceInPacket(let dnr, let pages, let other):
            Wording(
                "K371", .error,
                "två ärenden har dnr \(dnr.visible) men olika text: \(other.pages(in: .swedish)) och \(pages.pages(in: .swedish)). Rätta delningen med --plan, till exempel så att det ena är en bilaga",
                "two matters have the number \(dnr.visible) but different texts: \(other.pages(in: .english)) and \(pages.pages(in: .english)). Correct the cut with --plan, for example so that one of them is a bilaga")
        }
    }
}

/// From Monday on.
private let weekdays = (
    swedish: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)

extension [String] {
    /// " (a, b, c, 4 till)"; nothing of none.
    fileprivate func named(_ more: String) -> String {
        let shown = prefix(3).map(\.visible) + (count > 3 ? ["\(count - 3) \(more)"] : [])
        return isEmpty ? "" : " (" + shown.joined(separator: ", ") + ")"
    }

    /// "a", "b" eller "c"
    fileprivate func choice(_ conjunction: String, quoted isQuoted: Bool = true) -> String {
        let quoted = isQuoted ? map { "\"\($0)\"" } : self
        guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
