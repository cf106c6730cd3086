/// What is wrong with a time stamp that was kept.
public enum TimestampFault: Hashable, Sendable {
    case unreadable
    case otherData
    case withoutCertificates
    /// In openssl's words.
    case refused(String)
}

extension TimestampFault {
    var swedish: String {
        switch self {
        case .unreadable: "tidsstämpeln går inte att läsa. Hämta tillbaka filen från en säkerhetskopia"
        case .otherData:
            "tidsstämpeln gäller något annat än det den ska datera. Hämta tillbaka filerna från en säkerhetskopia"
        case .withoutCertificates:
            "tidsstämpelns certifikat saknas. Hämta tillbaka .pem-filen från en säkerhetskopia"
        case .refused(let reason):
            "tidsstämpelns underskrift stämmer inte (\(reason.visible)). Hämta tillbaka filen och dess certifikat från en säkerhetskopia"
        }
    }

    var english: String {
        switch self {
        case .unreadable: "the time stamp cannot be read. Restore the file from a backup"
        case .otherData: "the time stamp is of something else than what it is to date. Restore the files from a backup"
        case .withoutCertificates: "the time stamp's certificates are missing. Restore the .pem file from a backup"
        case .refused(let reason):
            "the time stamp's signature does not hold (\(reason.visible)). Restore the file and its certificates from a backup"
        }
    }
}

/// What is wrong with a list that dates earlier proofs anew.
public enum RenewalFault: Hashable, Sendable {
    case unreadable
    /// With the line's first word.
    case differs(String)
}

extension RenewalFault {
    var swedish: String {
        switch self {
        case .unreadable: "raden i förnyelsen går inte att läsa. Hämta tillbaka filen från en säkerhetskopia"
        case .differs(let what):
            "förnyelsen daterade något annat (\(what.visible)) än det som finns nu. Hämta tillbaka filerna från en säkerhetskopia"
        }
    }

    var english: String {
        switch self {
        case .unreadable: "the renewal's line cannot be read. Restore the file from a backup"
        case .differs(let what):
            "the renewal dated something else (\(what.visible)) than what is here now. Restore the files from a backup"
        }
    }
}
