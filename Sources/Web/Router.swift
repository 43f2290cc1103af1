public import Hummingbird
public import Logging

/// The whole HTTP interface over these services: what `liban serve` listens with, and what tests call in process.
public func buildRouter(_ services: WebServices, log: Logger) throws -> Router<EdgeContext> {
    let pages = try Pages(services.secrets)
    let charts = ChartDrawing(atOnce: services.settings.drawingsAtOnce)
    let router = Router(context: EdgeContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Edge(routes: Routes.all, services: services, pages: pages, log: log))
    router.add(middleware: Compression())
    for route in Routes.all {
        router.on(RouterPath(route.path), method: route.method) { request, context in
            try await Conventions.answer(
                route, Call(request: request, context: context, services: services, charts: charts, pages: pages))
        }
    }
    return router
}
