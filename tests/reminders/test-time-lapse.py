"""Time in fast motion, with libfaketime: nights in which the clocks change, a month, a journey.

usage: test-time-lapse.py KEEL-REMINDERS PUT-REMINDER [NAME…]
What arrived is counted by the recorder of Notify calls; when, is in the log by the program's own clock.
"""
import calendar
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Session, Skip, query, run_tests, wait_until  # noqa: E402
from fake_clock import FakeClock  # noqa: E402

REMINDERS, PUT = sys.argv[1:3]
MINUTE, HOUR, DAY = 60, 3600, 86400


def parse(text):
    return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%MZ"))


def write(utc):
    return time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime(utc))


# What is due in the gap comes as long after midnight as without it (RFC 5545, 3.3.5: 03:30 instead of 02:30), what is due in the
# hour that comes twice comes the first time. Zone, when the clocks change, first day of the daily meetings, and of that night:
# (meeting, instant, what is told).
NIGHTS = [
    ("Europe/Berlin", "2026-03-29T01:00Z", "2026-03-20",
     [("0130", "2026-03-29T00:30Z", "01:30"), ("0230", "2026-03-29T01:30Z", "03:30"), ("0330", "2026-03-29T01:30Z", "03:30")]),
    ("Europe/Berlin", "2026-10-25T01:00Z", "2026-10-20",
     [("0130", "2026-10-24T23:30Z", "01:30"), ("0230", "2026-10-25T00:30Z", "02:30"), ("0330", "2026-10-25T02:30Z", "03:30")]),
    ("America/New_York", "2026-03-08T07:00Z", "2026-03-01",
     [("0130", "2026-03-08T06:30Z", "01:30"), ("0230", "2026-03-08T07:30Z", "03:30"), ("0330", "2026-03-08T07:30Z", "03:30")]),
    ("America/New_York", "2026-11-01T06:00Z", "2026-10-20",
     [("0030", "2026-11-01T04:30Z", "00:30"), ("0130", "2026-11-01T05:30Z", "01:30"), ("0230", "2026-11-01T07:30Z", "02:30"),
      ("0330", "2026-11-01T08:30Z", "03:30")]),
]


class Journey:
    """A session whose program has a clock that is set to shortly before what comes next. It is told, as of any change."""

    AHEAD = 0.5

    def __init__(self, session):
        self.session = session
        self.clock = FakeClock(session.work)
        self.process = None

    def go_to(self, utc):
        self.clock.set(utc)
        if self.process is not None:
            (self.session.folder / "wake").write_text("\n")

    def start(self, utc, zone, **options):
        self.clock.set(utc)
        self.process = self.session.start_reminders(variables={"TZ": zone, **self.clock.variables()}, **options)

    def count_recorded(self):
        return query(self.session.folder, "SELECT count(*) FROM event WHERE shown_us > 0")[0][0]

    def wait_for(self, due, count):
        """Goes there; returns how late the last of so many calls came, in seconds of the program's clock. The clock goes on as
        it does until they are recorded."""
        recorder = self.session.recorder
        before, recorded = len(recorder.shown), self.count_recorded()
        self.go_to(due - self.AHEAD)
        assert recorder.wait_for_shown(before + count, 20), (write(due), before, len(recorder.shown))
        assert wait_until(lambda: self.count_recorded() == recorded + count), self.session.get_log()
        return self.clock.get(recorder.shown[before + count - 1].time) - due

    def end(self):
        assert self.session.end(self.process) == 0


def pass_night(session, zone, change, first_day, expected):
    """In steps of ten minutes, and without one when the clocks change. Goes on for half an hour after the last reminder: the
    second 02:30 of autumn passes before that."""
    dues = sorted({parse(due) for _, due, _ in expected})
    session.start_server()
    session.put_groups([("rule", {"series": series, "start": f"{first_day}T{series[:2]}:{series[2:]}", "zone": zone,
                                  "repeat": "FREQ=DAILY", "since": dues[0] - HOUR // 4}) for series, _, _ in expected])
    journey = Journey(session)
    journey.start(dues[0] - HOUR // 4, zone)
    late = []
    for utc in range(dues[0] - HOUR // 4, dues[-1] + HOUR // 2, 10 * MINUTE):
        journey.go_to(utc)
        late += [journey.wait_for(due, sum(parse(night[1]) == due for night in expected))
                 for due in dues if utc < due <= utc + 10 * MINUTE]
        if utc < parse(change) <= utc + 10 * MINUTE:
            journey.go_to(parse(change) - 0.5)
            time.sleep(1)
    rows = query(session.folder, "SELECT series, due, outcome FROM event ORDER BY due, series")
    assert rows == [(series, parse(due), "shown") for series, due, _ in expected], rows
    titles = [call.summary for call in session.recorder.shown]
    assert titles == [f"Reminder: {title}" for _, _, title in expected], titles
    assert all(0 <= seconds < 10 for seconds in late), late
    print(f"# {zone}, {change[:10]}: {max(late) * 1000:.0f} ms late at most")
    journey.end()


def test_spring_in_berlin(session):
    pass_night(session, *NIGHTS[0])


def test_autumn_in_berlin(session):
    pass_night(session, *NIGHTS[1])


def test_spring_in_new_york(session):
    pass_night(session, *NIGHTS[2])


def test_autumn_in_new_york(session):
    pass_night(session, *NIGHTS[3])


def test_month(session):
    """Twenty meetings: five a week, each with a reminder a day and half an hour before. The clocks go back in it."""
    begin, weeks, leads = parse("2026-10-12T06:00Z"), 4, (24 * 60, 30)
    first = [("2026-10-12T19:00", 17), ("2026-10-13T07:30", 5), ("2026-10-14T19:00", 17), ("2026-10-15T21:15", 19),
             ("2026-10-17T23:45", 21)]
    session.start_server()
    session.put_groups([("rule", {"series": f"m{number}", "start": start, "zone": "Europe/Berlin",
                                  "repeat": f"FREQ=WEEKLY;COUNT={weeks}", "lead": lead, "since": begin})
                        for number, (start, _) in enumerate(first) for lead in leads])
    expected = []
    for number, (start, hour) in enumerate(first):
        for week in range(weeks):
            day = parse(f"{start[:10]}T00:00Z") + week * 7 * DAY
            instant = day + hour * HOUR + int(start[14:]) * MINUTE + (HOUR if day >= parse("2026-10-25T00:00Z") else 0)
            expected += [(instant - lead * MINUTE, f"m{number}", lead) for lead in leads if instant - lead * MINUTE >= begin]
    expected.sort()
    assert len(expected) == 38  # the day before the first two was over when they were followed

    journey = Journey(session)
    journey.start(begin, "Europe/Berlin")
    late = [journey.wait_for(due, 1) for due, _, _ in expected]
    journey.go_to(parse("2026-12-01T00:00Z"))
    status = []
    assert wait_until(lambda: status.append(session.call("Status")) or "next" not in status[-1]), status[-1]
    assert all(0 <= seconds < 10 for seconds in late), late
    print(f"# {max(late) * 1000:.0f} ms late at most")
    assert len(session.recorder.shown) == len(expected)
    rows = query(session.folder, "SELECT due, series, lead FROM event WHERE outcome = 'shown' ORDER BY due, series")
    assert rows == expected, rows
    assert len(session.get_log()) == len(expected)
    journey.end()


def can_unshare():
    return subprocess.run(["unshare", "-m", "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0


def set_zone(folder, zone):
    """As timedatectl does."""
    part = folder / "localtime.part"
    part.symlink_to(f"/usr/share/zoneinfo/{zone}")
    part.rename(folder / "localtime")


def test_travel(session):
    """The computer's zone changes while the program runs, which sees an /etc of its own: nobody tells it. What is on the screen
    says the time of the place where the person is."""
    if not can_unshare():
        raise Skip("this user may not have an /etc of its own (unshare -m)")
    etc = session.work / "etc"
    subprocess.run(["cp", "-a", "/etc", str(etc)], check=True)
    set_zone(etc, "Europe/Berlin")
    del session.environment["TZ"]
    session.start_server()
    session.put_groups([("rule", {"series": "anywhere", "start": "2026-11-23T21:00", "zone": "floating", "repeat": "FREQ=DAILY",
                                  "since": parse("2026-11-24T12:00Z")}),
                        ("rule", {"series": "berlin", "start": "2026-11-25T19:00", "zone": "Europe/Berlin", "lead": 30})])
    journey = Journey(session)
    journey.clock.set(parse("2026-11-24T12:00Z"))
    journey.process = session.start_reminders(variables=journey.clock.variables(),
                                              prefix=["unshare", "-m", "sh", "-c", 'mount --bind "$0" /etc; exec "$@"', str(etc)])
    assert journey.wait_for(parse("2026-11-24T20:00Z"), 1) < 10
    assert wait_until(lambda: f"'next': <int64 {parse('2026-11-25T17:30Z')}>" in session.call("Status"))
    assert journey.wait_for(parse("2026-11-25T17:30Z"), 1) < 10
    assert wait_until(lambda: f"'next': <int64 {parse('2026-11-25T20:00Z')}>" in session.call("Status"))

    set_zone(etc, "America/New_York")
    assert wait_until(lambda: f"'next': <int64 {parse('2026-11-26T02:00Z')}>" in session.call("Status"))
    assert wait_until(lambda: ("Reminder: 13:00", True) in [(call.summary, call.is_change) for call in session.recorder.calls])
    assert journey.wait_for(parse("2026-11-26T02:00Z"), 1) < 10
    set_zone(etc, "Europe/Berlin")
    assert wait_until(lambda: f"'next': <int64 {parse('2026-11-26T20:00Z')}>" in session.call("Status"))
    titles = [call.summary for call in session.recorder.shown]
    assert titles == ["Reminder: 21:00", "Reminder: 19:00", "Reminder: 21:00"], titles
    assert [outcome for outcome, _, _ in session.get_log()] == ["shown"] * 3
    journey.end()


def test_meeting_in_another_zone(session):
    """Announced at its instant, with both times, on the days on which the two clocks are nearer than usual too."""
    session.start_server()
    session.put_groups([("rule", {"series": "ny", "start": "2026-10-20T19:00", "zone": "America/New_York",
                                  "repeat": "FREQ=WEEKLY;BYDAY=SA,SU", "lead": 30, "since": parse("2026-10-24T12:00Z")})])
    journey = Journey(session)
    journey.start(parse("2026-10-24T12:00Z"), "Europe/Berlin")
    for due in ("2026-10-24T22:30Z", "2026-10-25T22:30Z", "2026-10-31T22:30Z", "2026-11-01T23:30Z"):
        assert journey.wait_for(parse(due), 1) < 10
    told = [(call.summary, call.body) for call in session.recorder.shown]
    there = "19:00 local time there"
    assert told == [("Reminder: 01:00", there), ("Reminder: tomorrow, 00:00", there), ("Reminder: tomorrow, 00:00", there),
                    ("Reminder: 01:00", there)], told
    journey.end()


def test_leap_day(session):
    session.start_server()
    session.put_groups([("rule", {"series": "leap", "start": "2028-02-29T00:15", "zone": "Europe/Berlin",
                                  "repeat": "FREQ=YEARLY", "lead": 30, "since": parse("2028-02-28T12:00Z")})])
    journey = Journey(session)
    journey.start(parse("2028-02-28T12:00Z"), "Europe/Berlin")
    assert journey.wait_for(parse("2028-02-28T22:45Z"), 1) < 10
    assert wait_until(lambda: f"'next': <int64 {parse('2032-02-28T22:45Z')}>" in session.call("Status"))
    assert [call.summary for call in session.recorder.shown] == ["Reminder: tomorrow, 00:15"]
    journey.end()


def test_quiet_hours(session):
    """From 22:00 to 07:00, in the night that is an hour shorter: what is important comes through, the other one when they end."""
    session.start_server()
    rule = {"start": "2026-03-29T06:45", "zone": "Europe/Berlin", "lead": 15, "since": parse("2026-03-28T12:00Z")}
    session.put_groups([("rule", {"series": "quiet", **rule}), ("rule", {"series": "loud", "important": 1, **rule}),
                        ("preferences", {"quiet-from": 22 * 60, "quiet-to": 7 * 60})])
    journey = Journey(session)
    journey.start(parse("2026-03-28T23:00Z"), "Europe/Berlin")
    assert journey.wait_for(parse("2026-03-29T04:30Z"), 1) < 10
    assert wait_until(lambda: f"'quiet-until': <int64 {parse('2026-03-29T05:00Z')}>" in session.call("Status"))
    assert journey.wait_for(parse("2026-03-29T05:00Z"), 1) < 10
    rows = query(session.folder, "SELECT series, outcome, reason FROM event ORDER BY id")
    assert rows == [("loud", "shown", None), ("quiet", "late", "held back in your quiet hours")], rows
    assert len(session.recorder.shown) == 2
    journey.end()


def test_afterwards(session):
    """Asked once at the end, also of a program that is started anew; after a day nobody asks any more."""
    session.start_server()
    session.put_groups([("rule", {"series": "went", "start": "2026-11-24T19:00", "zone": "Europe/Berlin", "repeat": "FREQ=DAILY",
                                  "lead": -2, "reach": 2, "since": parse("2026-11-24T12:00Z")})])
    journey = Journey(session)
    journey.start(parse("2026-11-24T18:00Z"), "Europe/Berlin")
    assert journey.wait_for(parse("2026-11-24T19:00Z"), 1) < 10
    journey.end()
    journey.start(parse("2026-11-24T20:00Z"), "Europe/Berlin")
    assert "'waiting': <uint32 0>" in session.call("Status")  # it answers when it has looked
    assert len(session.recorder.shown) == 1
    journey.go_to(parse("2026-11-27T18:30Z"))  # of three days, the last one's is young enough
    assert session.recorder.wait_for_shown(2, 20)
    assert "'waiting': <uint32 0>" in session.call("Status")
    assert len(session.recorder.shown) == 2
    journey.end()


run_tests(globals(), sys.argv[3:], lambda: Session(REMINDERS, PUT))
