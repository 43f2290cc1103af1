internal import CLibpq
internal import Glibc

/// Starts programs without leaking this process's descriptors or signal settings into them.
enum ChildProcess {
    /// What a program that has ended left.
    struct Outcome {
        /// The exit status, or 128 and the number of the signal that ended it.
        let status: Int32
        /// Standard output and standard error together.
        let output: String
    }

    /// Starts `arguments` in a session of its own, so that a Ctrl-C here does not reach it. Its output goes to `log`.
    static func start(_ arguments: [String], log: Int32) throws(ClusterError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var nothing = sigset_t()
        var everything = sigset_t()
        sigemptyset(&nothing)
        sigfillset(&everything)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        posix_spawnattr_setsigdefault(&attributes, &everything)
        let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift's Glibc module hides
        posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, log, 1)
        posix_spawn_file_actions_adddup2(&actions, log, 2)
        // The server outlives us: it must not keep our listening sockets and locks.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        var process = pid_t()
        // A fixed environment: PGDATA, PGPORT, LC_ALL and the like of our user must not change what the server does.
        let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"]
        guard let program = arguments.first else { throw ClusterError("there is no program to start") }
        let error = withMutableCStrings(arguments) { arguments in
            withMutableCStrings(environment) { environment in
                posix_spawn(&process, program, &actions, &attributes, arguments, environment)
            }
        }
        guard error == 0 else { throw ClusterError("start \(program)", errno: error) }
        return process
    }

    /// Runs `arguments` to its end.
    static func run(_ arguments: [String]) throws(ClusterError) -> Outcome {
        var ends: [Int32] = [0, 0]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ClusterError("make a pipe", errno: errno) }
        defer { close(ends[0]) }
        let process: pid_t
        do throws(ClusterError) {
            process = try start(arguments, log: ends[1])
        } catch {
            close(ends[1])
            throw error
        }
        close(ends[1])
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            output.append(contentsOf: chunk[..<count])
        }
        return Outcome(status: waitForEnd(process), output: String(decoding: output, as: UTF8.self))
    }

    private static func waitForEnd(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return 127 }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}

/// Calls `body` with a NULL-terminated array of C strings as exec wants it, valid only inside.
private func withMutableCStrings<T>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T
) -> T {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
    defer {
        for index in strings.indices { free(pointers[index]) }
        pointers.deallocate()
    }
    return body(pointers)
}
