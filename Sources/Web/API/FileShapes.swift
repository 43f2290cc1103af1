import UseCases
import Workflow

// The forms of files and of sending them.

extension FileRoutes {
    static let shape = Shape(
        "File", "文件",
        [
            "sha256": .sha256, "name": .text, "kind": .one(of: DocumentKind.self), "kindName": .text, "type": .text,
            "bytes": .long, "width": .count.orNull, "height": .count.orNull, "byId": .id, "addedAt": .instant,
            "thumb": .text.orNull, "screen": .text.orNull, "document": .text.orNull,
        ])

    static let duplicate = Shape(
        "FileDuplicate", "相同文件",
        [
            "sha256": .sha256, "name": .text, "otherProject": .projectID, "otherTitle": .text, "otherSha256": .sha256,
            "otherName": .text, "otherAddedAt": .instant, "sameFile": .flag, "differingBits": .count.orNull,
        ])

    static let parameters: [Contract.Parameter] = [
        .init("name", .string(maximum: 200), "文件名", "name of the file"),
        .init("kind", .one(of: DocumentKind.self), "种类", "kind"),
    ]
    static let mediaTypes = FileType.allCases.map(\.mediaType) + ["application/octet-stream"]
}

extension UploadRoutes {
    static let shape = Shape(
        "Upload", "分段上传",
        [
            "token": .text, "project": .projectID, "name": .text, "kind": .one(of: DocumentKind.self),
            "bytes": .long.orNull, "offset": .long, "sha256": .sha256.orNull,
        ])
}
