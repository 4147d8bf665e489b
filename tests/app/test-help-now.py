#!/usr/bin/env python3
"""Help now, with the keyboard: where there is no profile and no place for one, in an open profile, in a broken one, and
while it is locked. What the person did not allow is never found there, and no title says a name."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, text_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
SECRET = "a long quiet harbour"
ENVIRONMENT = {"TZ": "Europe/London"}
# With a folder in SHOTS, pictures are taken on the way.
SHOTS = os.environ.get("SHOTS")

NUMBER, NUMBERS_FOR = "999", "Numbers for"
ALLOWED, HIDDEN = ("Anna B.", "0170 123"), ("Tomasz K.", "0888 777")

keel = None
tap = Tap()


def picture(name):
    if SHOTS:
        keel.pause(0.6)
        keel.screenshot(f"{SHOTS}/{name}.png")


def start(data_dir, *arguments):
    global keel
    keel = Keel(BUILD, data_dir, *arguments, environment=ENVIRONMENT)
    tap.keel = keel


def wait_help():
    keel.wait(lambda: keel.shows("If a life is in danger, call now."), "Help now")
    keel.wait(keel.takes_keys, "the keyboard")


def leave():
    """Escape closes it, pressed once: a way out that is lost at times is none."""
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    wait_closed()


def wait_closed():
    keel.wait(lambda: not keel.shows("If a life is in danger, call now."), "Help now to be gone")


def said():
    """All that any of the windows has, shown or not."""
    return "\n".join(filter(None, (text for node in keel.everything() for text in (name_of(node), text_of(node), node.get_description()))))


def check_titles():
    for window in keel.windows():
        expect(name_of(window) in ("Keel", "keel"), f"a title says nothing: {name_of(window)}")


def choose_country(words, row=NUMBERS_FOR, name="United Kingdom"):
    keel.focus_row(row, most=60)
    keel.keys("Return")
    keel.wait(lambda: keel.focus() and "EditableText" in keel.focus().interfaces, "the search")
    keel.type(words)
    keel.wait(lambda: any(name in name_of(node) for node in keel.visible()), "the country")
    keel.keys("Return")


def open_page(name):
    keel.focus_row(name, most=30)
    keel.keys("Return")
    keel.wait(lambda: keel.shows("Where this is from"), "its page")


# Nothing there but the program

def nowhere():
    """A place for profiles cannot be made."""
    with open(WORK + "/file", "w", encoding="utf-8"):
        pass
    start(WORK + "/file/data", "--help-now")
    wait_help()
    keel.wait_text("Keel does not know the emergency number")
    keel.wait_text("could not be opened")
    check_titles()
    keel.check_names()
    picture("nowhere")
    choose_country("united k", "Choose Your Country…")
    keel.wait_text(NUMBER)
    keel.wait_text("116 123")
    open_page("Opioid overdose")
    keel.wait_text("1. ")
    keel.wait_text(NUMBER)
    leave()
    keel.stop()


# An open profile

def region():
    start(WORK + "/data")
    keel.wait_text("No meetings yet")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    wait_help()
    choose_country("united kingdom")
    keel.wait_text("Call " + NUMBER)
    keel.wait_text("Samaritans")
    keel.wait(lambda: "Region=GB" in open(keel.profile_file("profile.ini"), encoding="utf-8").read(), "it to be kept")
    check_titles()
    keel.check_names()


def leave_search():
    """Also from what takes Escape for itself elsewhere: a search with words in it."""
    keel.focus_row(NUMBERS_FOR, most=60)
    keel.keys("Return")
    keel.wait(lambda: keel.focus() and "EditableText" in keel.focus().interfaces, "the search")
    keel.type("germ")
    keel.wait(lambda: any("Germany" in name_of(node) for node in keel.visible()), "the country")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "Help now to be gone")
    keel.keys("ctrl+h")
    wait_help()
    keel.wait_text("Call " + NUMBER)


def another_country():
    """It is kept, whatever the computer says of where it is."""
    choose_country("another", name="Another country")
    keel.wait_text("Keel does not know the emergency number")
    keel.wait(lambda: "Region=XX" in open(keel.profile_file("profile.ini"), encoding="utf-8").read(), "it to be kept")
    leave()
    keel.keys("ctrl+h")
    wait_help()
    keel.wait_text("Keel does not know the emergency number")
    choose_country("united kingdom", "Choose Your Country…")
    keel.wait_text("Call " + NUMBER)


def write_person(name, number, on_lock):
    keel.press("Add Someone…")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()).startswith("First name"), "the first row")
    keel.set_text("First name and an initial", name)
    keel.set_text("Phone number", number)
    if on_lock:
        keel.press("May be shown while the profile is locked", Role.CHECK_BOX)
    keel.find("Save")


def people():
    write_person("Tomasz Kowalski", HIDDEN[1], False)
    keel.wait_text("A first name and an initial are enough")
    keel.set_text("First name and an initial", HIDDEN[0])
    keel.wait(lambda: not keel.shows("A first name and an initial are enough"), "the warning to go")
    keel.press("Save")
    keel.wait_text(HIDDEN[1])
    keel.press("Undo")
    keel.wait(lambda: not keel.shows(HIDDEN[1]), "him to be gone again")
    write_person(*HIDDEN, False)
    keel.press("Save")
    keel.wait_text(HIDDEN[1])
    write_person(*ALLOWED, True)
    keel.press("Save")
    keel.wait_text(ALLOWED[1])
    keel.wait_journal("SELECT name, on_lock FROM person WHERE deleted_at IS NULL ORDER BY position", [(HIDDEN[0], 0), (ALLOWED[0], 1)], "both")
    keel.press("Copy the message for " + ALLOWED[0])
    keel.wait_text("Copied: ")
    check_titles()


def change_and_delete():
    keel.press("Change " + ALLOWED[0])
    keel.find("Delete")
    keel.set_text("Who this is for me", "Sponsor")
    keel.press("Save")
    keel.wait_text("Sponsor")
    keel.press("Change " + ALLOWED[0])
    keel.press("Delete")
    keel.wait(lambda: not keel.shows(ALLOWED[1]), "her to be gone")
    keel.press("Undo")
    keel.wait_text(ALLOWED[1])


def own_line():
    keel.press("Add a Line of Your Own…")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Name", "the first row")
    keel.set_text("Name", "Night doctor")
    keel.set_text("Phone number", "0800 5")
    keel.set_text("When someone answers", "Nights")
    keel.press("Save")
    keel.wait_text("Night doctor")
    keel.find("Call Night doctor: 0800 5")


def what_next():
    """The safety plan is begun from here, and shown here."""
    keel.find("Begin: My safety plan").act()
    keel.set_text("What is worth staying for?", "The dog next door")
    keel.wait_journal("SELECT count (*) FROM entry WHERE worksheet = 'w31'", [(1,)], "it to be saved")
    keel.keys("ctrl+h")
    wait_help()
    keel.find("Open: My safety plan")
    keel.wait_text("The dog next door")
    keel.find("Something to do now")
    keel.find("Long breath out")
    picture("open")


def grave_cards():
    """A coping card that may be about life and death has its page of Help now before its own beginning."""
    leave()
    keel.keys("alt+4")
    keel.press("Emergency", Role.RADIO_BUTTON)
    keel.find("Open Help Now")
    row = keel.wait(lambda: next((name_of(node) for node in keel.visible() if node.role == Role.LIST_ITEM
                                  and name_of(node).startswith("Withdrawal: when to call")), None), "its row")
    keel.focus_row(row)
    keel.keys("Return")
    keel.press("What to Do: Withdrawal: when it is dangerous")
    keel.wait_text("Where this is from")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.press("Back")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Call " + NUMBER and not keel.shows("Where this is from"), "all of it again")


def suicide():
    open_page("Thoughts of suicide")
    keel.wait_text(NUMBER)
    keel.wait_text("Samaritans")
    picture("suicide")
    keel.press("Back")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Call " + NUMBER and not keel.shows("Where this is from"), "all of it again")
    keel.resize(360, 640)
    keel.check_extents()
    picture("narrow")
    leave()


# One that cannot be opened

def broken():
    keel.stop()
    with open(keel.profile_file("journal.db"), "rb") as file:
        kept = file.read()
    with open(keel.profile_file("journal.db"), "wb") as file:
        file.write(b"no database at all" * 500)
    keel.start()
    keel.wait_text("could not be opened")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    wait_help()
    keel.wait_text(NUMBER)
    keel.wait_text(ALLOWED[1])
    expect(HIDDEN[1] not in said() and HIDDEN[0] not in said(), "what was not allowed is not there")
    picture("broken")
    leave()
    keel.stop()
    with open(keel.profile_file("journal.db"), "wb") as file:
        file.write(kept)


# One that is locked

def locked():
    subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", keel.data_dir, "--passphrase-fd", "0", "profile", "protect"],
                   input=SECRET + "\n", text=True, env=keel.environment, check=True, capture_output=True)
    keel.start()
    keel.wait_text("This profile is locked.")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    wait_help()
    keel.wait_text(NUMBER)
    keel.wait_text("are here when you unlock it")
    keel.wait_text(ALLOWED[1])
    everything = said()
    for word in (*HIDDEN, "Sponsor", "The dog next door", "Night doctor", "Add Someone"):
        expect(word not in everything, f"“{word}” is not to be found while it is locked")
    check_titles()
    keel.check_names()
    picture("locked")
    open_page("Violence")
    keel.press("Back")


def unlocked():
    """The window stays where it is, and has the rest by then."""
    leave()
    keel.set_text("Passphrase", SECRET)
    keel.press("Unlock")
    keel.wait_text("No meetings yet")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+h")
    wait_help()
    keel.wait_text(HIDDEN[1])
    open_page("Mixed or unknown overdose")


def lock():
    """Whoever reads what to do goes on reading it."""
    keel.keys("ctrl+l")
    keel.wait_text("This profile is locked.")
    keel.wait_text("Where this is from")
    expect(HIDDEN[1] not in said(), "nothing of the profile is there")
    keel.press("Back")
    keel.wait_text(ALLOWED[1])


def hide():
    keel.keys("F9")
    wait_closed()
    keel.keys("ctrl+h")
    keel.pause(0.5)
    expect(not keel.shows("If a life is in danger, call now."), "what is harmless stays so")


if SHOTS:
    os.makedirs(SHOTS, exist_ok=True)
for title, function in (("no place for a profile", nowhere), ("the region", region), ("Escape out of a search", leave_search), ("another country", another_country), ("people", people), ("they are changed", change_and_delete),
                        ("a line of one's own", own_line), ("the safety plan", what_next), ("from cards about life and death", grave_cards), ("thoughts of suicide, and a narrow window", suicide),
                        ("a profile that is broken", broken), ("a profile that is locked", locked), ("it is unlocked", unlocked),
                        ("it locks while one reads", lock), ("it is hidden", hide)):
    tap.run(title, function)
keel.stop()
keel.stop_reminders()
tap.end()
