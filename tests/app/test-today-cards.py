#!/usr/bin/env python3
"""The cards of Today in the real window: a check-in by keyboard, in a press or two, that can be undone; the lowest mood, which has
Help now beside it; cards that are moved and put away, by keyboard too, and back; reasons; the next meeting, to which one does not go
this time; all in one glance."""
import contextlib
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, has, name_of, role_of, says  # noqa: E402
from accessible import State  # noqa: E402
from actions import activate  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
CARD = "How is it right now?"
HELP = "If a life is in danger, call now."
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def focus_on(name):
    """With Tab, from wherever the focus is."""
    for _ in range(60):
        if keel.focus() and name_of(keel.focus()).startswith(name):
            return
        before = keel.describe_focus()
        keel.keys("Tab")
        keel.wait(lambda before=before: keel.describe_focus() != before, "the focus to move")
    expect(False, f"Tab leads to “{name}”")


def close_window():
    """The one in front. While a message is there, Escape may close that first."""
    for _ in range(3):
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            return keel.wait(lambda: len(keel.windows()) == 1, "the window to close", 10)
    raise Missing("Escape does not close the window")


def check_ins():
    return keel.read_journal("SELECT mood, craving, word FROM check_in WHERE deleted_at IS NULL ORDER BY at")


def said(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.RADIO_BUTTON and name_of(node).startswith(name) and has(node, State.CHECKED)]


def cards():
    """Those that are seen, in their order."""
    names = ("Next meeting", CARD, "A program", "Also today", "My days", "Worksheets", "My reasons", "Where I am", "Look back on the day", "What helps me")
    return [name_of(node) for node in keel.visible() if name_of(node) in names and node.children()]


def check_in():
    keel.wait_text("A program")
    keel.wait(keel.takes_keys, "the keyboard")
    focus_on("Mood")
    keel.keys("Right", "Right")
    keel.wait(lambda: name_of(keel.focus()) == "Mood: In between", "arrows to lead from one to the next")
    expect(check_ins() == [] and said("Mood") == [], "nothing is said by that")
    keel.keys("space")
    keel.wait(lambda: check_ins() == [(2, None, None)], "one press to be enough")
    focus_on("Craving")
    keel.keys("4")
    keel.wait(lambda: check_ins() == [(2, 8, None)], "the next to belong to it")
    focus_on("A word for it")
    keel.type("tired")
    keel.keys("Return")
    keel.wait(lambda: check_ins() == [(2, 8, "tired")], "the word")
    expect(said("Mood") == ["Mood: In between"] and said("Craving") == ["Craving: Strong"], "what was said is seen")
    keel.check_names()
    picture("check-in")
    keel.press("Undo")
    keel.wait(lambda: check_ins() == [(2, 8, None)], "the last to be taken back")


def help_buttons():
    return [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and says(node, lambda label: label == "Help now")]


def lowest():
    expect(not keel.shows("alone"), "nothing is told before")
    focus_on("Mood")
    keel.keys("1")
    keel.wait(lambda: check_ins() == [(0, 8, None)], "the lowest")
    keel.wait_text("You do not have to get through this alone.")
    keel.wait(lambda: len(help_buttons()) == 2, "Help now beside it, too")
    picture("lowest")
    help_buttons()[1].act()
    keel.wait_text(HELP)
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows(HELP) and keel.takes_keys(), "the way back")
    focus_on("Mood")
    keel.keys("4")
    keel.wait(lambda: check_ins() == [(3, 8, None)], "another")
    keel.wait(lambda: not keel.shows("alone"), "it to be gone")


def later():
    """What was said an hour ago is not what is so now; the window has it all."""
    keel.stop()
    database = keel.profile_file("journal.db")
    with sqlite3.connect(database, timeout=15) as connection:
        connection.execute("UPDATE check_in SET at = at - 3600")
    keel.start()
    keel.wait_text(CARD)
    keel.wait(keel.takes_keys, "the keyboard")
    expect(said("Mood") == [], "a new one begins")
    keel.press("Mood: Good", Role.RADIO_BUTTON)
    keel.wait(lambda: check_ins() == [(3, 8, None), (3, None, None)], "two")
    keel.press("Energy, sleep and earlier check-ins")
    keel.wait_text("What you put down")
    keel.press("Energy: Plenty", Role.RADIO_BUTTON)
    focus_on("Hours of sleep")
    keel.type("7:30")
    keel.keys("Tab")
    keel.wait_journal("SELECT mood, energy, sleep FROM check_in WHERE energy IS NOT NULL", [(3, 4, 450)], "energy and sleep")
    keel.wait_text("Mood: Good · Energy: Plenty · Sleep: 7:30")
    keel.check_names()
    picture("check-ins")
    older = [name_of(node) for node in keel.visible() if name_of(node).startswith("Delete the check-in")][-1]
    keel.press(older)
    keel.wait(lambda: len(check_ins()) == 1, "the older one to be gone")
    keel.wait_text("The check-in is deleted.")
    keel.press("Undo")
    keel.wait(lambda: len(check_ins()) == 2, "it to be back")
    close_window()
    keel.wait(lambda: not keel.shows("What you put down") and keel.takes_keys(), "Today")


def order():
    return " ".join(value for value, in keel.read_journal("SELECT value FROM setting WHERE key = 'today/cards'")).split()


def arrange():
    expect(cards() == ["Next meeting", CARD, "A program"], f"three cards: {cards()}")
    keel.press("Arrange This Page")
    keel.wait_text("Hidden cards lose nothing")
    keel.wait(lambda: keel.focus() and "Reminders" in name_of(keel.focus()), "the focus on the first")
    keel.check_names()
    picture("arrange")
    keel.press(f"Move {CARD} up")
    keel.wait(lambda: order() and order().index("check-in") == order().index("medicine") - 1, "it above the one before")
    while order().index("check-in") > 0:
        before = order()
        keel.keys("alt+Up" if name_of(keel.focus()) != f"Move {CARD} up" else "Return")
        keel.wait(lambda before=before: order() != before, "it to go up")
    keel.press("Hide A program")
    keel.wait(lambda: "-program" in order(), "it to be hidden")
    keel.press("Done")
    keel.wait(lambda: cards() == [CARD, "Next meeting"], "the page as it was made")
    picture("arranged")
    keel.stop()
    keel.start()
    keel.wait_text(CARD)
    keel.wait(lambda: cards() == [CARD, "Next meeting"], "it stays so")
    keel.wait(keel.takes_keys, "the keyboard")


def arrange_back():
    keel.press("Arrange This Page")
    keel.press("Show A program")
    keel.wait(lambda: "program" in order(), "it to be back")
    keel.wait(lambda: keel.shows("The page is arranged anew."), "that to be said")
    keel.press("Undo")
    keel.wait(lambda: "-program" in order(), "that to be undone")
    keel.press("Show A program")
    keel.wait(lambda: "program" in order(), "it to be back")
    keel.keys("Escape")
    keel.wait(lambda: cards() == [CARD, "Next meeting", "A program"], "Escape to be done with it")


def reasons():
    activate(keel, "reasons")
    keel.wait_text("What is it all for?")
    keel.wait(keel.takes_keys, "the keyboard")
    for words in ("My daughter", "To sleep well"):
        keel.press("Add a Reason")
        keel.wait_text("Choose a Picture…")
        keel.wait(lambda: keel.takes_keys() and name_of(keel.focus()) == "In your words", "the focus where one writes")
        keel.type(words)
        keel.press("Save")
        keel.wait_text(f"Move {words} up")
    keel.check_names()
    keel.press("Move To sleep well up")
    keel.wait_journal("SELECT words FROM reason ORDER BY position", [("To sleep well",), ("My daughter",)], "the other order")
    keel.press("Delete My daughter")
    keel.wait_journal("SELECT words FROM reason WHERE deleted_at IS NULL", [("To sleep well",)], "one to be gone")
    keel.wait_text("The reason is deleted.")
    picture("reasons")
    keel.press("Undo")
    keel.wait_journal("SELECT words FROM reason WHERE deleted_at IS NULL ORDER BY position", [("To sleep well",), ("My daughter",)], "it to be back")
    close_window()
    keel.wait(lambda: "My reasons" in cards(), "a card")
    expect(keel.shows("To sleep well") and not keel.shows("My daughter"), "one at a time")
    keel.press("Another reason")
    keel.wait(lambda: keel.shows("My daughter") and not keel.shows("To sleep well"), "the next")
    keel.check_names()


def meeting():
    soon = time.time() + 40 * 60
    keel.stop()
    for name, start in (("Candlelight", soon), ("Harbour", soon + 7 * 86400 - 3600)):
        keel.keelctl("follow", "--new", name, "--start", time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start)), "--zone", "UTC", "--rrule", "FREQ=WEEKLY")
    keel.start()
    keel.wait(lambda: any(keel.shows(f"in {minutes} minutes") for minutes in range(35, 41)), "how long it is until then")
    keel.wait(keel.takes_keys, "the keyboard")
    going = [name_of(node) for node in keel.visible() if name_of(node).startswith("I’m going: Candlelight")]
    keel.press(going[0], Role.CHECK_BOX)
    keel.wait_text("You are going")
    expect(not keel.shows("A program"), "it is no new profile any more")
    keel.check_names()
    picture("meeting")
    keel.press("Not this time")
    keel.wait_journal("SELECT state FROM attendance WHERE deleted_at IS NULL", [("not",)], "it to be put down")
    keel.wait_text("Harbour")
    expect(not any(name_of(node).startswith("Next meeting: Candlelight") for node in keel.visible()), "the next is another one")
    keel.press("Undo")
    keel.wait(lambda: any(name_of(node).startswith("Next meeting: Candlelight") for node in keel.visible()), "it to be back")


def missed():
    """A reminder never fails in silence: it is told where one looks first."""
    expect(not keel.shows("could not be shown"), "nothing is told before")
    (series, occurrence), = keel.read_journal("SELECT uuid, 30 FROM series WHERE name = 'Candlelight'")
    due = int(time.time()) - 7200
    with sqlite3.connect(keel.profile_file("reminders.db"), timeout=15) as database:
        database.execute("INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome, reason)"
                         " VALUES (?, ?, ?, 30, ?, ?, 0, 'missed', 'it had ended before it could be shown')",
                         [series, occurrence, occurrence, due, due * 1000000])
    keel.stop()
    keel.start()
    keel.wait_text("A reminder could not be shown.")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.check_names()
    expect(not keel.shows("Did you go?"), "and nothing is asked here")
    picture("missed")
    keel.press("Dismiss: I have seen it")
    keel.wait(lambda: not keel.shows("A reminder could not be shown."), "it to be dismissed")


def one_glance():
    """On a small laptop, with what most have."""
    keel.stop()
    keel.keelctl("programs", "choose", "aa")
    keel.keelctl("worksheets")
    keel.start()
    keel.wait_text("Candlelight")
    keel.wait(lambda: keel.shows("Every day"), "the worksheets")
    keel.resize(900, 680)
    window = keel.windows()[0].get_extents()
    keel.wait(lambda: all(node.get_extents().y + node.get_extents().height <= window.y + window.height for node in keel.visible()
                          if name_of(node) in cards() and node.children()), "all of it to be seen without scrolling")
    picture("typical")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow-cards")


for title, function in (("a check-in by keyboard", check_in), ("the lowest mood", lowest), ("later, and all there is", later),
                        ("cards moved and hidden", arrange), ("and back", arrange_back), ("reasons", reasons), ("the next meeting", meeting), ("a reminder that did not come", missed),
                        ("in one glance", one_glance)):
    tap.run(title, function)
keel.stop()
keel.stop_reminders()
tap.end()
