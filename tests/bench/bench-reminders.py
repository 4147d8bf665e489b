"""keel-reminders in figures: how late it is, what it costs while nothing is due.

usage: bench-reminders.py KEEL-REMINDERS PUT-REMINDER BARE [CASE…]
Cases: single, instant, minute, idle; all but a few seconds long. KEEL_IDLE_SECONDS: how long the process is watched while it
has nothing to do (60; 3600 for the hour that the README speaks of).

Lateness is read twice: from the time at which the bus saw the call of Notify, and from the log that a person sees, which is
written after the notification server has answered.
"""
import math
import os
import pathlib
import re
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "reminders"))
from desktop import Session, query, wait_until  # noqa: E402
from table import expect_most  # noqa: E402

REMINDERS, PUT, BARE = sys.argv[1:4]
IDLE_SECONDS = int(os.environ.get("KEEL_IDLE_SECONDS", "60"))
MOST_LATE_MS = 50
SINGLE = 40
MOST_PSS_MB = 8
failed = []


def percentile(values, percent):
    return sorted(values)[max(math.ceil(percent / 100 * len(values)), 1) - 1]


def expect(what, success):
    if not success:
        failed.append(what)
        print(f"        NOT REACHED: {what}", flush=True)


def print_lateness(what, values):
    p50, p99, worst = (percentile(values, percent) for percent in (50, 99, 100))
    print(f"        {what:34s} {len(values):5d} of them: p50 {p50:8.1f} ms, p99 {p99:8.1f} ms, worst {worst:8.1f} ms", flush=True)
    return p99


def expect_lateness(late, machine):
    """@machine: what this one needs by itself for the same, when it is busy with other things."""
    expect(f"p99 under {MOST_LATE_MS} ms, or twice what the machine needs", late < max(MOST_LATE_MS, 2 * machine))


def write_local(utc):
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(utc))


def get_logged(folder):
    """Milliseconds after the due instant, by the log."""
    return [late / 1000 for late, in query(folder, "SELECT shown_us - due * 1000000 FROM event WHERE shown_us > 0 ORDER BY id")]


def check_once(folder, count):
    rows = query(folder, "SELECT series, occurrence, lead, count(*), min(outcome), max(outcome) FROM event"
                 " WHERE outcome <> 'snoozed' GROUP BY series, occurrence, lead")
    expect(f"each of {count} once and in time", len(rows) == count and all(row[3:] == (1, "shown", "shown") for row in rows))
    dues = [due for due, in query(folder, "SELECT due FROM event WHERE outcome = 'shown' ORDER BY id")]
    expect("in the order in which they were due", dues == sorted(dues))


def time_transactions(session):
    """Milliseconds of a transaction that is as safe as the one before each reminder, of another writer on this disk."""
    database = sqlite3.connect(session.work / "other.db", isolation_level=None)
    database.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; CREATE TABLE t (x)")
    times = []
    for _ in range(SINGLE):
        begin = time.monotonic()
        database.execute("INSERT INTO t VALUES (1)")
        times.append((time.monotonic() - begin) * 1000)
        time.sleep(0.05)
    database.close()
    return times


def bench_single(session):
    """What a person has: one reminder at an instant, of a profile. Snoozes end at any second. Between them, what libnotify alone
    does at the half of each second on the same machine."""
    start = int(time.time()) // 60 * 60 + 3600
    folders = [session.folder.with_name(f"profile-{number}") for number in range(2, 2 + SINGLE)]
    for folder in folders:
        session.put_groups([("rule", {"series": "a", "start": write_local(start), "since": start})], folder)
    begin = int(time.time()) + 5
    for number, folder in enumerate(folders):
        session.put_snoozes(start, {"a": begin + number}, folder)
    session.start_reminders()
    session.start(BARE, str(begin), str(SINGLE), stdout=-3)
    wait_until(lambda: all(get_logged(folder) for folder in folders), SINGLE + 30)
    time.sleep(1)
    calls = session.recorder.calls
    bare = [(call.time % 1 - 0.5) % 1 * 1000 for call in calls if call.summary == "bare"]
    ours = [call for call in calls if call.summary != "bare"]
    machine = print_lateness("bare libnotify, by the bus", bare)
    machine += print_lateness("a safe transaction alone", time_transactions(session))
    late = [print_lateness("one a second, by the bus",
                           [(call.time - begin - number) * 1000 for number, call in enumerate(ours)]),
            print_lateness("one a second, by the log", [get_logged(folder)[0] for folder in folders])]
    expect_lateness(max(late), machine)
    expect("each once", len(ours) == len(folders))


def print_calls(session, due):
    calls = session.recorder.calls
    tags = {re.search(r'"(keel-[^"]+)"', "".join(call.lines)).group(1) for call in calls}
    print(f"        {'':34s} {len(calls)} calls, {len(tags)} notifications on the screen: the first after"
          f" {(calls[0].time - due) * 1000:.1f} ms, the last after {(calls[-1].time - due) * 1000:.1f} ms", flush=True)
    expect("no flood", len(tags) <= 4)


def bench_flood(session, what, seconds):
    """1,000 within so many seconds: all once, in order."""
    start = int(time.time()) // 60 * 60 + 3600
    session.put_groups([("rule", {"series": f"s{number:04}", "start": write_local(start), "since": start})
                        for number in range(1000)])
    due = int(time.time()) + 8
    session.put_snoozes(start, {f"s{number:04}": due + number * seconds // 1000 for number in range(1000)})
    session.start_reminders()
    expect("ready before the first is due", time.time() < due)
    wait_until(lambda: len(get_logged(session.folder)) == 1000, seconds + 90)
    late = print_lateness(what, get_logged(session.folder))
    expect_lateness(late, print_lateness("a safe transaction alone", time_transactions(session)))
    print_calls(session, due)
    check_once(session.folder, 1000)


def bench_instant(session):
    bench_flood(session, "1,000 at one instant, by the log", 0)


def bench_minute(session):
    bench_flood(session, "1,000 inside a minute, by the log", 60)


def count_switches(pid):
    """How often any of its threads went to sleep, and was put aside."""
    totals = [0, 0]
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        lines = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
        totals[0] += int(lines["voluntary_ctxt_switches"])
        totals[1] += int(lines["nonvoluntary_ctxt_switches"])
    return totals


def count_runs(pid):
    """How often any of its threads was on a processor, and for how long in ns."""
    runs = [tuple(map(int, (task / "schedstat").read_text().split())) for task in pathlib.Path(f"/proc/{pid}/task").iterdir()]
    return sum(run[2] for run in runs), sum(run[0] for run in runs)


def get_memory_mb(pid):
    """Its share (PSS), what it has alone, and what is resident: its share where nobody shares with it."""
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    sizes = {line.split()[0]: int(line.split()[1]) / 1024 for line in text.splitlines()[1:]}
    return sizes["Pss:"], sizes["Private_Clean:"] + sizes["Private_Dirty:"], sizes["Rss:"]


def watch(processes, seconds):
    """{name: (wakeups, runs, processor ms, (PSS, private, resident MB))}"""
    before = {name: (count_switches(pid), count_runs(pid)) for name, pid in processes.items()}
    time.sleep(seconds)
    figures = {}
    for name, pid in processes.items():
        switches, (runs, ns) = count_switches(pid), count_runs(pid)
        figures[name] = (switches[0] - before[name][0][0], runs - before[name][1][0], (ns - before[name][1][1]) / 1e6,
                         get_memory_mb(pid))
    return figures


def bench_idle(session):
    """Twenty followed meetings with two reminders each, the next one after the end of this; one was shown before."""
    session.start_server()
    now = int(time.time()) // 60 * 60
    session.put_groups([("rule", {"series": f"s{number}", "start": write_local(now + IDLE_SECONDS + 86400 + number * 60),
                                  "repeat": "FREQ=WEEKLY", "lead": lead, "since": now})
                        for number in range(20) for lead in (30, 120)] +
                       [("snooze", {"series": "s0", "occurrence": write_local(now + IDLE_SECONDS + 86400), "until": now})])
    reminders = session.start_reminders()
    bare = session.start(BARE, stdout=-1, text=True)
    assert bare.stdout.readline() == "ready\n"
    assert wait_until(lambda: len(get_logged(session.folder)) == 1, 30)
    time.sleep(5)  # what came up with them is done
    polling = session.start(sys.executable, "-c", "import time\nwhile True: time.sleep(1)")  # so that it is seen what is seen
    time.sleep(1)
    figures = watch({"keel-reminders": reminders.pid, "bare libnotify": bare.pid, "looks every second": polling.pid},
                    IDLE_SECONDS)
    for name, (wakeups, runs, ms, (pss, private, resident)) in figures.items():
        print(f"        idle for {IDLE_SECONDS} s, {name:18s} {wakeups:3d} wakeups, {runs:3d} runs, {ms:6.3f} ms of processor,"
              f" PSS {pss:.2f} MB, private {private:.2f} MB, resident {resident:.1f} MB", flush=True)
    ours, theirs = figures["keel-reminders"], figures["bare libnotify"]
    print(f"        PSS beside bare libnotify: {ours[3][0] / theirs[3][0]:.2f}, private {ours[3][1] / theirs[3][1]:.2f};"
          f" wakeups: {ours[0]} to {theirs[0]}")
    expect_most(f"wakeups in the background in {IDLE_SECONDS} s", ours[0], "", 0)
    expect_most("PSS in the background", ours[3][0], "MB", MOST_PSS_MB)
    expect("wakeups are seen", figures["looks every second"][0] >= IDLE_SECONDS // 2)
    expect("no wakeup while idle", ours[0] == 0)
    expect(f"at most {MOST_PSS_MB} MB of PSS", ours[3][0] <= MOST_PSS_MB)


def main():
    cases = sys.argv[4:] or ["single", "instant", "minute", "idle"]
    print("reminders", flush=True)
    for case in cases:
        session = Session(REMINDERS, PUT)
        session.strict = ""
        try:
            if case != "idle":
                session.start_server()
            globals()[f"bench_{case}"](session)
        finally:
            session.close()
    sys.exit(1 if failed else 0)


main()
