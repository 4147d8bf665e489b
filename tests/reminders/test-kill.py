"""keel-reminders is killed while reminders fall due: none is lost, and what is told twice is logged as repeated.

usage: test-kill.py KEEL-REMINDERS PUT-REMINDER [NAME…]
KEEL_REMINDER_KILLS: how often, in all (20; 200 for the long run). KEEL_SEED: of the moments, printed.
What arrived is counted by the recorder of Notify calls.
"""
import os
import pathlib
import random
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Session, query, run_tests, wait_until  # noqa: E402
from fake_clock import FakeClock, remove_shared_memory  # noqa: E402

REMINDERS, PUT = sys.argv[1:3]
KILLS = int(os.environ.get("KEEL_REMINDER_KILLS", "20"))
SEED = os.environ.get("KEEL_SEED") or str(random.randrange(10000))
IN_A_ROUND = 10
SLOW = "sleep=0.04"  # the time between showing and writing so, in which a kill must lead to a repetition
TOLD = ("shown", "late", "repeated")


class Round:
    """Ten reminders of ten profiles, so that each has a notification and a title of its own, and ten kills."""

    def __init__(self, session, kills, dice, server):
        self.session = session
        self.dice = dice
        self.kills = kills
        self.folders = [session.folder] + [session.folder.with_name(f"profile-{number}") for number in range(2, kills + 1)]
        self.titles = {}
        session.start_server(server)

    def kill_at(self, process, due):
        """@due: of the real clock. Around it something happens: what is due is claimed, shown, confirmed."""
        time.sleep(max(0, due + self.dice.uniform(-0.02, 0.12) - time.time()))
        process.send_signal(signal.SIGKILL)
        process.wait()
        remove_shared_memory(process.pid)

    def check(self):
        """Nothing is lost: each was told, and has one line. Who was told twice can read why."""
        called = {}
        for call in self.session.recorder.shown:
            assert call.summary.startswith("Reminder: "), call.summary
            called[call.summary[-5:]] = called.get(call.summary[-5:], 0) + 1  # a day before it where midnight is near
        assert set(called) == set(self.titles.values()), (called, self.titles)
        repeated = 0
        for folder in self.folders:
            told = [outcome for outcome, in query(folder, "SELECT outcome FROM event ORDER BY id") if outcome in TOLD]
            count = called[self.titles[folder]]
            assert len(told) == 1, (folder.name, told, count)
            assert count == 1 or told == ["repeated"], (folder.name, told, count)
            assert query(folder, "PRAGMA integrity_check") == [("ok",)]
            repeated += count > 1
        print(f"# {self.kills} kills, {len(self.folders)} reminders: {repeated} told more than once and logged so")

    def all_told(self):
        return all(query(folder, f"SELECT 1 FROM event WHERE outcome IN {TOLD}") for folder in self.folders)

    def finish(self, process):
        assert wait_until(self.all_told, 40)
        assert self.session.end(process) == 0
        time.sleep(0.2)  # of the recorder
        self.check()


def title(start):
    return time.strftime("%H:%M", time.gmtime(start))


def kill_with_rules(session, kills, dice, server):
    """One reminder a minute, by a clock that jumps to shortly before it whenever the program has started."""
    round_ = Round(session, kills, dice, server)
    clock = FakeClock(session.work)
    begin = 1795089600  # 2026-11-19T12:00Z
    dues = [begin + number * 60 for number in range(kills)]
    for folder, due in zip(round_.folders, dues):
        session.put_groups([("rule", {"series": "a", "start": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(due + 3600)),
                                      "lead": 60, "since": begin - 3600})], folder)
        round_.titles[folder] = title(due + 3600)
    for due in dues:
        clock.set(due - 3)
        process = session.start_reminders(variables=clock.variables())
        clock.set(due - 0.1)
        (session.folder / "wake").write_text("\n")
        round_.kill_at(process, time.time() + 0.1)
    round_.finish(session.start_reminders(variables=clock.variables()))


def kill_with_snoozes(session, kills, dice, server):
    """One reminder every other second of the real clock, which does not wait for the program."""
    round_ = Round(session, kills, dice, server)
    start = int(time.time()) // 60 * 60 + 3600
    for number, folder in enumerate(round_.folders):
        session.put_groups([("rule", {"series": "a", "start": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start + number * 60)),
                                      "since": start})], folder)
        round_.titles[folder] = title(start + number * 60)
    begin = int(time.time()) + kills // 4 + 2
    for number, folder in enumerate(round_.folders):
        occurrence = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start + number * 60))
        session.put_groups([("snooze", {"series": "a", "occurrence": occurrence, "until": begin + number})], folder)
    for number in range(kills):
        round_.kill_at(session.start_reminders(), begin + number)
    round_.finish(session.start_reminders())


def kill_often(session, scenario):
    """In rounds, each in a session of its own; every other one has a server that is slow to answer."""
    dice = random.Random(SEED)
    for number in range(0, KILLS // 2, IN_A_ROUND):
        own = Session(REMINDERS, PUT)
        try:
            scenario(own, min(IN_A_ROUND, KILLS // 2 - number), dice, SLOW if number // IN_A_ROUND % 2 == 0 else "plain")
        finally:
            own.close()


def test_reminders_of_rules(session):
    kill_often(session, kill_with_rules)


def test_snoozes(session):
    kill_often(session, kill_with_snoozes)


def test_flood(session):
    """Many at once are claimed and recorded together: none of them is lost either."""
    seconds, count, dice = max(6, KILLS // 5), 600, random.Random(SEED)
    start = int(time.time()) // 60 * 60 + 3600
    local = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start))
    session.start_server(SLOW)
    session.put_groups([("rule", {"series": f"s{number:03}", "start": local, "since": start}) for number in range(count)])
    begin = int(time.time()) + 3
    session.put_snoozes(start, {f"s{number:03}": begin + number * seconds // count for number in range(count)})
    for number in range(seconds):
        process = session.start_reminders()
        time.sleep(max(0, begin + number + dice.uniform(-0.05, 0.4) - time.time()))
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = session.start_reminders()
    told = f"SELECT series, count(*), min(outcome) FROM event WHERE outcome IN {TOLD} GROUP BY series"
    assert wait_until(lambda: len(query(session.folder, told)) == count, 60), len(query(session.folder, told))
    assert session.end(process) == 0
    rows = query(session.folder, told)
    assert all(times == 1 for _, times, _ in rows), [row for row in rows if row[1] != 1][:10]
    repeated = sum(outcome == "repeated" for _, _, outcome in rows)
    print(f"# {seconds} kills, {count} reminders: {repeated} logged as repeated, {len(session.recorder.calls)} calls")
    assert session.recorder.calls
    assert query(session.folder, "PRAGMA integrity_check") == [("ok",)]


print(f"# KEEL_SEED={SEED}")
run_tests(globals(), sys.argv[3:], lambda: Session(REMINDERS, PUT))
