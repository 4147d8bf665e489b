"""keel-reminders with a real notification server: dunst under Xvfb.

usage: test-desktop.py KEEL-REMINDERS PUT-REMINDER
"""
import os
import pathlib
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Session, read_log, run_tests, start_screen, wait_until  # noqa: E402

REMINDERS, PUT = sys.argv[1:3]
LINK = "https://example.org/room?a=1&b=2"


class Meetings(Session):
    def put(self, start, lead=0, until=0, link="", series="a", profile="default"):
        self.run(PUT, str(self.folder.parent / profile), series, str(start), str(lead), str(until), link)

    def put_soon(self, link=""):
        """A reminder in two seconds. Meetings begin on full minutes, snoozes end at any second."""
        now = int(time.time())
        self.put((now // 60 + 20) * 60, lead=1, until=now + 2, link=link)

    def put_two(self):
        """The same series in two profiles, as after a folder was copied: reminders in the same second. Their titles
        differ by a minute. Returns them by profile."""
        now = int(time.time())
        titles = {}
        for minute, profile in enumerate(("default", "profile-2")):
            start = (now // 60 + 20 + minute) * 60
            self.put(start, lead=1, until=now + 3, profile=profile)
            day = "tomorrow, " if time.gmtime(start).tm_yday != time.gmtime(now + 3).tm_yday else ""
            titles[profile] = time.strftime(f"Reminder: {day}%H:%M", time.gmtime(start))
        (self.folder.parent / "profile-2" / "profile.ini").write_text("[Profile]\nName=Sailing\n")
        return titles


def test_arrives_once_after_a_kill(session):
    session.start_dunst()
    now = time.time()
    due = (int(now) // 60 + (2 if now % 60 > 55 else 1)) * 60
    day = "tomorrow, " if time.gmtime(due + 1800).tm_yday != time.gmtime(due).tm_yday else ""
    title = time.strftime(f"Reminder: {day}%H:%M", time.gmtime(due + 1800))
    session.put(due + 1800, lead=30)
    reminders = session.start_reminders()
    time.sleep(max(0, due - 3 - time.time()))
    session.end(reminders, signal.SIGKILL)
    session.start_reminders()
    assert time.time() < due and not session.recorder.calls

    assert session.recorder.wait_for(1, 20)
    time.sleep(2)  # a second one would come now
    assert len(session.recorder.calls) == 1
    assert session.recorder.calls[0].summary == title
    (outcome, reason, late), = session.get_log()
    assert (outcome, reason) == ("shown", None), outcome
    assert 0 <= late < 5000000, late
    print(f"# {late / 1000:.1f} ms after it was due, with sanitizers and claim")

    session.run("dunstctl", "close")
    assert session.get_history() == [("Keel", title, "")], session.get_history()
    assert wait_until(session.has_outcome("dismissed"))


def test_says_nothing_but_the_time(session):
    session.start_dunst()
    session.put_soon(LINK)
    session.start_reminders()
    assert session.recorder.wait_for(1, 15)
    text = "\n".join(session.recorder.calls[0].lines)
    assert "nobody may see" not in text and "example.org" not in text and str(session.data_dir) not in text
    assert 'string "app.keel.Keel"' in text
    assert "byte 2" in text  # critical


def test_snooze(session):
    session.start_dunst()
    session.put_soon()
    session.start_reminders()
    assert wait_until(lambda: session.count_displayed() == 1)
    before = int(time.time())
    session.choose("Snooze")
    assert wait_until(lambda: [line[0] for line in session.get_log()].count("snoozed") == 2)  # one was ours
    assert wait_until(lambda: session.count_displayed() == 0)
    assert "dismissed" not in [line[0] for line in session.get_log()]
    status = session.call("Status")
    following = int(status.split("'next': <int64 ")[1].split(">")[0])
    assert before + 590 <= following <= before + 620, status


def test_join(session):
    session.start_dunst()
    start = (int(time.time()) // 60 + 20) * 60
    session.put_groups([("rule", {"series": "a", "start": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start)), "lead": 30,
                                  "link": LINK, "reach": 2})])
    session.start_reminders()
    assert wait_until(lambda: session.count_displayed() == 1)
    session.choose("Join")
    assert wait_until(session.opened.exists)
    assert session.opened.read_text() == LINK
    assert "dismissed" not in [line[0] for line in session.get_log()]


def find_keel(session):
    """The process that "Open" has started."""
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--show" in words and str(session.data_dir).encode() in words and words[0].endswith(b"/keel"):
            return int(entry.name), [word.decode() for word in words]
    return None


def test_open(session):
    session.start_dunst()
    session.put_soon()
    session.start_reminders()
    assert wait_until(lambda: session.count_displayed() == 1)
    session.run("dunstctl", "action", "0")
    assert wait_until(lambda: find_keel(session) is not None)
    pid, words = find_keel(session)
    environment = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    os.kill(pid, signal.SIGKILL)
    assert b"GIO_USE_VFS=" not in environment and b"HOME=" in environment  # what only keel-reminders does without
    assert b"LANGUAGE=" not in environment
    assert words[1:] == ["--data-dir", str(session.data_dir), "--profile", "default", "--show", "a", ""], words


def test_speaks_the_language_of_the_profile(session):
    """That of the only one, as the window does; and another from when it is chosen."""
    session.start_dunst()
    session.environment.pop("LANGUAGE", None)
    session.put_soon()
    settings = session.folder / "profile.ini"
    settings.write_text("[Profile]\nName=Sailing\nLanguage=es\n")
    reminders = session.start_reminders()
    assert session.recorder.wait_for(1, 15)
    assert session.recorder.calls[0].summary.startswith("Recordatorio: "), session.recorder.calls[0].summary
    settings.write_text("[Profile]\nName=Sailing\nLanguage=\n")
    assert session.recorder.wait_for(2, 15)
    assert session.recorder.calls[1].summary.startswith("Reminder: "), session.recorder.calls[1].summary
    assert wait_until(lambda: session.count_displayed() == 1)
    assert session.end(reminders) == 0  # the same process, begun anew


def press_first(session):
    """Opens the notification on top: (its title, the arguments that keel was started with)."""
    session.run("dunstctl", "action", "0")
    assert wait_until(lambda: find_keel(session) is not None)
    pid, words = find_keel(session)
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: find_keel(session) is None)
    return session.get_history()[0][1], words[1:-1]


def test_two_profiles_at_once(session):
    session.start_dunst()
    titles = session.put_two()
    session.start_reminders()
    assert session.recorder.wait_for(2, 15)
    assert wait_until(lambda: session.count_displayed() == 2)  # neither took the other's place
    assert sorted(call.summary for call in session.recorder.calls) == sorted(titles.values())
    for call in session.recorder.calls:
        text = "\n".join(call.lines)
        assert "profile" not in text and "Sailing" not in text and str(session.data_dir) not in text, text

    arguments = dict(press_first(session) for _ in titles)
    for profile, title in titles.items():
        assert arguments[title] == ["--data-dir", str(session.data_dir), "--profile", profile, "--show", "a"], arguments
        log = read_log(session.folder.parent / profile)
        assert [outcome for outcome, _, _ in log] == ["snoozed", "shown"], log
    assert len(session.recorder.calls) == 2


def test_removed_profile(session):
    session.start_dunst()
    titles = session.put_two()
    reminders = session.start_reminders(stderr=subprocess.PIPE, text=True)
    assert wait_until(lambda: session.count_displayed() == 2)
    folder = session.folder.parent / "profile-2"
    assert wait_until(lambda: read_log(folder)[-1][0] == "shown")  # later it could not be recorded, which would be said
    folder.rename(folder.with_name(".removed-profile-2-0"))
    assert wait_until(lambda: session.count_displayed() == 1)
    assert session.get_history()[0][1] == titles["profile-2"]
    assert session.end(reminders) == 0
    said = reminders.stderr.read()
    assert said == "", said
    assert len(session.recorder.calls) == 2


def test_server_restarts(session):
    dunst = session.start_dunst()
    session.put_soon()
    session.start_reminders()
    assert wait_until(lambda: session.count_displayed() == 1)
    session.end(dunst, signal.SIGKILL)
    session.start_dunst()
    assert wait_until(session.has_outcome("repeated"))
    assert wait_until(lambda: session.count_displayed() == 1)
    assert len(session.recorder.calls) == 2


def test_no_server_at_first(session):
    session.put_soon()
    session.start_reminders()
    assert wait_until(session.has_outcome("failed"))
    assert ("failed", "no notification service", None) in session.get_log()
    assert "'trouble'" in session.call("Status") and "'waiting': <uint32 1>" in session.call("Status")
    session.start_dunst()
    assert wait_until(session.has_outcome("shown"))
    assert session.count_displayed() == 1
    assert "dunst" in session.call("Status")


def test_crash_before_confirmation(session):
    session.start_dunst()
    session.put_soon()
    session.start_reminders()
    assert session.recorder.wait_for(1, 15)
    assert wait_until(session.has_outcome("shown"))
    session.end(session.processes[-1], signal.SIGKILL)
    # As if it had died after showing and before writing so.
    session.run("/usr/bin/python3", "-c", "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]);"
                " d.execute('UPDATE claim SET confirmed_us = NULL'); now = int(sys.argv[2]);"
                " d.execute('INSERT INTO snooze SELECT series, occurrence, ? FROM claim', (now,)); d.commit()",
                str(session.folder / "reminders.db"), str(int(time.time())))
    session.start_reminders()
    assert wait_until(session.has_outcome("repeated"))
    assert len(session.recorder.calls) == 2
    assert session.count_displayed() == 1  # it took the first one's place


def test_test(session):
    session.start_reminders()
    assert session.call("Test").startswith("(false, ")
    session.start_dunst()
    assert session.call("Test").startswith("(true, 'dunst ")
    session.run("dunstctl", "close")
    assert session.get_history()[0][1] == "Test reminder"


def test_only_one_runs(session):
    session.start_reminders()
    second = session.start(REMINDERS, "--data-dir", str(session.data_dir), stderr=subprocess.PIPE, text=True)
    _, said = second.communicate(timeout=30)
    assert second.returncode == 0 and said.count("\n") == 1 and said.startswith("keel-reminders: "), said


def test_keeps_what_it_holds(session):
    process = pathlib.Path(f"/proc/{session.start_reminders().pid}")
    limit = next(line for line in (process / "limits").read_text().splitlines() if line.startswith("Max core file size"))
    assert limit.split()[4:6] == ["0", "0"], limit
    assert int((process / "coredump_filter").read_text(), 16) == 0
    assert "Umask:\t0077" in (process / "status").read_text()
    assert session.end(session.processes[-1]) == 0


def test_ends_when_told(session):
    assert session.end(session.start_reminders(), signal.SIGTERM) == 0
    assert session.end(session.start_reminders(), signal.SIGINT) == 0


def test_ends_with_the_session(session):
    reminders = session.start_reminders()
    session.call("Status")
    session.end(session.bus)
    assert reminders.wait(timeout=30) == 0


def test_works_without_a_bus(session):
    del session.environment["DBUS_SESSION_BUS_ADDRESS"]
    session.environment["XDG_RUNTIME_DIR"] = str(session.work / "home")
    session.put_soon()
    reminders = session.start_reminders()
    assert wait_until(session.has_outcome("failed"))
    assert ("failed", "there is no session bus", None) in session.get_log()
    assert session.end(reminders) == 0


def test_options(session):
    assert session.run(REMINDERS, "--version").startswith("keel-reminders ")
    wrong = session.start(REMINDERS, "--no-such-option", stderr=subprocess.PIPE, text=True)
    _, said = wrong.communicate(timeout=30)
    assert wrong.returncode == 2 and "no-such-option" in said


def main():
    screen, display = start_screen()
    try:
        run_tests(globals(), sys.argv[3:], lambda: Meetings(REMINDERS, PUT, display))
    finally:
        screen.terminate()
        screen.wait()


main()
