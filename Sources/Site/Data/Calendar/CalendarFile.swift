import Meetings
import Register

/// A calendar (RFC 5545) of all meetings or of one body's.
struct CalendarFile: Sendable {
    let edition: Edition
    let days: ContentDays
    /// Nil for all.
    let body: Body?
    /// The site's address, without a slash at the end.
    let site: String
    /// Those of other years are left out; nil for none.
    let span: ClosedRange<Int>?
    private let host: String

    /// So many meetings, about 200 kB, are one calendar.
    static let most = 120

    init(edition: Edition, days: ContentDays, body: Body?, site: String, span: ClosedRange<Int>? = nil) {
        (self.edition, self.days, self.body, self.site, self.span) = (edition, days, body, site, span)
        host = SiteHost(site).name
    }
}

extension CalendarFile {
    func append(to page: inout [UInt8]) {
        let profile = edition.register.profile
        let zone = ZoneRules(profile.timeZone)
        let name = body.map { "\($0.name), \(edition.site.name)" } ?? edition.site.name
        page.appendCalendarLine("BEGIN", "VCALENDAR")
        page.appendCalendarLine("VERSION", "2.0")
        page.appendCalendarLine("PRODID", "-//Klubba//Klubba//SV")
        page.appendCalendarLine("CALSCALE", "GREGORIAN")
        page.appendCalendarLine("NAME", name.calendarText)
        page.appendCalendarLine("X-WR-CALNAME", name.calendarText)
        page.appendCalendarLine("X-WR-TIMEZONE", profile.timeZone)
        page.appendCalendarLine("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
        zone.map { append($0, to: &page) }
        for (index, linked) in edition.register.meetings.indexed {
            guard concerns(linked.meeting.bodies, linked.meeting.id) else { continue }
            for run in linked.meeting.runs { append(index, run, linked, zone, to: &page) }
        }
        for former in edition.register.formerMeetings where concerns(former.bodies, former.id) {
            append(former, to: &page)
        }
        page.appendCalendarLine("END", "VCALENDAR")
    }

    private func append(_ zone: ZoneRules, to page: inout [UInt8]) {
        guard zone.hasSummerTime else { return }
        let (winter, summer) = (offset(zone.standardOffset), offset(zone.standardOffset + 60))
        let change = zone.standardOffset / 60 + 1
        page.appendCalendarLine("BEGIN", "VTIMEZONE")
        page.appendCalendarLine("TZID", zone.name)
        page.appendCalendarLine("BEGIN", "STANDARD")
        page.appendCalendarLine("DTSTART", "19701025T0\(change + 1)0000")
        page.appendCalendarLine("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        page.appendCalendarLine("TZOFFSETFROM", summer)
        page.appendCalendarLine("TZOFFSETTO", winter)
        page.appendCalendarLine("TZNAME", zone.abbreviations.standard)
        page.appendCalendarLine("END", "STANDARD")
        page.appendCalendarLine("BEGIN", "DAYLIGHT")
        page.appendCalendarLine("DTSTART", "19700329T0\(change)0000")
        page.appendCalendarLine("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        page.appendCalendarLine("TZOFFSETFROM", winter)
        page.appendCalendarLine("TZOFFSETTO", summer)
        page.appendCalendarLine("TZNAME", zone.abbreviations.summer)
        page.appendCalendarLine("END", "DAYLIGHT")
        page.appendCalendarLine("END", "VTIMEZONE")
    }

    /// `+0100`
    private func offset(_ minutes: Int) -> String { "+" + MeetingTime.text(minutes).filter { $0 != ":" } }

    private func concerns(_ bodies: [BodyCode], _ id: MeetingID) -> Bool {
        (body.map { bodies.contains($0.code) } ?? true) && (span?.contains(id.date.year) ?? true)
    }

    /// An event for each run of days that follow on one another: mostly one, of one day.
    private func append(
        _ index: MeetingIndex, _ run: ClosedRange<CalendarDate>, _ linked: LinkedMeeting, _ zone: ZoneRules?,
        to page: inout [UInt8]
    ) {
        let meeting = linked.meeting
        let row = edition.meetingRows[index]
        let time = meeting.time.flatMap { MeetingTime($0) }
        let isFirst = run.lowerBound == meeting.id.date
        page.appendCalendarLine("BEGIN", "VEVENT")
        page.appendCalendarLine("UID", "\(row.id)\(isFirst ? "" : ".\(run.lowerBound)")@\(host)")
        page.appendCalendarLine("DTSTAMP", stamp(of: index))
        let changes = edition.register.changes[index]
        page.appendCalendarLine("SEQUENCE", String(sequence(of: meeting.status, changes: changes)))
        appendDays(run, time, zone, to: &page)
        let name = meeting.status == .cancelled ? "\(row.status): \(row.body)" : row.body
        page.appendCalendarLine("SUMMARY", name.calendarText)
        if let place = meeting.place { page.appendCalendarLine("LOCATION", place.calendarText) }
        if edition.register.audience == .public { page.appendCalendarLine("URL", "\(site)/\(row.address)") }
        page.appendCalendarLine("DESCRIPTION", description(of: linked, row, time).calendarText)
        page.appendCalendarLine("CATEGORIES", meeting.bodies.map(\.text.calendarText).joined(separator: ","))
        page.appendCalendarLine("STATUS", status(meeting.status))
        page.appendCalendarLine("END", "VEVENT")
    }

    /// From the first hour of the first day to the last of the last; whole days where the hours are not known.
    private func appendDays(
        _ run: ClosedRange<CalendarDate>, _ time: MeetingTime?, _ zone: ZoneRules?, to page: inout [UInt8]
    ) {
        let isLong = run.lowerBound < run.upperBound
        if let time, !isLong || time.end != nil {
            appendTime("DTSTART", run.lowerBound, time.start, zone, to: &page)
            if let end = time.end { appendTime("DTEND", run.upperBound, end, zone, to: &page) }
        } else {
            page.appendCalendarLine("DTSTART;VALUE=DATE", compact(run.lowerBound))
            if isLong { page.appendCalendarLine("DTEND;VALUE=DATE", compact(run.upperBound.adding(days: 1))) }
        }
    }

    /// The event that a moved or vanished meeting had, as cancelled: calendars that have it take it away.
    private func append(_ former: FormerMeeting, to page: inout [UInt8]) {
        let words = edition.words
        let names = words.joined(former.bodies.map { edition.body($0)?.name ?? $0.text })
        let what: String
        switch former.fate {
        case .moved(let meeting): what = "\(words[.movedMeeting]) (\(edition.meetingRows[meeting].dateText))"
        case .gone: what = words[.statusCancelled]
        }
        page.appendCalendarLine("BEGIN", "VEVENT")
        page.appendCalendarLine("UID", "\(former.id.slug)@\(host)")
        page.appendCalendarLine("DTSTAMP", "\(former.day.map { compact($0) } ?? "19700101")T000000Z")
        page.appendCalendarLine("SEQUENCE", String(sequence(of: .cancelled, changes: former.changes)))
        page.appendCalendarLine("DTSTART;VALUE=DATE", compact(former.id.date))
        page.appendCalendarLine("SUMMARY", "\(what): \(names)".calendarText)
        if edition.register.audience == .public {
            page.appendCalendarLine("URL", "\(site)/\(Addresses.meeting(former.id))")
        }
        page.appendCalendarLine("CATEGORIES", former.bodies.map(\.text.calendarText).joined(separator: ","))
        page.appendCalendarLine("STATUS", status(.cancelled))
        page.appendCalendarLine("END", "VEVENT")
    }

    private func appendTime(
        _ name: String, _ date: CalendarDate, _ minutes: Int, _ zone: ZoneRules?, to page: inout [UInt8]
    ) {
        let time = MeetingTime.text(minutes).filter { $0 != ":" }
        let value = "\(compact(date.adding(days: minutes / 1440)))T\(time)00"
        // A zone whose rule is not known: the hour stands as it does on the wall there.
        guard let zone else { return page.appendCalendarLine(name, value) }
        if zone.hasSummerTime {
            page.appendCalendarLine("\(name);TZID=\(zone.name)", value)
        } else {
            page.appendCalendarLine(name, value + "Z")
        }
    }

    /// `20200918`
    private func compact(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// The last day that the content knows of. A meeting that is only planned has none: it gets one that every later
    /// one comes after.
    private func stamp(of meeting: MeetingIndex) -> String {
        "\(days.ofMeeting(meeting).map { compact($0.last) } ?? "19700101")T000000Z"
    }

    /// It rises with how far the meeting has come, and with each change that the log tells of since it was called.
    private func sequence(of status: Meeting.Status, changes: Int) -> Int {
        changes * 4 + stage(of: status)
    }

    private func stage(of status: Meeting.Status) -> Int {
        switch status {
        case .planned: 0
        case .summoned: 1
        case .held: 2
        case .cancelled: 3
        }
    }

    private func status(_ status: Meeting.Status) -> String {
        switch status {
        case .planned: "TENTATIVE"
        case .summoned, .held: "CONFIRMED"
        case .cancelled: "CANCELLED"
        }
    }

    private func description(of linked: LinkedMeeting, _ row: MeetingRow, _ time: MeetingTime?) -> String {
        var parts: [String] = []
        if let written = row.time, time?.isWhole != true { parts.append("\(edition.words[.time]): \(written)") }
        let agenda = AgendaPosition.all(linked.agenda).map { position, item in
            switch item.content {
            case .heading(let text): "\(position.marked) \(text)"
            case .matter(let matter, _): "\(position.marked) \(edition.matterRows[matter].named)"
            }
        }
        if !agenda.isEmpty { parts.append(agenda.joined(separator: "\n")) }
        if edition.register.audience == .public {
            parts.append("\(edition.words[.papers]): \(site)/\(row.address)")
        }
        return parts.joined(separator: "\n\n")
    }
}
