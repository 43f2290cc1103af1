import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import UseCases

/// The two requests that are made to a provider.
protocol Fetching: Sendable {
    func get(_ address: String) async throws(ProviderFault) -> Fetched
    func post(_ address: String, form: String, authorization: String?) async throws(ProviderFault) -> Fetched
}

struct Fetched: Sendable {
    let status: Int
    let body: [UInt8]
}

/// Over the network, with a short patience, small answers and no redirects: a provider has no reason for either.
struct WebFetcher: Fetching {
    private static let patience = TimeAmount.seconds(10)
    private static let limit = 256 * 1024

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    func get(_ address: String) async throws(ProviderFault) -> Fetched {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "Accept", value: "application/json")
        return try await send(request)
    }

    func post(_ address: String, form: String, authorization: String?) async throws(ProviderFault) -> Fetched {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Accept", value: "application/json")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: form))
        return try await send(request)
    }

    private func send(_ request: HTTPClientRequest) async throws(ProviderFault) -> Fetched {
        do {
            let response = try await Self.client.execute(request, timeout: Self.patience)
            let body = try await response.body.collect(upTo: Self.limit)
            return Fetched(status: Int(response.status.code), body: Array(body.readableBytesView))
        } catch { throw .unreachable("\(error)") }
    }
}
