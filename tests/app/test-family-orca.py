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
from listener import Listener  # noqa: E402
from window import Keel, Missing, Tap  # noqa: E402

WORK = os.environ["KEEL_WORK"]
DATA = WORK + "/data"
# What GTK calls a widget that nobody has named.
CLASS_NAME = re.compile(r"\b(?:Gtk|Adw|Gdk|Keel)[A-Z]")
WORDS = re.compile(r"\b(urges?|cravings?|lapse[sd]?|relaps\w+|sober)\b", re.IGNORECASE)

if not shutil.which("orca"):
    print("1..0 # SKIP Orca is not installed")
    sys.exit(0)

keel = None
tap = Tap()
ear = Listener(WORK + "/orca")


def note(what, said):
    if os.environ.get("KEEL_TRANSCRIPT"):
        with open(os.environ["KEEL_TRANSCRIPT"], "a", encoding="utf-8") as transcript:
            transcript.write(what + "\n" + "".join(f"    {line}\n" for line in said))


def hear(what, *words):
    """Listens until all @words were said, and nothing that does not belong here."""
    said = ear.hear_all(words)
    note(what, said)
    for line in said:
        if CLASS_NAME.search(line) or WORDS.search(line):
            raise Missing(f"{what}: Orca says “{line}”")
    missing = [word for word in words if not any(word in line for line in said)]
    if missing:
        raise Missing(f"{what}: Orca did not say {missing}, but: {said}\n{keel.outline() if keel else ''}")


def start():
    global keel
    hear("Orca starts", "Screen reader on")
    os.makedirs(DATA, mode=0o700)
    subprocess.run([f"{sys.argv[1]}/src/cli/keelctl", "--data-dir", DATA, "profile", "create", "Ira", "--pages", "family"], check=True,
                   stdout=subprocess.DEVNULL)
    keel = Keel(sys.argv[1], DATA, "--profile", "Ira", page="family")
    tap.keel = keel
    keel.wait(keel.takes_keys, "the keyboard")
    note("it opens", ear.hear_all(["Family"], timeout=5))


def tab_to(*words):
    """With the keyboard alone, as far as it takes."""
    said = []
    for _ in range(14):
        keel.keys("Tab")
        new = ear.hear_all(words, timeout=3)
        note("Tab", new)
        said += new
        if any(CLASS_NAME.search(line) or WORDS.search(line) for line in new):
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
