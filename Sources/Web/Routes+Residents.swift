import Hummingbird
import UseCases
import Workflow

/// What residents see and say, and the files of projects.
extension Routes {
    static let residents: [Route] = [
        .open(.get, "/api/v1/public/towns", PublicRoutes.towns)
            .promising("镇", "The towns that publish here.", .items(PublicRoutes.town)),
        .open(.get, "/api/v1/public/projects", PublicRoutes.projects)
            .promising(
                "公开的项目", "What the town's board shows.", query: PublicRoutes.listParameters, refusals: [404],
                .page(PublicRoutes.project)),
        .open(.get, "/api/v1/public/projects/{id}", PublicRoutes.project)
            .promising("公开的一个项目", "One project as residents see it.", .json(PublicRoutes.project)),
        .open(.get, "/api/v1/public/notices", PublicRoutes.notices)
            .promising(
                "公示中的项目", "Awards on notice.", query: PublicRoutes.listParameters, refusals: [404],
                .page(PublicRoutes.project)),
        .open(.post, "/api/v1/public/opinions", PublicRoutes.enter)
            .promising(
                "提意见", "A resident's opinion; the key has 16 to 100 random characters.",
                body: .fields(PublicRoutes.opinionFields), keyed: true, refusals: [403, 404],
                .created(PublicRoutes.fate)),
        .open(.get, "/api/v1/public/receipts/{receipt}", PublicRoutes.receipt)
            .promising("查回执", "What became of an opinion.", .json(PublicRoutes.fate)),
        .known(.get, "/api/v1/opinions", .read(.opinions), OpinionRoutes.list)
            .promising(
                "意见", "The register of opinions, newest first.", query: OpinionRoutes.listParameters, refusals: [404],
                .page(OpinionRoutes.shape, next: .id)),
        .known(.post, "/api/v1/opinions", .write(.enterOpinion), OpinionRoutes.enter)
            .promising(
                "登记意见", "An opinion somebody heard.", body: .fields(OpinionRoutes.fields), keyed: true,
                refusals: [404], .created(OpinionRoutes.shape)),
        .known(.get, "/api/v1/opinions/{number}", .read(.opinions), OpinionRoutes.read)
            .promising("一条意见", "One opinion with its steps.", .json(OpinionRoutes.shape)),
        .known(.post, "/api/v1/opinions/{number}/steps", .write(.handleOpinion), OpinionRoutes.take)
            .promising(
                "办理意见", "The next step; If-Match holds the number of steps seen.",
                body: .fields(OpinionRoutes.stepFields), versioned: true, refusals: [409], .json(OpinionRoutes.shape)),
        .known(.post, "/api/v1/opinions/{number}/identity", .write(.readIdentity), OpinionRoutes.identity)
            .promising(
                "查看提出人", "Name and telephone, for a reason that is kept.",
                body: .fields(OpinionRoutes.reasonField), .json(OpinionRoutes.identityShape)),
    ]

    static let files: [Route] = [
        .known(.get, "/api/v1/projects/{id}/files", .read(.files), FileRoutes.list)
            .promising("文件", "The project's files.", .items(FileRoutes.shape)),
        .known(.post, "/api/v1/projects/{id}/files", .write(.addFile), FileRoutes.receive)
            .promising(
                "上传文件", "The body is the file; the same again is the same file.", query: FileRoutes.parameters,
                body: .media(FileRoutes.mediaTypes), refusals: [409], .created(FileRoutes.shape)),
        .known(.get, "/api/v1/projects/{id}/files/{sha}", .read(.files), FileRoutes.read)
            .promising("一个文件", "One of them.", .json(FileRoutes.shape)),
        .known(.get, "/api/v1/projects/{id}/files/{sha}/{variant}", .read(.files), FileServing.serve)
            .promising(
                "文件内容", "Its copy without place and camera; ranges are served.", refusals: [416],
                .media("image/jpeg", "application/pdf")),
        .known(.post, "/api/v1/projects/{id}/files/{sha}/original", .write(.readOriginal), FileOriginals.api)
            .promising(
                "取原件", "The sealed original, for a reason that is kept.", body: .fields(FileOriginals.fields),
                .media("application/octet-stream")),
        .known(.get, "/api/v1/projects/{id}/file-duplicates", .read(.files), FileRoutes.duplicates)
            .promising("相同文件", "Files that are or look the same elsewhere.", .items(FileRoutes.duplicate)),
        .known(.post, "/api/v1/projects/{id}/uploads", .write(.addFile), UploadRoutes.open)
            .promising(
                "分段上传", "Begins to send a file in pieces.", body: .fields(UploadRoutes.fields), keyed: true,
                .created(UploadRoutes.shape)),
        .known(.get, "/api/v1/uploads/{token}", .signedIn, UploadRoutes.state)
            .promising("上传进度", "How much has arrived; HEAD tells it in Upload-Offset.", .json(UploadRoutes.shape)),
        .known(.patch, "/api/v1/uploads/{token}", .signedIn, UploadRoutes.append)
            .promising(
                "续传", "The next piece, from Upload-Offset on.", body: .media(["application/offset+octet-stream"]),
                refusals: [409], .json(UploadRoutes.shape)),
        .known(.post, "/api/v1/uploads/{token}/finish", .signedIn, UploadRoutes.finish)
            .promising(
                "上传完成", "The pieces become the file.", refusals: [409, 413, 415, 422], .created(FileRoutes.shape)),
    ]
}
