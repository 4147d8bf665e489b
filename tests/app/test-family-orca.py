#!/usr/bin/env python3
"""The pages for families by ear: Orca itself listens to the page, a reading and a sheet. usage: test-family-orca.py BUILD; with
KEEL_TRANSCRIPT=FILE what was said is also kept there."""
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, HERE + "/orca"]
from actions import activate  # noqa: E402
from listener import CLASS_NAME, Listener  # noqa: E402
from window import Keel, Missing, Tap  # noqa: E402

WORK = os.environ["KEEL_WORK"]
DATA = WORK + "/data"
# The words of members' pages.
WRONG = re.compile(CLASS_NAME.pattern + r"|\b(?i:urges?|cravings?|lapse[sd]?|relaps\w+|sober)\b")

if not shutil.which("orca"):
    print("1..0 # SKIP Orca is not installed")
    sys.exit(0)

keel = None
tap = Tap()
ear = Listener(WORK + "/orca")


def hear(what, *words):
    """And nothing that does not belong here."""
    ear.hear(what, *words, wrong=WRONG)


def start():
    global keel
    hear("Orca starts", "Screen reader on")
    os.makedirs(DATA, mode=0o700)
    subprocess.run([f"{sys.argv[1]}/src/cli/keelctl", "--data-dir", DATA, "profile", "create", "Ira", "--pages", "family"], check=True,
                   stdout=subprocess.DEVNULL)
    keel = Keel(sys.argv[1], DATA, "--profile", "Ira", page="family")
    tap.keel = keel
    keel.wait(keel.takes_keys, "the keyboard")
    ear.note("it opens", ear.hear_all(["Family"], timeout=5))


def tab_to(*words):
    """With the keyboard alone, as far as it takes."""
    said = []
    for _ in range(14):
        keel.keys("Tab")
        new = ear.hear_all(words, timeout=3)
        ear.note("Tab", new)
        said += new
        if any(WRONG.search(line) for line in new):
            raise Missing(f"Orca says “{new}”")
        if all(any(word in line for line in new) for word in words):
            return
    raise Missing(f"Tab does not lead to {words}: {said}")


def page():
    """From the button of Help now, which has the keyboard first."""
    tab_to("Too much alcohol")
    tab_to("Safety at home")
    tab_to("Where to begin", "List with 1 item")


def reading():
    activate(keel, "reading", "not-my-doing")
    hear("a reading", "To Read")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the reading to close")


def sheet():
    activate(keel, "open-worksheet", "w38")
    hear("a sheet", "Has this person hurt me, threatened me or made me afraid?", "Yes")


try:
    for name, step in (("it begins with the page for families", start), ("Tab leads to what matters most", page),
                       ("a reading is read", reading), ("a sheet asks first", sheet)):
        tap.run(name, step)
finally:
    if keel:
        keel.stop()
        keel.stop_reminders()
    ear.stop()
tap.end()
