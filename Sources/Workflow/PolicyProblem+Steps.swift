extension Policy {
    /// What is wrong with lights, shares of an amendment, labels and what the steps ask for.
    var stepProblems: [PolicyProblem] { lightProblems + amendmentProblems + labelProblems + requirementProblems }

    private var lightProblems: [PolicyProblem] {
        let days = [lights.dueSoon, lights.stageOver, lights.blockerOpen]
        guard days.allSatisfy(Self.days.contains) else {
            return [problem("lights", "亮灯的天数须在0至366天之间。", "Days of a light lie between 0 and 366.")]
        }
        guard let available = leastWorkingDays, lights.dueSoon >= available else { return [] }
        return [
            problem(
                "lights", "到期前\(lights.dueSoon)个工作日即亮黄灯，而期限最短只有\(available)个，绿灯永远不会出现，请缩短。",
                "Yellow begins \(lights.dueSoon) working days before the due day, but the promise may hold only "
                    + "\(available): green can never be reached.")
        ]
    }

    private var amendmentProblems: [PolicyProblem] {
        (0...1000).contains(amendmentPermille)
            ? []
            : [
                problem(
                    "amendmentPermille", "变更比例须在0至1000‰之间，否则变更永远不必重新同意。",
                    "The share of an amendment must lie in 0…1000 permille, or the ladder can be gone round.")
            ]
    }

    private var labelProblems: [PolicyProblem] {
        let blank = labels.contains { $0.key.isBlank || $0.value.isBlank }
        let long = labels.contains { $0.value.count > Self.labelLimit }
        return (blank ? [problem("labels", "用语不能为空，请填写或删去。", "No label may be blank; fill it in or remove it.")] : [])
            + (long
                ? [
                    problem(
                        "labels", "用语最多\(Self.labelLimit)个字，否则挂图上写不下。",
                        "A label has \(Self.labelLimit) characters at most, or it does not fit the chart.")
                ] : [])
    }

    /// The narrowest column of the chart that shows a label.
    private static let labelLimit = 8

    private var requirementProblems: [PolicyProblem] {
        documents.commands.flatMap { kind -> [PolicyProblem] in
            let (name, requirement) = (kind.chinese, documents[kind])
            var found: [PolicyProblem] = []
            if !kind.mayRequire {
                found.append(
                    problem(
                        "documents", "“\(name)”不能要求材料或必填项，请写在“申报”里。",
                        "Nothing can be required with \(kind.rawValue); require it with submit."))
            }
            for field in requirement.fields where !kind.optionalFields.contains(field) {
                found.append(
                    problem(
                        "documents", "“\(name)”没有“\(field.chinese)”这一项，永远填不了，“\(name)”将无法办理。",
                        "\(kind.rawValue) has no field \(field.rawValue); it could never be given."))
            }
            if Set(requirement.documents).count != requirement.documents.count
                || Set(requirement.fields).count != requirement.fields.count
            {
                found.append(
                    problem("documents", "“\(name)”的材料或必填项重复，请删去重复的。", "Something stands twice with \(kind.rawValue)."))
            }
            return found
        }
    }
}
