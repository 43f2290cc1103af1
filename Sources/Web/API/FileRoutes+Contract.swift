import HTTPTypes
import UseCases
import Workflow

/// The routes of files and what they promise.
extension FileRoutes {
    static let all: [Route] = [
        .known(.get, "/api/v1/projects/{id}/files", .read(.files), list)
            .promising("项目文件", "The project's files in the order they came.", .items(shape)),
        .known(.post, "/api/v1/projects/{id}/files", .write(.addFile), receive)
            .promising(
                "上传文件", "Sends one file; the same file again is the same file.",
                query: [
                    .init("name", .string(maximum: 1000), "文件名", "the file's name"),
                    .init("kind", .one(of: DocumentKind.self), "种类", "what it is"),
                ],
                body: .media(FileType.allCases.map(\.mediaType) + ["application/octet-stream"]), refusals: [409],
                .created(shape, at: fileAddress)),
        .known(.get, "/api/v1/projects/{id}/files/{sha}", .read(.files), read)
            .promising("一个文件", "One file of the project.", path: [sha], .json(shape)),
        .known(.delete, "/api/v1/projects/{id}/files/{sha}", .write(.addFile), withdraw)
            .promising(
                "撤下文件", "Takes back one's own file while no step names it.", path: [sha], refusals: [409], .nothing),
        .known(.get, "/api/v1/projects/{id}/files/{sha}/{variant}", .read(.files), FileServing.serve)
            .promising(
                "文件内容", "A served copy: whole, in ranges, or 304.",
                path: [sha, .init("variant", .one(of: FileVariant.self), "形式", "which form")], refusals: [206, 416],
                .media("image/jpeg", "application/pdf")),
        .known(
            .post, "/api/v1/projects/{id}/files/{sha}/original", .write(.readOriginal), FileOriginals.api
        ).promising(
            "调取原图", "The sealed original, with a reason that is kept.", path: [sha],
            body: .fields(FileOriginals.fields), keyed: .shownOnce, .media("application/octet-stream")),
        .known(.get, "/api/v1/projects/{id}/file-duplicates", .read(.files), duplicates)
            .promising("重复照片", "Files of other projects that are the same or look the same.", .items(duplicate)),
        .known(.post, "/api/v1/projects/{id}/uploads", .write(.addFile), UploadRoutes.open)
            .promising(
                "开始续传", "Opens an upload in pieces, or finds it where it stands.",
                body: .fields(UploadRoutes.fields), keyed: .withEffect,
                .created(upload, at: "/api/v1/uploads/{token}")),
        .known(.get, "/api/v1/uploads/{token}", .command, UploadRoutes.state)
            .promising("续传进度", "Where the upload stands.", path: [token], .json(upload)),
        .known(.patch, "/api/v1/uploads/{token}", .command, UploadRoutes.append)
            .promising(
                "续传", "Appends a piece that begins at Upload-Offset.", path: [token],
                body: .media(["application/offset+octet-stream"]),
                keyed: .needless("Upload-Offset says which piece it is"),
                .json(upload)),
        .known(.post, "/api/v1/uploads/{token}/finish", .command, UploadRoutes.finish)
            .promising(
                "完成续传", "Makes the upload a file of its project; again gives the same file.", path: [token],
                refusals: [413, 415], .created(shape, at: fileAddress)),
    ]

    private static let fileAddress = "/api/v1/projects/{project}/files/{sha256}"
    private static let sha = Contract.Parameter("sha", .sha256, "文件的SHA-256", "the file's SHA-256")
    private static let token = Contract.Parameter("token", .sha256, "续传编号", "the upload's token")

    static let shape = Shape(
        "ProjectFile", "项目文件",
        [
            "project": .projectID, "sha256": .sha256, "name": .text, "kind": .one(of: DocumentKind.self),
            "kindName": .text, "type": .text, "bytes": .long, "width": .count.orNull, "height": .count.orNull,
            "byId": .id, "addedAt": .instant, "thumb": .text.orNull, "screen": .text.orNull,
            "document": .text.orNull,
        ])

    private static let duplicate = Shape(
        "FileDuplicate", "重复照片",
        [
            "sha256": .sha256, "name": .text, "otherProject": .projectID, "otherTitle": .text, "otherSha256": .sha256,
            "otherName": .text, "otherAddedAt": .instant, "sameFile": .flag, "differingBits": .count,
        ])

    private static let upload = Shape(
        "FileUpload", "续传",
        [
            "token": .sha256, "project": .projectID, "name": .text, "kind": .one(of: DocumentKind.self),
            "bytes": .long.orNull, "offset": .long, "sha256": .sha256.orNull,
        ])
}
