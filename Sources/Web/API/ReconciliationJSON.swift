public import UseCases
public import Workflow

/// A reconciliation as JSON, the same for the API and the command line.
public enum ReconciliationJSON {
    public static func bytes(_ found: Reconciliation, _ bank: BankSheet) -> [UInt8] {
        var json = JSONWriter(capacity: 512 * found.rows.count + 256)
        json.object { json in
            json.field("from", found.from)
            json.field("to", found.to)
            json.object("counts") { json in
                for kind in Reconciliation.Outcome.Kind.allCases {
                    json.key(kind.rawValue)
                    json.value(found.count(kind))
                }
            }
            json.array("items", found.rows) { json, row in
                json.object { json in
                    json.field("outcome", row.outcome.kind.rawValue)
                    json.field("reason", row.reason)
                    if let bank = row.bank { write("bank", bank, to: &json) }
                    if let ledger = row.ledger { write("ledger", ledger, to: &json) }
                }
            }
            json.array("faults", bank.faults) { json, fault in
                json.object { json in
                    json.field("line", fault.line)
                    json.field("detail", fault.chinese)
                    json.field("detailEn", fault.english)
                }
            }
            json.field("skipped", bank.skipped)
            json.field("agrees", found.agrees && bank.faults.isEmpty)
        }
        return json.bytes
    }

    private static func write(_ name: StaticString, _ line: CashLine, to json: inout JSONWriter) {
        json.object(name) { json in
            json.field("number", line.number)
            json.field("day", line.day)
            json.field("direction", line.direction.rawValue)
            json.field("amountFen", line.amount)
            json.field("payee", line.payee)
            json.field("words", line.words)
            json.field("project", line.project?.id.description)
        }
    }
}
