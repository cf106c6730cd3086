import Meetings
import Theme

/// What a matter asks for and what it got, told apart wherever an amount stands.
package struct AmountRow: TemplateContext {
    /// Nil where nobody has said.
    let proposed: Money?
    /// Nil while nothing is decided; 0 where nothing was granted.
    let granted: Money?

    package static let shapeName = "belopp"
    package static let fields: [Field<Self>] = [
        .text("beviljat") { $0.granted?.grouped },
        // What was granted as proposed says both.
        .text("foreslaget") { $0.granted == $0.proposed ? nil : $0.proposed?.grouped },
        .text("tal") { ($0.granted ?? $0.proposed).map { String($0.kronor) } },
    ]
}

extension AmountRow {
    init?(proposed: Money?, granted funds: GrantedFunds) {
        self.proposed = proposed
        switch funds {
        case .open: granted = nil
        case .granted(let amount): granted = amount
        case .nothing: granted = proposed.map { _ in Money(kronor: 0) }
        }
        if self.proposed == nil, granted == nil { return nil }
    }
}
