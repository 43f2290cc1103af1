import Hummingbird

/// For load balancers and operators: whether the process lives, and whether it can serve.
enum Health {
    static func alive(_ call: Call) async throws -> Response {
        var json = JSONWriter()
        json.object { $0.field("status", "ok") }
        return .json(json.bytes)
    }

    static func ready(_ call: Call) async throws -> Response {
        let readiness = await call.services.readiness()
        var json = JSONWriter()
        json.object { json in
            json.field("status", readiness.ready ? "ready" : "unready")
            json.array("checks", readiness.checks) { json, check in
                json.object { json in
                    json.field("name", check.name)
                    json.field("passed", check.passed)
                    json.field("detail", check.detail)
                }
            }
        }
        var response = Response.json(json.bytes, status: readiness.ready ? .ok : .serviceUnavailable)
        if !readiness.ready { response.headers[.retryAfter] = "2" }
        return response
    }
}
