import UseCases
import Workflow

/// A published project as residents read it.
struct PublicCard {
    struct Fact {
        let label: String
        let value: String
    }

    struct Photo {
        let alt: String
        let thumb: String
        let screen: String
        let width: Int
        let height: Int
    }

    let id: String
    let title: String
    let unit: String
    let number: String
    /// The state in words that a resident knows, with a colour's name.
    let state: String
    let light: String
    let shape: String
    let facts: [Fact]
    let photos: [Photo]
    let hasPhotos: Bool
    let steps: [Fact]
    let isOnNotice: Bool
    let notice: String?

    init(_ project: PublicProject, today: CivilDate, _ words: Words) {
        id = project.id.description
        title = project.title
        unit = "\(project.area) \(project.unit)"
        number = project.number
        let light = project.state.publicLight
        (self.light, shape, state) = (light.rawValue, light.shape, project.state.publicWord)
        facts = Self.facts(project, today, words)
        photos = project.photos.map { file in
            let base = "/public/projects/\(project.id)/photos/\(file.content.sha256)"
            return Photo(
                alt: file.kind.chinese, thumb: "\(base)/thumb", screen: "\(base)/screen",
                width: file.content.width ?? 0, height: file.content.height ?? 0)
        }
        hasPhotos = !photos.isEmpty
        steps = project.steps.map { Fact(label: $0.name, value: $0.day.description) }
        isOnNotice = project.state == .onNotice
        notice = project.noticeEndsOn.flatMap { ends in
            guard project.state == .onNotice else { return nil }
            let from = project.noticeFrom.map { "\($0)至" } ?? "至"
            return "公示期\(from)\(ends)。对这项批复有不同意见，请在期内提出，不必登录，可以不留姓名。"
        }
    }

    private static func facts(_ project: PublicProject, _ today: CivilDate, _ words: Words) -> [Fact] {
        var facts: [Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(label: label, value: value)) }
        }
        add(words.pick("类别", "Category"), project.category)
        add(words.pick("地点", "Place"), project.location)
        add(
            words.pick("建什么", "What"),
            project.quantities.map { "\($0.what) \($0.count)\($0.unit)" }.joined(separator: "、"))
        add(words.pick("批复资金", "Awarded"), project.awarded == .zero ? "不用资金" : project.awarded.wanText + "万元")
        add(words.pick("结算资金", "Settled"), project.settled.map { $0.wanText + "万元" })
        if let done = project.steps.first(where: { $0.name == "验收合格" })?.day {
            add(words.pick("办结", "Completed"), done.description)
        } else if let due = project.dueOn, project.state != .terminated {
            let left = due.days(since: today)
            add(words.pick("承诺办结", "Promised"), "\(due)（\(project.dueProvisional ? "暂定，" : "")\(words.left(left))）")
        }
        add(words.pick("满意度", "Satisfaction"), project.satisfaction?.publicWords)
        return facts
    }
}

extension State {
    /// Without the office's own words: who is not in it does not know what 销号 is.
    var publicWord: String {
        switch self {
        case .onNotice: "公示中"
        case .inExecution: "实施中"
        case .suspended: "暂停"
        case .inAcceptance: "验收中"
        case .inRectification: "整改中"
        case .completed, .closedOut: "已办结"
        case .terminated: "已终止"
        case .draft, .submitted, .returned, .inReview, .inApproval, .declined, .withdrawn: ""
        }
    }

    fileprivate var publicLight: Light {
        switch self {
        case .completed, .closedOut: .blue
        case .inExecution, .inAcceptance: .green
        case .onNotice, .suspended, .inRectification: .yellow
        case .terminated, .draft, .submitted, .returned, .inReview, .inApproval, .declined, .withdrawn: .grey
        }
    }
}

extension Satisfaction {
    /// Counts, not only a percentage: three of three is another thing than three hundred.
    fileprivate var publicWords: String? {
        let all = satisfied + basicallySatisfied + dissatisfied
        if all > 0 { return "满意\(satisfied)票，基本满意\(basicallySatisfied)票，不满意\(dissatisfied)票" }
        switch grade {
        case .satisfied: return "满意"
        case .basicallySatisfied: return "基本满意"
        case .dissatisfied: return "不满意"
        case nil: return nil
        }
    }
}
