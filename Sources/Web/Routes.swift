import Hummingbird
import UseCases
import Workflow

/// Every route: method, path, who may call it, what answers; those of the API with what they promise.
enum Routes {
    static let all: [Route] =
        described.flatMap { [$0] + $0.tables } + pages + AccountPage.routes + AccountsPage.routes + EnteringPages.routes
        + OutsideSignIn.routes

    private static let described =
        service + sessions + projects + town + RegisterRoutes.routes + funds + chart + audit
        + AccountRoutes.all + PublicRoutes.all + OpinionRoutes.all + FileRoutes.all

    private static let service: [Route] = [
        .open(.get, "/healthz", Health.alive).promising("存活", "Whether the process lives.", .json(Health.aliveShape)),
        .open(.get, "/readyz", Health.ready)
            .promising("就绪", "Whether it can serve; 503 with the same answer if not.", .json(Health.readiness)),
        .open(.get, "/openapi.json", Docs.document)
            .promising("接口描述", "This document.", .json(.anything)),
        .open(.get, "/metrics", MetricsRoute.serve)
            .promising(
                "运行指标", "For operators, in the text format of Prometheus; 404 for strangers.", refusals: [404],
                .media("text/plain")),
    ]

    private static let sessions: [Route] = [
        .open(.post, "/api/v1/sessions", Sessions.open)
            .promising(
                "登录", "Sign in; the token is shown once.", body: .fields(Sessions.fields), refusals: [401, 403],
                .created(Sessions.opened)),
        .known(.get, "/api/v1/sessions/current", .entering, Sessions.current)
            .promising("当前登录", "Who is signed in, with their roles today.", .json(Sessions.shape)),
        .known(.delete, "/api/v1/sessions/current", .entering, Sessions.close)
            .promising("退出", "Sign out.", keyed: .needless("a session ends once"), .nothing),
    ]

    private static let projects: [Route] = [
        .known(.get, "/api/v1/projects", .read(.projectList), Projects.list)
            .promising(
                "项目", "The town's projects.", query: Projects.listParameters, refusals: [422],
                .page(ProjectJSON.shape)),
        .known(.post, "/api/v1/projects", .command, Commands.draft)
            .promising(
                "起草", "A new project.", body: .fields(Command.Kind.draft.fields + FieldTables.circumstances),
                keyed: .withEffect,
                .created(ProjectJSON.shape, at: "/api/v1/projects/{id}")),
        .known(.get, "/api/v1/projects/{id}", .read(.project), Projects.read)
            .promising("一个项目", "One project; its version is the ETag.", .json(ProjectJSON.shape)),
        .known(.get, "/api/v1/projects/{id}/commands", .read(.possibilities), Commands.possibilities)
            .promising("能办什么", "What may I do now, and why not the rest?", .items(Commands.possibility)),
        .known(.post, "/api/v1/projects/{id}/commands/{command}", .command, Commands.issue)
            .promising(Commands.contracts),
        .known(.get, "/api/v1/projects/{id}/events", .read(.events), Projects.events)
            .promising(
                "办理记录", "Its log, oldest first.", query: [.after, .limit(Projects.eventLimit)],
                .page(EventJSON.shape, next: .id)),
        .known(.get, "/api/v1/projects/{id}/standing", .read(.standing), StandingJSON.read)
            .promising("办理情况", "What follows from its whole log today.", .json(StandingJSON.shape)),
        .known(.get, "/api/v1/projects/{id}/warnings", .read(.warnings), WarningRoutes.list)
            .promising("提醒", "Warnings about the project, with their answers.", .items(WarningRoutes.shape)),
        .known(.post, "/api/v1/projects/{id}/warnings", .write(.answerWarning), WarningRoutes.answer)
            .promising(
                "说明提醒", "Answers a warning, once; an answer stays.", body: .fields(WarningRoutes.fields),
                refusals: [409], .items(WarningRoutes.shape)),
        .known(.get, "/api/v1/projects/{id}/statement", .read(.projectStatement), StatementRoutes.project)
            .promising(
                "项目资金账", "The project's money, line by line.", query: [StatementRoutes.format],
                .json(StatementRoutes.projectShape).or(StatementRoutes.files)),
        .known(.get, "/api/v1/changes", .read(.projectList), ChangeRoutes.stream)
            .promising(
                "变化", "What changes in the town, as server-sent events; goes on after Last-Event-ID.",
                query: ChangeRoutes.parameters, .stream),
        .known(.get, "/api/v1/queue", .read(.queue), QueueRoutes.list)
            .promising("待我办理", "What waits for whoever asks, the nearest due day first.", .items(QueueRoutes.shape)),
    ]

    private static let town: [Route] = [
        .known(.get, "/api/v1/programmes", .read(.programmes), ProgrammeRoutes.list)
            .promising(
                "专项办法", "Every version of every programme.", refusals: [404], .items(ProgrammeRoutes.shape)),
        .known(.post, "/api/v1/programmes", .write(.addPolicy), ProgrammeRoutes.add)
            .promising(
                "新办法", "A new version; name and number are the key, the same again is harmless.",
                body: .fields(PolicyFields.all), refusals: [409],
                .created(ProgrammeRoutes.shape, at: "/api/v1/programmes/{programme}/{version}")),
        .known(.get, "/api/v1/programmes/{name}/{version}", .read(.programmes), ProgrammeRoutes.read)
            .promising("一版办法", "One version.", .json(ProgrammeRoutes.shape)),
        .known(
            .post, "/api/v1/programmes/{name}/{version}/activate", .write(.activatePolicy), ProgrammeRoutes.activate
        ).promising("启用办法", "New submissions follow this version.", .json(ProgrammeRoutes.shape)),
        .known(.get, "/api/v1/handovers", .signedIn, HandoverRoutes.list)
            .promising("换届交接", "Handovers the caller is a side of, or may arrange.", .items(HandoverRoutes.shape)),
        .known(.post, "/api/v1/handovers", .write(.proposeHandover), HandoverRoutes.propose)
            .promising(
                "提出交接", "Proposed twice it is one proposal.", body: .fields(HandoverRoutes.fields),
                refusals: [404, 409],
                .created(HandoverRoutes.shape)),
        .known(.post, "/api/v1/handovers/{number}/confirm", .signedIn, HandoverRoutes.confirm)
            .promising("确认交接", "Either side confirms once.", refusals: [409, 422], .json(HandoverRoutes.shape)),
        .known(.post, "/api/v1/handovers/{number}/withdraw", .write(.proposeHandover), HandoverRoutes.withdraw)
            .promising(
                "撤回交接", "Takes back one that is not complete.", body: .fields(HandoverRoutes.withdrawal),
                refusals: [409, 422], .json(HandoverRoutes.shape)),
        .known(.get, "/api/v1/duty-exceptions", .read(.dutyExceptions), DutyExceptions.list)
            .promising("兼任许可", "Leave for one person to hold two duties.", .items(DutyExceptions.shape)),
        .known(.post, "/api/v1/duty-exceptions", .write(.giveDutyException), DutyExceptions.give)
            .promising(
                "批准兼任", "Leave given twice is one leave.", body: .fields(DutyExceptions.fields), refusals: [422],
                .created(DutyExceptions.listShape)),
        .known(.get, "/api/v1/deputies", .read(.people), DeputyRoutes.list)
            .promising("代理", "Who stands in for whom, the newest first.", .items(DeputyRoutes.shape)),
        .known(.post, "/api/v1/deputies", .write(.appointDeputy), DeputyRoutes.appoint)
            .promising(
                "指定代理", "Appointed twice is one deputy.", body: .fields(DeputyRoutes.fields), refusals: [404, 422],
                .created(DeputyRoutes.listShape)),
        .known(.post, "/api/v1/deputies/end", .write(.appointDeputy), DeputyRoutes.end)
            .promising(
                "终止代理", "Today is the last day.", body: .fields(DeputyRoutes.endFields), refusals: [422],
                .json(DeputyRoutes.listShape)),
        .known(.get, "/api/v1/people", .read(.people), PeopleRoutes.list)
            .promising("人员", "The town's people with the roles they hold today.", .items(PersonJSON.shape)),
        .known(.get, "/api/v1/consultations", .read(.help), HelpRoutes.consultations)
            .promising(
                "会诊", "Consultations of the town's projects, the newest project first.", query: HelpRoutes.parameters,
                .page(HelpRoutes.consultation)),
        .known(.get, "/api/v1/dispatches", .read(.help), HelpRoutes.dispatches)
            .promising(
                "派单", "Dispatches of the town's projects, the newest project first.", query: HelpRoutes.parameters,
                .page(HelpRoutes.dispatch)),
        .known(.get, "/api/v1/notices", .read(.help), NoticeRoutes.list)
            .promising(
                "公示", "Awards on notice, the notice that ends last first.",
                query: [.limit(NoticeRoutes.pageLimit), .cursor], .page(NoticeRoutes.shape)),
        .known(.get, "/api/v1/league", .read(.chart), LeagueRoutes.list)
            .promising(
                "晾晒", "The town's units side by side, in their official order.", query: [.year],
                .items(LeagueRoutes.shape)),
        .known(.get, "/api/v1/units", .read(.units), Units.list)
            .promising("村（社区）", "The town's units in their official order.", .items(Units.shape)),
    ]

    private static let funds: [Route] = [
        .known(.get, "/api/v1/funds", .read(.fund), Funds.list)
            .promising("资金", "The town's funds with their balances.", .items(Funds.shape)),
        .known(.get, "/api/v1/funds/{id}", .read(.fund), Funds.read)
            .promising("一项资金", "One fund.", .json(Funds.shape)),
        .known(.get, "/api/v1/funds/{id}/statement", .read(.statements), StatementRoutes.fund)
            .promising(
                "资金明细账", "A fund's statement with its running balance.",
                query: [
                    StatementRoutes.from, StatementRoutes.to, StatementRoutes.after, .limit(1...1000),
                    StatementRoutes.format,
                ], .json(StatementRoutes.fundShape).or(StatementRoutes.files)),
        .known(.get, "/api/v1/funds/{id}/reports/month", .read(.statements), StatementRoutes.month)
            .promising(
                "资金月报", "A month of a fund.", query: [StatementRoutes.month, StatementRoutes.format],
                .json(StatementRoutes.monthShape).or(StatementRoutes.files)),
        .known(.get, "/api/v1/funds/{id}/reports/year", .read(.statements), StatementRoutes.year)
            .promising(
                "资金年报", "A fund's year, month by month.", query: [StatementRoutes.to, StatementRoutes.format],
                .json(StatementRoutes.yearShape).or(StatementRoutes.files)),
        .known(.get, "/api/v1/funds/{id}/reports/committed", .read(.statements), StatementRoutes.committed)
            .promising(
                "已批未付", "What is awarded and not paid yet.", query: [StatementRoutes.on, StatementRoutes.format],
                .json(StatementRoutes.committedShape).or(StatementRoutes.files)),
        .known(.post, "/api/v1/reconciliations", .write(.reconcile), ReconciliationRoutes.compare)
            .promising(
                "银行对账", "A bank's statement (CSV) beside the ledger; nothing is written.",
                query: ReconciliationRoutes.parameters, body: .media(ReconciliationRoutes.mediaTypes.sorted()),
                keyed: .needless("nothing is written"),
                .json(ReconciliationRoutes.shape).or(StatementRoutes.files)),
        .known(.get, "/api/v1/funds/{id}/entries", .read(.fundEntries), Funds.entries)
            .promising(
                "资金流水", "A fund's ledger, oldest first.",
                query: [
                    .init("after", .integer(0...Int64.max), "从此号之后", "after this number"), .limit(Projects.eventLimit),
                ],
                .page(Funds.entry, next: .long)),
    ]

    private static let chart: [Route] = [
        .known(.get, "/api/v1/chart", .read(.chart), Chart.drawn(.json))
            .promising("挂图作战图", "The town's chart as of now.", query: Chart.parameters(.json), .json(Chart.shape)),
        .known(.get, "/api/v1/chart.json", .read(.chart), Chart.drawn(.json))
            .promising("挂图数据", "The same.", query: Chart.parameters(.json), .json(Chart.shape)),
        .known(.get, "/api/v1/chart.svg", .read(.chart), Chart.drawn(.svg))
            .promising("挂图SVG", "As a drawing.", query: Chart.parameters(.svg), .media("image/svg+xml")),
        .known(.get, "/api/v1/chart.pdf", .read(.chart), Chart.drawn(.pdf))
            .promising("挂图PDF", "For printing.", query: Chart.parameters(.pdf), .media("application/pdf")),
        .known(.get, "/api/v1/chart.png", .read(.chart), Chart.drawn(.png))
            .promising("挂图PNG", "As a picture.", query: Chart.parameters(.png), .media("image/png")),
        .known(.get, "/api/v1/chart.xlsx", .read(.chart), Chart.drawn(.xlsx))
            .promising(
                "台账工作簿", "The ledger as a workbook.", query: Chart.parameters(.xlsx),
                .media("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        .known(.get, "/api/v1/chart.csv", .read(.chart), Chart.drawn(.csv))
            .promising("台账CSV", "The ledger as a table.", query: Chart.parameters(.csv), .media("text/csv")),
        .known(.get, "/api/v1/chart.txt", .read(.chart), Chart.drawn(.text))
            .promising("挂图文字版", "As text.", query: Chart.parameters(.text), .media("text/plain")),
        .known(.get, "/api/v1/chart/editions", .read(.chart), Chart.editions)
            .promising("印制版次", "Printed editions, the newest first.", query: [.year], .items(Chart.editionShape)),
    ]

    private static let audit: [Route] = [
        .known(.get, "/api/v1/audit", .read(.audit), AuditRoutes.list)
            .promising("审计", "The trail, newest first.", query: AuditRoutes.parameters, .page(AuditRoutes.shape)),
        .known(.get, "/api/v1/audit/export", .read(.audit), AuditRoutes.export)
            .promising("导出审计", "The whole trail with its proof, one object a line.", .media("application/x-ndjson")),
    ]

    private static let pages: [Route] = [
        .open(.get, "/assets/{name}", Assets.serve),
        .open(.get, "/language/{language}", LanguageSwitch.choose),
        .open(.get, "/", HomePage.show),
        .open(.get, "/docs", Docs.page),
        .open(.get, "/problems/{code}", Docs.problem),
        .open(.get, "/sign-in", SignInPage.show),
        .open(.post, "/sign-in", SignInPage.signIn),
        .open(.get, "/p/{id}", PublicPages.fromChart),
        .open(.get, "/public", PublicPages.towns),
        .open(.get, "/public/towns/{town}", PublicPages.board),
        .open(.get, "/public/towns/{town}/notices", PublicPages.notices),
        .open(.get, "/public/projects/{id}", PublicPages.project),
        .open(.get, "/public/projects/{id}/photos/{sha}/{variant}", PublicPages.photo),
        .open(.get, "/public/opinion", PublicOpinionPage.form),
        .open(.post, "/public/opinion", PublicOpinionPage.enter),
        .open(.get, "/public/receipts", PublicOpinionPage.receipt),
        .page("/opinions", .read(.opinions), OpinionPages.list),
        .known(.post, "/opinions", .write(.enterOpinion), OpinionPages.enter),
        .page("/opinions/new", .write(.enterOpinion), OpinionPages.new),
        .page("/opinions/{number}", .signedIn, OpinionPage.show),
        .known(.post, "/opinions/{number}/steps", .write(.handleOpinion), OpinionPage.take),
        .known(.post, "/opinions/{number}/identity", .write(.readIdentity), OpinionPage.identity),
        .known(.post, "/sign-out", .entering, SignInPage.signOut),
        .page("/chart", .read(.chart), ChartPage.show),
        .page("/chart/wall", .read(.chart), WallPage.show),
        .known(.post, "/chart/editions", .write(.printEdition), ChartEditions.print),
        .page("/chart/drawing.svg", .read(.chart), ChartSheets.drawing),
        .page("/chart/sheet.svg", .read(.chart), ChartSheets.sheet),
        .page("/queue", .read(.queue), QueuePage.show),
        .page("/audit", .read(.audit), AuditPage.show),
        .known(.post, "/queue/{command}", .command, BulkPage.perform),
        .page("/overview", .read(.chart), OverviewPage.show),
        .page("/week", .read(.chart), WeekPage.show),
        .page("/policy", .read(.programmes), PolicyPage.show),
        .page("/handovers", .signedIn, HandoverPage.show),
        .known(.post, "/handovers", .write(.proposeHandover), HandoverPage.propose),
        .known(.post, "/handovers/{number}/confirm", .signedIn, HandoverPage.confirm),
        .known(.post, "/handovers/{number}/withdraw", .write(.proposeHandover), HandoverPage.withdraw),
        .page("/people", .read(.people), PeoplePage.show),
        .known(.post, "/people/deputies", .write(.appointDeputy), PeoplePage.appoint),
        .known(.post, "/people/deputies/end", .write(.appointDeputy), PeoplePage.end),
        .known(.post, "/people/exceptions", .write(.giveDutyException), PeoplePage.allow),
        .page("/funds", .read(.fund), FundPage.list),
        .page("/reconciliation", .read(.statements), ReconciliationPage.show),
        .known(.post, "/reconciliation", .write(.reconcile), ReconciliationPage.compare),
        .page("/funds/{id}", .read(.statements), StatementPage.month),
        .page("/funds/{id}/year", .read(.statements), StatementPage.year),
        .page("/funds/{id}/committed", .read(.statements), StatementPage.committed),
        .page("/projects", .read(.projectList), ProjectListPage.show),
        .known(.post, "/projects", .command, DraftPage.save),
        .page("/projects/new", .command, DraftPage.show),
        .page("/projects/{id}", .read(.project), ProjectPage.show),
        .known(.post, "/projects/{id}/warnings", .write(.answerWarning), WarningPage.answer),
        .page("/projects/{id}/statement", .read(.projectStatement), StatementPage.project),
        .known(.post, "/projects/{id}/commands/{command}", .command, ProjectPage.command),
        .known(.post, "/projects/{id}/files/{sha}/original", .write(.readOriginal), FileOriginals.page),
        .page("/projects/{id}/files", .read(.files), FilesPage.show),
        .known(.post, "/projects/{id}/files", .write(.addFile), FilesPage.upload),
        .known(.post, "/projects/{id}/files/{sha}/withdraw", .write(.addFile), FilesPage.withdraw),
        .known(.get, "/projects/{id}/files/{sha}/{variant}", .read(.files), FileServing.serve),
    ]
}
