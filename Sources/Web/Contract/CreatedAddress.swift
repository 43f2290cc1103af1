import Hummingbird

extension Contract {
    /// Gives the answer of a write the address of what it made (`Location`). It is read out of the answer's body, so
    /// that an answer given again under the same key has it too.
    func addressed(_ response: Response) async throws -> Response {
        guard let template = answer.address, response.status == .created,
            let body = try await response.bytes(upTo: KeyedWrites.answerLimit),
            case .object(let members) = try JSONReader.read(body, limits: .none)
        else { return response }
        var addressed = response
        addressed.headers[.location] = members.reduce(template) { address, member in
            switch member.value {
            case .string(let text): address.replacing("{\(member.name)}", with: text.percentEncoded)
            case .number(let digits): address.replacing("{\(member.name)}", with: digits)
            case .null, .bool, .array, .object: address
            }
        }
        return addressed
    }
}
