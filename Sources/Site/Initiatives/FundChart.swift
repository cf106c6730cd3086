import Meetings
import Theme

/// The sums of a period as two bars, for a drawing 360 units wide. The same numbers stand in the table beside it.
struct FundChart: TemplateContext {
    let bars: [FundBar]
    let height: Int

    static let shapeName = "diagram"
    static let fields: [Field<Self>] = [.text("hojd") { String($0.height) }, .list("staplar") { $0.bars }]
}

struct FundBar: TemplateContext {
    let years: String
    let top: Int
    let proposed: String
    let granted: String
    let proposedWidth: Int
    let grantedWidth: Int

    static let shapeName = "stapel"
    static let fields: [Field<Self>] = [
        .text("ar") { $0.years },
        .text("text_y") { String($0.top + 14) },
        .text("foreslaget_y") { String($0.top + 20) },
        .text("beviljat_y") { String($0.top + 34) },
        .text("foreslaget_text_y") { String($0.top + 30) },
        .text("beviljat_text_y") { String($0.top + 44) },
        .text("foreslaget_bredd") { String($0.proposedWidth) },
        .text("beviljat_bredd") { String($0.grantedWidth) },
        .text("foreslaget_text_x") { String($0.proposedWidth + 6) },
        .text("beviljat_text_x") { String($0.grantedWidth + 6) },
        .text("foreslaget") { $0.proposed },
        .text("beviljat") { $0.granted },
    ]
}

extension FundChart {
    /// The longest bar; what is left of 360 units is for its number.
    private static let longest = 270
    private static let step = 58

    init(_ sums: [(years: String, sum: FundSum)]) {
        let most = sums.flatMap { [$0.sum.proposed.kronor, $0.sum.granted.kronor] }.max() ?? 0
        func width(_ money: Money) -> Int {
            guard most > 0, money.kronor > 0 else { return 0 }
            return max(1, Int((Double(money.kronor) / Double(most) * Double(FundChart.longest)).rounded()))
        }
        bars = sums.enumerated().map { index, entry in
            FundBar(
                years: entry.years, top: index * FundChart.step, proposed: entry.sum.proposed.grouped,
                granted: entry.sum.granted.grouped, proposedWidth: width(entry.sum.proposed),
                grantedWidth: width(entry.sum.granted))
        }
        height = max(1, sums.count * FundChart.step)
    }
}
