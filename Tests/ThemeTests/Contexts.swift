@testable import Theme

/// A page with everything that a field can be.
struct ArendePage: TemplateContext {
    var titel = "Förlängning"
    var rot = "../../"
    var ingress: String?
    var brodtext: [UInt8]? = Array("<p>Text & tal</p>".utf8)
    var arSekretess = false
    var sajt = Sajt()
    var handlaggare: Person?
    var bilagor: [Bilaga] = []
    var parter: [String] = []

    static let fields: [Field<Self>] = [
        .text("titel") { $0.titel },
        .text("rot") { $0.rot },
        .text("ingress") { $0.ingress },
        .html("brodtext") { $0.brodtext },
        .fragment("signatur") { page, bytes in bytes += "<b>\(page.titel.count)</b>".utf8 },
        .flag("sekretess") { $0.arSekretess },
        .object("sajt") { $0.sajt },
        .object("handlaggare") { $0.handlaggare },
        .list("bilagor") { $0.bilagor },
        .texts("parter") { $0.parter },
    ]
}

struct Sajt: TemplateContext {
    var namn = "Samordning & stöd"

    static let fields: [Field<Self>] = [
        .text("namn", \.namn),
        .object("ordforande") { _ in Person(namn: "Ordföranden") },
    ]
}

struct Person: TemplateContext {
    var namn: String

    static let fields: [Field<Self>] = [.text("namn") { $0.namn }]
}

struct Bilaga: TemplateContext {
    var nummer: String
    var bilagor: [Bilaga] = []

    static let fields: [Field<Self>] = [.text("nummer") { $0.nummer }, .list("bilagor") { $0.bilagor }]
}
