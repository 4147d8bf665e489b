#!/usr/bin/env python3
"""Pages that are guarded: one can ask for the passphrase again, and its words stand in no list; of another one nothing
is told outside its page."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, State, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

BUILD = sys.argv[1]
DATA = os.environ["KEEL_WORK"] + "/data"
SECRET = "correct horse staple"
SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
AGAIN = "Ask for my passphrase each time a page like this is opened"
SAFETY = ("My warning signs", "After a lapse", "My safety plan", "Emergency card", "Safety at home")
ENVIRONMENT = {"GSETTINGS_BACKEND": "keyfile"}


def keelctl(*arguments, secret=None):
    subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, *(["--passphrase-fd", "0"] if secret else []), *arguments],
                   env={**os.environ, **ENVIRONMENT}, input=secret and secret + "\n", text=True, check=True, stdout=subprocess.DEVNULL)


os.makedirs(DATA, mode=0o700)
keelctl("profile", "create", "Sam")
keelctl("--profile", "Sam", "profile", "protect", secret=SECRET)
keel = Keel(BUILD, DATA, "--profile", "Sam", page="worksheets", environment=ENVIRONMENT)
tap = Tap(keel)


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def search(words):
    keel.set_text(SEARCH, words)


def open_row(name):
    search(name)
    keel.wait(lambda: rows(name), name)
    keel.focus_row(rows(name)[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)


def leave():
    keel.press(BACK)
    keel.find(SEARCH)


def wait_passphrase():
    keel.wait(lambda: keel.focus() and any(name_of(n) == "Passphrase" for n in keel.line_of(keel.focus())), "the focus in the entry")


def enter(secret):
    wait_passphrase()
    keel.type(secret)
    keel.keys("Return")


def unlock():
    keel.find("Unlock", Role.PUSH_BUTTON)
    enter(SECRET)
    keel.find(SEARCH)
    keel.wait(keel.takes_keys, "the keyboard")


def titles():
    return [name_of(window) for window in keel.windows()]


def tell(what):
    """What can be heard of it, in any window."""
    return [name_of(node) for node in keel.visible() if what in name_of(node) or what in text_of(node)]


def hide():
    """What is shown then is harmless; and it is locked."""
    keel.keys("F9")
    keel.wait(lambda: titles() == ["Calendar"], "something harmless")
    expect(not tell("home") and not tell("Slammed") and not tell("neighbour"), f"nothing of it is left: {tell('home')}")
    keel.come_back()
    unlock()


def safety():
    """Whoever comes for themselves sees the worksheet of families, too."""
    for press in (lambda: None, lambda: keel.press("All", Role.RADIO_BUTTON), lambda: keel.press("LifeRing", Role.RADIO_BUTTON)):
        press()
        keel.wait(lambda: all(rows(name) for name in SAFETY), f"all of {SAFETY}")
    expect(not rows("Boundary plan"), "others follow the chosen program")
    keel.press("For me", Role.RADIO_BUTTON)
    expect(not any("Safety at home" in name_of(node) and role_of(node) == Role.PUSH_BUTTON for node in keel.visible()), "nobody is reminded of it")


def switch_on():
    open_row("Love and closeness")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Who, row 1", "the focus in the table")
    keel.type("A neighbour")
    keel.wait_text("Saved")
    keel.focus_row(AGAIN)
    keel.keys("space")
    keel.wait(lambda: has(keel.find(AGAIN, Role.CHECK_BOX), State.CHECKED), "the tick")
    keel.check_names()
    leave()
    keel.wait(lambda: rows("Love and closeness"), "the entry in the list")
    expect(not tell("A neighbour"), "its words are in no list")
    search("neighbour")
    keel.wait(lambda: rows("Love and closeness"), "what was open since it was unlocked is found by its words")
    expect(not tell("A neighbour"), "without them")


def by_words():
    hide()
    search("neighbour")
    keel.wait_text("Nothing fits")
    search("closeness")
    keel.wait(lambda: any("Today" in row or "now" in row or "minute" in row or "ago" in row for row in rows("Love and closeness")), "the entry by its name")
    search("")


def ask_again():
    open_row("Love and closeness")
    keel.wait_text("This page asks for your passphrase again.")
    keel.check_names()
    expect(not tell("A neighbour"), "nothing of it is there before")
    leave()
    search("neighbour")
    keel.wait_text("Nothing fits")
    open_row("Love and closeness")
    enter("wrong horse staple")
    keel.wait_text("This passphrase does not open your profile")
    enter(SECRET)
    keel.wait(lambda: any(text_of(node) == "A neighbour" for node in keel.visible()), "the page")
    leave()


def give():
    """Several pages, one of which asks again, there too."""
    open_row("Goal for the week")
    keel.wait(lambda: keel.focus() and has(keel.focus(), State.EDITABLE), "the focus in a line")
    keel.type("Walk")
    keel.wait_text("Saved")
    leave()
    search("")
    keel.press("Choose Pages…")
    for name in ("Goal for the week", "Love and closeness"):
        keel.wait(lambda: chosen(name) is False, f"{name}, not chosen")
        keel.keys("space")
        keel.wait(lambda: chosen(name), f"{name} to be chosen")
        keel.keys("Down")
    keel.press("Give to Someone…")
    keel.wait_text("This page asks for your passphrase again.")
    expect(tell("All of “Goal for the week”") and not tell("All of “Love and closeness”"), "only the other is there before")
    keel.focus_row("Passphrase")
    enter(SECRET)
    keel.wait(lambda: tell("All of “Love and closeness”"), "both")
    keel.check_names()
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the window to close")
    keel.press("Done")


def chosen(name):
    found = [node for node in keel.visible() if role_of(node) == Role.CHECK_BOX and name_of(node).startswith(name)]
    return has(found[0], State.CHECKED) if found else None


def quiet():
    open_row("Safety at home")
    enter(SECRET)
    keel.wait_text("A plan for when home is not safe.")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()).startswith("How do I know"), "the focus in the list")
    keel.type("Slammed doors")
    keel.wait_text("Saved")
    expect(not any("home" in title or "Slammed" in title for title in titles()), f"no title tells of it: {titles()}")
    keel.set_text("A title of your own, if you like", "Way out")
    leave()
    for words in ("Slammed", "Way out"):
        search(words)
        keel.wait_text("Nothing fits")
    search("Safety at home")
    keel.wait(lambda: len(rows("Safety at home")) == 1, "the worksheet, and no entry")
    search("")
    keel.wait(lambda: not keel.shows("Slammed") and not keel.shows("Way out"), "nothing of it in the list")
    keel.keys("alt+1")
    keel.wait_text("Every day")
    expect(not tell("home") and not tell("Slammed") and not tell("Way out"), f"nor on Today: {tell('home')}")
    keel.keys("alt+3")
    keel.find(SEARCH)


def hidden():
    """From its page, with what was typed."""
    open_row("Safety at home")
    enter(SECRET)
    keel.wait(lambda: any(text_of(node) == "Slammed doors" for node in keel.visible()), "what was written")
    keel.type(" twice")
    hide()
    open_row("Safety at home")
    enter(SECRET)
    keel.wait(lambda: any("twice" in text_of(node) for node in keel.visible()), "what was typed last")


for title, step in (("it is unlocked", unlock), ("what keeps someone safe is always in sight", safety), ("a page that is to ask again", switch_on),
                    ("it is not found by its words", by_words), ("it asks again", ask_again), ("it asks where it is given to someone", give),
                    ("nothing is told of a quiet page", quiet), ("it is hidden at once", hidden)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
