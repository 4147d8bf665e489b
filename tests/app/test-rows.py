#!/usr/bin/env python3
"""What stands at the worksheets beside beginning them: where one is in a program, which leads to its page; a reminder; and
of a worksheet of one's own the file and the way out, with its undo."""
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, role_of  # noqa: E402

SEARCH = "Search worksheets and what you wrote"
SHEET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/content/worksheets/w08.xml")
PICTURES = os.environ.get("KEEL_PICTURES")
work = os.environ["KEEL_WORK"]
data = work + "/data"


def prepare(build):
    subprocess.run([f"{build}/src/cli/keelctl", "--data-dir", data, "programs", "choose", "aa", "smart"], capture_output=True, check=True)
    profiles = os.path.join(data, "profiles")
    database = sqlite3.connect(os.path.join(profiles, os.listdir(profiles)[0], "journal.db"))
    with open(SHEET, encoding="utf-8") as file:
        own = file.read().replace('id="w08"', 'id="own-evening"').replace("Costs and benefits", "My evening")
    with database:
        database.execute("INSERT INTO own_template VALUES ('11111111-2222-4333-8444-777777777777', 'own-evening', ?, 1795600000, NULL)", (own,))
        database.execute("INSERT INTO part_progress (uuid, program, structure, part, state, changed_at)"
                         " VALUES ('11111111-2222-4333-8444-888888888888', 'aa', 'steps', 4, 'working', 1795600000)")
    database.close()


prepare(sys.argv[1])
keel = Keel(sys.argv[1], data, page="worksheets", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def menu(name, item):
    keel.press(f"More for {name}")
    keel.press(item, Role.MENU_ITEM)


def close(windows=1):
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == windows, "the window to close")
    keel.wait(keel.takes_keys, "the keyboard")


def place():
    keel.wait(lambda: any(name_of(node).startswith("Where I am: Step 4") for node in keel.visible()), "where one is")
    lines = [name_of(node) for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node).startswith("Where I am")]
    expect(len(lines) == 2 and lines[0].endswith("(AA)") and lines[1] == "Where I am (SMART)", f"a line for each program, and no duty: {lines}")
    keel.check_names()
    picture("rows")
    keel.focus_row(lines[0])
    keel.keys("Return")
    keel.wait_text("You are working on")
    keel.keys("ctrl+w")
    keel.wait(lambda: len(keel.windows()) == 1, "the window to close")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.resize(360, 640)
    keel.check_extents()
    picture("rows-360")
    keel.resize(900, 680)


def remind():
    """By keyboard: the button stands behind its row."""
    keel.set_text(SEARCH, "Resentment list")
    keel.wait(lambda: len(rows("")) == 1, "the one row")
    keel.focus_row(rows("Resentment list")[0])
    keel.keys("Tab", "Return")
    keel.find("Remind Me…", Role.MENU_ITEM)
    expect(not any(name_of(node) == "Export…" for node in keel.visible() if role_of(node) == Role.MENU_ITEM), "Keel's own have no file")
    picture("menu")
    keel.keys("Return")
    keel.wait(lambda: len(keel.windows()) == 2, "the reminder")
    keel.check_names()
    keel.press("Save")
    keel.wait_journal("SELECT kind, subject FROM prompt WHERE deleted_at IS NULL", [("worksheet", "w01")], "the reminder")
    keel.wait(lambda: len(keel.windows()) == 1, "the window to close")
    keel.wait(keel.takes_keys, "the keyboard")


def own():
    keel.set_text(SEARCH, "")
    keel.wait(lambda: rows("My evening"), "the person's own")
    menu("My evening", "Export…")
    keel.wait(lambda: len(keel.windows()) == 2, "the file dialog")
    keel.pause(0.8)
    keel.keys("ctrl+a")
    keel.type(work + "/evening.xml")
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait(lambda: os.path.exists(work + "/evening.xml"), "the file")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    menu("My evening", "Delete")
    keel.wait(lambda: not rows("My evening"), "the row to go")
    keel.press("Undo")
    keel.wait(lambda: rows("My evening"), "the row again")
    menu("My evening", "Change This Worksheet…")
    keel.wait(lambda: len(keel.windows()) == 2, "the window that changes it")


for title, step in (("where one is in a program", place), ("a reminder", remind), ("a worksheet of one's own", own)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
