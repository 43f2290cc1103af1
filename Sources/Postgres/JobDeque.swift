/// First in, first out, with room to put a unit back at the front.
struct JobDeque {
    // Slots before `head` are taken already; they are dropped once they make up half of the array.
    private var slots: [Job?] = []
    private var head = 0

    var count: Int { slots.count - head }
    var isEmpty: Bool { count == 0 }
    var first: Job? { isEmpty ? nil : slots[head] }

    mutating func append(_ job: Job) { slots.append(job) }

    mutating func prepend(_ job: Job) {
        if head > 0 {
            head -= 1
            slots[head] = job
        } else {
            slots.insert(job, at: 0)
        }
    }

    mutating func popFirst() -> Job? {
        guard !isEmpty else { return nil }
        let job = slots[head]
        slots[head] = nil
        head += 1
        if head > 64 && head * 2 > slots.count {
            slots.removeFirst(head)
            head = 0
        }
        return job
    }

    /// Removes and gives those whose deadline has passed.
    mutating func removeExpired(at now: Moment) -> [Job] {
        let waiting = slots[head...].compactMap(\.self)
        let expired = waiting.filter { $0.deadline <= now }
        if !expired.isEmpty {
            slots = waiting.filter { $0.deadline > now }
            head = 0
        }
        return expired
    }
}
