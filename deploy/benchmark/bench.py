"""Liban beside pgbench on one private cluster: ratios of one run, never absolute promises."""
import argparse, glob, hashlib, os, pathlib, re, secrets, shutil, signal, socket, statistics, subprocess, sys
import tempfile, time, urllib.error, urllib.request

from units import commit_unit, read_unit

HERE = pathlib.Path(__file__).parent
CLIENTS = (16, 64)
# pgbench draws its rows at random; our side goes round, so that an answer is back before its project comes again.
THEIRS, OURS = 4, 12


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--liban", required=True)
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--keep", action="store_true", help="keep the data directory")
    options = options.parse_args()
    folder = tempfile.mkdtemp(prefix="liban-bench-")
    os.chmod(folder, 0o755)  # the private PostgreSQL runs as another user when this runs as root
    bench = Bench(options.liban, folder, options.seconds)
    try:
        bench.run()
    finally:
        bench.stop()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


class Bench:
    def __init__(self, liban, folder, seconds):
        self.liban, self.folder, self.seconds = liban, pathlib.Path(folder), seconds
        self.data = str(self.folder / "data")
        self.port, self.server, self.rows = free_port(), None, []

    def run(self):
        started = time.monotonic()
        subprocess.run([self.liban, "demo", "--city", "--data-dir", self.data], check=True, stdout=subprocess.DEVNULL)
        loaded = time.monotonic() - started
        ready = self.start()
        projects = int(self.psql("SELECT count(*) FROM liban.project"))
        print(f"loaded {projects} projects in {loaded:.0f} s\n")
        idle = self.memory()
        targets = self.targets()
        # Apart: pgbench moves rows without their folds, so Liban works on projects it did not touch.
        theirs = targets[: max(CLIENTS) * THEIRS]
        ours = targets[len(theirs):]
        for clients in CLIENTS:
            self.commands(theirs, ours, clients)
        self.read(ours)
        peak = self.memory("VmHWM")
        self.list()
        self.charts()
        self.row("memory idle / peak under load", f"{idle} MB", f"{peak} MB", "", "≤ 100 MB")
        self.row("start to ready, private PostgreSQL", f"{ready:.2f} s", "", "", "≤ 2 s")
        self.table()

    # The two sides of each row

    def commands(self, theirs, targets, clients):
        used = targets[: clients * OURS]
        self.bench_table(theirs[: clients * THEIRS], clients)
        raw = self.pgbench(commit_unit(THEIRS), clients)
        versions = self.versions()
        lines = [f"{t['id']} {t['token']} {versions[t['id']]}" for t in used]
        threads = min(4, clients)
        ours = self.wrk("commands.lua", lines, clients, threads, [str(threads), secrets.token_hex(4)])
        self.row(f"full command, {clients} connections", f"{ours['rate']:.0f}/s", f"{raw:.0f}/s",
                 f"{ours['rate'] / raw:.2f}", "≥ 0.5", ours)

    def read(self, targets):
        clients = 16
        self.bench_table(targets[: clients * THEIRS], clients)
        raw = self.pgbench(read_unit(THEIRS), clients)
        lines = [f"/api/v1/projects/{t['id']} {t['token']}" for t in targets]
        ours = self.wrk("reads.lua", lines, clients, 4, [])
        self.row("read one project, 16 connections", f"{ours['rate']:.0f}/s", f"{raw:.0f}/s",
                 f"{ours['rate'] / raw:.2f}", "≥ 0.4", ours)

    def list(self):
        lines = [f"/api/v1/projects?order=due&limit=100 {self.tokens()[0][1]}"]
        ours = self.wrk("reads.lua", lines, 4, 2, [])
        self.row("list of 100 by due day, p50", ours["p50"], "", "", "≤ 10 ms", ours)

    def charts(self):
        for form, limit in (("svg", "≤ 20 ms"), ("pdf", "")):
            # The same chart is not drawn again until something changes.
            first, again = (statistics.median(self.chart(form, token) for _, token in self.tokens()[:20]) for _ in "12")
            self.row(f"a town's chart as {form}, first and again, median of 20 towns",
                     f"{first:.1f} ms, {again:.1f} ms", "", "", limit)

    def chart(self, form, token):
        """Milliseconds for one answer."""
        begun = time.monotonic()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1/chart.{form}", headers={"Authorization": f"Bearer {token}"})
        urllib.request.urlopen(request).read()
        return (time.monotonic() - begun) * 1000

    # Tools

    def pgbench(self, script, clients):
        path = self.folder / "unit.sql"
        path.write_text(script)
        out = subprocess.run(
            ["runuser", "-u", "postgres", "--"] * (os.geteuid() == 0)
            + [self.binary("pgbench"), "-n", "-M", "prepared", "-c", str(clients), "-j", "4", "-T", str(self.seconds),
               "-f", str(path), *self.connection()], capture_output=True, text=True)
        found = re.search(r"tps = ([0-9.]+) \(without", out.stdout)
        if not found or "aborted" in out.stderr:
            sys.exit(f"pgbench failed:\n{out.stdout}\n{out.stderr}")
        return float(found.group(1))

    def wrk(self, script, lines, clients, threads, arguments):
        path = self.folder / "targets.txt"
        path.write_text("\n".join(lines) + "\n")
        out = subprocess.run(
            ["wrk", "-c", str(clients), "-t", str(threads), "-d", f"{self.seconds}s", "--latency", "-s",
             str(HERE / script), f"http://127.0.0.1:{self.port}", "--", str(path), *arguments],
            capture_output=True, text=True)
        rate = re.search(r"Requests/sec:\s+([0-9.]+)", out.stdout)
        if not rate:
            sys.exit(f"wrk failed:\n{out.stdout}\n{out.stderr}")
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out.stdout)
        quantile = dict(re.findall(r"(50|99)%\s+([0-9.]+\w+)", out.stdout))
        if out.stderr.strip():
            print(out.stderr.strip(), file=sys.stderr)
        return {"rate": float(rate.group(1)), "p50": quantile.get("50", "?"), "p99": quantile.get("99", "?"),
                "bad": int(bad.group(1)) if bad else 0}

    def targets(self):
        """Running projects with money left, each with the token of its town's finance officer."""
        tokens = dict(self.tokens())
        wanted = max(CLIENTS) * (THEIRS + OURS)
        rows = self.psql(
            "SELECT town, year, serial FROM liban.project WHERE state = 'inExecution' AND encumbered_fen > 100000 "
            f"AND town IN ({','.join(map(str, tokens))}) ORDER BY serial, town LIMIT {wanted}")
        found = [line.split("|") for line in rows.splitlines()]
        if len(found) < wanted:
            sys.exit(f"only {len(found)} running projects with money left; {wanted} are needed")
        return [{"id": "-".join(row), "key": row, "token": tokens[int(row[0])]} for row in found]

    def tokens(self):
        """A live session for each town's finance officer, put in as the owner: sign-in itself is not measured."""
        if hasattr(self, "sessions"):
            return self.sessions
        holders = self.psql(
            "SELECT town, min(person) FROM liban.assignment WHERE role = 'finance' GROUP BY town ORDER BY town")
        self.sessions = []
        values = []
        for line in holders.splitlines():
            town, person = line.split("|")
            token = secrets.token_urlsafe(32)
            digest = hashlib.sha256(token.encode()).hexdigest()
            values.append(f"('\\x{digest}'::bytea, {town}, {person}, now(), now(), now() + interval '1 day')")
            self.sessions.append((int(town), token))
        self.psql("INSERT INTO liban.session (token_hash, town, person, opened_at, last_seen_at, expires_at) VALUES "
                  + ",".join(values))
        return self.sessions

    def bench_table(self, targets, clients):
        values = ",".join(f"({i % clients}, {i // clients}, {','.join(t['key'])})" for i, t in enumerate(targets))
        self.psql("CREATE TABLE IF NOT EXISTS bench_target (client int, n int, town int, year int, serial int, "
                  "PRIMARY KEY (client, n)); TRUNCATE bench_target; "
                  f"INSERT INTO bench_target VALUES {values}; ANALYZE bench_target")

    def versions(self):
        rows = self.psql("SELECT town || '-' || year || '-' || serial, version FROM liban.project "
                         "WHERE state = 'inExecution'")
        return dict(line.split("|") for line in rows.splitlines())

    def psql(self, sql):
        out = subprocess.run(
            ["runuser", "-u", "postgres", "--"] * (os.geteuid() == 0)
            + [self.binary("psql"), "-qAtX", "-v", "ON_ERROR_STOP=1", *self.connection(), "-c", sql],
            capture_output=True, text=True)
        if out.returncode:
            sys.exit(f"psql failed: {out.stderr}")
        return out.stdout.strip()

    def connection(self):
        socket_file = next(iter(self.sockets()), None)
        if not socket_file:
            sys.exit("the private PostgreSQL has no socket")
        path = pathlib.Path(socket_file)
        return ["-h", str(path.parent), "-p", path.name.rsplit(".", 1)[1], "-U", "liban_owner", "-d", "liban"]

    def sockets(self):
        """The socket directory stands in line 5 of postmaster.pid, the port in line 4."""
        for pid in glob.glob(f"{self.data}/**/postmaster.pid", recursive=True) + glob.glob(
                "/var/lib/liban/**/postmaster.pid", recursive=True):
            lines = pathlib.Path(pid).read_text().splitlines()
            yield f"{lines[4]}/.s.PGSQL.{lines[3]}"

    def binary(self, name):
        return shutil.which(name) if name == "psql" and shutil.which(name) else sorted(
            glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))[-1]

    def start(self):
        begun = time.monotonic()
        self.server = subprocess.Popen(
            [self.liban, "serve", "--port", str(self.port), "--data-dir", self.data],
            # One account asks for everything here; how much a person may ask is not what is measured.
            env=dict(os.environ, LIBAN_RATE_LIMIT="off"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while time.monotonic() - begun < 60:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1)
                return time.monotonic() - begun
            except (urllib.error.URLError, OSError):
                time.sleep(0.01)
        sys.exit("the server was not ready within 60 s")

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(timeout=30)

    def memory(self, field="VmRSS"):
        status = pathlib.Path(f"/proc/{self.server.pid}/status").read_text()
        return int(re.search(rf"{field}:\s+(\d+)", status).group(1)) // 1024

    def row(self, name, ours, raw, ratio, aim, load=None):
        note = f"p50 {load['p50']}, p99 {load['p99']}" + (f", {load['bad']} refused" if load["bad"] else "") if load else ""
        self.rows.append((name, ours, raw, ratio, aim, note))

    def table(self):
        print("| what | Liban | pgbench | ratio | aim | |")
        print("|---|---|---|---|---|---|")
        for row in self.rows:
            print("| " + " | ".join(row) + " |")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
