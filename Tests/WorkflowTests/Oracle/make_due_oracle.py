"""Makes due.csv: due days of one civil month by programs that share nothing with this one.

The month comes from dateutil.relativedelta (a missing day becomes the month's last), working days from the
chinesecalendar package, which keeps its own transcription of the State Council's tables.

    python3 -m venv venv && venv/bin/pip install chinesecalendar==1.11.0 python-dateutil
    venv/bin/python make_due_oracle.py > due.csv

Days are drawn with a fixed seed, so that the file can be made again and compared.
"""

import datetime
import random
import sys
from importlib.metadata import version

import chinese_calendar
from dateutil.relativedelta import relativedelta

SEED = 20261121
COUNT = 1000
FIRST = datetime.date(2018, 1, 1)
# Later submissions end in 2027, whose table is not out.
LAST = datetime.date(2026, 11, 30)


def due(submitted):
    """The day of submission is not counted; a last day that is not a working day moves to the next one."""
    nominal = submitted + relativedelta(months=1)
    last = nominal
    while not chinese_calendar.is_workday(last):
        last += datetime.timedelta(days=1)
    return nominal, last


def main():
    days = (LAST - FIRST).days + 1
    chosen = sorted(random.Random(SEED).sample(range(days), COUNT))
    used = " ".join(f"{name} {version(name)}" for name in ("chinesecalendar", "python-dateutil"))
    sys.stdout.write(f"# Made by make_due_oracle.py (see there) with {used}, seed {SEED}: do not edit.\n")
    sys.stdout.write("submitted,nominal,due\n")
    for offset in chosen:
        submitted = FIRST + datetime.timedelta(days=offset)
        nominal, last = due(submitted)
        sys.stdout.write(f"{submitted},{nominal},{last}\n")


main()
