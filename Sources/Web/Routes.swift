import Hummingbird
import UseCases

/// Every route, one a line: method, path, who may call it, what answers.
enum Routes {
    static let all: [Route] = api + pages

    private static let api: [Route] = [
        .open(.get, "/healthz", Health.alive),
        .open(.get, "/readyz", Health.ready),
        .open(.post, "/api/v1/sessions", Sessions.open),
        .known(.get, "/api/v1/sessions/current", .signedIn, Sessions.current),
        .known(.delete, "/api/v1/sessions/current", .signedIn, Sessions.close),
        .known(.get, "/api/v1/projects", .read(.projectList), Projects.list),
        .known(.post, "/api/v1/projects", .command, Commands.draft),
        .known(.get, "/api/v1/projects/{id}", .read(.project), Projects.read),
        .known(.get, "/api/v1/projects/{id}/commands", .read(.possibilities), Commands.possibilities),
        .known(.post, "/api/v1/projects/{id}/commands/{command}", .command, Commands.issue),
        .known(.get, "/api/v1/projects/{id}/events", .read(.events), Projects.events),
        .known(.get, "/api/v1/projects/{id}/standing", .read(.standing), StandingJSON.read),
        .known(.get, "/api/v1/queue", .read(.queue), QueueRoutes.list),
        .known(.get, "/api/v1/programmes", .read(.programmes), ProgrammeRoutes.list),
        .known(.post, "/api/v1/programmes", .write(.addPolicy), ProgrammeRoutes.add),
        .known(.get, "/api/v1/programmes/{name}/{version}", .read(.programmes), ProgrammeRoutes.read),
        .known(
            .post, "/api/v1/programmes/{name}/{version}/activate", .write(.activatePolicy), ProgrammeRoutes.activate),
        .known(.get, "/api/v1/handovers", .signedIn, HandoverRoutes.list),
        .known(.post, "/api/v1/handovers", .write(.proposeHandover), HandoverRoutes.propose),
        .known(.post, "/api/v1/handovers/{number}/confirm", .signedIn, HandoverRoutes.confirm),
        .known(.post, "/api/v1/handovers/{number}/withdraw", .write(.proposeHandover), HandoverRoutes.withdraw),
        .known(.get, "/api/v1/duty-exceptions", .read(.dutyExceptions), DutyExceptions.list),
        .known(.post, "/api/v1/duty-exceptions", .write(.giveDutyException), DutyExceptions.give),
        .known(.get, "/api/v1/deputies", .read(.people), DeputyRoutes.list),
        .known(.post, "/api/v1/deputies", .write(.appointDeputy), DeputyRoutes.appoint),
        .known(.post, "/api/v1/deputies/end", .write(.appointDeputy), DeputyRoutes.end),
        .known(.get, "/api/v1/funds", .read(.fund), Funds.list),
        .known(.get, "/api/v1/funds/{id}/entries", .read(.fundEntries), Funds.entries),
        .known(.get, "/api/v1/chart", .read(.chart), Chart.drawn(.json)),
        .known(.get, "/api/v1/chart.json", .read(.chart), Chart.drawn(.json)),
        .known(.get, "/api/v1/chart.svg", .read(.chart), Chart.drawn(.svg)),
        .known(.get, "/api/v1/chart.pdf", .read(.chart), Chart.drawn(.pdf)),
        .known(.get, "/api/v1/chart.png", .read(.chart), Chart.drawn(.png)),
        .known(.get, "/api/v1/chart.txt", .read(.chart), Chart.drawn(.text)),
        .known(.get, "/api/v1/audit", .read(.audit), AuditRoutes.list),
        .known(.get, "/api/v1/audit/export", .read(.audit), AuditRoutes.export),
        .known(.get, "/api/v1/units", .read(.units), Units.list),
    ]

    private static let pages: [Route] = [
        .open(.get, Stylesheet.path, Stylesheet.serve),
        .open(.get, "/", ChartPage.home),
        .open(.get, "/sign-in", SignInPage.show),
        .open(.post, "/sign-in", SignInPage.signIn),
        .known(.post, "/sign-out", .signedIn, SignInPage.signOut),
        .page("/chart", .read(.chart), ChartPage.show),
        .page("/queue", .read(.queue), QueuePage.show),
        .page("/policy", .read(.programmes), PolicyPage.show),
        .page("/handovers", .signedIn, HandoverPage.show),
        .known(.post, "/handovers", .write(.proposeHandover), HandoverPage.propose),
        .known(.post, "/handovers/{number}/confirm", .signedIn, HandoverPage.confirm),
        .known(.post, "/handovers/{number}/withdraw", .write(.proposeHandover), HandoverPage.withdraw),
        .page("/people", .read(.people), PeoplePage.show),
        .known(.post, "/people/deputies", .write(.appointDeputy), PeoplePage.appoint),
        .known(.post, "/people/deputies/end", .write(.appointDeputy), PeoplePage.end),
        .known(.post, "/people/exceptions", .write(.giveDutyException), PeoplePage.allow),
        .page("/projects", .read(.projectList), ProjectListPage.show),
        .known(.post, "/projects", .command, DraftPage.save),
        .page("/projects/new", .command, DraftPage.show),
        .page("/projects/{id}", .read(.project), ProjectPage.show),
        .known(.post, "/projects/{id}/commands/{command}", .command, ProjectPage.command),
    ]
}
