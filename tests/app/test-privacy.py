#!/usr/bin/env python3
"""A profile's settings and its passphrase, all the way in the real window: its name and when it locks; a passphrase set,
changed and removed; the recovery code seen, made anew and removed; the profile deleted. Each step is checked in the
files or with keelctl as well."""
import configparser
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
PICTURES = os.environ.get("KEEL_PICTURES")
DATA = WORK + "/data"
FOLDER = DATA + "/profiles/default"
CANARY = "Candelabra Corner"
FIRST = "copper lantern"
SECOND = "four words in a row"
ENVIRONMENT = {"KEEL_KEY_COST": "lowest"}

keel = None
tap = Tap()
codes = []


def keelctl(*arguments, secret=None, check=True):
    return subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, *(["--passphrase-fd", "0"] if secret else []), *arguments],
                          env={**os.environ, **ENVIRONMENT}, input=secret and secret + "\n", capture_output=True, text=True, check=check)


def opens(secret):
    return keelctl("agenda", "--days", "3", "--json", secret=secret, check=False).returncode == 0


def in_files(text):
    """The databases; the reminders' own file is another matter."""
    found = []
    for name in os.listdir(FOLDER):
        with open(f"{FOLDER}/{name}", "rb") as file:
            if text.encode() in file.read():
                found.append(name)
    return found


def told(text):
    """What another program can read of it on the accessibility bus."""
    return [f"{role_of(node).value_nick} “{name_of(node)}”" for node in keel.visible() if text in name_of(node) + text_of(node)]


def settings():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(FOLDER + "/profile.ini")
    return {key: value for section in parser.sections() for key, value in parser.items(section)}


def picture(name):
    if PICTURES:
        keel.pause(0.4)
        keel.screenshot(f"{PICTURES}/{name}.png")


def look(name):
    """What every state is held to."""
    keel.check_names()
    keel.check_extents()
    picture(name)


def choose_row(title):
    """With the keyboard: to the row and Enter."""
    keel.focus_row(title, 80)
    keel.keys("Return")


def fill(name, text):
    """With the keyboard as well: what is typed goes where the title says."""
    keel.focus_row(name)
    keel.keys("ctrl+a")
    keel.type(text)
    keel.pause(0.2)


def open_dialog():
    keel.press("Main Menu")
    keel.press("Preferences", Role.MENU_ITEM)
    keel.wait_text("Anyone who uses this computer may see it.")
    keel.pause(0.6)


def close_dialog():
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")


def unlock(secret):
    keel.find("Unlock", Role.PUSH_BUTTON, 30)
    keel.wait(lambda: keel.focus() and any(name_of(node) == "Passphrase" for node in keel.line_of(keel.focus())), "the focus in the entry")
    keel.type(secret)
    keel.pause(0.2)
    keel.keys("Return")
    keel.wait_text(CANARY, 30)


def read_code():
    """As a listener hears it: letter by letter, with a rest after four."""
    def look_for_code():
        for node in keel.visible():
            heard = name_of(node)
            if role_of(node) == Role.LABEL and re.fullmatch(r"([0-9A-Z] ){3}[0-9A-Z](, ([0-9A-Z] ){3}[0-9A-Z]){6}", heard):
                return heard, text_of(node)
        return None
    heard, seen = keel.wait(look_for_code, "a recovery code", 30)
    code = re.sub(r"[^0-9A-Z]", "", heard)
    expect(len(code) == 28 and code == re.sub(r"[^0-9A-Z]", "", seen), f"28 symbols, heard and seen the same: {heard} / {seen}")
    return code


def start():
    global keel
    keelctl("follow", "--new", CANARY, "--start", "2026-01-06T19:30", "--zone", "Europe/Berlin", "--rrule", "FREQ=DAILY",
            "--link", "https://meet.example.org/j/12")
    keel = Keel(BUILD, DATA, environment=ENVIRONMENT)
    tap.keel = keel
    keel.wait_text(CANARY)


def change_settings():
    open_dialog()
    look("privacy-open")
    fill("Name", "Robin")
    keel.keys("Tab")
    keel.wait(lambda: settings().get("name") == "Robin", "the name in profile.ini")
    keel.press("Moon", Role.RADIO_BUTTON)
    keel.wait(lambda: "weather-clear-night" in settings().values(), "the picture in profile.ini")
    keel.press("Both", Role.RADIO_BUTTON)
    keel.wait(lambda: "family" in settings()["pages"] and "member" in settings()["pages"], "the pages in profile.ini")
    keel.press("English", Role.RADIO_BUTTON)
    keel.wait(lambda: settings().get("language") == "en", "the language in profile.ini")
    keel.find("Restart Keel Now", Role.PUSH_BUTTON)
    keel.check_names()
    keel.press("Same as the computer", Role.RADIO_BUTTON)
    keel.wait(lambda: not settings().get("language"), "the computer’s language again")
    expect(not keel.shows("Change Passphrase…") and not keel.shows("Lock when the screen is locked"), "there is nothing to lock yet")


def refuse_name():
    fill("Name", "Robin" * 20)
    keel.keys("Escape")
    keel.wait_text("A profile cannot have this name.")
    keel.check_names()
    expect(settings()["name"] == "Robin", "the name is as it was")
    fill("Name", "Robin")


def explain_protection():
    choose_row("Set a Passphrase…")
    keel.wait_text("What it does not protect")
    keel.wait_text("cannot protect you from someone who controls this computer")
    keel.pause(0.6)
    look("protect-explain")
    keel.keys("Return")
    keel.wait_text("The same once more")
    keel.pause(0.4)


def choose_passphrase():
    keel.keys("Return")
    keel.wait_text("Write a passphrase here first.")
    fill("New passphrase", "copper")
    keel.wait_text("Short passphrases can be guessed.")
    look("protect-short")
    fill("New passphrase", FIRST)
    keel.wait(lambda: not keel.shows("Short passphrases can be guessed."), "the hint to go")
    fill("The same once more", "copper latern")
    keel.keys("Return")
    keel.wait_text("The two are not the same yet.")
    look("protect-differ")
    expect(not os.path.exists(FOLDER + "/keys"), "nothing is set yet")
    expect(not told(FIRST) and told("●" * len(FIRST)), f"what is typed is hidden: {told(FIRST)}")
    keel.press("Show: New passphrase", Role.CHECK_BOX)
    keel.wait(lambda: told(FIRST), "it to be shown")
    keel.press("Show: New passphrase", Role.CHECK_BOX)
    keel.wait(lambda: not told(FIRST), "it to be hidden again")


def protect():
    expect(in_files(CANARY), "the scan finds what is there")
    fill("The same once more", FIRST)
    keel.keys("Return")
    codes.append(read_code())
    look("protect-code")
    expect(os.path.exists(FOLDER + "/keys"), "the keys are there")
    expect(not in_files(CANARY), f"nothing is left in plain: {in_files(CANARY)}")
    keel.keys("Escape")
    keel.pause(0.5)
    expect(keel.shows("I Wrote It Down"), "Escape does not take the code away")


def print_code():
    keel.press("Print…")
    keel.wait(lambda: len(keel.windows()) > 2, "the dialog to print", 20)
    keel.pause(0.8)
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 2, "it to close")
    expect(keel.shows("I Wrote It Down"), "the code is still there")


def everything():
    """All that the accessibility bus has of this program's windows, shown or not."""
    return " ".join(name_of(node) + text_of(node) + node.get_description() for node in keel.everything())


def leave_code():
    """The calendar that was open is gone, and a key takes the code away before it was written down. That is known."""
    expect(CANARY not in everything(), f"nothing of the journal is behind the code: {everything()}")
    expect(len(keel.windows()) == 2, "only the code, and an empty window behind it")
    expect(settings()["codenoted"] == "false", "nobody has written it down")
    keel.keys("ctrl+l")


def read_keys():
    with open(FOLDER + "/keys", "rb") as file:
        return file.read()


def ask_for_code(press):
    """Until it is written down, the one before it stays as it is."""
    press()
    keel.wait_text("You get a new code to write down.")
    keel.pause(0.6)
    fill("Your passphrase", FIRST)
    keel.keys("Return")
    return read_code()


def offer_code():
    unlock(FIRST)
    keel.wait_text("You have not written down your recovery code yet.")
    look("code-offered")
    before = read_keys()
    ask_for_code(lambda: keel.press("New Code"))
    keel.keys("F9")
    keel.wait(lambda: [name_of(window) for window in keel.windows()] == ["Calendar"], "something harmless")
    expect(read_keys() == before, "the code that was there still fits")
    keel.come_back()
    unlock(FIRST)
    codes.append(ask_for_code(lambda: keel.press("New Code")))
    expect(read_keys() == before, "and fits until the new one is written down")
    keel.press("I Wrote It Down")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    expect(read_keys() != before and settings()["codenoted"] == "true", "the new one is kept, and that it is known")
    keel.wait_text("There is a new recovery code.")


def check_secret():
    expect(opens(FIRST) and not opens("copper"), "keelctl needs it as well")
    expect(keelctl("agenda", "--json", check=False).returncode == 1, "and does nothing without")


def change_lock_rules():
    open_dialog()
    look("privacy-protected")
    keel.press("5 minutes", Role.RADIO_BUTTON)
    keel.wait(lambda: "5" in settings().values(), "the minutes in profile.ini")
    before = settings()
    keel.press("Lock when the screen is locked", Role.TOGGLE_BUTTON)
    keel.wait(lambda: settings() != before, "the switch in profile.ini")
    keel.press("Lock when the screen is locked", Role.TOGGLE_BUTTON)
    keel.wait(lambda: settings() == before, "and back")
    close_dialog()


def open_reminder(allowed):
    """Its name and link leave the encryption only when the person says so, and come back."""
    expect(in_files(CANARY) == ([] if allowed else ["reminders.db"]), f"before: {in_files(CANARY)}")
    keel.press("Change Reminders")
    keel.wait_text("Also while Keel is locked")
    keel.pause(0.6)
    look("reminder")
    keel.press("The name" if allowed else "Only the time", Role.RADIO_BUTTON)
    keel.press("Also while Keel is locked", Role.TOGGLE_BUTTON)
    keel.press("Save")
    keel.wait_text("The reminders are saved.")
    keel.wait(lambda: in_files(CANARY) == (["reminders.db"] if allowed else []), "the files to follow")
    expect(keel.shows("kept outside the encryption") == allowed, "and it is said")


def allow_reminder():
    keel.click(keel.find(CANARY, Role.LABEL))
    keel.wait_text("Following")
    open_reminder(True)
    keel.check_names()
    open_reminder(False)


def change_passphrase():
    open_dialog()
    choose_row("Change Passphrase…")
    keel.wait_text("After the change, only the new passphrase opens your profile.")
    keel.pause(0.6)
    look("change")
    fill("Your passphrase", "copper kettle")
    fill("New passphrase", SECOND)
    fill("The same once more", SECOND)
    keel.keys("Return")
    keel.wait_text("does not open your profile", 30)
    look("change-refused")
    keel.wait(lambda: opens(FIRST), "the old one to open it as before, once a try is allowed")


def change_after_wait():
    fill("Your passphrase", FIRST)
    fill("New passphrase", SECOND)
    fill("The same once more", SECOND)
    keel.keys("Return")
    keel.wait_text("The passphrase is changed.", 30)
    expect(opens(SECOND) and not opens(FIRST), "the new one opens it, the old one no more")


def renew_code():
    choose_row("New Recovery Code…")
    keel.wait_text("You get a new code to write down.")
    keel.pause(0.6)
    wait_for_try()
    fill("Your passphrase", SECOND)
    keel.keys("Return")
    codes.append(read_code())
    look("renew-code")
    expect(len(set(codes)) == len(codes) == 3, "another code")
    keel.press("I Wrote It Down")
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog to close")


def remove_code():
    choose_row("Remove the Recovery Code…")
    keel.wait_text("After that, only your passphrase opens this profile.")
    keel.pause(0.6)
    fill("Your passphrase", SECOND)
    keel.keys("Return")
    keel.wait_text("The recovery code is removed.", 30)
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog to close")
    expect(not keel.shows("Remove the Recovery Code…"), "there is none to remove any more")
    expect(opens(SECOND), "the passphrase opens it")


def remove_passphrase():
    choose_row("Remove the Passphrase…")
    keel.wait_text("Your profile will be decrypted.")
    keel.pause(0.6)
    look("unprotect")
    fill("Your passphrase", SECOND)
    keel.keys("Return")
    keel.wait(lambda: not os.path.exists(FOLDER + "/keys"), "the keys to go", 30)
    keel.wait(lambda: len(keel.windows()) == 1 and keel.shows(CANARY), "the window, opened again", 30)
    expect(opens(None) and "journal.db" in in_files(CANARY), "it opens without")


def wait_for_try():
    """A wrong passphrase makes the next try wait, here too."""
    keel.wait(lambda: opens(SECOND), "a try to be allowed", 60)


def protect_again():
    open_dialog()
    choose_row("Set a Passphrase…")
    keel.wait_text("What it does not protect")
    keel.pause(0.6)
    keel.keys("Return")
    keel.wait_text("The same once more")
    keel.pause(0.4)
    fill("New passphrase", FIRST)
    fill("The same once more", FIRST)
    keel.keys("Return")
    read_code()
    keel.press("I Wrote It Down")
    unlock(FIRST)
    expect(settings()["codenoted"] == "true" and not keel.shows("New Code"), "it was written down this time")


def delete_profile():
    keelctl("profile", "create", "Sam")
    open_dialog()
    choose_row("Delete Profile…")
    keel.wait_text("It cannot be brought back.")
    keel.pause(0.6)
    look("delete")
    keel.press("Delete for Good")
    keel.wait_text("Write your passphrase here first.")
    fill("Your passphrase", FIRST)
    keel.press("Delete for Good")
    keel.wait_text("so that nothing is deleted by accident")
    look("delete-refused")
    expect(os.path.exists(FOLDER + "/journal.db"), "nothing is deleted")
    fill("Write “delete” to go on", " Delete")
    keel.press("Delete for Good")
    keel.wait(lambda: not os.path.exists(FOLDER), "the folder to go", 30)
    keel.wait_text("No meetings yet", 30)
    names = [profile["name"] for profile in json.loads(keelctl("profile", "list", "--json").stdout)]
    expect(names == ["Sam"], f"the other profile is there, and open: {names}")


for name, step in (
        ("a profile opens", start),
        ("its name, picture, pages and language are kept in profile.ini", change_settings),
        ("a name that is none is not taken", refuse_name),
        ("what a passphrase protects and what not is said first", explain_protection),
        ("a passphrase is typed twice, with hints", choose_passphrase),
        ("the profile is encrypted, and its recovery code shown", protect),
        ("the code can be printed", print_code),
        ("nothing is behind the code, and a key may take it away", leave_code),
        ("another code is offered, and kept when it is written down", offer_code),
        ("the passphrase opens it", check_secret),
        ("when it locks is kept in profile.ini", change_lock_rules),
        ("a reminder knows its meeting only when it is allowed", allow_reminder),
        ("the passphrase is not changed without the old one", change_passphrase),
        ("the passphrase is changed", change_after_wait),
        ("there is a new recovery code", renew_code),
        ("the recovery code is removed", remove_code),
        ("the passphrase is removed", remove_passphrase),
        ("and set again", protect_again),
        ("the profile is deleted with its passphrase and a typed word", delete_profile)):
    tap.run(name, step)
if keel:
    keel.stop()
    keel.stop_reminders()
tap.end()
