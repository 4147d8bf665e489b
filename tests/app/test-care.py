#!/usr/bin/env python3
"""“My Plans”: a medicine plan is made and its days are said, one that was not taken says whom to call; a high-risk date stands in
the calendar and on Today; a weekly goal is ticked; what has to be sorted out is listed with its status; and each is undone."""
import contextlib
import datetime
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Role, State, Tap, Missing, expect, has, name_of, role_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
DATA = os.environ["KEEL_WORK"] + "/data"
# Near enough for Today, and still so if midnight passes meanwhile.
SOON = (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=2)).isoformat()
CALL = "Call your clinic before the next dose."
keel = Keel(sys.argv[1], DATA, page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/care-{name}.png")


def row(words):
    """A row of a list that begins so."""
    return keel.wait(lambda: next((node for node in keel.visible(front_first=True) if role_of(node) == Role.LIST_ITEM and
                                   name_of(node).startswith(words)), None), f"the row “{words}”")


def go(words):
    """To that row with Tab and then with Down, as a person does, and into it."""
    group = row(words).get_parent().path
    for _ in range(40):
        focus = keel.focus()
        if focus and name_of(focus).startswith(words):
            return keel.keys("Return")
        keel.keys("Down" if focus and focus.get_parent() and focus.get_parent().path == group else "Tab")
    raise Missing(f"the keyboard does not lead to “{words}”; it is on {keel.describe_focus()}")


def titled(title):
    """A window of that title has the keyboard."""
    keel.wait(lambda: any(name_of(window) == title and window.said(State.ACTIVE) for window in keel.windows()), f"the window “{title}”")
    keel.wait(keel.takes_keys, "the keyboard")


def leave(title):
    """With Escape: the first one may be for a message."""
    keel.wait(keel.takes_keys, "the keyboard")
    for _ in range(3):
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            return keel.wait(lambda: all(name_of(window) != title for window in keel.windows()), f"“{title}” to close", 3)
    raise Missing(f"Escape does not close “{title}”")


def undo(words):
    keel.wait_text(words)
    keel.wait(lambda: [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Undo"], "Undo")[-1].act()


def switch(name):
    keel.press(name, Role.TOGGLE_BUTTON)
    keel.wait(lambda: has(keel.find(name, Role.TOGGLE_BUTTON), State.CHECKED), f"“{name}” to be on")


def opened():
    keel.wait_text("A program")
    activate(keel, "care")
    titled("My Plans")
    row("Add a Medicine Plan")
    row("Plan for risky times")
    row("My warning signs")
    row("My recovery plan")
    row("My safety plan")
    row("If-then plans")
    keel.check_names()
    picture("empty")


def medicine():
    go("Add a Medicine Plan")
    titled("Medicine Plan")
    expect(not keel.shows("dose"), "nobody is asked for a dose")
    keel.press("Save")
    keel.wait_text("Write what you call it.")
    keel.set_text("What you call it", "the small one")
    keel.set_text("Time, for example 7:30 (can stay empty)", "7:30")
    keel.set_text("Phone of the clinic", "030 1234567")
    keel.set_text("My naloxone is good until (year-month-day)", "2020-02-29")
    keel.check_names()
    picture("medicine-form")
    keel.press("Save")
    keel.wait_journal("SELECT name, kind, days, minute, remind, naloxone IS NOT NULL FROM medicine WHERE deleted_at IS NULL",
                      [("the small one", "daily", 127, 450, 0, 1)], "the plan")
    undo("Your medicine plan is kept.")
    keel.wait_journal("SELECT count(*) FROM medicine WHERE deleted_at IS NULL", [(0,)], "that it is taken back")
    columns = [name for _, name, *_ in keel.read_journal("PRAGMA table_info (medicine)")]
    expect(not any("dose" in name or "amount" in name for name in columns), f"there is no place for a dose: {columns}")


def days():
    go("Add a Medicine Plan")
    titled("Medicine Plan")
    keel.set_text("What you call it", "the white one")
    keel.set_text("Phone of the clinic", "030 1234567")
    keel.press("Save")
    go("the white one")
    keel.wait_text("The last days")
    keel.check_names()
    expect(not keel.shows(CALL), "nobody is told to call before anything was said")
    days = [node for node in keel.visible(front_first=True) if role_of(node) == Role.LIST_ITEM and name_of(node).startswith("Today, ")]
    expect(len(days) == 1, "today is asked")
    keel.press("Not taken", Role.RADIO_BUTTON)
    keel.wait_journal("SELECT state FROM medicine_day WHERE deleted_at IS NULL", [("not-taken",)], "that it was not taken")
    keel.wait(lambda: keel.shows(CALL) and keel.find("Call the Clinic", Role.PUSH_BUTTON), "whom to call")
    keel.check_names()
    picture("medicine-not-taken")
    expect(not keel.read_journal("SELECT * FROM lapse"), "it is no lapse")
    undo("Not taken: call your clinic.")
    keel.wait_journal("SELECT count(*) FROM medicine_day WHERE deleted_at IS NULL", [(0,)], "that it is taken back")
    keel.press("Taken", Role.RADIO_BUTTON)
    keel.wait_journal("SELECT state FROM medicine_day WHERE deleted_at IS NULL", [("taken",)], "that it was taken")
    keel.wait_text("1 day with my plan")
    picture("medicine")
    leave("Medicine Plan")
    titled("My Plans")
    row("the white one, Every day, 1 day with my plan")


def deleted():
    go("the white one")
    keel.wait_text("The last days")
    keel.press("Change…")
    keel.find("Delete")
    keel.press("Delete")
    keel.wait_journal("SELECT count(*) FROM medicine WHERE deleted_at IS NULL", [(0,)], "that it is gone")
    titled("My Plans")
    undo("Your medicine plan is gone.")
    row("the white one, Every day, 1 day with my plan")


def date():
    go("Add a High-risk Date")
    titled("High-risk Date")
    keel.set_text("What day it is", "Payday")
    keel.set_text("Date (year-month-day)", "soon")
    keel.press("Save")
    keel.wait_text("Write the date as year-month-day")
    keel.set_text("Date (year-month-day)", SOON)
    keel.set_text("What I will do", "Give my card to my sister")
    switch("It comes every year")
    keel.check_names()
    picture("date-form")
    keel.press("Save")
    keel.wait_journal("SELECT words, action FROM risk_date WHERE deleted_at IS NULL", [("Payday", "Give my card to my sister")], "the date")
    row("Payday")


def goal():
    go("Add a Goal")
    titled("Goal")
    keel.set_text("What I want", "Cook at home")
    keel.press("Home", Role.RADIO_BUTTON)
    switch("Every week anew")
    keel.check_names()
    keel.press("Save")
    keel.wait_journal("SELECT words, area, weekly FROM goal WHERE deleted_at IS NULL", [("Cook at home", "home", 1)], "the goal")
    keel.wait_text("Goals: Home")
    keel.click(keel.find("Cook at home, This week", Role.CHECK_BOX))
    keel.wait_journal("SELECT count(*) FROM goal_tick WHERE deleted_at IS NULL", [(1,)], "its tick")
    keel.check_names()
    picture("plans")
    undo("Done this week.")
    keel.wait_journal("SELECT count(*) FROM goal_tick WHERE deleted_at IS NULL", [(0,)], "no tick")
    keel.click(keel.find("Cook at home, This week", Role.CHECK_BOX))
    keel.wait_journal("SELECT count(*) FROM goal_tick WHERE deleted_at IS NULL", [(1,)], "its tick again")


def case():
    go("Write Down Something to Sort Out")
    keel.wait_text("What is it about?")
    keel.set_text("My goal", "A room of my own")
    keel.wait(lambda: keel.read_journal("SELECT count(*) FROM entry WHERE worksheet = 'w54'") == [(1,)], "the entry")
    activate(keel, "care")
    titled("My Plans")
    row("A room of my own")


def today():
    leave("My Plans")
    keel.keys("alt+1")
    keel.wait(lambda: keel.shows("Payday") and keel.shows("Give my card to my sister"), "the date on Today")
    keel.wait(lambda: keel.shows("the white one") and keel.shows("1 day with my plan"), "the medicine on Today")
    keel.find("Cook at home, This week", Role.CHECK_BOX)
    keel.check_names()
    picture("today")


def calendar():
    keel.keys("alt+2")
    keel.press("Month", Role.RADIO_BUTTON)
    node = keel.wait(lambda: next((node for node in keel.visible() if "Payday (high-risk date)" in name_of(node)), None), "the date in the calendar")
    picture("month")
    node.act()
    keel.wait_text("Give my card to my sister")
    keel.check_names()
    picture("day")


def narrow():
    activate(keel, "care")
    titled("My Plans")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow")
    go("the white one")
    keel.wait_text("The last days")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-medicine")
    keel.press("Change…")
    keel.find("Delete")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-form")


tap.run("the plans are there, each in one press", opened)
tap.run("a medicine plan is made without a dose, and undone", medicine)
tap.run("its days are said; not taken says whom to call", days)
tap.run("it is deleted and comes back with its days", deleted)
tap.run("a high-risk date with its plan", date)
tap.run("a weekly goal and its tick", goal)
tap.run("something to sort out", case)
tap.run("the cards of Today", today)
tap.run("the calendar", calendar)
tap.run("a narrow window", narrow)
keel.stop()
tap.end()
