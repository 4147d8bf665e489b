#!/usr/bin/env python3
"""The whole way by ear: Orca itself listens to the real window, and what it says is written down by a voice of
ours. usage: test-orca.py BUILD; with KEEL_TRANSCRIPT=FILE what was said is also kept there."""
import os
import re
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, HERE + "/orca"]
from listener import Listener  # noqa: E402
from window import Keel, Missing, Tap, name_of  # noqa: E402

WORK = os.environ["KEEL_WORK"]
FEEDS = os.environ["KEEL_FIXTURES"] + "/feeds"
# What GTK calls a widget that nobody has named.
CLASS_NAME = re.compile(r"\b(?:Gtk|Adw|Gdk|Keel)[A-Z]")

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


def hear(what, *words, ours=True):
    """Listens until all @words were said. GTK's own dialogs have names of classes in them."""
    said = ear.hear_all(words)
    note(what, said)
    for line in said:
        if ours and CLASS_NAME.search(line):
            raise Missing(f"{what}: “{line}” is the name of a class")
    missing = [word for word in words if not any(word in line for line in said)]
    if missing:
        raise Missing(f"{what}: Orca did not say {missing}, but: {said}\n{keel.outline()}")


def key(keys, *words):
    keel.keys(keys)
    hear(keys, *words)


def start():
    global keel
    hear("Orca starts", "Screen reader on")
    keel = Keel(sys.argv[1], WORK + "/data")
    tap.keel = keel
    hear("an empty profile", "Add a Meeting I Know", "You follow no meetings yet")


def tab_around():
    key("Tab", "Import a List push button")
    key("Tab", "Add or import push button")
    key("Tab", "Main Menu push button")
    key("Tab", "Calendar", "selected radio button")
    key("Tab", "Find", "not selected radio button")
    key("Tab", "No meetings yet", "Add a Meeting I Know push button")


def add():
    key("Return", "Add a Meeting", "Name, for example")
    keel.type("Candle")
    key("Tab", "What it is", "selected radio button")
    key("Tab", "How often", "selected radio button")
    key("Tab", "Weekdays", "check box checked")
    key("Tab", "Time, for example")
    keel.type("soon")
    key("Return", "Write the time as 19:00")
    key("ctrl+a", "selected")
    keel.type("7pm")
    key("Return", "Candle is added. Reminders: 30 minutes before.")


def import_list():
    keel.keys("ctrl+o")
    keel.wait(lambda: any(name_of(node) == "Import a List" for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.type(FEEDS + "/harbour-meetings.json")
    hear("the file dialog", "s", "o", "n", ours=False)  # Orca spells it out, and would miss the next window meanwhile
    keel.keys("Return")
    hear("the file is chosen", "Import a List", "Import push button", ours=False)
    key("Return", "13 read, 14 added")
    key("Escape", "Candle")


def find():
    key("ctrl+f", "Search meetings")
    keel.type("first light")
    hear("typing", "1 meeting")
    key("Tab", "Filters")
    key("Tab", "When and how to take part", "Happening now", "check box not checked")
    key("Tab", "Meetings found", "First Light, Lantern House, Coast, Saltmarsh")


def follow():
    key("Return", "First Light", "Follow push button")
    key("Return", "Reminders", "Follow push button")
    key("Tab", "at the start check box not checked")
    key("shift+Tab", "Follow push button")
    key("Return", "You follow First Light. Reminders: 30 minutes before.")
    key("Tab", "Unfollow push button")
    key("Return", "You no longer follow First Light")


def menu():
    key("F10", "Main Menu", "Lists")
    key("Escape", "push button")


try:
    for name, step in (
            ("an empty profile says where to begin", start),
            ("Tab leads around the window", tab_around),
            ("a meeting is added, with an error on the way", add),
            ("a list is imported", import_list),
            ("a meeting is found", find),
            ("a meeting is followed and unfollowed", follow),
            ("the menu is opened", menu)):
        tap.run(name, step)
finally:
    if keel:
        keel.stop()
        keel.stop_reminders()
    ear.stop()
    if os.environ.get("KEEL_ORCA_LOGS"):
        shutil.copytree(WORK + "/orca", os.environ["KEEL_ORCA_LOGS"], dirs_exist_ok=True)
tap.end()
