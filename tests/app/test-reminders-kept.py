#!/usr/bin/env python3
"""That reminders come is seen to while the window is open: what ended is started once more, what could not be told to
keel-reminders is told again, and where neither helps a sentence above the calendar says so."""
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, name_of, role_of  # noqa: E402

BUILD = sys.argv[1]
BEHIND = "What you changed last is saved, but not among the reminders yet"
STOPPED = "Reminders do not come at the moment"

work = os.environ["KEEL_WORK"]
pictures = os.environ.get("KEEL_PICTURES")
# What is told here is warned of, too.
subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", work + "/data", "follow", "--new", "Harbour", "--start", "2050-03-01T19:00",
                "--zone", "Europe/Berlin"], capture_output=True, check=True)
keel = Keel(BUILD, work + "/data", environment={"G_DEBUG": ""})
tap = Tap(keel)


def told(words):
    return any(words in name_of(node) for node in keel.visible() if role_of(node) == Role.LABEL)


def picture(name):
    if pictures:
        keel.pause(0.5)
        keel.screenshot(f"{pictures}/{name}.png")


def get_pid():
    status = keel.keelctl("reminders", "status", "--json")
    return status["pid"] if status["running"] else None


def change(statement):
    path = sorted((pathlib.Path(work) / "data/profiles").iterdir())[0] / "reminders.db"
    with sqlite3.connect(str(path), timeout=10) as database:
        database.execute(statement)


def toggle(name):
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and role_of(node) == Role.CHECK_BOX), None),
              f"the switch “{name}”").act()


def end(pid):
    os.kill(pid, signal.SIGKILL)
    keel.wait(lambda: get_pid() != pid, "its end")


def started_once_more():
    """Twice within a minute is no use: then it is told, until it runs again."""
    keel.wait_text("Harbour")
    keel.wait(get_pid, "keel-reminders", 30)
    first = get_pid()
    end(first)
    keel.wait(get_pid, "keel-reminders once more", 30)
    if told(STOPPED):
        raise Missing("nothing is wrong")
    end(get_pid())
    keel.wait(lambda: told(STOPPED), "the sentence", 30)
    picture("kept-stopped")
    keel.check_names()
    keel.keelctl("follow", "--new", "Quay", "--start", "2050-03-01T19:00", "--zone", "Europe/Berlin")
    keel.wait(lambda: not told(STOPPED), "the sentence to go", 30)


def behind():
    change("CREATE TRIGGER full BEFORE INSERT ON rule BEGIN SELECT raise (ABORT, 'no room'); END")
    keel.press("Main Menu", Role.TOGGLE_BUTTON)
    keel.press("Reminders…", Role.MENU_ITEM)
    keel.wait_text("What became of your reminders")
    toggle("Sound")
    keel.wait(lambda: told(BEHIND), "the sentence", 30)
    picture("kept-behind")
    change("DROP TRIGGER full")
    toggle("Sound")
    keel.wait(lambda: not told(BEHIND), "the sentence to go", 30)


for name, step in (("what ended is started once more", started_once_more), ("what is behind is told", behind)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
tap.end()
