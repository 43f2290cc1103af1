import UseCases
import Workflow

/// A published project as residents read it.
struct PublicCard {
    struct Fact {
        let label: String
        let value: String
    }

    struct Step {
        let label: String
        let day: String
        /// For machines.
        let iso: String
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
    let steps: [Step]
    let isOnNotice: Bool
    let notice: String?

    init(_ project: PublicProject, today: CivilDate, _ words: Words) {
        id = project.id.description
        title = project.title
        unit = "\(project.area) \(project.unit)"
        number = project.number
        let light = project.state.publicLight
        (self.light, shape, state) = (light.rawValue, light.shape, words(PublicState(project.state)))
        facts = Self.facts(project, today, words)
        photos = project.photos.map { file in
            let base = "/public/projects/\(project.id)/photos/\(file.content.sha256)"
            return Photo(
                alt: words(file.kind), thumb: "\(base)/thumb", screen: "\(base)/screen",
                width: file.content.width ?? 0, height: file.content.height ?? 0)
        }
        hasPhotos = !photos.isEmpty
        steps = project.steps.map { Step(label: words($0.name), day: words.day($0.day), iso: $0.day.description) }
        isOnNotice = project.state == .onNotice
        notice = project.noticeEndsOn.flatMap { ends in
            guard project.state == .onNotice else { return nil }
            let days =
                project.noticeFrom.map {
                    words("people.fromTo", ["from": words.day($0), "to": words.day(ends)])
                } ?? words("public.until", ["day": words.day(ends)])
            return words("public.notice", ["days": days])
        }
    }

    private static func facts(_ project: PublicProject, _ today: CivilDate, _ words: Words) -> [Fact] {
        var facts: [Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(label: label, value: value)) }
        }
        add(words("public.category"), project.category)
        add(words("public.place"), project.location)
        add(
            words("public.what"),
            words.list(project.quantities.map { "\($0.what) \($0.count)\($0.unit)" }))
        add(
            words("public.awarded"),
            project.awarded == .zero ? words("money.none") : words.money(project.awarded))
        add(words("public.settled"), project.settled.map { words.money($0) })
        if let done = project.steps.first(where: { $0.name == .accepted })?.day {
            add(words("public.completed"), words.day(done))
        } else if let due = project.dueOn, project.state != .terminated {
            let left = due.days(since: today)
            add(
                words("public.promised"),
                words(
                    project.dueProvisional ? "public.dueProvisional" : "public.due",
                    ["day": words.day(due), "left": words.left(left)]))
        }
        add(words("public.satisfaction"), project.satisfaction.flatMap { $0.publicWords(words) })
        return facts
    }
}

extension State {
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
    fileprivate func publicWords(_ words: Words) -> String? {
        guard satisfied + basicallySatisfied + dissatisfied > 0 else { return grade.map { words($0) } }
        return words(
            "public.votes",
            ["yes": "\(satisfied)", "rather": "\(basicallySatisfied)", "no": "\(dissatisfied)"])
    }
}
