#!/usr/bin/env python3
"""An urge, in the real window and by keyboard alone: how many presses it takes to the first step; what is offered, and that one
of the three is to be with someone; a strong one asks whether one is safe; how strong it is then; the log, changed and undone; what
was said outlasts the window."""
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
MOST_PRESSES = 4
SECRET = "correct horse battery"
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC", "KEEL_KEY_COST": "lowest"})
tap = Tap(keel)
presses = 0


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def press(*keys):
    global presses
    presses += len(keys)
    keel.keys(*keys)


def offers():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and any(text_of(child) in "123" and text_of(child)
            for part in node.children() for child in part.children() + [part])]


def rows():
    """Of the log or of the plans, not of what stands behind."""
    return [node for node in keel.visible() if role_of(node) == Role.LIST_ITEM and (" of 10" in name_of(node) or "then I will" in name_of(node))]


def undo(words):
    """The last of those that there are."""
    keel.wait_text(words)
    [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Undo"][-1].act()


def to_the_first_step():
    global presses
    keel.wait_text("A program")
    keel.wait(keel.takes_keys, "the keyboard")
    presses, began = 0, time.monotonic()
    press("ctrl+u")
    keel.wait_text("How strong is the urge?")
    press("7")
    keel.wait_text("What is going on?")
    press("Return")
    keel.wait_text("Choose one of these.")
    press("1")
    keel.find("Stop", Role.PUSH_BUTTON)
    print(f"# {presses} presses to the first step, {time.monotonic() - began:.1f} s with the looking")
    expect(presses <= MOST_PRESSES, f"{presses} presses, not more than {MOST_PRESSES}")
    expect(not keel.shows("explain"), "nothing has to be explained")
    keel.check_names()
    picture("urge-step")
    keel.wait_journal("SELECT strength, after, outcome FROM urge", [(7, None, "none")], "what was said is put down at once")


def afterwards():
    press("Escape")
    keel.wait_text("How strong is it now?")
    press("3")
    keel.wait_text("It was 7, and it is 3 now.")
    picture("urge-done")
    keel.check_names()
    keel.wait_journal("SELECT strength, after FROM urge", [(7, 3)], "how strong it was then")
    keel.wait_journal("SELECT before, after FROM strategy_run", [(7, 3)], "that it was done")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Done", "the focus on Done")
    press("Return")
    keel.wait_text("It is in your urge log.")
    keel.wait_text("A program")


def from_anywhere():
    """Each page leads there with one press, and with the button; what was offered to be undone is not where Next is then."""
    for page, keys in enumerate(("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+1"), 1):
        keel.keys(keys)
        keel.keys("ctrl+u")
        keel.wait_text("How strong is the urge?")
        keel.keys("Escape")
        keel.wait(lambda: not keel.shows("How strong is the urge?"), f"page {page}")
    keel.wait_text("A program")
    keel.press("An Urge")
    keel.wait_text("How strong is the urge?")
    keel.keys("4")
    keel.wait_text("What is going on?")
    keel.wait_journal("SELECT count(*) FROM urge WHERE strength = 4", [(1,)], "it to be put down")
    keel.keys("Escape")
    keel.wait_text("It is in your urge log.")
    keel.find("Undo")
    keel.keys("ctrl+u")
    keel.wait_text("How strong is the urge?")
    keel.wait(lambda: not any(name_of(node) == "Undo" for node in keel.visible()), "nothing in the way of Next")
    keel.keys("Escape")
    keel.wait_text("A program")
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        journal.execute("DELETE FROM urge WHERE strength = 4")


def fast():
    """As fast as keys come, and with tags."""
    press("ctrl+u", "5")
    keel.wait_text("What is going on?")
    press("space", "Right", "Right", "space")
    picture("urge-tags")
    press("Return", "2")
    keel.find("Stop", Role.PUSH_BUTTON)
    keel.wait_journal("SELECT strength, tags != '' FROM urge ORDER BY at DESC, rowid DESC LIMIT 1", [(5, 1)], "with what was going on")
    press("Escape")
    keel.wait_text("How strong is it now?")
    press("Escape")  # left without a word
    keel.wait_text("A program")
    keel.wait_journal("SELECT count(*) FROM urge WHERE deleted_at IS NULL", [(2,)], "both are kept")


def strong():
    press("ctrl+u")
    keel.wait_text("How strong is the urge?")
    press("1", "0")
    keel.wait_text("What is going on?")
    press("Return")
    keel.wait_text("Choose one of these.")
    cards = [node for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON]
    names = [name_of(node) for node in cards]
    expect("Am I safe?" in names, f"whether one is safe is asked: {names}")
    order = [name for name in names if name == "Am I safe?" or "alone" in name or "with" in name.lower()]
    expect(order and order.index("Am I safe?") <= 1, f"to be with someone comes first: {names}")
    keel.check_names()
    picture("urge-strong")
    keel.press("Am I safe?")
    keel.find("I Am Not Safe", Role.PUSH_BUTTON)
    picture("urge-safe")
    keel.check_names()
    keel.press("Yes, I Am Safe")
    keel.wait_text("Choose one of these.")
    keel.wait_journal("SELECT strength FROM urge ORDER BY at DESC, rowid DESC LIMIT 1", [(10,)], "1 and 0 are 10")


def again():
    """The window is closed in the middle of it."""
    keel.stop()
    keel.start()
    keel.wait_text("Choose one of these.")
    press("Escape")
    keel.wait_text("A program")


def gone():
    """What one was in the middle of is not there any more."""
    press("ctrl+u", "2")
    keel.wait_text("What is going on?")
    keel.wait_journal("SELECT count(*) FROM urge WHERE strength = 2", [(1,)], "it to be put down")
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        journal.execute("UPDATE urge SET deleted_at = at WHERE strength = 2")
    keel.start()
    keel.wait_text("A program")
    keel.stop()
    keel.start()
    keel.wait_text("A program")
    expect(not keel.shows("How strong is the urge?"), "nobody is asked again")


def log():
    activate(keel, "urge-log")
    keel.wait(lambda: len(rows()) == 3, "three urges")
    keel.check_names()
    picture("urge-log")
    expect(keel.shows("7 → 3"), "before and after")
    row = next(node for node in rows() if "7" in name_of(node))
    keel.click(row)
    keel.set_text("What set it off", "after work")
    keel.press("Save")
    keel.wait_text("after work")
    undo("Your urge log is changed.")
    keel.wait_journal("SELECT count(*) FROM urge WHERE set_off IS NOT NULL", [(0,)], "undone")
    keel.wait(lambda: not keel.shows("after work"), "it to go")
    keel.click(rows()[0])
    keel.press("Delete")
    keel.wait(lambda: len(rows()) == 2, "two")
    undo("It is no longer in your urge log.")
    keel.wait(lambda: len(rows()) == 3, "three again")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the log to close")


def patterns():
    """Only from enough: then in sentences, with bars that say what is in them."""
    activate(keel, "urge-log")
    keel.wait_text("Keel looks for what your urges have in common once 12 of them are written down")
    expect(not keel.shows("By the hour"), "no chart of a few")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the log to close")
    keel.stop()
    for _ in range(14):
        keel.keelctl("urges", "add", "--strength", "6", "--after", "2", "--tags", "lonely", "--strategy", "c01")
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        # Two days apart, each at 17:20 by the clock of where the person was.
        journal.execute("UPDATE urge SET zone = 0, at = (at / 86400) * 86400 - 86400 * (2 * (SELECT count(*) FROM urge AS other WHERE"
                        " other.rowid < urge.rowid AND other.strength = 6 AND other.after = 2) + 1) + 62400 WHERE strength = 6 AND after = 2")
    keel.start()
    keel.wait_text("A program")
    activate(keel, "urge-log")
    keel.wait_text("Most of your urges in the last 8 weeks came between")
    keel.wait_text("“Lonely” was there in most of your urges in the last 8 weeks")
    keel.wait_text("After “Urge surfing” the urge was weaker")
    keel.wait_text("These are counts of what you wrote down. They do not say why.")
    for chart, counted in (("By the hour", "17:00 1"), ("By the day of the week", ", ")):
        bars = keel.wait(lambda chart=chart: next((name for name in map(name_of, keel.visible()) if name.startswith(chart + ": ")), None), chart)
        expect(counted in bars, bars)
    keel.check_names()
    picture("urge-patterns")
    keel.resize(360, 640)
    keel.check_extents()
    picture("urge-patterns-360")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the log to close")
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        journal.execute("DELETE FROM urge WHERE strength = 6 AND after = 2")


def locked():
    """In the middle of it: what was said is kept, and asked on from there."""
    keel.stop()
    keel.stop_reminders()
    subprocess.run([f"{keel.build}/src/cli/keelctl", "--data-dir", keel.data_dir, "--passphrase-fd", "0", "profile", "protect"],
                   env=keel.environment, input=SECRET + "\n", text=True, check=True, capture_output=True)
    keel.start()
    unlock()
    keel.wait_text("A program")
    keel.keys("ctrl+u", "7")
    keel.wait_text("What is going on?")
    keel.keys("space", "Return")
    keel.wait_text("Choose one of these.")
    keel.keys("ctrl+l")
    unlock()
    keel.wait_text("Choose one of these.")
    keel.keys("1")
    keel.find("Stop", Role.PUSH_BUTTON)
    keel.keys("ctrl+l")
    unlock()
    keel.wait_text("How strong is it now?")
    keel.keys("2")
    keel.wait_text("It was 7, and it is 2 now.")
    keel.keys("Return")
    keel.wait_text("A program")
    activate(keel, "urge-log")
    keel.wait(lambda: any("7 of 10, afterwards 2" in name_of(row) for row in rows()), "it in the log")


def unlock():
    keel.find("Unlock", Role.PUSH_BUTTON)
    keel.wait(lambda: keel.focus() and any(name_of(node) == "Passphrase" for node in keel.line_of(keel.focus())), "the focus in the entry")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.type(SECRET)
    keel.keys("Return")


def plans():
    activate(keel, "plans")
    keel.wait_text("No plan is made yet")
    keel.press("New Plan")
    keel.press("I cannot sleep")
    keel.press("drink a glass of water")
    keel.wait_text("If I cannot sleep, then I will drink a glass of water.")
    keel.press("A place", Role.RADIO_BUTTON)
    keel.set_text("Which place", "the kitchen")
    keel.check_names()
    picture("plan-dialog")
    keel.press("Save")
    keel.wait(lambda: len(rows()) == 1, "one plan")
    keel.wait_text("A place: the kitchen")
    picture("plans")
    undo("Your plan is kept.")
    keel.wait_text("No plan is made yet")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the plans to close")


def narrow():
    keel.resize(360, 640)
    press("ctrl+u")
    keel.wait_text("How strong is the urge?")
    keel.check_extents()
    picture("narrow-strength")
    press("9")
    keel.wait_text("What is going on?")
    keel.check_extents()
    picture("narrow-tags")
    press("Return")
    keel.wait_text("Choose one of these.")
    keel.check_extents()
    picture("narrow-offers")
    press("Escape")
    keel.wait_text("A program")


tap.run("a few presses to the first step", to_the_first_step)
tap.run("how strong it is then", afterwards)
tap.run("one press from anywhere", from_anywhere)
tap.run("keys that come fast are not lost, and leaving keeps what was said", fast)
tap.run("a strong one: someone first, and whether one is safe", strong)
tap.run("it goes on where one was", again)
tap.run("an urge that is gone is not asked for again", gone)
tap.run("the log, changed, deleted and undone", log)
tap.run("what urges have in common, from enough of them", patterns)
tap.run("a plan bound to a place, undone", plans)
tap.run("in a narrow window nothing is cut", narrow)
tap.run("locked in the middle of it", locked)
keel.stop()
tap.end()
