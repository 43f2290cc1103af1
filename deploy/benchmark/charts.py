"""How fast charts are drawn: a town of 42 projects, and every town of a city.

    charts.py LIBAN [--town-only]

Times of single drawings are those of the drawing itself, medians of nine, inside one process. The city's batch is the
whole command: PostgreSQL started, the log folded, files written.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

# Redmine 6 drawing the same 42 rows as a Gantt chart, measured on a machine of this kind.
REDMINE = {"svg": "139 ms (its HTML)", "pdf": "90 ms", "png": "1010 ms"}
AIMS = {"svg": "≤ 5 ms", "pdf": "≤ 100 ms", "png": "≤ 250 ms"}


def main():
    liban = sys.argv[1]
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f} before the run\n")
    print("| what | Liban | Redmine | aim | |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="liban-charts-") as folder:
        folder = pathlib.Path(folder)
        # A private PostgreSQL runs as another user when root starts it.
        folder.chmod(0o755)
        town(liban, folder)
        if "--town-only" not in sys.argv:
            city(liban, folder)


def town(liban, folder):
    data = str(folder / "town")
    subprocess.run([liban, "demo", "--data-dir", data], check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run([liban, "chart", "--timing", "--data-dir", data], check=True, capture_output=True, text=True)
    times = json.loads(done.stdout)
    for form in ("svg", "pdf", "png", "html", "xlsx"):
        name = {"svg": "SVG", "pdf": "A0 PDF", "png": "PNG"}.get(form, form.upper())
        row(f"{times['projects']} projects, {name}", f"{times[form]:.1f} ms", REDMINE.get(form, ""), AIMS.get(form, ""))


def city(liban, folder):
    data = str(folder / "city")
    subprocess.run([liban, "demo", "--city", "--data-dir", data], check=True, stdout=subprocess.DEVNULL)
    out = folder / "out"
    command = [liban, "chart", "--all", "--format", "svg,pdf,xlsx", "--out", str(out), "--data-dir", data]
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - begun
    if status:
        sys.exit(f"the batch ended with {status}")
    files = [path for path in out.rglob("*") if path.suffix in (".svg", ".pdf", ".xlsx")]
    size = sum(path.stat().st_size for path in files) / 1e6
    towns = len(list(out.rglob("set.json")))
    processor = usage.ru_utime + usage.ru_stime
    row(f"{towns} towns and their counties, SVG + PDF + XLSX", f"{seconds:.1f} s", "", "≤ 30 s on 4 cores",
        f"{len(files)} files, {size:.0f} MB, {processor:.0f} s of processor time")
    row("memory of that batch at its most", f"{usage.ru_maxrss // 1024} MB", "", "≤ 512 MB")
    begun = time.monotonic()
    subprocess.run(command + ["--as-of", first_minute(out)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    row("the same again, all finished", f"{time.monotonic() - begun:.1f} s", "", "")


def first_minute(out):
    """The minute the batch stands for, as --as-of takes it."""
    micros = json.loads((out / "batch.json").read_text())["plan"]["asOf"]
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(micros / 1e6 + 8 * 3600))


def row(*cells):
    print("| " + " | ".join(list(cells) + [""] * (5 - len(cells))) + " |", flush=True)


if __name__ == "__main__":
    main()
