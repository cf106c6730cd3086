/// Swedish public holidays: lag (1989:253) om allmänna helgdagar, and the eves that count as such when a time runs out,
/// lag (1930:173) om beräkning av lagstadgad tid, 2 §.
public enum SwedishHolidays {
    /// Easter Sunday (the anonymous Gregorian computus, Meeus, "Astronomical Algorithms").
    public static func easter(year: Int) -> CalendarDate? {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 19 * l) / 433
        let month = (h + l - 7 * m + 90) / 25
        let day = (h + l - 7 * m + 33 * month + 19) % 32
        return CalendarDate(year: year, month: month, day: day)
    }

    /// True for a Saturday, a Sunday, a public holiday, and midsommarafton, julafton and nyårsafton: a last day moves on.
    public static func endsNoTime(on date: CalendarDate) -> Bool {
        if date.weekday >= 6 { return true }
        switch (date.month, date.day) {
        case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): return true
        // Midsommarafton is the Friday from 19 to 25 June; the day itself and alla helgons dag are Saturdays.
        case (6, 19...25) where date.weekday == 5: return true
        default: break
        }
        guard let easter = easter(year: date.year) else { return false }
        // Långfredagen, annandag påsk and Kristi himmelsfärds dag; the others of Easter are Sundays.
        return [-2, 1, 39].contains(date.dayNumber - easter.dayNumber)
    }
}
