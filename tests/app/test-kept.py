#!/usr/bin/env python3
"""What is said of a card and done with it: killed while somebody writes a note without a pause, not a word is lost; each time that a
card was done stands in a list, and what was put down by mistake is taken away and comes back. And in which order one hears the pages
of Coping."""
import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Missing, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
NOTE = "SELECT note FROM strategy_mark WHERE strategy = 'c01'"
LEFT = "SELECT count(*) FROM strategy_run WHERE deleted_at IS NULL"
SECOND = 1.0
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="coping", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/kept-{name}.png")


def rows():
    return [node for node in keel.visible() if role_of(node) == Role.LIST_ITEM and "of 10" in name_of(node) or name_of(node).startswith("Today")
            and role_of(node) == Role.LIST_ITEM]


def tab_to(name, role=None, most=70):
    for _ in range(most):
        focus = keel.focus()
        if focus and name_of(focus) == name and role in (None, role_of(focus)):
            return focus
        keel.keys("Tab")
    raise Missing(f"Tab does not lead to “{name}”")


def killed():
    """Whoever writes on and on never pauses: what was typed a second before is there all the same."""
    keel.keelctl("programs", "choose", "none")
    keel.wait_text("What is going on?")
    activate(keel, "open-strategy", "c01")
    keel.find("Start: Urge surfing")
    keel.wait(keel.takes_keys, "the keyboard")
    tab_to("Your note", Role.TEXT)
    typed, taken = "", []
    end = time.monotonic() + 4
    while time.monotonic() < end or len(taken) < 8:
        typed += f"word{len(taken)} "
        keel.type(f"word{len(taken)} ")
        taken.append((len(typed), time.monotonic()))
    os.kill(keel.process.pid, signal.SIGKILL)
    died = time.monotonic()
    keel.process.wait()
    kept = (keel.read_journal(NOTE) or [("",)])[0][0] or ""
    safe = max([length for length, when in taken if when < died - SECOND], default=0)
    expect(typed.startswith(kept) and len(kept) + 1 >= safe, f"at least {safe} letters of “{typed}”, not “{kept}”")
    keel.start()
    keel.wait_text("What is going on?")
    activate(keel, "open-strategy", "c01")
    keel.wait(lambda: kept in text_of(keel.find("Your note", Role.TEXT)), "the note")


def do(times):
    activate(keel, "run-strategy", "c01")
    keel.wait_text("1 of ")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Right")
    keel.wait_text("2 of ")
    keel.keys("Escape")
    keel.wait_text("It is noted that you began.")
    keel.wait_journal(LEFT, [(times,)], f"{times} times")


def each_time():
    do(1)
    do(2)
    keel.wait_text("You did this 2 times.")
    keel.press("Each Time…")
    keel.wait(lambda: len(keel.windows()) == 2 and len(rows()) == 2, "both")
    keel.check_names()
    keel.check_extents()
    picture("each-time")
    delete = [node for node in keel.visible() if name_of(node).startswith("Delete: ")]
    expect(len(delete) == 2, f"{len(delete)} to be deleted")
    delete[0].act()
    keel.wait(lambda: len(rows()) == 1, "one")
    keel.wait_journal(LEFT, [(1,)], "one is taken away")
    keel.wait_text("It is not counted any more.")
    [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Undo"][-1].act()
    keel.wait(lambda: len(rows()) == 2, "both again")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.resize(360, 560)
    keel.check_extents()
    picture("each-time-360")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1 and keel.takes_keys(), "it to close")


def heard():
    """Tab goes through what one sees in the order in which it stands there: the list from its chips on, then the card, and not through
    what a card hides on a narrow window."""
    keel.press("Close the card")
    keel.press("Craving", Role.RADIO_BUTTON)
    keel.press("Open the card: Urge surfing")
    keel.wait(lambda: "Start: Urge surfing" in keel.describe_focus(), "the focus on what begins it")
    card = order("Start: Urge surfing", "Print…")
    follow(card, ["Start: Urge surfing", "Your note", "Or in your words", "Print…"])
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Close the card"), "the list")
    tab_to("Craving", Role.RADIO_BUTTON)
    follow(order("Craving", "Start: Urge surfing"),
           ["Craving", "Something Else", "Search what you can do", "Urge Log", "If-then Plans", "Start: Urge surfing"])
    keel.resize(360, 640)
    activate(keel, "open-strategy", "c01")
    keel.find("Back to all cards")
    tab_to("Start: Urge surfing")
    round_once = order("Start: Urge surfing", "Favorite", most=60)
    expect(not any(name in round_once for name in ("Craving", "Search what you can do", "Urge Log")), f"what is behind is reached: {round_once}")


def order(first, last, most=40):
    """The names of what has the focus, from one to another."""
    keel.wait(lambda: first in keel.describe_focus(), f"the focus on “{first}”")
    names = [first]
    for _ in range(most):
        keel.keys("Tab")
        focus = keel.wait(keel.focus, "the focus")
        names.append(name_of(focus) or text_of(focus))
        expect(names[-1] and not names[-1].startswith(("Gtk", "Keel", "Adw")), f"something without a name after {names}")
        if names[-1] == last:
            return names
    raise Missing(f"from “{first}” Tab does not lead to “{last}”: {names}")


def follow(names, wanted):
    places = [names.index(name) if name in names else -1 for name in wanted]
    expect(-1 not in places and places == sorted(places), f"{wanted} in this order: {names}")


for title, step in (("killed while somebody writes a note", killed), ("each time a card was done", each_time),
                    ("the order in which it is heard", heard)):
    tap.run(title, step)
keel.stop()
tap.end()
