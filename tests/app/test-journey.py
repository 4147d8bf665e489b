#!/usr/bin/env python3
"""One meeting all the way in the real window: added by hand, imported, found, followed, seen in the
calendar; with every state on the way read as a screen reader reads it."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of  # noqa: E402

FIXTURES = os.environ["KEEL_FIXTURES"] + "/feeds"

work = os.environ["KEEL_WORK"]
keel = Keel(sys.argv[1], work + "/data")
tap = Tap(keel)


def followed():
    """The names of what has a date in the coming days, today in a week among them: today's may be over."""
    dates = {date["id"]: date["name"] for date in keel.keelctl("agenda", "--days", "8", "--json")}
    return sorted(dates.values())


def fill_in(path):
    """Names a file in the file dialog, which takes typing as a path."""
    keel.wait(lambda: any(name_of(n) == "Import a List" for n in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")


def start_empty():
    keel.wait_text("No meetings yet")
    keel.check_names()


def add_by_hand():
    keel.keys("ctrl+n")
    keel.wait_text("Add a Meeting")
    keel.check_names()
    keel.pause(0.4)
    keel.type("Candle Corner")
    keel.press("Tuesday")
    keel.set_text("Time, for example 19:00 or 7pm", "soon")
    keel.press("Add")
    keel.pause(0.5)
    expect(keel.shows("Add a Meeting"), "a time that is none is not taken")
    keel.check_names()
    keel.set_text("Time, for example 19:00 or 7pm", "7:30 pm")
    keel.press("Add")
    keel.wait(lambda: not keel.shows("Add a Meeting"), "the dialog to close")
    agenda = keel.keelctl("agenda", "--days", "8", "--json")  # twice, if today's is still to come
    expect(followed() == ["Candle Corner"], f"the agenda holds it once: {agenda}")
    expect(agenda[0]["local_start"].endswith("T19:30"), f"at half past seven: {agenda}")
    keel.wait(lambda: keel.keelctl("reminders", "status", "--json")["running"], "keel-reminders")
    keel.check_names()


def import_list():
    keel.keys("ctrl+o")
    fill_in(FIXTURES + "/harbour-meetings.json")
    keel.wait_text("Options of the import")
    keel.check_names()
    keel.press("Import")
    keel.wait_text("13 read, 14 added")
    keel.check_names()
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Import a List"), "the dialog to close")


def import_bad_file():
    path = work + "/page.json"
    with open(path, "w", encoding="utf-8") as page:
        page.write("<!DOCTYPE html><html><body>Sign in</body></html>")
    before = keel.keelctl("lists", "show", "--json")
    keel.keys("ctrl+o")
    fill_in(path)
    keel.wait_text("Options of the import")
    keel.press("Import")
    keel.wait_text("web page")
    expect(keel.shows("Nothing was changed"), "it says what is kept")
    keel.check_names()
    keel.keys("Escape", "Escape")
    keel.wait(lambda: not keel.shows("Import a List"), "the dialog to close")
    expect(keel.keelctl("lists", "show", "--json") == before, "nothing changed")


def search():
    keel.keys("ctrl+f")
    keel.pause(0.5)
    keel.check_names()
    keel.type("lant")
    keel.wait_text("3 meetings")
    expect(keel.shows("First Light") and not keel.shows("Candle Corner"), "search as you type")
    keel.type("zzzz")
    keel.wait(lambda: not keel.shows("First Light"), "no results")
    keel.check_names()
    keel.keys("BackSpace", "BackSpace", "BackSpace", "BackSpace")
    keel.wait_text("First Light")


def follow():
    keel.click(keel.find("First Light", Role.LABEL))
    keel.press("Follow")
    keel.wait_text("When do you want to be reminded?")
    keel.check_names()
    keel.keys("Return")
    keel.wait_text("Following")
    keel.check_names()
    expect(followed() == ["Candle Corner", "First Light"], f"both are followed: {followed()}")


def see_in_calendar():
    keel.press("Calendar", Role.TOGGLE_BUTTON if hasattr(Role, "NONE") else Role.PUSH_BUTTON)
    keel.wait_text("The coming days")
    expect(keel.shows("First Light") and keel.shows("Candle Corner"), "the calendar shows both")
    keel.check_names()


def unfollow_and_undo():
    keel.click(keel.find("First Light", Role.LABEL))
    keel.press("Unfollow")
    keel.wait(lambda: len(followed()) == 1, "one meeting")
    keel.check_names()
    keel.press("Undo")
    keel.wait(lambda: len(followed()) == 2, "both meetings")


def close_and_open():
    expect(keel.stop() == 0, "the window closes cleanly")
    expect(keel.keelctl("reminders", "status", "--json")["running"], "keel-reminders goes on")
    keel.start()
    keel.wait_text("First Light")


for name, step in (
        ("an empty profile offers the first step", start_empty),
        ("a meeting is added by hand with the keyboard", add_by_hand),
        ("a list is imported through the file dialog", import_list),
        ("a web page in place of a list is told as one", import_bad_file),
        ("meetings are found while typing", search),
        ("a meeting is followed with its reminder", follow),
        ("the calendar shows what is followed", see_in_calendar),
        ("unfollowing can be undone", unfollow_and_undo),
        ("keel-reminders goes on when the window closes", close_and_open)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
tap.end()
