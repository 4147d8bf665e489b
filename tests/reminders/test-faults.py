"""What keel-reminders needs fails while it runs: the disk, its file, the bus, the notification server.

usage: test-faults.py KEEL-REMINDERS PUT-REMINDER [NAME…]
It goes on, what is due is shown, and it says what is wrong.
"""
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Session, Skip, query, run_tests, wait_until  # noqa: E402
from fake_clock import FakeClock, run_from  # noqa: E402

REMINDERS, PUT = sys.argv[1:3]
CALM = {"G_DEBUG": ""}  # a warning is what is wanted here


class Faulty(Session):
    def __init__(self):
        super().__init__(REMINDERS, PUT)
        self.said = self.work / "said"

    def begin(self, **options):
        """What it says goes to a file."""
        with self.said.open("a") as stream:
            return self.start_reminders(stderr=stream, variables={**CALM, **options.pop("variables", {})}, **options)

    def begin_and_read(self):
        """Until it has read what is due: it has the lock a moment before."""
        process = self.begin()
        assert wait_until(lambda: "'next'" in self.call("Status"))
        assert not self.recorder.calls
        return process

    def says(self, *words):
        return lambda: all(word in self.said.read_text() for word in words)

    def put_one(self, series="a", seconds=3):
        """A reminder in so many seconds."""
        start = int(time.time()) // 60 * 60 + 1200
        local = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start))
        self.put_groups([("rule", {"series": series, "start": local, "since": start}),
                         ("snooze", {"series": series, "occurrence": local, "until": int(time.time()) + seconds})])

    def touch(self, folder=None):
        with ((folder or self.folder) / "wake").open("r+") as stream:  # where the disk is full, no byte can be added
            stream.write("\n")

    def shown_once(self, process, folder=None):
        """It came, it does not come a second time when all is read anew, and the process is there."""
        assert self.recorder.wait_for(1, 20)
        self.touch(folder)
        assert "'waiting': <uint32 0>" in self.call("Status")
        time.sleep(0.5)
        assert len(self.recorder.shown) == 1 and process.poll() is None

    def has_told(self, *outcomes):
        return lambda: [outcome for outcome, _, _ in self.get_log() if outcome != "snoozed"] == list(outcomes)


def unshare_or_skip(mount):
    if subprocess.run(["unshare", "-m", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        raise Skip("this user may not mount anything (unshare -m)")
    return ["unshare", "-m", "sh", "-c", mount + '; exec "$@"']


def test_file_may_not_grow(session):
    """As a full disk: whatever is written fails. Shown all the same; what cannot be recorded is at least said."""
    session.start_server()
    session.put_one()
    process = session.begin(prefix=["sh", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "sh"])
    session.shown_once(process)
    assert session.has_told()()
    assert wait_until(session.says("could not be claimed", "could not be recorded"))
    assert session.end(process) == 0


def test_full_disk(session):
    """ENOSPC. When there is room again, what comes next is recorded as ever."""
    prefix = unshare_or_skip('mount -t tmpfs -o size=400k tmpfs "$0"; cp -a "$0.before/." "$0"; head -c 1M /dev/zero >"$0/fill"'
                             ' 2>/dev/null')
    session.start_server()
    session.put_one()
    session.put_one("b", 10)
    session.data_dir.rename(session.data_dir.with_name("keel.before"))
    session.data_dir.mkdir()
    process = session.begin(prefix=[*prefix, str(session.data_dir)], wait=False)
    inside = pathlib.Path(f"/proc/{process.pid}/root") / str(session.folder).lstrip("/")
    session.shown_once(process, inside)
    assert wait_until(session.says("could not be claimed"))

    (inside / "../../fill").unlink()
    assert session.recorder.wait_for(2, 20)
    session.call("Status")  # when it answers, it has written what it had to
    shutil.copytree(inside, session.folder)  # SQLite would look for it outside
    assert wait_until(lambda: ("b", "shown") in query(session.folder, "SELECT series, outcome FROM event")), session.get_log()
    assert session.end(process) == 0


def test_read_only_folder(session):
    session.start_server()
    session.put_one()
    process = session.begin(prefix=[*unshare_or_skip('mount --bind "$0" "$0"; mount -o remount,bind,ro "$0"'),
                                    str(session.folder)])
    session.shown_once(process)
    assert session.has_told()()
    assert wait_until(session.says("could not be claimed"))
    assert session.end(process) == 0


def test_file_deleted(session):
    session.start_server()
    session.put_one(seconds=4)
    process = session.begin_and_read()
    (session.folder / "reminders.db").unlink()
    assert session.recorder.wait_for(1, 20)
    session.touch()
    assert "'waiting': <uint32 0>" in session.call("Status")
    session.put_one("b", 2)  # as Keel does when it opens the profile
    assert wait_until(session.has_told("shown"))
    assert len(session.recorder.shown) == 2
    assert session.end(process) == 0


def damage(session, how):
    path = session.folder / "reminders.db"
    if how == "garbage":
        path.write_bytes(b"This is no database. " * 400)
    elif how == "torn":
        path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * 4096)
    else:
        database = sqlite3.connect(path)
        database.execute(f"PRAGMA {how}")
        database.commit()
        database.close()


def check_damage(session, how):
    """What was read before is still told, once; when the file is mended all goes on."""
    session.start_server()
    session.put_one(seconds=4)
    good = (session.folder / "reminders.db").read_bytes()
    process = session.begin_and_read()
    damage(session, how)
    session.touch()
    assert wait_until(session.says("No new reminders from"))
    session.shown_once(process)

    part = session.folder / "part"
    part.write_bytes(good)
    part.rename(session.folder / "reminders.db")
    session.put_one("b", 2)
    assert session.recorder.wait_for(2, 20)
    assert wait_until(lambda: session.get_log()[-1:] != [] and session.get_log()[-1][0] == "shown"), session.get_log()
    assert session.end(process) == 0


def test_file_is_garbage(session):
    check_damage(session, "garbage")


def test_file_is_torn(session):
    check_damage(session, "torn")


def test_file_is_of_another_program(session):
    check_damage(session, "application_id = 7")


def test_file_is_of_a_later_keel(session):
    check_damage(session, "user_version = 99")


def test_server_answers_with_an_error(session):
    server = session.start_server("error")
    session.put_one(seconds=1)
    process = session.begin()
    assert wait_until(session.has_outcome("failed")), session.get_log()
    assert session.get_log()[-1][1] == "It is too much", session.get_log()
    assert "'waiting': <uint32 1>" in session.call("Status")
    session.end(server)
    session.start_server()
    assert wait_until(session.has_told("failed", "shown")), session.get_log()
    assert len(session.recorder.calls) >= 2  # it may have been tried more than once
    assert session.end(process) == 0


def test_server_crashes(session):
    session.start_server("crash")
    session.put_one(seconds=1)
    process = session.begin()
    assert wait_until(session.has_outcome("failed")), session.get_log()
    assert "'trouble'" in session.call("Status")
    session.start_server()
    assert wait_until(lambda: session.get_log()[-1][0] in ("shown", "repeated")), session.get_log()
    assert session.call("Status") and session.end(process) == 0


def test_server_sleeps(session):
    """It takes half a minute to answer; ten times as fast, for the program waits for it by its own clock. What it asks meanwhile
    waits, and nothing is lost."""
    server = session.start_server("sleep=3.0")
    begin = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    session.put_one(seconds=10)
    process = session.begin(variables=run_from(begin, 10))
    assert session.recorder.wait_for(1, 20)
    assert wait_until(lambda: session.get_log()[-1][0] in ("failed", "shown"), 20), session.get_log()
    assert "'waiting'" in session.call("Status") and process.poll() is None
    if session.get_log()[-1][0] == "failed":
        assert session.get_log()[-1][1], session.get_log()
        session.end(server)
        session.start_server()
        assert wait_until(lambda: session.get_log()[-1][0] in ("shown", "late", "repeated"), 20), session.get_log()
    assert session.end(process) == 0


def test_server_hangs(session):
    """It answers nothing at all, ten times as fast. That is said soon, for nothing else is done meanwhile; and when it goes on,
    what waits is shown."""
    server = session.start_server()
    begin = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    session.put_one(seconds=20)
    process = session.begin(variables=run_from(begin, 10))
    assert wait_until(session.find_name)
    server.send_signal(signal.SIGSTOP)
    assert wait_until(session.has_outcome("failed"), 30), session.get_log()
    (seconds,), = query(session.folder, "SELECT at_us / 1000000 - due FROM event WHERE outcome = 'failed'")
    print(f"# said after {seconds} seconds")
    assert seconds <= 40
    server.send_signal(signal.SIGCONT)
    assert wait_until(lambda: session.get_log()[-1][0] in ("shown", "late"), 30), session.get_log()
    assert session.end(process) == 0


def test_bus_comes_back(session):
    """With the bus the session ends, and what was started in it. The next session tells what was due between them."""
    session.start_server()
    session.put_one(seconds=4)
    process = session.begin()
    session.call("Status")
    session.restart_bus()
    try:
        assert process.wait(timeout=20) == 0
    except subprocess.TimeoutExpired:
        pass  # it waits for the bus
    session.start_server()
    if process.poll() is not None:
        process = session.begin()
    assert session.recorder.wait_for(1, 30)
    assert wait_until(session.has_told("shown")), session.get_log()
    assert len(session.recorder.shown) == 1
    assert session.end(process) == 0


def test_bus_comes_late(session):
    """Started before there is one, as by an autostart that is too quick: it looks again after a minute."""
    address = session.environment.pop("DBUS_SESSION_BUS_ADDRESS")
    socket = pathlib.Path(address.partition("unix:path=")[2].partition(",")[0])
    away = socket.with_name("bus.away")
    socket.rename(away)
    clock = FakeClock(session.work)
    clock.set(time.time())
    session.put_one(seconds=1)
    process = session.begin(variables=clock.variables())
    assert wait_until(session.has_outcome("failed")), session.get_log()
    assert session.get_log()[-1][1] == "there is no session bus", session.get_log()

    away.rename(socket)
    session.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    session.start_server()
    clock.set(time.time() + 62)
    session.touch()
    assert session.recorder.wait_for(1, 20)
    assert wait_until(lambda: session.get_log()[-1][0] in ("shown", "late")), session.get_log()
    assert session.end(process) == 0


run_tests(globals(), sys.argv[3:], Faulty)
