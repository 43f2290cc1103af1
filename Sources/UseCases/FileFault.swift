/// Why a file or a piece of one was not taken.
public enum FileFault: Error, Hashable, Sendable {
    case empty
    case tooLarge
    /// None of the four types.
    case typeUnknown
    /// An iPhone's HEIC, which browsers cannot show.
    case heic
    /// It ends before its format says it does, or is damaged.
    case incomplete
    /// Another file hides behind or inside the picture.
    case polyglot
    /// More pixels than are decoded.
    case tooManyPixels
    case unreadable
    /// The piece does not begin where the upload ends.
    case offsetWrong(expected: Int)
    /// Another request writes to the same upload.
    case busy
    case uploadUnknown
    /// The project has used its space up, or has as many files as it may.
    case quotaUsedUp
    /// The project is over; nothing is added to its file.
    case projectEnded
    /// A step in the log names the file.
    case attached
    /// Somebody else sent it.
    case notYours
    /// A command names a file that was not uploaded to this project.
    case fileUnknown(String)
    /// Disk full, rights missing, helper program not installed: for the operator.
    case storage(String)
}

/// How much is taken, and why that much.
public enum FileLimits {
    /// 20 MiB: a 50 megapixel photo of a phone has up to 18, a scanned contract of forty pages about ten.
    public static let bytes = 20 << 20
    /// 50 megapixels: what phones send at most; decoding it takes 300 MB at worst.
    public static let pixels = 50_000_000
    /// A panorama's long side; a longer one is made to exhaust.
    public static let side = 20_000
    /// 200 MiB and 100 files a project: three milestones with ten photos each is a tenth of it.
    public static let projectBytes = 200 << 20
    public static let projectFiles = 100
    public static let name = 200
    /// Hours after which an upload that was never finished is swept away: a weekend without signal.
    public static let uploadHours = 72
}

extension FileFault {
    /// One of each, for whoever explains them.
    public static let samples: [FileFault] = [
        .empty, .tooLarge, .typeUnknown, .heic, .incomplete, .polyglot, .tooManyPixels, .unreadable,
        .offsetWrong(expected: 0), .busy, .uploadUnknown, .quotaUsedUp, .projectEnded, .attached, .notYours,
        .fileUnknown(String(repeating: "0", count: 64)), .storage(""),
    ]

    public var code: String {
        switch self {
        case .empty: "fileEmpty"
        case .tooLarge: "fileTooLarge"
        case .typeUnknown, .heic: "fileTypeUnknown"
        case .incomplete: "fileIncomplete"
        case .polyglot: "filePolyglot"
        case .tooManyPixels: "fileTooManyPixels"
        case .unreadable: "fileUnreadable"
        case .offsetWrong: "uploadOffsetWrong"
        case .busy: "uploadBusy"
        case .uploadUnknown: "uploadUnknown"
        case .quotaUsedUp: "fileQuotaUsedUp"
        case .projectEnded: "fileProjectEnded"
        case .attached: "fileAttached"
        case .notYours: "fileNotYours"
        case .fileUnknown: "fileUnknown"
        case .storage: "fileStorage"
        }
    }

    public var chinese: String {
        switch self {
        case .empty: "文件是空的，请重新选择。"
        case .tooLarge: "文件超过20MB，请压缩或分开后再传。"
        case .typeUnknown: "只收JPEG、PNG、WebP照片和PDF文件，请换一种格式。"
        case .heic: "这是苹果手机的HEIC照片，请在“设置-相机-格式”选“兼容性最佳”后重拍，或转成JPEG再传。"
        case .incomplete: "文件不完整或已损坏，请重新上传。"
        case .polyglot: "照片里夹带了其他文件，不能接收，请用相机原图或重新截图。"
        case .tooManyPixels: "照片超过5000万像素，请调低拍摄分辨率后重拍。"
        case .unreadable: "照片无法打开，可能已损坏，请重拍或重新导出。"
        case .offsetWrong(let expected): "续传位置不对，应从第\(expected)字节继续。"
        case .busy: "这个文件正在上传，请稍候再续传。"
        case .uploadUnknown: "没有这个上传，可能已过期，请重新上传。"
        case .quotaUsedUp: "本项目的文件已满（200MB或100个），请只传必要的照片。"
        case .projectEnded: "项目已结束，不能再添加文件。"
        case .attached: "这个文件已经随事项提交，记在办理记录里，不能撤下。"
        case .notYours: "这个文件是别人上传的，请由上传人撤下。"
        case .fileUnknown(let sha): "本项目没有上传过文件\(sha.prefix(12))…，请先上传。"
        case .storage: "文件存储暂时不可用，请稍后再试；已办理的事项不受影响。"
        }
    }

    public var english: String {
        switch self {
        case .empty: "The file is empty; choose it again."
        case .tooLarge: "The file has more than 20 MiB; make it smaller or split it."
        case .typeUnknown: "Only JPEG, PNG, WebP and PDF are taken; choose another format."
        case .heic: "This is a HEIC photo; set the camera to “Most Compatible” or export it as JPEG."
        case .incomplete: "The file is cut short or damaged; upload it again."
        case .polyglot: "Another file hides in the picture; send the camera's own photo."
        case .tooManyPixels: "The picture has more than 50 megapixels; lower the camera's resolution."
        case .unreadable: "The picture cannot be decoded; take or export it again."
        case .offsetWrong(let expected): "The upload goes on at byte \(expected)."
        case .busy: "This upload is being written by another request; go on in a moment."
        case .uploadUnknown: "There is no such upload; it may have expired. Begin again."
        case .quotaUsedUp: "The project's files are full (200 MiB or 100 files)."
        case .projectEnded: "The project is over; nothing is added to its file."
        case .attached: "A step in the log names this file; it stays."
        case .notYours: "Somebody else sent this file; ask them to take it back."
        case .fileUnknown(let sha): "File \(sha.prefix(12))… was not uploaded to this project; upload it first."
        case .storage: "The file store is out of reach; try again later. Nothing else is affected."
        }
    }
}
