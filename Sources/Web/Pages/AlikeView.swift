import UseCases
import Workflow

/// Two files that are the same or look alike, of two projects, side by side: the partial `alike`.
struct AlikeView {
    let name: String
    let other: String
    let otherTitle: String
    let otherName: String
    let otherDay: String
    let how: String
    /// Pictures to compare; nothing for papers.
    let pictures: [Picture]

    struct Picture {
        let screen: String
        let thumb: String
        let alt: String
    }

    /// - Parameters:
    ///   - project: whose page it stands on.
    ///   - files: that project's files.
    init(_ found: FileDuplicate, on project: ProjectID, _ files: [ProjectFile], _ words: Words) {
        name = words.fileName(found.name)
        other = found.other.description
        otherTitle = found.otherTitle
        otherName = words.fileName(found.otherName)
        otherDay = words.day(found.otherAt.civilDate)
        how =
            found.isSameFile ? words("files.same") : words("files.alike", ["bits": "\(found.distance)"])
        pictures =
            files.contains { $0.content.sha256 == found.sha256 && $0.content.type != .pdf }
            ? [(project, found.sha256, found.name), (found.other, found.otherSHA256, found.otherName)].map {
                let base = "/projects/\($0.0)/files/\($0.1)"
                return Picture(screen: "\(base)/screen", thumb: "\(base)/thumb", alt: words.fileName($0.2))
            } : []
    }
}
