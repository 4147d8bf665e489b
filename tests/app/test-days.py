#!/usr/bin/env python3
"""Days and milestones in the real window: a count begun by keyboard, with what to mind; a lapse with each of the four choices, safety
first, and undone; what was kept stays in sight; a milestone, shown once and as a card; nothing counts up at who does not want it."""
import contextlib
import datetime
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Missing, Role, Tap, expect, name_of, role_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)
MEDICINE = "Taking medicine as your prescriber planned is never a lapse."
DANGER = "stopping suddenly can be dangerous"
TOLERANCE = "your tolerance is lower"


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def ago(days):
    """The day as Keel writes it. Midnight may come while the test runs: what it says is compared with this day and the next."""
    return (datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(days)).isoformat()


def rows():
    return [node for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def close(many=1):
    """The one in front, once it has the keyboard; @many stay."""
    keel.wait(lambda: len(keel.windows()) == many + 1 and keel.takes_keys() and keel.focus(), "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == many, "the window to close")


def undo(words):
    keel.wait_text(words)
    [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Undo"][-1].act()


def go_to(words, keys=("Tab",), most=60):
    """By keyboard to what says so."""
    for _ in range(most):
        if keel.focus() and words in name_of(keel.focus()):
            return
        keel.keys(*keys)
    raise AssertionError(f"no way to “{words}”: {keel.describe_focus()}")


def choose(words):
    """Tab to the list of the four, Down to the one."""
    go_to("Keep counting all my days")
    go_to(words, ("Down",), 8)
    keel.keys("space")


def open_days():
    activate(keel, "days")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.takes_keys(), "the window of days")


def begin():
    keel.wait_text("A program")
    open_days()
    keel.wait_text("No day is counted")
    keel.check_names()
    picture("days-none")
    keel.press("Give a Start Date")
    keel.wait_text(DANGER)
    keel.wait_text(TOLERANCE)
    keel.wait(lambda: keel.focus() and "What it counts" in keel.describe_focus(), "the focus on the name")
    keel.type("tea")
    keel.set_text("Start date (year-month-day)", "not a day")
    keel.press("Save")
    keel.wait_text("Write the date as year, month and day")
    keel.set_text("Start date (year-month-day)", ago(47))
    keel.wait(lambda: not keel.shows(DANGER), "the lines to go: it is long ago")
    keel.press("Both", Role.RADIO_BUTTON)
    keel.set_text("Money a day (may stay empty)", "3,50")
    keel.set_text("Currency, in three letters", "eur")
    keel.check_names()
    picture("days-dialog")
    keel.press("Save")
    keel.wait_journal("SELECT name, mode, money, currency FROM day_count", [("tea", "both", 350, "EUR")], "the start date")
    keel.wait_text("47 days all together")
    keel.wait_text("13 days to 60 days")
    keel.wait_text("EUR 164.50")
    keel.wait_text("Milestones reached")
    keel.check_names()
    picture("days")


def undo_begin():
    undo("Your start date is kept.")
    keel.wait_journal("SELECT count(*) FROM day_count WHERE deleted_at IS NULL", [(0,)], "undone")
    keel.wait(lambda: not keel.shows("47 days all together"), "it to go")
    keel.press("New Start Date")
    keel.set_text("Start date (year-month-day)", ago(47))
    keel.press("Both", Role.RADIO_BUTTON)
    keel.press("Save")
    keel.wait_text("47 days all together")
    close()


def write_down(choice, word):
    """Safety, people, then the days; by the action, as from Progress and the menu."""
    activate(keel, "lapse")
    keel.wait_text("First: are you safe?")
    for words in (DANGER, TOLERANCE, MEDICINE):
        keel.wait_text(words)
    expect(not keel.shows("What becomes of my days"), "nothing is asked of days before safety")
    keel.check_names()
    picture("lapse-safe")
    keel.wait(lambda: keel.takes_keys() and keel.focus() and name_of(keel.focus()) == "Yes, I Am Safe", "the focus on the first answer")
    keel.keys("Return")
    keel.wait_text("Who could you tell?")
    keel.wait_text(DANGER)
    keel.check_names()
    picture("lapse-people")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Go On", "the focus on Go On")
    keel.keys("Return")
    keel.wait_text("What becomes of my days")
    keel.wait_text(DANGER)
    choose(choice)
    keel.check_names()
    picture(f"lapse-{word}")
    keel.press("Write It Down")
    keel.wait_journal("SELECT choice FROM lapse WHERE deleted_at IS NULL", [(word,)], "the lapse")
    keel.wait(lambda: len(keel.windows()) == 1, "the window to close")


def four_choices():
    for choice, word, said in (("Keep counting all my days", "keep-total", "14 days to 60 days"),
                               ("Start a new streak", "new-start", "Kept before"),
                               ("Stop counting here", "stop", "Counted until"),
                               ("Do not count it", "not-counted", "47 days in a row")):
        write_down(choice, word)
        open_days()
        keel.wait_text(said)
        keel.wait_text("Milestones reached")
        keel.wait_text("30 days")
        picture(f"days-{word}")
        go_to(choice)
        keel.keys("Return")
        keel.wait_text("What becomes of my days")
        keel.wait_text(MEDICINE)
        keel.press("Take It Out")
        keel.wait_journal("SELECT count(*) FROM lapse WHERE deleted_at IS NULL", [(0,)], "it is taken out")
        keel.wait(lambda: len(keel.windows()) == 2 and not keel.shows(choice), "the row to go")
        close()


def undone():
    write_down("Start a new streak", "new-start")
    undo("It is written down. All you had stays.")
    keel.wait_journal("SELECT count(*) FROM lapse WHERE deleted_at IS NULL", [(0,)], "it is taken back")


def danger():
    """The way to Help now, and back to where one was."""
    activate(keel, "lapse")
    keel.wait_text("First: are you safe?")
    keel.press("Someone cannot be woken, or breathes slowly.")
    keel.wait_text("Opioid overdose")
    keel.check_names()
    picture("lapse-help")
    keel.keys("Escape")
    keel.wait_text("First: are you safe?")
    close()


def milestone():
    """All that was reached is kept, and the card says nothing of whom."""
    open_days()
    row = keel.wait(lambda: [node for node in rows() if name_of(node).startswith("30 days")], "30 days")[0]
    keel.click(row)
    keel.wait_text("It stays yours, whatever comes.")
    keel.set_text("A line of your own, if you like", "One morning at a time")
    keel.wait(lambda: [node for node in keel.visible() if role_of(node) == Role.IMAGE and "One morning" in name_of(node)], "the line")
    keel.check_names()
    picture("milestone")
    keel.press("Print…")
    keel.wait_text("Save as PDF…")
    picture("milestone-paper")
    keel.keys("Escape")
    keel.wait_text("It stays yours, whatever comes.")
    close(2)
    keel.press("Add a Milestone…")
    keel.press("In my own words", Role.RADIO_BUTTON)
    keel.set_text("What it is, in your words", "Slept a whole night")
    keel.check_names()
    keel.press("Save")
    keel.wait(lambda: [node for node in rows() if "Slept a whole night" in name_of(node)], "what was added")
    undo("It is among your milestones.")
    keel.wait(lambda: not [node for node in rows() if "Slept a whole night" in name_of(node)], "it to go")
    close()


def moment():
    """Reached today: shown once, where one looks first, and then only kept."""
    open_days()
    keel.press("New Start Date")
    keel.set_text("What it counts, in your words (may stay empty)", "sugar")
    keel.set_text("Start date (year-month-day)", ago(30))
    keel.press("NA", Role.RADIO_BUTTON)
    keel.press("Save")
    keel.find("Change…: sugar", Role.PUSH_BUTTON)
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog to close")
    close()
    keel.find("See the Card", Role.PUSH_BUTTON)
    keel.check_names()
    picture("today-moment")
    keel.press("See the Card")
    keel.wait_text("It stays yours, whatever comes.")
    keel.wait_journal("SELECT count(*) FROM milestone WHERE told_at IS NULL AND deleted_at IS NULL", [(0,)], "it was told")
    picture("moment")
    close()
    keel.wait(lambda: not keel.shows("See the Card"), "it to go")
    open_days()
    keel.press("Change…: sugar")
    keel.press("Delete")
    keel.wait_text("This start date is gone. What was reached stays.")
    keel.wait(lambda: not keel.shows("Change…: sugar"), "it to go")
    expect([node for node in rows() if name_of(node).startswith("30 days")], "what was reached stays")
    close()


def colours():
    open_days()
    keel.press("Change…: My days")
    keel.press("Milestones and Colours…")
    row = keel.wait(lambda: [node for node in rows() if name_of(node) == "14 days"], "14 days")[0]
    keel.click(row)
    keel.press("Purple", Role.RADIO_BUTTON)
    keel.press("Use This Colour")
    keel.wait_text("14 days: Purple.")
    keel.check_names()
    picture("days-colours")
    keel.wait(lambda: len(keel.windows()) == 4 and keel.focus() and name_of(keel.focus()) == "14 days", "the focus where it was")
    for _ in range(5):  # a key may go to the question that is just closing
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            keel.wait(lambda: len(keel.windows()) == 3, "the colours to close", 5)
            break
    close(2)
    close()


def quiet():
    """Who does not want it: the date is kept, and no number is to be seen."""
    open_days()
    keel.press("Change…: My days")
    keel.press("Nothing counts up", Role.RADIO_BUTTON)
    keel.press("Save")
    keel.wait_journal("SELECT mode FROM day_count WHERE deleted_at IS NULL", [("none",)], "nothing counts up")
    keel.wait(lambda: not keel.shows("all together") and not keel.shows("days to"), "the numbers to go")
    picture("days-quiet")
    close()


def narrow():
    open_days()
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-days")
    keel.press("New Start Date")
    keel.wait_text("What counts up")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-days-dialog")
    close(2)
    close()
    activate(keel, "lapse")
    keel.wait_text("First: are you safe?")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-lapse-safe")
    keel.press("Yes, I Am Safe")
    keel.wait_text("Who could you tell?")
    keel.check_extents()
    keel.press("Go On")
    keel.wait_text("Your days")
    keel.check_extents()
    picture("narrow-lapse-days")
    close()


tap.run("a start date, with what to mind", begin)
tap.run("undone, and given again", undo_begin)
tap.run("a lapse with each of the four choices, safety first", four_choices)
tap.run("a lapse is undone", undone)
tap.run("the way to help, and back", danger)
tap.run("a milestone as a card; one by hand", milestone)
tap.run("what was reached today is shown once", moment)
tap.run("the colour of a milestone", colours)
tap.run("nothing counts up at who does not want it", quiet)
tap.run("in a narrow window nothing is cut", narrow)
keel.stop()
tap.end()
