import Workflow

/// The few colours of a public office: ink, greys, one deep red, and muted lights.
enum Palette {
    static let paper = Colour("#ffffff")
    static let ink = Colour("#1c1f24")
    static let soft = Colour("#555b64")
    static let faint = Colour("#878d96")
    static let rule = Colour("#9aa0a8")
    static let hairline = Colour("#d3d7dc")
    static let offDay = Colour("#f0f1f3")
    static let headerFill = Colour("#f5f3ef")
    static let totalsFill = Colour("#f5f3ef")
    static let redRow = Colour("#fbeeec")
    static let official = Colour("#a3161a")
    static let today = Colour("#c8102e")

    /// Deep enough for text and far enough apart in lightness for a grey copier.
    static func colour(of light: Light) -> Colour {
        switch light {
        case .blue: Colour("#102c5c")
        case .red: Colour("#b3191f")
        case .yellow: Colour("#d79a10")
        case .green: Colour("#3a8f5a")
        case .grey: Colour("#80868e")
        }
    }

    /// From pale to dark along the road, so that the order survives without colour.
    static func tint(of stage: Stage) -> Colour {
        switch stage {
        case .application: Colour("#dbe1e8")
        case .review: Colour("#b7c6d5")
        case .approval: Colour("#dcc48f")
        case .execution: Colour("#7397b8")
        case .acceptance: Colour("#3f7f78")
        case .closing: Colour("#33475c")
        case .ended: Colour("#c4c8cd")
        }
    }

    /// The colour of a word standing on a stage's tint.
    static func ink(on stage: Stage) -> Colour {
        switch stage {
        case .application, .review, .approval, .ended: ink
        case .execution, .acceptance, .closing: paper
        }
    }
}
