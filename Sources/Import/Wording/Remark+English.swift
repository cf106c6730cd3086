extension Remark {
    /// In English, one line.
    var english: String {
        switch self {
        case .windowsEncoding: "the text was Windows-1252 and is now UTF-8"
        case .brokenUTF8(let line): "line \(line): broken signs were read as Windows-1252. Look at å, ä and ö"
        case .nothingRead(let refusal): refusal.text(in: .english)
        case .notWritten(let obstacle): obstacle.text(in: .english)
        case .noDiaryNumber: "no dnr was found. Write dnr in the head"
        case .noTitle(let used): "no title was found. The file's name is used: \(used)"
        case .noProposal: "no proposal (förslag till beslut) was found"
        case .noClauses: "the proposal has no att-clauses"
        case .fromName(let key, let value):
            "\(key) \(value) was read in the name of the file or the folder, since the text does not say it"
        case .noMeeting: "it does not say which meeting it is about. Write the body and the day"
        case .unknownKind: "it does not say what kind of paper it is. Members alone see it until you have decided"
        case .noParagraphs: "the record has no paragraphs that can be read"
        case .paragraphWithoutDecision(let number): "§ \(number) has no decision"
        case .unreadableDate(let label, let text, let line): "line \(line): \(label) \(text) cannot be read as a date"
        case .unreadableNumbers(let text, let line): "line \(line): the bilaga numbers \(text) cannot be read"
        case .unknownBody(let name, let code):
            "klubba.yml has no body \(name). Add kod: \(code), namn: \(name.spoken) under organ"
        case .severalProposals(let line): "line \(line): the text has more proposals. The first alone counts"
        case .repeatedText(let line, let first): "line \(line): the same text as on line \(first). Remove one of them"
        case .paragraphOrder(let number, let line): "line \(line): § \(number) is out of order"
        case .approvedTooEarly(let date): "\(date), when it was approved, is before the meeting and was left out"
        case .noise(let noise): "line \(noise.line): left out as \(noise.reason.text(in: .english)): \(noise.text)"
        case .doubt(let fact):
            "line \(fact.line): \(fact.key): perhaps \(fact.value). It was not written: fill it in if it is right"
        case .identityNumber(let line, let page):
            "\(Remark.place(line, page))a personal identity number. Remove it before you publish"
        case .email(let line, let page): "\(Remark.place(line, page))an e-mail address"
        case .phone(let line, let page): "\(Remark.place(line, page))a telephone number"
        case .redacted(let count):
            "\(count) \(count == 1 ? "fact" : "facts") about people \(count == 1 ? "was" : "were") masked in the text"
        case .originalLeftOut: "the original was left out, since it is not masked"
        case .split(let title, let line): "line \(line): a bilaga begins here, \(title). It became a file of its own"
        case .joined(let file, let reason): "belongs to \(file) (\(reason.text(in: .english)))"
        case .numberTaken(let number, let meeting, let other):
            "bilaga \(number) at \(meeting) is in \(other) already. The number was not written"
        case .matterLaidUp(let dnr, let source):
            "the ärende \(dnr) was not there and was laid up from \(source.text(in: .english))"
        case .matterUntitled(let dnr): "it does not say what the ärende \(dnr) is about. Write titel in its head"
        case .secondProposal(let dnr, let file):
            "has the same dnr as \(file), \(dnr), and a proposal of its own. It was laid there as a bilaga: correct the dnr if it is another ärende"
        case .unreadableParagraphs(let line):
            "line \(line): paragraphs with numbers in two parts (§ 2.1) cannot be read. Write them as § 1, § 2 and run the import again"
        case .sameText(let file): "the same text as \(file). It was not written once more"
        case .recognised(let page, let confidence):
            confidence < RecognisedPage.sure
                ? "unsure: page \(page): read from a picture with the confidence \(confidence). No facts were taken from it: read it against the original"
                : "page \(page): read from a picture with the confidence \(confidence). The original is kept as a bilaga"
        case .paperMissing(let number): "bilaga \(number) is named but is not in the packet"
        case .paperUnclaimed: "no ärende in the packet has this paper"
        case .unsureCut(let page, let signs):
            "page \(page): it is unsure whether a paper begins here (\(signs.text(in: .english, separator: ", "))). See the cut with --dry-run, and correct it with --plan"
        case .unsureHidden(let page):
            "page \(page): became a bilaga that members alone see, since nobody has confirmed that a paper begins there. Confirm with --yes, or correct with --plan"
        case .guessedOwner(let owner, let page, let isHidden):
            "page \(page): bilaga of: perhaps \(owner), the ärende before it in the packet. The paper itself does not say. It was laid there"
                + (isHidden ? ", and members alone see it" : "") + ". Move it if that is wrong"
        case .packetWithoutMeeting: "the packet itself was not kept: it does not say which meeting it is of"
        case .packetNotKept(let meeting, let line):
            "the packet itself was not kept: content/moten/\(meeting).md is there already. Lay the file in content/moten/\(meeting)/ and write \(line) in the meeting's head"
        case .unchangedExport: "exported from here and not changed in Word"
        case .changedInWord(let change): "changed in Word\(change.shown(in: .english))"
        case .changedInBoth(let change):
            "not written, since the text here was changed in the same place after it was exported. In Word\(change.shown(in: .english)). "
                + "Compare them, and write it yourself"
        case .noKeyInWord(let change):
            "not written, since the head has no fact of that name. In Word\(change.shown(in: .english)). "
                + "The fact here is kept: change it in the text if it should be another"
        case .valueNotTaken(let change):
            "not written, since it cannot stand so here. In Word\(change.shown(in: .english)). "
                + "Correct it in Word, or write it yourself"
        case .exportWithoutText:
            "exported with klubba, but what klubba put into the file is gone: another program than Word has saved it. It is read as any file, without visibility, initiative and whatever else Word does not show"
        case .hiddenSheet(let name): "the sheet \(name) is hidden and was not read"
        case .hiddenCells(let name, let rows, let columns):
            "the sheet \(name) has hidden rows (\(rows)) or columns (\(columns)), which were not read"
        case .unreadSheet(let name): "the sheet \(name) could not be read"
        case .picture(let words):
            "a picture was not taken along\(words.isEmpty ? "" : ": \(words.oneLine)"). Lay its file beside the text, and write ![what it shows](the file's name) where it shall stand"
        case .innerLinks(let count): "\(count) \(count == 1 ? "link" : "links") within the file became plain words"
        case .linksLeftOut(let targets):
            "\(targets.count == 1 ? "a link that leads" : "\(targets.count) links that lead") to nothing here became plain words: \(targets.joined(separator: ", ").oneLine)"
        case .textBox(let text): "a text box stands after its paragraph: \(text.oneLine)"
        case .trackedAdditions(let count):
            "\(count) tracked \(count == 1 ? "addition was" : "additions were") taken in"
        case .pagesKeptWhole:
            "the pages were not cut out as a PDF of their own, since the program klubba-pdf is missing"
        case .similarMatters(let key): "several ärenden agree with \(key). Lay the application in the right folder"
        }
    }

    private static func place(_ line: Int?, _ page: Int?) -> String {
        line.map { "line \($0): " } ?? page.map { "page \($0): " } ?? "in the text: "
    }
}
