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
    private let host: String

    init(edition: Edition, days: ContentDays, body: Body?, site: String) {
        (self.edition, self.days, self.body, self.site) = (edition, days, body, site)
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
            guard body == nil || body?.code == linked.meeting.id.body else { continue }
            append(index, linked, zone, to: &page)
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

    private func append(_ index: MeetingIndex, _ linked: LinkedMeeting, _ zone: ZoneRules?, to page: inout [UInt8]) {
        let meeting = linked.meeting
        let row = edition.meetingRows[index]
        let time = meeting.time.flatMap { MeetingTime($0) }
        page.appendCalendarLine("BEGIN", "VEVENT")
        page.appendCalendarLine("UID", row.id + "@" + host)
        page.appendCalendarLine("DTSTAMP", stamp(of: index))
        page.appendCalendarLine("SEQUENCE", String(sequence(of: meeting.status)))
        if let time {
            appendTime("DTSTART", meeting.id.date, time.start, zone, to: &page)
            if let end = time.end { appendTime("DTEND", meeting.id.date, end, zone, to: &page) }
        } else {
            page.appendCalendarLine("DTSTART;VALUE=DATE", compact(meeting.id.date))
        }
        let name = meeting.status == .cancelled ? "\(row.status): \(row.body)" : row.body
        page.appendCalendarLine("SUMMARY", name.calendarText)
        if let place = meeting.place { page.appendCalendarLine("LOCATION", place.calendarText) }
        if edition.register.audience == .public { page.appendCalendarLine("URL", "\(site)/\(row.address)") }
        page.appendCalendarLine("DESCRIPTION", description(of: linked, row, time).calendarText)
        page.appendCalendarLine("CATEGORIES", meeting.id.body.text.calendarText)
        page.appendCalendarLine("STATUS", status(meeting.status))
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

    /// There is no record of how often a meeting's facts have changed. What is known is how far it has come, and that only
    /// goes one way.
    private func sequence(of status: Meeting.Status) -> Int {
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
        let agenda = linked.agenda.enumerated().map { position, item in
            switch item.content {
            case .heading(let text): "\(position + 1). \(text)"
            case .matter(let matter, _): "\(position + 1). \(edition.matterRows[matter].named)"
            }
        }
        if !agenda.isEmpty { parts.append(agenda.joined(separator: "\n")) }
        if edition.register.audience == .public {
            parts.append("\(edition.words[.papers]): \(site)/\(row.address)")
        }
        return parts.joined(separator: "\n\n")
    }
}
