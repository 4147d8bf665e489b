#!/usr/bin/env python3
"""Help now as the desktop's menu starts it, on a computer without any network: the numbers, the steps and what the person
likes to do are there. Where the system lends no network of one's own, this is skipped."""
import configparser
import os
import shlex
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import BUTTONS, Keel, Tap, expect, name_of, role_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
WRAPPED = WORK + "/alone"
# With a folder in SHOTS, pictures are taken on the way.
SHOTS = os.environ.get("SHOTS")

keel = None
tap = Tap()


def find_way():
    for way in (["unshare", "-n"], ["unshare", "-rn"]):
        # Even what is on this computer itself has no address then.
        seen = subprocess.run([*way, "cat", "/proc/net/route"], capture_output=True, text=True, check=False)
        if seen.returncode == 0 and len(seen.stdout.splitlines()) <= 1:
            return way
    return None


def wrap(way):
    """A build whose keel has no network."""
    os.makedirs(WRAPPED + "/src/app")
    with open(WRAPPED + "/src/app/keel", "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nexec {shlex.join(way)} {shlex.quote(BUILD)}/src/app/keel \"$@\"\n")
    os.chmod(WRAPPED + "/src/app/keel", 0o755)


def read_action():
    """What the action of the desktop entry adds to the call."""
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(BUILD + "/data/app.keel.Keel.desktop", encoding="utf-8")
    expect("help-now" in entry["Desktop Entry"]["Actions"].split(";"), "the action is in the menu")
    words = entry["Desktop Action help-now"]["Exec"].split()
    expect(os.path.basename(words[0]) == "keel", f"it starts keel: {words}")
    return words[1:]


def start(*arguments):
    global keel
    keel = Keel(WRAPPED, WORK + "/data", *arguments, environment={"TZ": "Europe/London", "LC_ALL": "C.UTF-8"})
    tap.keel = keel


def offered():
    names = [name_of(node) for node in keel.visible() if role_of(node) in BUTTONS]
    return [name for name in names if name in ("Long breath out", "Five things you can see", "Wait 15 minutes", "Urge surfing")]


def first_start():
    """It is there at the first start, too, when nobody was asked for anything yet."""
    start(*read_action())
    keel.wait_text("If a life is in danger, call now.")
    keel.press("Choose Your Country…")
    keel.wait(lambda: keel.focus() and "EditableText" in keel.focus().interfaces, "the search")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.type("united k")
    keel.wait(lambda: any("United Kingdom" in name_of(node) for node in keel.visible()), "the country")
    keel.keys("Return")
    keel.wait_text("Call 999")
    keel.wait_text("Samaritans")
    keel.press("Opioid overdose")
    keel.wait_text("Where this is from")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("If a life is in danger, call now."), "Help now to be gone")


def in_profile():
    """With a profile, what is for everybody is offered, until there is something of one's own."""
    keel.stop()
    start()
    keel.wait_text("No meetings yet")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    keel.wait(lambda: offered() == ["Long breath out", "Five things you can see", "Wait 15 minutes"], f"three, not {offered()}")


def favourite():
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Something to do now"), "Help now to be gone")
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        for uuid, card, liked, hidden in (("00000000-0000-4000-8000-000000000001", "c01", 1, 0), ("00000000-0000-4000-8000-000000000002", "c39", 0, 1)):
            journal.execute("INSERT INTO strategy_mark (uuid, strategy, favourite, hidden, changed_at) VALUES (?, ?, ?, ?, 0)", (uuid, card, liked, hidden))
    keel.start()
    keel.wait_text("No meetings yet")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    keel.wait(lambda: offered() == ["Urge surfing", "Long breath out", "Wait 15 minutes"], f"the favourite first and nothing hidden, not {offered()}")
    keel.check_names()
    if SHOTS:
        keel.screenshot(SHOTS + "/offline.png")


found = find_way()
if found is None:
    print("1..0 # SKIP no network of one's own can be made here")
    sys.exit(0)
if SHOTS:
    os.makedirs(SHOTS, exist_ok=True)
wrap(found)
for title, function in (("from the menu of the desktop, without a network", first_start), ("in a profile", in_profile), ("what the person likes comes first", favourite)):
    tap.run(title, function)
keel.stop()
keel.stop_reminders()
tap.end()
