#!/usr/bin/env python3
"""The walk goes on with lists: what is found, followed and lost, what cannot be opened, and all of it in a narrow window; each state
read as a screen reader reads it."""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from walking import (FIXTURES, PIER, check, escape, expect_focus, keel, open_import, opened_links, search_for,  # noqa: E402
                     show_find, show_meeting, titles, wait_link, walk, write)
from window import expect, text_of  # noqa: E402


def see_lists():
    keel.wait_text("No meetings yet")
    keel.stop()
    keel.keelctl("import", FIXTURES + "/harbour-bmlt.json", "--formats", FIXTURES + "/harbour-bmlt-formats.json", "--timezone", "America/New_York")
    keel.keelctl("import", write("pier.json", PIER), "--program", "na")
    keel.start()
    keel.wait(keel.takes_keys, "the keyboard")
    show_find()
    keel.wait_text("Sunday Anchors")


def see_search():
    keel.type("pier")
    keel.wait(lambda: keel.shows("Pier Morning") and not keel.shows("Sunday Anchors"), "the meetings of the pier")
    keel.press("Online", None, exact=False)
    keel.wait(lambda: not keel.shows("Pier Morning"), "those online")
    check("find-filtered")
    keel.type("zzz")
    keel.wait_text("No meeting has all of this")
    check("find-nothing")
    keel.press("Show All Meetings")
    keel.wait_text("Sunday Anchors")
    expect_focus("Search meetings")
    keel.type("x")
    keel.keys("Escape")
    keel.wait_text("Sunday Anchors")


def see_details():
    for name, shown, hidden in (
            ("Pier Hybrid", "Join on meet.example.org", "By appointment"),
            ("Pier Far", "Tokyo", "Pier House"),
            ("Pier Unsafe", "Follow", "evil.example"),
            ("By Appointment", "Add It as a Meeting I Know", "Following"),
            ("Donaudampf", "Follow", "Join on"),
            ("שלום", "Follow", "Join on")):
        show_meeting(name)
        keel.wait_text(shown)
        expect(not keel.shows(hidden), f"no “{hidden}” at {name}")
        check("details-" + name.split()[-1])
        keel.keys("Escape")
        keel.wait(lambda: not keel.shows("Details of the meeting"), "the details to close")


def open_links():
    show_meeting("Pier Hybrid")
    keel.press("Join on meet.example.org")
    wait_link("https://meet.example.org/j/77?pwd=a")
    keel.press("See its page on pier.example.org")
    wait_link("https://pier.example.org/hybrid/")
    with open(opened_links, encoding="utf-8") as links:
        expect(len(links.read().splitlines()) == 2, "each once, and nothing else")


def add_by_appointment():
    show_meeting("By Appointment")
    keel.press("Add It as a Meeting I Know")
    keel.wait_text("Add a Meeting")
    expect(any(text_of(node) == "Pier By Appointment" for node in keel.visible()), "its name is filled in")
    check("add-known")
    escape("Add a Meeting")
    expect_focus("Add It as a Meeting I Know")


def follow_and_lose():
    """What its list no longer has is kept, and told in the result, in the calendar and in the details."""
    show_meeting("Pier Gone")
    keel.press("Follow")
    keel.wait_text("When do you want to be reminded?")
    keel.keys("Return")
    keel.wait_text("You follow Pier Gone")
    expect_focus("Change Reminders")
    check("details-following")
    rest = [row for row in PIER if row["slug"] != "pier-gone"]
    open_import(write("pier.json", rest))
    keel.press("Import")
    keel.wait_text("no longer in its list")
    keel.find("Stop following Pier Gone")
    check("import-vanished")
    escape("Import a List")
    keel.wait_text("no longer has this meeting")
    check("details-vanished")
    keel.press("Calendar", None)
    keel.wait_text("No longer in the list")
    check("agenda-vanished")
    keel.keys("Escape")


def fail_to_search():
    directory = keel.profile_file("directory.db")
    moved = directory + ".away"
    search_for("anchor")
    keel.wait_text("1 meeting")
    with sqlite3.connect(directory) as database:
        database.execute("ALTER TABLE meeting RENAME TO meeting_away")
    keel.keys("ctrl+a")
    keel.type("pier")
    keel.wait_text("Your lists could not be searched")
    check("find-failed")
    with sqlite3.connect(directory) as database:
        database.execute("ALTER TABLE meeting_away RENAME TO meeting")
    keel.press("Try Again")
    keel.wait_text("Pier Morning")
    assert not os.path.exists(moved)


def fit_narrow():
    keel.resize(360, 640)
    for page in ("Calendar", "Find"):
        keel.press(page, None)
        keel.pause(0.5)
        check("narrow-" + page.lower())
        keel.check_extents()
    show_meeting("Donaudampf")
    keel.pause(0.5)
    check("narrow-details-long")
    keel.check_extents()
    keel.keys("Escape")
    show_meeting("Pier Far")
    keel.pause(0.5)
    check("narrow-details")
    keel.check_extents()
    keel.keys("alt+Left")
    keel.wait(lambda: not keel.shows("Details of the meeting"), "the way back")
    keel.keys("ctrl+n")
    keel.wait_text("Add a Meeting")
    keel.resize(360, 640)
    check("narrow-add")
    keel.check_extents()
    escape("Add a Meeting")
    keel.resize(900, 680)


def fail_to_open():
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {version + 1}")
    keel.start()
    keel.wait_text("Your profile could not be opened")
    expect(keel.shows("written by a newer Keel"), "it says why")
    check("failed-newer")
    keel.keys("ctrl+n", "ctrl+o", "ctrl+f")
    expect(len(titles()) == 1, "nothing opens without a profile")
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        database.execute(f"PRAGMA user_version = {version}")
    keel.press("Try Again")
    keel.wait_text("Pier Gone")
    check("opened-again")


def wait_for_another():
    keel.stop()
    database = sqlite3.connect(keel.profile_file("journal.db"), isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    keel.start()
    keel.wait_text("Your profile could not be opened", 40)
    expect(keel.shows("Another Keel is writing just now"), "it says why")
    check("failed-busy")
    database.execute("ROLLBACK")
    database.close()
    keel.press("Try Again")
    keel.wait_text("Pier Gone")


def tell_reminder_trouble():
    keel.stop()
    keel.stop_reminders()
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        series = database.execute("SELECT uuid FROM series WHERE deleted_at IS NULL").fetchone()[0]
    with sqlite3.connect(keel.profile_file("reminders.db")) as database:
        database.execute("INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome, reason)"
                         " VALUES (?, 29739000, 29739000, 30, 1795000000, 1795000000000000, 0, 'failed', 'no server')", [series])
    keel.start()
    keel.wait_text("could not be shown: nothing on this computer shows notifications")
    check("reminder-trouble")


walk((
    ("lists of meetings", see_lists),
    ("searches and filters", see_search),
    ("the details of all kinds of meetings", see_details),
    ("links go to the browser as they are", open_links),
    ("a meeting by appointment can be added", add_by_appointment),
    ("a followed meeting that vanished is told three times", follow_and_lose),
    ("a search that fails", fail_to_search),
    ("nothing is wider than a narrow window", fit_narrow),
    ("a profile of a newer Keel", fail_to_open),
    ("a profile that another Keel holds", wait_for_another),
    ("a reminder that could not be shown", tell_reminder_trouble)))
