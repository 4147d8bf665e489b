#!/usr/bin/env python3
"""The demo in the real window: it says that it is made up, and goes by one press and an answer. Nothing else goes with it."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Tap, expect  # noqa: E402

BUILD = sys.argv[1]
DATA = os.environ["KEEL_WORK"] + "/data"
BANNER = "Made-up data: this is a demo profile"


class First(Keel):
    """Makes the profiles before the window opens."""

    def start(self):
        self.keelctl("profile", "create", "Mine", "--json")
        card = self.keelctl("demo", "create", "--json")
        self.arguments += ("--profile", card["id"])
        super().start()


def profiles():
    return [card["name"] for card in keel.keelctl("profile", "--json")]


def marked():
    keel.wait_text(BANNER)
    expect(len(profiles()) == 2, f"a profile and a demo, not {profiles()}")
    keel.check_names()


def lived_in():
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("alt+1")
    for words in ("Harbour Lights", "Alcohol", "Morning tablet"):
        keel.wait_text(words)


def kept():
    keel.press("Remove Demo…")
    keel.wait_text("Remove the demo?")
    keel.press("Keep")
    keel.wait(lambda: not keel.shows("Remove the demo?"), "the question to go")
    expect(len(profiles()) == 2 and keel.shows(BANNER), "nothing was removed")


def removed():
    keel.press("Remove Demo…")
    keel.wait_text("Remove the demo?")
    keel.press("Remove")
    keel.wait(lambda: profiles() == ["Mine"], "the demo to go")
    keel.wait(lambda: keel.windows() and keel.find_program() and not keel.shows(BANNER), "the other profile")
    keel.find("Main Menu")
    expect(not keel.shows(BANNER), "the person's own profile is none")


def from_the_welcome():
    """Whoever is new looks around, goes back to a profile of their own, and the welcome waits there."""
    global keel
    keel.process.terminate()
    keel.process.wait(20)
    keel.stop_reminders()
    keel = tap.keel = Keel(BUILD, DATA + "-new", environment={"LC_ALL": "C.UTF-8"}, page=None)
    keel.press("Look Around with Made-up Data")
    keel.wait_text(BANNER)
    keel.press("Remove Demo…")
    keel.wait_text("Remove the demo?")
    keel.press("Remove")
    keel.wait(lambda: len(profiles()) == 1, "the demo to go")
    keel.find("Look Around with Made-up Data")


keel = First(BUILD, DATA, environment={"LC_ALL": "C.UTF-8"})
tap = Tap(keel)
tap.run("a demo is marked", marked)
tap.run("a year is in it", lived_in)
tap.run("it stays where that is wanted", kept)
tap.run("it goes, and nothing else", removed)
tap.run("a way in for whoever is new", from_the_welcome)
keel.process.terminate()
keel.stop_reminders()
tap.end()
