import UseCases
import Workflow

/// The form of every problem (RFC 9457).
enum ProblemShape {
    static let problem = Shape(
        "Problem", "问题（RFC 9457）",
        [
            "type": .string(format: "uri-reference"), "title": .text, "titleEn": .text,
            "status": .integer(400...599), "code": .string(pattern: "^[A-Za-z-]+$"), "detail": .text, "detailEn": .text,
            "instance": .text,
        ],
        optional: [
            "field": .text, "errors": .list(.object(["field": .text, "zh": .text, "en": .text])),
        ])
}
