#!/usr/bin/env python3
"""Worksheets in the real window: pages filled by keyboard, saved by themselves and there again after a kill."""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, name_of, role_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def expect(condition, what):
    if not condition:
        raise Missing(what + "\n" + keel.outline())


def journal(sql):
    """Read from beside it; Keel may be writing at that moment."""
    database = sqlite3.connect(keel.profile_file("journal.db"), timeout=15)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def answers():
    return " ".join(text for (text,) in journal("SELECT answers FROM entry_answers"))


def open_window():
    keel.wait_text("No meetings yet")
    keel.press("Main Menu", TOGGLE)
    keel.press("Worksheets", Role.MENU_ITEM)
    keel.wait_text("Nothing is written yet")
    keel.check_names()


def open_worksheet(name):
    keel.set_text("Search worksheets and what you wrote", name)
    keel.wait(lambda: len([n for n in keel.visible() if role_of(n) == Role.LIST_ITEM and name_of(n).startswith(name)]) >= 1,
              name)
    keel.focus_row(next(name_of(n) for n in keel.visible() if role_of(n) == Role.LIST_ITEM and name_of(n).startswith(name)))
    keel.keys("Return")
    keel.find("Back to the worksheets", Role.PUSH_BUTTON)


def halt():
    open_worksheet("Hungry")
    keel.pause(0.5)
    keel.keys("7", "Tab", "Tab", "3")
    keel.wait_text("Saved")
    keel.check_names()


for name, function in (("the window", open_window), ("hunger and the rest", halt)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
