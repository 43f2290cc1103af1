import Boot
import Postgres
import Store
import UseCases
import Web
import Workflow

extension Installation {
    /// What `/metrics` says beside the requests: the pool, the outbox, the projects under way.
    func gauges() async -> [Gauge] {
        let pool = pool.counters
        var gauges = [
            Gauge("liban_pool_connections", "Connections to PostgreSQL open.", Double(pool.open)),
            Gauge("liban_pool_busy", "Connections at work.", Double(pool.busy)),
            Gauge("liban_pool_queued", "Units of work waiting.", Double(pool.queued)),
            Gauge("liban_pool_reconnects", "Connections opened in place of lost ones.", Double(pool.reconnects)),
            Gauge("liban_pool_committed", "Units of work answered.", Double(pool.committed)),
            Gauge("liban_pool_rolled_back", "Units of work rolled back.", Double(pool.rolledBack)),
            Gauge("liban_pool_unknown", "Units of work whose end is unknown.", Double(pool.unknown)),
            Gauge("liban_pool_overloaded", "Units of work refused for a full queue.", Double(pool.overloaded)),
        ]
        // A database that does not answer is no reason to hide the rest: that is when it is needed.
        guard let measures = try? await store.measures(on: clock.now().civilDate) else {
            return gauges + [Gauge("liban_database_up", "Whether the database answers.", 0)]
        }
        gauges.append(Gauge("liban_database_up", "Whether the database answers.", 1))
        gauges.append(Gauge("liban_outbox_waiting", "Messages not sent yet.", Double(measures.outboxWaiting)))
        gauges.append(
            Gauge("liban_outbox_oldest_seconds", "Age of the oldest of them.", Double(measures.outboxOldestSeconds)))
        for (state, projects, _) in measures.running {
            gauges.append(
                Gauge("liban_projects_running", "Projects under way.", Double(projects), labels: "state=\"\(state)\""))
        }
        for (state, _, overdue) in measures.running {
            gauges.append(
                Gauge(
                    "liban_projects_overdue", "Projects past their due day.", Double(overdue),
                    labels: "state=\"\(state)\""))
        }
        return gauges
    }
}
