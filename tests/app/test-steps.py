#!/usr/bin/env python3
"""The parts of a program in the real window: a step is worked on, a page is begun for it, it is shared, and each of that is
taken back; a page is linked with a meeting and found there; a worksheet has a reminder, whose notification leads to it."""
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from window import Keel, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
BACK = "Back to the worksheets"
DATA = os.environ["KEEL_WORK"] + "/data"
shots = os.environ.get("KEEL_SHOTS")
keel = Keel(sys.argv[1], DATA)
tap = Tap(keel)


def look(name):
    keel.check_names()
    keel.check_extents()
    if shots:
        keel.pause(0.6)
        keel.screenshot(f"{shots}/steps-{name}.png")


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def said(part=4):
    return keel.read_journal("SELECT state, shared_at IS NOT NULL, shared_with, note FROM part_progress"
                             " WHERE program = 'aa' AND part = ? AND deleted_at IS NULL", part)


def wait_said(wanted, what):
    keel.wait(lambda: said() == wanted, f"{what}; it is {said()}")


def menu(item):
    keel.press("More for this page", TOGGLE)
    keel.press(item, Role.MENU_ITEM)


def begin():
    keel.wait_text("No meetings yet")
    keel.keelctl("programs", "choose", "aa")
    keel.keelctl("follow", "--new", "Candle Corner", "--start", "2026-12-01T19:00", "--zone", "Europe/Berlin")
    keel.press("Main Menu", TOGGLE)
    keel.press("Programs", Role.MENU_ITEM)
    keel.wait_text("Your programs")
    keel.wait(lambda: rows("Alcoholics Anonymous"), "the program")
    keel.focus_row(rows("Alcoholics Anonymous")[0])
    keel.keys("Return")
    keel.wait_text("When you are ready, you could go on here")
    expect(len(rows("Step ")) == 12, f"twelve steps: {rows('Step ')}")
    look("none")


def open_step():
    keel.focus_row(rows("Step 4 · ")[0])
    keel.keys("Return")
    keel.find("Working on it", Role.RADIO_BUTTON)
    keel.wait_text("AA: Step 4")
    titles = [name_of(window) for window in keel.windows()]
    expect("Part" in titles and not any("AA" in title for title in titles), f"windows that tell of no program: {titles}")


def work():
    open_step()
    look("step")
    keel.press("Working on it", Role.RADIO_BUTTON)
    wait_said([("working", 0, None, None)], "it to be worked on")
    keel.press("Undo")
    wait_said([], "nothing to be said of it again")
    keel.press("Working on it", Role.RADIO_BUTTON)
    wait_said([("working", 0, None, None)], "it to be worked on")


def share():
    keel.press("Shared with my sponsor…")
    keel.find("Save", Role.PUSH_BUTTON)
    look("shared")
    keel.set_text("Date (year-month-day)", "2026-02-30")
    keel.press("Save")
    keel.wait_text("Write the date as year-month-day")
    keel.set_text("Date (year-month-day)", "2026-01-02")
    keel.set_text("With whom, if you like", "Samira ü")
    keel.press("Save")
    wait_said([("working", 1, "Samira ü", None)], "it to be shared")
    keel.wait_text("2 January")
    keel.press("Undo")
    wait_said([("working", 0, None, None)], "it not to be shared")


def note():
    keel.click(keel.find("A private note", Role.TEXT))
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "A private note", "the focus in the note")
    keel.type("by the river")
    wait_said([("working", 0, None, "by the river")], "the note")
    lose_nothing()
    keel.keys("Escape")
    keel.press("Undo")
    wait_said([("working", 0, None, None)], "no note")
    keel.wait_text("You are working on")
    look("working")


def change_journal(sql):
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as database:
        database.execute(sql)


def lose_nothing():
    """A note that cannot be saved stays, and its window with it."""
    change_journal("CREATE TRIGGER full BEFORE UPDATE ON part_progress BEGIN SELECT RAISE (ABORT, 'full'); END")
    keel.keys("End")
    keel.type(" bank")
    keel.keys("Escape")
    keel.wait(lambda: any(
        "Nothing was changed." in text_of(node) for node in keel.visible()), "what went wrong")
    expect(not keel.shows("Your note is kept."), "nobody says that it was kept")
    keel.keys("Escape")
    keel.wait_text("Close without saving?")
    keel.press("Stay")
    keel.find("A private note", Role.TEXT)
    change_journal("DROP TRIGGER full")
    keel.keys("BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "End")
    keel.type("!")
    wait_said([("working", 0, None, "by the river!")], "the note")


def write():
    keel.press("Write: Resentment list")
    keel.find(BACK)
    keel.wait(keel.takes_keys, "the keyboard")
    keel.wait_text("Belongs to AA: Step 4")
    keel.wait(lambda: keel.focus() and "row 1" in name_of(keel.focus()), "the focus in the table")
    keel.type("My boss")
    keel.wait_journal("SELECT worksheet, link, target FROM entry", [("w01", "part", "aa/4")], "the entry of the step")
    look("page")


def link():
    menu("Link…")
    keel.wait_text("What does this page belong to?")
    look("link")
    keel.set_text("Type to find", "Candle")
    keel.wait(lambda: rows("Candle Corner"), "the meeting")
    keel.focus_row(rows("Candle Corner")[0])
    keel.keys("Return")
    target = "SELECT link, target = (SELECT uuid FROM series) FROM entry"
    keel.wait_journal(target, [("series", 1)], "the meeting as its link")
    keel.press("Undo")
    keel.wait_journal("SELECT target FROM entry", [("aa/4",)], "the step as its link")
    menu("Link…")
    keel.set_text("Type to find", "Candle")
    keel.wait(lambda: rows("Candle Corner"), "the meeting")
    keel.focus_row(rows("Candle Corner")[0])
    keel.keys("Return")
    keel.wait_journal(target, [("series", 1)], "the meeting as its link")
    menu("Shared…")
    keel.press("Save")
    keel.wait_journal("SELECT shared_at IS NOT NULL, shared_with FROM entry", [(1, "sponsor")], "it to be shared")
    keel.wait_text("Shared on")
    look("shared-page")
    keel.press("Undo")
    keel.wait_journal("SELECT shared_at IS NOT NULL, shared_with FROM entry", [(0, None)], "it not to be shared")


def meeting():
    keel.press("Belongs to Candle Corner")
    keel.find("Write for This Meeting…")
    keel.wait(lambda: rows("Resentment list"), "what was written for it")
    look("meeting")
    keel.focus_row(rows("Resentment list")[0])
    keel.keys("Return")
    keel.find(BACK)
    keel.wait_text("Belongs to Candle Corner")


PROMPT = "SELECT kind, subject, text, open FROM prompt WHERE deleted_at IS NULL"


def remind():
    menu("Remind Me…")
    keel.find("Save", Role.PUSH_BUTTON)
    look("remind")
    keel.set_text("Time, for example 19:00 or 7pm", "99")
    keel.press("Save")
    keel.wait_text("Write a time")
    keel.set_text("Time, for example 19:00 or 7pm", "21:30")
    keel.press("Save")
    keel.wait_journal(PROMPT, [("worksheet", "w01", "discreet", 0)], "the reminder")
    keel.press("Undo")
    keel.wait_journal(PROMPT, [], "no reminder")
    menu("Remind Me…")
    keel.press("Save")
    keel.wait_journal(PROMPT, [("worksheet", "w01", "discreet", 0)], "the reminder")
    with open(keel.profile_file("reminders.db"), "rb") as file:
        data = file.read()
    expect(b"w01" not in data and b"Resentment" not in data, "nothing of it in reminders.db")
    menu("Remind Me…")
    keel.press("No Reminder")
    keel.wait_journal(PROMPT, [], "no reminder any more")
    keel.press("Undo")
    keel.wait_journal(PROMPT, [("worksheet", "w01", "discreet", 0)], "it again")


def shown():
    """What a notification's Show does."""
    keel.press(BACK)
    uuid = keel.read_journal("SELECT uuid FROM prompt WHERE deleted_at IS NULL")[0][0]
    subprocess.run([os.path.join(sys.argv[1], "src/app/keel"), "--data-dir", DATA, "--show", uuid], check=True, timeout=60,
                   capture_output=True)
    keel.find(BACK)
    keel.wait_text("Resentment list")


for name, function in (("the steps of a program", begin), ("a step is worked on", work), ("shared", share), ("a note", note),
                       ("a page of a step", write), ("a page of a meeting", link), ("the meeting has the page", meeting),
                       ("a reminder", remind), ("which leads to it", shown)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
