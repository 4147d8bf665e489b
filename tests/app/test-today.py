#!/usr/bin/env python3
"""The pages of the main window and the page of today in the real window: what a new profile offers; the tabs, by keyboard
too; the next meeting; what one writes every day in one press, once a day; where one goes on, and where one is in a program;
what nobody else is to find stays open behind no other page; a file of Keel's that is broken is named, and what of one's own is."""
import contextlib
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, has, name_of, role_of  # noqa: E402
from accessible import State  # noqa: E402

SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
PICTURES = os.environ.get("KEEL_PICTURES")
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def wait_focus(name):
    keel.wait(lambda: keel.focus() and name in map(name_of, keel.line_of(keel.focus())[:3]), f"the focus on “{name}”")


def tabs():
    return [node for node in keel.visible() if role_of(node) == Role.PAGE_TAB]


def open_row(name):
    keel.wait(lambda: rows(name), name)
    keel.focus_row(rows(name)[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)


def new_profile():
    keel.wait_text("A program")
    expect(keel.shows("A meeting") and keel.shows("How is it right now?"), "three cards")
    expect(not any(keel.shows(words) for words in ("Every day", "My days", "My reasons", "Also today", "Reminders")), "and not ten")
    expect(not rows(""), "nothing is to be done yet")
    wait_focus("Add a Meeting I Know")
    expect(not keel.shows("You follow no meetings yet"), "what is of another page is not told here")
    keel.check_names()
    picture("new")
    keel.keys("alt+3")
    wait_focus(SEARCH)


def pages():
    expect([name_of(tab) for tab in tabs()] == ["Today", "Meetings", "Worksheets", "Coping", "Progress"], f"five tabs: {[name_of(tab) for tab in tabs()]}")
    keel.wait(lambda: [has(tab, State.SELECTED) for tab in tabs()] == [False, False, True, False, False], "the third to be chosen")
    keel.keys("alt+2")
    keel.wait_text("No meetings yet")
    wait_focus("Add a Meeting I Know")
    expect(not keel.shows("A program"), "what is behind is not heard")
    keel.find("Add or import", Role.PUSH_BUTTON)
    keel.keys("alt+1")
    keel.wait_text("A program")
    expect(not any(name_of(node) == "Add or import" for node in keel.visible()), "the button belongs to Meetings")
    keel.keys("ctrl+Page_Up")
    keel.wait(lambda: has(tabs()[4], State.SELECTED), "the last, before the first")
    keel.keys("ctrl+Page_Up")
    keel.wait_text("What is going on?")
    keel.keys("ctrl+Page_Up")
    wait_focus(SEARCH)
    keel.keys("alt+5")
    keel.wait(lambda: has(tabs()[4], State.SELECTED), "the last")
    keel.keys("ctrl+Page_Down")
    keel.wait_text("A program")
    keel.resize(360, 640)
    keel.wait(lambda: len(tabs()) == 5, "the tabs, once")
    keel.wait(lambda: all(tab.get_extents().y > 400 for tab in tabs()), "them to be at the bottom")
    keel.check_extents()
    keel.check_names()
    picture("narrow")
    keel.resize(900, 680)


def none_followed():
    """Whoever wrote and follows no meeting is not told of the next two weeks."""
    keel.stop()
    keel.keelctl("programs", "choose", "aa")
    keel.start()
    keel.wait_text("You do not follow a meeting yet.")
    expect(not keel.shows("next two weeks"), "only that")
    keel.wait(keel.takes_keys, "the keyboard")
    picture("no-meeting")
    keel.stop()
    keel.keelctl("programs", "drop", "aa")


def meeting():
    start = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 2 * 3600 + 10 * 60))
    keel.keelctl("follow", "--new", "Candlelight", "--start", start, "--zone", "UTC", "--rrule", "FREQ=WEEKLY", "--link",
                 "https://meet.example.org/abc")
    keel.arguments = ("--page", "meetings")
    keel.start()
    keel.wait_text("You follow 1 meeting.")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("alt+1")
    keel.wait_text("Candlelight")
    keel.wait(lambda: not keel.shows("You follow 1 meeting."), "what was said on the other page to stay there")
    keel.keys("alt+2")
    keel.wait_text("You follow 1 meeting.")
    keel.keys("alt+1")
    keel.arguments = ("--page", "today")
    keel.wait(lambda: any(keel.shows(f"in 2 hours, {minutes} minutes") for minutes in (8, 9, 10)), "how long it is until then")
    keel.find("Join on meet.example.org", Role.PUSH_BUTTON)
    keel.press("Details")
    keel.find("Close the details", Role.PUSH_BUTTON)
    keel.keys("alt+1")


def daily():
    keel.wait(lambda: rows(""), "what one writes every day")
    expect(len(rows("")) <= 4, f"a handful: {rows('')}")
    first = rows("")[0]
    name = first.split(",")[0]
    name = "Hungry, angry, lonely, tired" if name == "Hungry" else name
    keel.check_names()
    picture("today")
    open_row(name)
    keel.set_text("A title of your own, if you like", "Quiet")
    keel.wait(lambda: keel.read_journal("SELECT count (*) FROM entry") == [(1,)], "it to be saved")
    keel.keys("alt+1")
    keel.wait(lambda: any("Written today" in row for row in rows(name)), "that it was written")
    picture("written")
    open_row(name)
    keel.wait(lambda: keel.shows("Quiet"), "the same page again")
    expect(keel.read_journal("SELECT count (*) FROM entry") == [(1,)], "one a day")
    keel.press(BACK)
    keel.find(SEARCH)


def go_on():
    keel.set_text(SEARCH, "Goal for the week")
    open_row("Goal for the week")
    keel.set_text("A title of your own, if you like", "Walk more")
    keel.wait(lambda: keel.read_journal("SELECT count (*) FROM entry") == [(2,)], "it to be saved")
    keel.keys("alt+1")
    keel.wait(lambda: rows("Walk more"), "where one goes on")
    open_row("Walk more")
    expect(not tabs(), "a page of paper stands alone")
    keel.keys("alt+1")
    keel.wait(lambda: len(tabs()) == 5, "the tabs again")
    keel.keys("alt+3")
    keel.find(BACK, Role.PUSH_BUTTON)
    keel.keys("Escape")
    keel.find(SEARCH)


def close_windows():
    """All but the main one; a window that has just come may not have the keyboard yet."""
    end = time.monotonic() + 60
    while len(keel.windows()) > 1:
        expect(time.monotonic() < end, "Escape closes a window")
        before = len(keel.windows()), keel.describe_focus()
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            keel.wait(lambda before=before: (len(keel.windows()), keel.describe_focus()) != before, "the window behind", 3)


def place():
    keel.keelctl("programs", "choose", "aa")
    keel.keys("alt+1")
    expect(not rows("Step "), "nothing is told where nothing was said")
    keel.press("Main Menu", Role.TOGGLE_BUTTON)
    keel.press("Programs", Role.MENU_ITEM)
    keel.wait_text("Your programs")
    keel.wait(lambda: rows("Alcoholics Anonymous"), "the program")
    keel.focus_row(rows("Alcoholics Anonymous")[0])
    keel.keys("Return")
    keel.wait(lambda: rows("Step 4"), "the steps")
    keel.focus_row(rows("Step 4")[0])
    keel.keys("Return")
    keel.press("Working on it", Role.RADIO_BUTTON)
    keel.wait_journal("SELECT state FROM part_progress", [("working",)], "it to be said")
    close_windows()
    keel.wait(lambda: rows("Step 4"), "where one is")
    expect(len(rows("Step ")) == 1, "one line")
    picture("place")
    keel.focus_row(rows("Step 4")[0])
    keel.keys("Return")
    keel.wait_text("You are working on")
    close_windows()


def secret():
    keel.keys("alt+3")
    keel.set_text(SEARCH, "Safety at home")
    open_row("Safety at home")
    keel.set_text("A title of your own, if you like", "Blue door")
    keel.wait(lambda: keel.read_journal("SELECT count (*) FROM entry WHERE title = 'Blue door'") == [(1,)], "it to be saved")
    keel.keys("alt+1")
    keel.wait(lambda: len(tabs()) == 5, "the tabs")
    keel.wait(lambda: not any("Blue door" in name_of(node) for node in keel.everything()), "nothing of it to be left")
    keel.keys("alt+3")
    keel.find(SEARCH)
    expect(not keel.shows("Blue door"), "nobody is told of it")


def damage():
    """One's own, as a disk may spoil it."""
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as database:
        database.execute("INSERT INTO program (uuid, code, xml, changed_at) VALUES ('p', 'own-p', '<program', 1)")
        for name in ("a", "b"):
            database.execute("INSERT INTO own_template (uuid, id, xml, changed_at) VALUES (?, ?, '<worksheet', 1)", (name, "own-" + name))


def broken():
    """As GLib puts a file in the place of one that was built in."""
    keel.stop()
    damage()
    folder = os.environ["KEEL_WORK"] + "/content/worksheets"
    os.makedirs(folder)
    with open(folder + "/w45.xml", "w", encoding="utf-8") as file:
        file.write("<worksheet")
    keel.environment["G_RESOURCE_OVERLAYS"] = "/app/keel/Keel/content=" + os.path.dirname(folder)
    keel.start()
    keel.wait_text("1 of Keel’s files cannot be read")
    keel.wait_text("2 of your own worksheets could not be read")
    keel.wait_text("1 program of your own cannot be read")
    keel.wait(keel.takes_keys, "the keyboard")
    picture("broken")
    keel.press("Details")
    keel.wait_text("w45.xml")
    picture("broken-details")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("w45.xml"), "the details to be closed")
    keel.press("Dismiss")
    keel.wait(lambda: not keel.shows("cannot be read"), "it to be gone")
    expect(rows("Walk more"), "everything else works")


for title, function in (("a new profile", new_profile), ("the pages, by keyboard, wide and narrow", pages),
                        ("no meeting is followed", none_followed), ("the next meeting", meeting), ("what one writes every day", daily), ("where one goes on", go_on),
                        ("where one is in a program", place), ("what nobody else is to find", secret),
                        ("files that are broken, and what is one's own", broken)):
    tap.run(title, function)
keel.stop()
keel.stop_reminders()
tap.end()
