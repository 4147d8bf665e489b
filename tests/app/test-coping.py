#!/usr/bin/env python3
"""The coping library by keyboard: what is going on leads to one thing to do; cards are searched, liked, noted, marked by who
suggested them, hidden and brought back; one of the person's own is made, changed and deleted; and each is undone."""
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, State, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

SEARCH = "Search what you can do"
PICTURES = os.environ.get("KEEL_PICTURES")
DATA = os.environ["KEEL_WORK"] + "/data"


def prepare(build):
    """Three good things were noted twice, and it was easier afterwards."""
    subprocess.run([f"{build}/src/cli/keelctl", "--data-dir", DATA, "programs", "choose", "none"], capture_output=True, check=True)
    profiles = os.path.join(DATA, "profiles")
    database = sqlite3.connect(os.path.join(profiles, os.listdir(profiles)[0], "journal.db"))
    with database:
        for run in ("1", "2"):
            database.execute("INSERT INTO strategy_run (uuid, strategy, at, before, after, helped, tags, changed_at)"
                             " VALUES (?, 'c55', 1795600000, 7, 3, 0, '', 1795600000)", (f"11111111-2222-4333-8444-77777777777{run}",))
    database.close()


prepare(sys.argv[1])
keel = Keel(sys.argv[1], DATA, page="coping", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)
MARK = "SELECT favourite, hidden, note, suggested FROM strategy_mark WHERE strategy = 'c01'"


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/coping-{name}.png")


def rows():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def named(name):
    """A row that begins with it."""
    return keel.wait(lambda: next((row for row in rows() if row.startswith(name)), None), f"the row “{name}”")


def focused(name):
    return keel.wait(lambda: name in keel.describe_focus(), f"the focus on “{name}”")


def chips():
    keel.wait_text("What is going on?")
    focused("Craving")
    keel.check_names()
    picture("list")
    keel.keys("space")
    keel.wait(lambda: keel.shows("Urge surfing") and keel.shows("First: "), "one thing to do")
    expect(len([node for node in keel.visible() if name_of(node).startswith("Start: ")]) == 1, "one action is suggested")
    picture("craving")
    keel.check_names()


def card():
    """From the chips two keys lead to the card, and its first step is in sight."""
    keel.press("Open the card: Urge surfing")
    keel.find("Close the card")
    focused("Start: Urge surfing")
    step = keel.wait(lambda: next((node for node in keel.visible() if name_of(node).startswith("Step 1: ")), None), "the first step")
    box = step.get_extents()
    expect(box.y + box.height <= keel.windows()[0].get_extents().height, "the first step is seen without scrolling")
    keel.check_names()
    picture("card")
    keel.resize(360, 640)
    keel.check_extents()
    step = next(node for node in keel.visible() if name_of(node).startswith("Step 1: "))
    expect(step.get_extents().y < 600, f"the first step begins in sight on a narrow window: {step.get_extents().y}")
    picture("card-360")
    keel.find("Back to all cards")
    expect(not keel.shows("What is going on?"), "the list is behind the card on a narrow window")
    keel.resize(900, 680)
    keel.find("Close the card")
    keel.find("Craving", Role.RADIO_BUTTON)


def panes():
    """The list beside the card; another card takes the place of the first; Escape closes it and leads back to its row."""
    keel.press("Show All Cards")
    keel.wait(lambda: keel.shows("All cards") and keel.shows("Step 1: "), "both panes")
    keel.focus_row(named("Three good things"))
    keel.keys("Return")
    focused("Start: Three good things")
    expect(named("Three good things"), "the list stays")
    places = {name: keel.find(name).get_extents() for name in (named("Three good things"), "Close the card")}
    left, right = places.values()
    expect(left.x + left.width <= right.x, f"the list is left of the card: {left.x} + {left.width}, {right.x}")
    keel.check_names()
    keel.check_extents()
    picture("panes")
    keel.keys("Escape")
    focused("Three good things")
    expect(not keel.shows("Close the card"), "the card is closed")
    keel.press("Craving", Role.RADIO_BUTTON)
    keel.press("Open the card: Urge surfing")
    focused("Start: Urge surfing")


def windows():
    """The log and the plans are a press away, and so is this page."""
    for button, words in (("Urge Log", "No urge is put down yet"), ("If-then Plans", "No plan is made yet")):
        keel.press(button)
        keel.wait(lambda words=words: len(keel.windows()) == 2 and keel.shows(words), f"the window of “{button}”")
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        keel.wait(lambda: len(keel.windows()) == 1 and keel.takes_keys(), "it to close")


def marks():
    keel.press("Favorite", Role.CHECK_BOX)
    keel.wait_journal(MARK, [(1, 0, None, None)], "a favorite")
    keel.press("Undo")
    keel.wait(lambda: keel.read_journal(MARK) in ([], [(0, 0, None, None)]), "no favorite")
    keel.wait(lambda: not has(keel.find("Favorite", Role.CHECK_BOX), State.CHECKED), "the button to know")
    keel.press("Favorite", Role.CHECK_BOX)
    keel.wait_journal(MARK, [(1, 0, None, None)], "a favorite")
    keel.press("My sponsor", Role.RADIO_BUTTON)
    keel.wait_journal(MARK, [(1, 0, None, "sponsor")], "who suggested it")
    keel.set_text("Or in your words", "my aunt Été")
    keel.wait_journal(MARK, [(1, 0, None, "my aunt Été")], "in the person's words")
    keel.wait(lambda: not has(keel.find("My sponsor", Role.RADIO_BUTTON), State.CHECKED), "no other")
    keel.press("My sponsor", Role.RADIO_BUTTON)
    keel.wait_journal(MARK, [(1, 0, None, "sponsor")], "one of those to choose from again")
    keel.wait(lambda: "aunt" not in text_of(keel.find("Or in your words", Role.TEXT)), "no words beside it")
    keel.find("Your note", Role.TEXT).set_text("Sit on the stairs. Été.")
    keel.wait_journal(MARK, [(1, 0, "Sit on the stairs. Été.", "sponsor")], "the note")
    keel.keys("Escape")
    keel.press("Show All Cards")
    keel.wait(lambda: named("Urge surfing").endswith("Favorite · Suggested to you"), "the row to say so")
    picture("marked")


def write():
    """A page of a worksheet belongs to the card, and leads back to it."""
    keel.focus_row(named("Urge surfing"))
    keel.keys("Return")
    keel.press("Write for This Card…")
    keel.wait_text("Which worksheet do you want to write?")
    keel.set_text("Type to find", "Costs and benefits")
    keel.focus_row(named("Costs and benefits"))
    keel.keys("Return")
    keel.press("Belongs to Urge surfing")
    keel.wait(lambda: keel.shows("Start") and named("Step 1: "), "the card")
    keel.keys("Escape")
    keel.wait(lambda: named("Urge surfing"), "the list")


def search():
    keel.keys("ctrl+f")
    focused(SEARCH)
    keel.set_text(SEARCH, "stairs ete")
    keel.wait(lambda: len(rows()) == 1 and rows()[0].startswith("Urge surfing"), "the note is found, without its accents")
    keel.set_text(SEARCH, "zzz")
    keel.wait_text("Nothing fits. Try fewer words.")
    keel.keys("Escape")
    keel.wait(lambda: keel.shows("All cards"), "all cards again")


def hide():
    keel.focus_row(named("Urge surfing"))
    keel.keys("Return")
    keel.press("Hide")
    keel.wait_journal("SELECT hidden FROM strategy_mark WHERE strategy = 'c01'", [(1,)], "hidden")
    keel.wait_text("Hidden (1 Card)")
    expect(not any(row.startswith("Urge surfing") for row in rows()), "it is gone from the list")
    keel.press("Hidden (1 Card)")
    keel.focus_row(named("Urge surfing"))
    keel.keys("Return")
    keel.press("Show Again")
    keel.wait_journal("SELECT hidden FROM strategy_mark WHERE strategy = 'c01'", [(0,)], "shown again")
    keel.press("Close the card")
    keel.wait(lambda: named("Urge surfing"), "the favorite again")


def helped():
    """What helped comes first where it is for what is going on, and its card says what came of it, without a verdict."""
    name = "Three good things"
    expect(keel.shows("What helped you") and named(name).endswith("Helped you"), "it stands above all cards")
    keel.press("Sadness", Role.RADIO_BUTTON)
    keel.press(f"Open the card: {name}")
    keel.wait_text("You did this 2 times. It was weaker afterwards 2 of 2 times.")
    keel.keys("Escape")
    keel.press("Show All Cards")
    keel.wait_text("All cards")


def emergency():
    """The numbers come before any card."""
    keel.press("Emergency", Role.RADIO_BUTTON)
    keel.wait_text("Is someone in danger?")
    expect(not any(name_of(node).startswith("Start: ") for node in keel.visible()), "no card is put before Help now")
    picture("emergency")
    keel.press("Open Help Now")
    keel.wait(lambda: len(keel.windows()) == 2, "Help now")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "it to close")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.press("Show All Cards")
    keel.wait_text("All cards")


def own():
    keel.press("Make a Card of Your Own…")
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.check_names()
    picture("dialog")
    keel.press("Save")
    keel.wait_text("It needs a name, so that you can find it again.")
    keel.set_text("Name", "Feed the ducks")
    keel.set_text("When it helps", "When the flat is too quiet.")
    keel.press("Save")
    keel.wait_text("It needs at least one step")
    keel.set_text("Step 1", "Take the old bread.")
    keel.keys("Escape")
    keel.press("Open Again")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.takes_keys(), "the dialog again")
    keel.wait_text("Take the old bread.")
    keel.press("Add a Step")
    keel.set_text("Step 2", "Walk to the pond.")
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == "Lonely" and role_of(node) == Role.CHECK_BOX), None),
              "what it is for").act()
    keel.set_text("How many minutes it takes", "25")
    keel.keys("ctrl+s")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    keel.wait(lambda: keel.shows("Feed the ducks") and keel.shows("25 minutes") and keel.shows("Walk to the pond."), "the card")
    picture("own")
    keel.press("Delete")
    keel.wait(lambda: not any(row.startswith("Feed the ducks") for row in rows()) and keel.shows("All cards"), "the list without it")
    keel.press("Undo")
    keel.focus_row(named("Feed the ducks"))
    keel.keys("Return")
    keel.press("Change…")
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.set_text("Name", "Feed the birds")
    keel.press("Save")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    keel.wait_text("“Feed the birds” is changed.")
    keel.press("Close the card")
    keel.wait(lambda: named("Feed the birds"), "its new name")


def copy():
    """One of Keel's as one's own: its times and cautions come along."""
    keel.wait(lambda: keel.takes_keys() and keel.focus(), "the keyboard, and the focus somewhere")
    keel.keys("ctrl+f")
    focused(SEARCH)
    keel.set_text(SEARCH, "cold on your face")
    keel.focus_row(named("Cold on your face"))
    keel.keys("Return")
    keel.press("Make It Your Own…")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.takes_keys(), "the dialog")
    keel.set_text("Name", "My cold cloth")
    keel.press("Save")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    keel.wait(lambda: keel.shows("My cold cloth") and keel.shows("30 seconds") and keel.shows("if you are pregnant"), "the copy")
    expect(not keel.shows("How much it was studied"), "nobody has studied it")
    keel.press("Undo")
    keel.wait_text("What is going on?")
    keel.wait(lambda: not keel.shows("My cold cloth"), "it to be gone")
    keel.wait(keel.focus, "the focus somewhere")
    keel.keys("ctrl+f", "Escape")
    keel.wait(lambda: named("Feed the birds"), "all cards")


def give():
    keel.focus_row(named("Feed the birds"))
    keel.keys("Return")
    keel.press("Copy as Text")
    keel.wait_text("Your note is not in it.")
    keel.press("Print…")
    keel.wait(lambda: len(keel.windows()) == 2, "the paper")
    keel.wait_text("Take the old bread.")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the paper to close")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait_text("What is going on?")
    keel.resize(360, 640)
    keel.check_extents()
    picture("list-360")


for title, step in (("what is going on leads to one thing to do", chips), ("a card says first what to do first", card),
                    ("a list and a card beside each other", panes), ("the log and the plans are a press away", windows),
                    ("what is said of a card is kept, and undone", marks), ("a page is written for a card", write),
                    ("what is searched for is found as one types", search),
                    ("what does not suit is hidden and comes back", hide), ("what helped comes first", helped), ("an emergency leads to Help now", emergency),
                    ("a card of one's own", own), ("a card of Keel's is made one's own", copy),
                    ("a card is given to someone", give)):
    tap.run(title, step)
keel.stop()
tap.end()
