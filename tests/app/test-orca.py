#!/usr/bin/env python3
"""The whole way by ear: Orca itself listens to the real window, and what it says is written down by a voice of
ours. usage: test-orca.py BUILD; with KEEL_TRANSCRIPT=FILE what was said is also kept there."""
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, HERE + "/orca"]
from listener import Listener  # noqa: E402
from window import Keel, Tap, name_of  # noqa: E402

WORK = os.environ["KEEL_WORK"]
FEEDS = os.environ["KEEL_FIXTURES"] + "/feeds"

if not shutil.which("orca"):
    print("1..0 # SKIP Orca is not installed")
    sys.exit(0)

keel = None
tap = Tap()
ear = Listener(WORK + "/orca")


def key(keys, *words):
    keel.keys(keys)
    ear.hear(keys, *words)


def start():
    global keel
    ear.hear("Orca starts", "Screen reader on")
    keel = Keel(sys.argv[1], WORK + "/data")
    tap.keel = keel
    ear.hear("an empty profile", "Add a Meeting I Know", "You follow no meetings yet")


def tab_around():
    key("Tab", "Import a List push button")
    for page in ("Today", "Meetings", "Worksheets", "Coping", "Progress"):
        key("Tab", page + " page tab")
    for button in ("Add or import", "An Urge", "Help now", "Main Menu"):
        key("Tab", button + " push button")
    key("Tab", "Calendar", "selected radio button")
    key("Tab", "Find", "not selected radio button")
    key("Tab", "No meetings yet", "Add a Meeting I Know push button")


def add():
    key("Return", "Add a Meeting", "Name, for example")
    keel.type("Candle")
    key("Tab", "What it is", "selected radio button")
    key("Tab", "How often", "selected radio button")
    key("Tab", "Weekdays", "check box")
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
    ear.hear("the file dialog", "s", "o", "n", wrong=None)  # GTK's own dialog: Orca spells it out, and would miss the next window meanwhile
    keel.keys("Return")
    ear.hear("the file is chosen", "Import a List", "Import push button", wrong=None)
    key("Return", "13 read, 14 added")
    key("Escape", "Candle")


def find():
    key("ctrl+f", "Search meetings")
    keel.type("first light")
    ear.hear("typing", "1 meeting")
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
