/// Sheet sizes of ISO 216, always landscape: a day axis wants width.
public enum Paper: String, CaseIterable, Sendable {
    case A0, A1, A2, A3, A4

    /// Width and height in millimetres.
    public var millimetres: (width: Double, height: Double) {
        switch self {
        case .A0: (1189, 841)
        case .A1: (841, 594)
        case .A2: (594, 420)
        case .A3: (420, 297)
        case .A4: (297, 210)
        }
    }

    /// Width and height in points (1/72 inch), the unit of every drawing.
    var points: (width: Double, height: Double) {
        (millimetres.width * 72 / 25.4, millimetres.height * 72 / 25.4)
    }

    /// The size of a project's name in points; everything else on the sheet is a multiple of it.
    ///
    /// 28 pt is readable at two metres, the distance of people before a wall; 10 pt at arm's length on A3.
    /// A4 is for the file and for signatures, so it may be smaller before it takes another sheet.
    var em: Double {
        switch self {
        case .A0: 28
        case .A1: 20
        case .A2: 14
        case .A3: 10
        case .A4: 8
        }
    }
}
