#!/usr/bin/env python3
"""Worksheets in the real window: a resentment list, costs and benefits and an urge log filled by keyboard, saved by
themselves, there again after a kill; undo, an earlier version, the trash, and search over what was written."""
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="worksheets", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def journal(sql):
    """Read from beside it; Keel may be writing at that moment."""
    database = sqlite3.connect(keel.profile_file("journal.db"), timeout=15)
    try:
        return [row[0] for row in database.execute(sql).fetchall()]
    finally:
        database.close()


def answers(worksheet):
    return " ".join(journal(f"SELECT answers FROM entry_answers JOIN entry ON id = entry WHERE worksheet = '{worksheet}'"))


def wait_saved(worksheet, words):
    try:
        keel.wait(lambda: words in answers(worksheet), f"“{words}” in the journal")
    except Missing as missing:
        raise Missing(f"{missing}\nthere is: {answers(worksheet)}") from None


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def open_window(words):
    keel.wait_text(words)
    keel.wait(keel.takes_keys, "the keyboard")


def open_row(name):
    keel.set_text(SEARCH, name)
    keel.wait(lambda: rows(name), name)
    keel.focus_row(rows(name)[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)


def wait_focus(name):
    keel.wait(lambda: keel.focus() and name in map(name_of, keel.line_of(keel.focus())[:3]), f"the focus on “{name}”")


def leave():
    keel.press(BACK)
    keel.find(SEARCH)


def menu(item):
    keel.press("More for this page", TOGGLE)
    keel.press(item, Role.MENU_ITEM)


def resentments():
    open_window("Nothing is written yet")
    keel.check_names()
    open_row("Resentment list")
    wait_focus("Who or what am I angry with?, row 1")
    keel.check_names()
    expect(keel.shows("a court that asks for it"), "who might read it is said first")
    keel.type("My boss")
    keel.keys("ctrl+Return")
    wait_focus("Who or what am I angry with?, row 2")
    keel.type("The landlord")
    keel.keys("Tab")
    wait_focus("What happened?, row 2")
    keel.type("He shouted")
    keel.wait_text("Saved")
    wait_saved("w01", "He shouted")
    keel.keys("ctrl+z")
    keel.wait(lambda: "He shouted" not in answers("w01"), "the words to be undone, also in the journal")
    keel.keys("ctrl+shift+z")
    wait_saved("w01", "He shouted")
    keel.press("Move or remove row 2")
    keel.press("Remove Row", Role.MENU_ITEM)
    keel.wait(lambda: "landlord" not in answers("w01"), "the row to go")
    keel.press("Undo")
    wait_saved("w01", "landlord")
    leave()


def costs():
    open_row("Costs and benefits")
    wait_focus("What is it about?")
    keel.type("Drinking")
    keel.keys("Tab")
    wait_focus("If I do it, What it gives me, 1")
    keel.type("Calm for an hour")
    keel.keys("Tab")
    wait_focus("If I do it, What it gives me, 1: Soon")
    keel.keys("space", "Tab", "Tab")
    keel.type("7")
    keel.check_names()
    wait_saved("w08", '"do/benefits":[{"text":"Calm for an hour","tag/short-term":true,"weight":7}]')
    leave()


def urges():
    open_row("Urge log")
    wait_focus("When, row 1")
    keel.type("2026-11-22 19:00")
    keel.keys("Tab", "Tab", "7", "Tab")
    keel.type("20")
    keel.keys("Tab")
    keel.type("payday")
    wait_saved("w07", '{"when":"2026-11-22T19:00","strength":7,"minutes":20,"trigger":"payday"}')


def kill():
    """All but the last second."""
    keel.keys("Tab")
    keel.type("at the old bridge")
    typed = time.monotonic()
    keel.wait(lambda: "at the old bridge" in answers("w07"), "the words to be saved", 5)
    keel.type(" and home")
    keel.wait(lambda: time.monotonic() - typed > 1, "a second to go by")
    keel.process.kill()
    keel.process.wait()
    keel.start()
    open_window("Last written")
    expect(any("payday" in row for row in rows("Urge log")), f"the entry among what was written: {rows('Urge log')}")
    open_row("at the old bridge")
    keel.wait(lambda: any(text_of(node) == "payday" for node in keel.visible()), "what was written")
    keel.check_names()
    leave()


def versions():
    keel.set_text(SEARCH, "")
    open_row("Drinking")
    wait_focus("What is it about?")
    keel.keys("ctrl+a")
    keel.type("Smoking")
    wait_saved("w08", "Smoking")
    leave()
    open_row("Smoking")
    menu("Earlier Versions…")
    keel.wait(lambda: len(rows(" word")) == 2, "two versions")
    keel.check_names()
    keel.focus_row(rows(" word")[1])
    keel.keys("Return")
    keel.wait_text("Drinking")
    keel.press("Bring Back")
    wait_saved("w08", "Drinking")
    keel.wait(lambda: any(text_of(node) == "Drinking" for node in keel.visible()), "it to be on the page")
    keel.press("Finish")
    keel.find("Go On Writing", Role.PUSH_BUTTON)


def trash():
    menu("Move to Trash")
    keel.find(SEARCH)
    keel.press("Undo")
    keel.wait(lambda: journal("SELECT count (*) FROM entry WHERE deleted_at IS NOT NULL") == [0], "it to be back")
    open_row("Drinking")
    menu("Destroy for Ever…")
    keel.wait_text("Backups that you or your computer made before may still hold it")
    keel.press("Destroy for Ever")
    keel.find(SEARCH)
    expect(answers("w08") == "", "nothing of it is left")


def search():
    keel.set_text(SEARCH, "landl")
    keel.wait(lambda: len(rows("Resentment list")) == 1, "what was written, by the beginning of a word")
    keel.set_text(SEARCH, "Drinking calm hour")
    keel.wait_text("Nothing fits")


for name, function in (("a resentment list, saved by itself, undone and redone", resentments),
                       ("costs and benefits", costs), ("an urge log", urges), ("killed while typing", kill),
                       ("an earlier version is brought back", versions), ("trash, undo, and destroyed", trash),
                       ("search", search)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
