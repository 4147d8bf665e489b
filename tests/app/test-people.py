#!/usr/bin/env python3
"""People, in the real window: the first one is added from an empty list; what is agreed, questions, and contacts are put down, changed,
taken away, and each is undone; Today tells whose day has come; and whom one is there for has no field for what they told."""
import datetime
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
DATA = os.environ["KEEL_WORK"] + "/data"
keel = Keel(sys.argv[1], DATA, page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)
PERSON = "SELECT name, kind, rhythm, next_day IS NULL, remind FROM person WHERE deleted_at IS NULL"
CONTACTS = "SELECT how, topic, to_do, note FROM contact WHERE deleted_at IS NULL ORDER BY at"
QUESTIONS = "SELECT words, asked FROM question WHERE deleted_at IS NULL ORDER BY id"


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/people-{name}.png")


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def undo(words):
    keel.wait_text(words)
    keel.wait(lambda: [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Undo"], "Undo")[-1].act()


def focused(name):
    return keel.wait(lambda: keel.focus() is not None and name in name_of(keel.focus()), f"the focus on “{name}”")


def has_keys(title):
    answer = subprocess.run(["xdotool", "getwindowfocus", "getwindowname"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == title


def page_of_paper():
    return next((name_of(node) + text_of(node) for node in keel.visible() if role_of(node) == Role.IMAGE and "Page 1" in name_of(node)), "")


def empty():
    keel.wait_text("A program")
    activate(keel, "people")
    keel.wait_text("Nobody is in your list yet")
    keel.check_names()
    picture("empty")


def add():
    """A whole name is told of, and taken all the same: here it is left out again."""
    keel.press("Add a Person")
    keel.find("Someone to Call")
    keel.set_text("First name and an initial", "Anna Berg")
    keel.wait_text("A first name and an initial are enough.")
    keel.set_text("First name and an initial", "Anna B.")
    keel.set_text("Phone number", "0170 1234567")
    keel.find("Sponsor").act()
    keel.find("Every week").act()
    keel.wait(lambda: text_of(keel.find("Days from one contact to the next", Role.TEXT)) == "7", "seven days")
    keel.set_text("Remind me on that day at, for example 18:00", "25:00")
    keel.check_names()
    picture("add")
    keel.press("Save")
    keel.wait_text("Write a time, for example 19:00 or 7pm.")
    keel.set_text("Remind me on that day at, for example 18:00", "18:30")
    keel.press("Save")
    keel.wait_journal(PERSON, [("Anna B.", "sponsor", 7, 1, 1110)], "who they are")
    keel.wait_text("This person is in your list now.")
    keel.wait_journal("SELECT kind, text, deleted_at FROM prompt", [("contact", "discreet", None)], "a reminder that says nothing of it")


def row(beginning):
    return keel.wait(lambda: next((node for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name_of(node).startswith(beginning)), None),
                     f"the row “{beginning}”")


def open_row(beginning, below=None):
    """By keyboard; @below: the row under which it is."""
    row(beginning)
    keel.wait(keel.takes_keys, "the keyboard")
    keel.focus_row(name_of(row(below or beginning)))
    if below:
        keel.keys("Down")
        focused(beginning)
    keel.keys("Return")


def page():
    row("Anna B., Sponsor, Next contact: ")
    picture("list")
    open_row("Anna B.")
    keel.find("Put Down a Contact", Role.PUSH_BUTTON)
    keel.wait_text("Every week")
    keel.wait_text("No contact is put down yet")
    keel.wait_text("Only what is yours stands here.")
    keel.check_names()
    picture("page-new")


def questions():
    keel.set_text("Something to bring or to ask", "How do I say no?")
    keel.press("Add")
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0)], "a question")
    keel.set_text("Something to bring or to ask", "Step four")
    keel.press("Add")
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0), ("Step four", 0)], "two")
    keel.wait(lambda: keel.find("Step four", Role.CHECK_BOX), "its tick").act()
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0), ("Step four", 1)], "ticked off")
    undo("The question is ticked off.")
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0), ("Step four", 0)], "open again")
    keel.press("Remove: Step four")
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0)], "one is gone")
    undo("The question is gone.")
    keel.wait_journal(QUESTIONS, [("How do I say no?", 0), ("Step four", 0)], "and back")
    keel.find("Remove: Step four")
    keel.press("Take Along…")
    keel.wait(lambda: "How do I say no?" in page_of_paper() and "Anna" not in page_of_paper(), "the questions on paper, without a name")
    keel.wait(lambda: has_keys("Preview"), "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Save as PDF…"), "the preview is closed")


def contact():
    keel.press("Put Down a Contact")
    keel.find("With Anna B.")
    keel.wait_text("What they shared is theirs")
    keel.find("In person").act()
    keel.set_text("What I brought", "The week")
    keel.set_text("What I said I would do", "Write two pages")
    keel.set_text("Day of the next contact, for example 2027-03-31", "2027-13-31")
    keel.press("Save")
    keel.wait_text("Write the date as year, month and day")
    following = (today() + datetime.timedelta(days=3)).isoformat()
    keel.set_text("Day of the next contact, for example 2027-03-31", following)
    keel.check_names()
    picture("contact")
    keel.press("Save")
    keel.wait_journal(CONTACTS, [("meeting", "The week", "Write two pages", None)], "a contact")
    keel.wait_journal(PERSON, [("Anna B.", "sponsor", 7, 0, 1110)], "with the next one")
    keel.wait_text("I want to: Write two pages")
    keel.check_names()
    picture("page")
    undo("The contact is put down.")
    keel.wait_journal(CONTACTS, [], "taken back")
    keel.wait_journal(PERSON, [("Anna B.", "sponsor", 7, 1, 1110)], "with what was agreed")


def change_contact():
    keel.wait_text("No contact is put down yet")
    keel.press("Put Down a Contact")
    keel.find("With Anna B.")
    keel.set_text("What I brought", "Sleep")
    keel.press("Save")
    keel.wait_journal(CONTACTS, [("call", "Sleep", None, None)], "a call")
    open_row("Call · ")
    keel.find("With Anna B.")
    keel.set_text("What I brought", "Rest")
    keel.press("Save")
    keel.wait_journal(CONTACTS, [("call", "Rest", None, None)], "changed")
    undo("The contact is put down.")
    keel.wait_journal(CONTACTS, [("call", "Sleep", None, None)], "as it was")
    keel.wait(lambda: "Sleep" in name_of(row("Call · ")), "the row is as it was")
    open_row("Call · ")
    keel.find("With Anna B.")
    keel.press("Delete")
    keel.wait_journal(CONTACTS, [], "gone")
    undo("The contact is gone.")
    keel.wait_journal(CONTACTS, [("call", "Sleep", None, None)], "and back")


def sponsored():
    """What is asked for is about oneself."""
    keel.press("Change")
    keel.find("Someone to Call")
    keel.find("I am there for them").act()
    keel.wait_text("What they tell you is theirs")
    keel.check_names()
    picture("sponsored")
    keel.press("Cancel")
    keel.find("Put Down a Contact", Role.PUSH_BUTTON)


def narrow():
    keel.resize(360, 640)
    keel.check_extents()
    picture("page-360")
    keel.keys("alt+Left")
    row("Anna B.")
    keel.check_extents()
    picture("list-360")
    keel.resize(900, 680)


def leave():
    """From the list. The first key after another window has gone may go with it."""
    keel.wait(lambda: has_keys("People"), "the keyboard in the window")

    def closed():
        if keel.shows("Add a Person"):
            keel.keys("Escape")
        return not keel.shows("Add a Person")
    keel.wait(closed, "the window is closed")
    keel.wait_text("A program")


def due():
    """Of a person whose day has come. The window is closed by Escape, from the list."""
    yesterday = (today() - datetime.timedelta(days=1)).isoformat()
    keel.wait(keel.takes_keys, "the keyboard")
    keel.press("Add a Person")
    keel.find("Someone to Call")
    keel.set_text("First name and an initial", "Tom")
    keel.set_text("Day of the next contact, for example 2027-03-31", yesterday)
    keel.press("Save")
    tom = name_of(row("Tom, Was agreed for yesterday"))
    expect(tom == "Tom, Was agreed for yesterday", tom)
    leave()
    keel.wait_text("People to call")
    keel.find("Put down a contact with Tom", Role.PUSH_BUTTON)
    expect(not keel.shows("Put down a contact with Anna"), "whose day has not come is not there")
    keel.check_names()
    picture("today")


def taken_away():
    activate(keel, "people")
    open_row("Tom", below="Anna B.")
    keel.press("Change")
    keel.find("Someone to Call")
    keel.press("Delete")
    keel.wait_journal("SELECT name FROM person WHERE deleted_at IS NULL", [("Anna B.",)], "Tom is gone")
    undo("This person is no longer in your list.")
    keel.wait_journal("SELECT name FROM person WHERE deleted_at IS NULL ORDER BY position", [("Anna B.",), ("Tom",)], "Tom is back")


def leave_with_escape():
    open_row("Tom", below="Anna B.")
    keel.find("Put Down a Contact", Role.PUSH_BUTTON)
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    leave()


def together():
    """Kept as it is written; its parts are chosen on the page as it will be printed."""
    activate(keel, "together")
    keel.wait_text("A sheet for someone you trust")
    keel.wait(lambda: keel.focus() is not None and role_of(keel.focus()) == Role.TEXT, "the sheet is read")
    keel.set_text("For whom it is: a first name, or nothing", "Anna")
    keel.set_text("1. When …, for example: I cannot sleep", "I cannot sleep")
    keel.set_text("1. … this helps", "Talk with me")
    keel.find("2. … this helps")
    keel.find("Signs that you may name", Role.TEXT).set_text("I go quiet\nI do not answer")
    keel.wait_journal("SELECT count(*) FROM setting WHERE key = 'together' AND value LIKE '%Talk with me%' AND value LIKE '%go quiet%'", [(1,)], "it is kept")
    keel.check_names()
    picture("together")
    keel.press("Preview…")
    keel.find("Save as PDF…", Role.PUSH_BUTTON)
    keel.wait(lambda: "For Anna" in page_of_paper() and "I do not answer" in page_of_paper(), "what stands on it")
    keel.check_names()
    picture("together-paper")
    keel.find("Signs that you may name", Role.CHECK_BOX).act()
    keel.wait(lambda: "For Anna" in page_of_paper() and "I do not answer" not in page_of_paper(), "a part is left out")
    keel.wait_journal("SELECT value LIKE '(5, %' FROM setting WHERE key = 'together'", [(1,)], "that is kept, too")


for name, function in (("the list is empty at first", empty), ("somebody is added", add), ("their page", page), ("questions", questions),
                       ("a contact", contact), ("a contact is changed", change_contact), ("one is there for them", sponsored),
                       ("a narrow window", narrow), ("a day that has come", due), ("taken away", taken_away), ("Escape leads back", leave_with_escape),
                       ("a sheet for somebody", together)):
    tap.run(name, function)
keel.stop()
tap.end()
