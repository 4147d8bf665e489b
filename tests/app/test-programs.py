#!/usr/bin/env python3
"""Programs in the real window: chosen and let go by keyboard, with undo; their order; words that label; what fits;
compared side by side; one of the person's own."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from window import Keel, Missing, Role, State, Tap, has, name_of, role_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
CHECK = Role.CHECK_BOX
shots = os.environ.get("KEEL_SHOTS")
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data")
tap = Tap(keel)
CHOSEN = "SELECT value FROM setting WHERE key = 'programs'"


def expect(condition, what):
    if not condition:
        raise Missing(what + "\n" + keel.outline())


def look(name):
    keel.check_names()
    keel.check_extents()
    if shots:
        keel.pause(0.6)
        keel.screenshot(f"{shots}/{name}.png")


def open_programs():
    keel.press("Main Menu", TOGGLE)
    keel.press("Programs", Role.MENU_ITEM)
    keel.wait_text("Your programs")
    keel.wait(keel.takes_keys, "the keyboard")


def wait_chosen(*codes):
    keel.wait_journal(CHOSEN, [(" ".join(codes),)], "what is chosen")


def is_checked(name):
    return has(keel.find(name, CHECK), State.CHECKED)


def tab_to(name, most=60):
    for _ in range(most):
        focus = keel.focus()
        if focus and name_of(focus) == name:
            return focus
        keel.keys("Tab")
    raise Missing(f"Tab does not lead to “{name}”; the focus is on {keel.describe_focus()}")


def none_is_a_choice():
    keel.wait_text("No meetings yet")
    open_programs()
    keel.wait_text("You need no program.")
    look("programs-none")


def choose():
    tab_to("Choose Programs…")
    keel.keys("Return")
    keel.wait_text("For yourself")
    look("programs-all")
    expect(is_checked("Choose No program"), "no program is what is chosen")
    keel.press("Choose Narcotics Anonymous", CHECK)
    wait_chosen("na")
    keel.wait_text("Narcotics Anonymous is one of your programs now.")
    look("programs-chosen")


for name, function in (("no program is a choice like the others", none_is_a_choice), ("chosen with one press", choose)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
