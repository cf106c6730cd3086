import System

/// What can be wrong, as a value. How it is said, and its code, is in `Problem+Wording.swift`.
public enum Problem: Hashable, Sendable {
    // Files
    case notUTF8
    case nulCharacter
    case unreadableFile(reason: SystemReason)
    case notARegularFile(kind: FileKind)
    case hardLink
    case hardLinkOfOthers
    case directoryNamedMarkdown
    case danglingLink(target: String)
    case linkLeavesContent(target: String)
    case linkedDirectory(target: String)
    case linkLoop
    case fileTooLarge(megabytes: Int, limit: Int)
    case nestedTooDeep(limit: Int)
    case fileNameNotText
    case matterFolderWithoutText(found: String?)
    case contentMissing
    case conflictMarks
    case conflictCopy
    case copyOfMatter(dnr: String, other: String)
    case notNamedAsMarkdown(better: String)
    case looseFile(folders: [String])
    case nameForbiddenByWindows(NameFault)
    case addressTooLong(address: String, limit: Int)
    // Front matter
    case frontMatterNotEnded
    case frontMatterTooLarge
    case invalidYAML(fault: YAMLFault)
    case anchorOrAlias
    case duplicateKey(key: String, firstLine: Int)
    case unknownKey(key: String, nearest: String?)
    case expectedText(key: String)
    case expectedList(key: String)
    case expectedMap(key: String, example: String)
    case valueMissing(key: String)
    case impossibleDate(text: String)
    case unreadableDate(text: String)
    case unreadableMoney(text: String)
    case unreadablePeriod(text: String)
    case unreadableAttachmentNumber(text: String)
    case unknownWord(key: String, word: String, allowed: [String], nearest: String?)
    case unknownBody(code: String, known: [String])
    case headNotRead(HeadFault)
    case commentInText(key: String, comment: String)
    case keyWithoutMeaningHere(key: String)
    case secrecyWithoutVisibility
    case wrongWeekday(date: String, weekday: Int)
    case draftNotAllowed

    // klubba.yml
    case profileMissing
    case profileNotAMap
    case profileIncomplete(key: String)
    case bodyWithoutCode
    case bodyCodeTaken(code: String)
    case unknownTimeZone(name: String)
    case invalidAddress(address: String)
    case invalidNumber(text: String)
    case notAFileFolder(name: String)
    case notAnOutputFile(name: String)
    case notACountOfMembers(text: String)
    case publishingPlace(written: String, forms: String)
    // Letters
    case mailAddress(written: String)
    case addressBookMissing
    case senderMissing
    case recipientWithoutAddress(name: String, paragraph: Int, nearest: String?)
    case memberWithoutAddress(name: String, nearest: String?)
    case correspondentUnknown(name: String, nearest: String?)
    case nobodyToCall(body: String)
    case membersAddressMissing
    case letterNotApproved(paragraph: Int)
    case letterHidden(paragraph: Int, name: String)

    // Matters
    case titleMissing
    case diaryNumberMissing
    case sameDiaryNumber(dnr: String, other: String)
    case bodiesOutOfOrder(decides: String, prepares: String)
    case sameAttachmentNumber(number: String, meeting: String, other: String)
    case dayWasSent(meeting: String, key: String, date: String)
    case numberWasSent(written: String, sent: String?, meeting: String)
    case gapBetweenMatters(missing: String, meeting: String)
    case gapWithinMatter(missing: String)
    case numberOutsideRange(number: String, file: String)
    case amountDiffers(stated: String, found: [String])
    case periodDiffers(stated: String, found: [String])
    case proposalWithoutClauses(heading: String)
    case furtherProposal(heading: String)
    case nearlyProposal(heading: String)
    case attachmentFileMissing(name: String)
    case attachmentWithoutFile(title: String)
    case attachmentOutside(path: String)
    case sameAddress(address: String, other: String)
    case secretWithoutDiaryNumber
    case attachmentListedTwice(name: String)
    case originalListed(name: String, text: String)
    case sameNumberInMatter(number: String, other: String)

    // Meetings
    case meetingNameDate(text: String)
    case meetingNameBody(code: String, known: [String])
    case meetingNameUnreadable
    case meetingContradictsName(key: String, value: String, name: String)
    case sameMeeting(meeting: String, other: String)
    case timeOfOtherDay(time: String, day: String, meeting: String)
    case meetingFileMissing(name: String, folder: String)
    case movedMeetingRemains(meeting: String, other: String)
    case movedTwice(meeting: String, other: String)
    case meetingWithoutFile(meeting: String, file: String)
    case recordWithoutMeeting(meeting: String)
    case agendaMatterUnknown(dnr: String, nearest: String?)
    case agendaMatterNotDated(dnr: String, key: String, date: String)
    case paragraphMatterNotDated(matter: String, key: String, date: String)
    case agendaMatterTwice(dnr: String)
    case agendaLineOfSeveral(dnrs: [String])
    case agendaLineWithTitle(matter: String)
    case unreadableTime(text: String)
    case lineOfHidden(text: String)
    case summonsNotSealed(meeting: String, name: String)
    case summonsAfterMeeting(summons: String, meeting: String)
    case agendaMatterIsDraft(title: String)

    // Links and addresses
    case linkNotRead(target: String)
    case linkTargetUnknown(target: String, nearest: String?)
    case linkTargetHidden(target: String)
    case linkUnsafe(target: String)
    case noteUndefined(label: String)
    case noteUnused(label: String)
    case noteTwice(label: String)
    case noteWithinNote(label: String)
    case linkDefinitionUnused(line: String)

    // Personal data
    /// `address` is the page's, where the number is the page's and no text's.
    /// `part` is the place in a file without lines.
    case identityNumber(address: String?, part: FilePart? = nil)
    case fileNotRead(UnreadReason, isLeftOut: Bool)
    case identityNumberInTraces(FilePart)
    case tracesLeft(isToolMissing: Bool)
    case hiddenMentioned(name: String)
    case reviewedWithoutBytes(by: String)
    case reviewOutOfDate(file: String)
    case reviewUnreadable
    case emailAddress
    case phoneNumber

    // Records
    case unknownOutcome(word: String, nearest: String?)
    case unknownClause(number: Int, count: Int)
    case sameParagraph(number: Int, other: String)
    case paragraphMatterUnknown(dnr: String, nearest: String?)
    case matterWithoutParagraph(matter: String)
    case paragraphOutOfOrder(number: Int, after: Int)
    case headingNotAParagraph(heading: String)
    case approvedTooEarly(date: String)
    case doneOnDayToCome(key: String, date: String)
    case cancelledWithRecord(meeting: String)
    case heldOnDayToCome(day: String)
    case postedTooEarly(date: String)
    case postingOverdue(due: String, paragraph: Int? = nil)
    /// `last` is the last day to appeal; nil where the notice had not gone up.
    case noticeDownTooEarly(date: String, last: String?)
    case minutesMissing(meeting: String, due: String, file: String)
    case approvalMissing(due: String)
    case approvedAtOnceWithoutDay
    case approvedTwice(line: Int)
    case approvedLate(date: String, due: String)
    case clauseDecidedTwice(number: Int)
    case recordNotSealed(meeting: String)
    case placeholder(text: String)
    case decisionsContradict(first: String, firstLine: Int, other: String)
    case paragraphWithoutDecision(number: Int, matter: String)
    case approvedWithoutProposal(word: String, matter: String)
    case clauseUndecided(number: Int, matter: String)
    case decisionBelowMissing(number: Int)
    case postponedBackwards(day: String, meeting: String)
    case almostHeading(text: String)
    case votesDisagree(choice: String, counted: Int, stated: Int)
    case votedTwice(name: String)
    case tooManyVotes(votes: Int, present: Int)
    case recusedVotes(name: String)
    case quorumMissing(present: Int, members: Int)
    case presentIsNoMember(name: String, body: String, day: String)
    case answersNothing(text: String)
    case noticeTakenDown(meeting: String, until: String, paragraph: Int? = nil)

    // Theme
    case themeUnknownKey(key: String, nearest: String?)
    case themeUnknownPartial(name: String, nearest: String?)
    case themeSyntax(fault: TemplateFault)
    case themeUnknownText(key: String, nearest: String?)
    case themeUnknownAsset(name: String, nearest: String?)
    case themeBadTextLine
    case themeDefaultChanged(name: String, added: Int?, removed: Int?)
    case themeDefaultGone(name: String)
    case themeTemplateUnused(nearest: String?)
    case unknownLicence(text: String, nearest: String?)

    // Output
    case foreignFile

    // The sealed record
    case logLineDamaged
    case logLineTorn
    case logChain(LogFault)
    case logSignature(SignatureFault)
    case sealedTextChanged(SealedChange)
    case sealedPaperMissing(meeting: String, name: String, day: String, copy: String?)
    case sealedTextInWork(meeting: String, day: String, next: String)
    case sealedCopyFault(paper: String, isMissing: Bool)
    case logContradictsCopy(paper: String)
    case publishedDiffers(paper: String, fault: PublishedFault)
    case logShortened(ShortenedLog)

    // A built site, made again
    case publishedNotAsMade(PublishedDifference)
    case publishedManifest(ManifestFault)
    case publishedDay(BuildDayFault)
    case publishedNotRemade(RemakingHindrance)
    case publishedBeforeEdit(pages: Int, files: [String])
    case publishedOthers
    case settingsChanged(since: String, SettingChange)
    case sealedNoticeChanged(meeting: String, name: String, SealedNoticeChange)
    case sealedAgendaChanged(meeting: String, name: String, SealedAgendaChange)
    case agendaNotSealed(meeting: String, name: String, SealedAgendaChange)
    case signersNotRead
    case recordNotSigned
    case signatureFaulty(RecordSignatureFault)
    case signedTextDiffers(SignedTextFault)
    case noticeNotSealed(name: String)
    case listWasSent(meeting: String, name: String, SentListChange)

    // The log's public head
    case publicHead(PublicHeadFault)
    case headBehindLog(lines: Int)
    case headMissing
    case keyRegister(KeyRegisterFault)
    case keyNotInForce(KeyFault)
    case lostKey(name: String, replacedBy: String, day: String, reason: String)
    case timestamp(TimestampFault)
    case timestampsNotChecked
    case saltFault(isMissing: Bool)
    case witnessLine
    case renewal(RenewalFault)
    case renewalNotDated

    // The packet
    case paperLocked
    case paperDamaged
    case paperWithoutPages
    case paperTooHeavy(PaperBurden)
    case paperNotArchival(PaperArchiveReason)
    case paperNotPlaceable(PaperKindFault)
    case paperLeftOut([PaperPart])
    case paperTooLarge

    // The archive package
    case archiveWithoutOrganisationNumber
    case archiveLeftOut(ArchiveOmission)
    case archiveRecordNotSealed(name: String)
    case archiveFormat(name: String)
    case archiveWithoutRenditions
    case archiveSameName(path: String, other: String)
    case archiveEmpty(year: String)
    case archivePackage(PackageFault)

    // A packet that is moved in
    case importPlan(ImportPlanFault)
    case matterTwiceInPacket(dnr: String, pages: ClosedRange<Int>, other: ClosedRange<Int>)
}

extension Problem {
    /// Stable, and explained in the handbook: a code once given is never given to another problem.
    public var code: String { wording.code }

    /// How bad it is, unless the site's profile says otherwise.
    public var severity: Diagnostic.Severity { wording.severity }

    /// What is wrong and what to do, as a secretary would say it.
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: wording.swedish.visible
        case .english: wording.english.visible
        }
    }
}

extension Problem {
    /// What the machine could not do this time, and may do the next though nothing is changed.
    public var isPassing: Bool {
        switch self {
        case .fileNotRead(.unreadable, _), .unreadableFile: true
        default: false
        }
    }
}
