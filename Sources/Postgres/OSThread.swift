internal import CLibpq
internal import Glibc

/// A thread of the operating system: libpq wants each connection used by one thread only, and blocks it.
enum OSThread {
    private final class Work {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Starts a detached thread called `name` (as `top -H` shows it, 15 bytes); false when the system has no more.
    static func start(name: String, _ run: @escaping @Sendable () -> Void) -> Bool {
        let work = Unmanaged.passRetained(Work(run))
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            }, work.toOpaque())
        guard error == 0 else {
            work.release()
            return false
        }
        pthread_setname_np(thread, String(name.prefix(15)))
        pthread_detach(thread)
        return true
    }
}
