#!/usr/bin/env python3
"""How a person gets in, and how nobody else does: two profiles to choose from, a lock page with a wrong passphrase,
the right one and the recovery code; locking, hiding at once, and a second start, each time looking at what another
program could still read: on the accessibility bus and in the memory of the process."""
import gettext
import json
import os
import re
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, State, Tap, expect, has, name_of, text_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
DATA = WORK + "/data"
SECRET = "correct horse battery"
CANARY = "Candelabra Corner"
SEARCH = "Search worksheets and what you wrote"
ENVIRONMENT = {"KEEL_KEY_COST": "lowest"}

SPANISH = gettext.translation("keel", f"{BUILD}/po", ["es"]).gettext

keel = None
codes = {}
series = {}


def keelctl(*arguments, secret=None):
    return subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, *(["--passphrase-fd", "0"] if secret else []), *arguments],
                          env={**os.environ, **ENVIRONMENT}, input=secret and secret + "\n", capture_output=True, text=True, check=True).stdout


def start_again(*arguments):
    """A second start: what is there already answers, and it ends well."""
    answer = subprocess.run([f"{BUILD}/src/app/keel", "--data-dir", DATA, *arguments], env=keel.environment, capture_output=True,
                            text=True, timeout=30, check=False)
    expect(answer.returncode == 0 and "rror" not in answer.stderr, f"a second start ends well: {answer}")


def everything():
    """All that the accessibility bus has of this program's windows, shown or not."""
    words = []
    for node in keel.everything():
        words += [name_of(node), text_of(node), node.get_description()]
    return [word for word in words if word]


def read_memory(pid):
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            area = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if not area or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
                continue
            start, end = (int(part, 16) for part in area.groups())
            while start < end:  # a sanitizer maps terabytes that nobody wrote to
                size = min(end - start, 1 << 24)
                if size == 1 << 24 and end - start > 1 << 36:
                    break
                try:
                    memory.seek(start)
                    yield memory.read(size)
                except (OSError, ValueError, OverflowError):
                    break
                start += size


def in_memory(text):
    return any(text.encode() in part or text.encode("utf-16-le") in part for part in read_memory(keel.process.pid))


def check_nothing_left():
    """Of what was open, and of what was typed to open it."""
    words = " ".join(everything())
    expect(CANARY not in words, "AT-SPI still knows a word of the journal: " + words)
    expect(not in_memory(CANARY), "a word of the journal is still in memory")
    expect(not in_memory(SECRET), "the passphrase is still in memory")
    with open(f"/proc/{keel.process.pid}/cmdline", "rb") as line, open(f"/proc/{keel.process.pid}/environ", "rb") as environ:
        told = line.read() + environ.read()
    expect(SECRET.encode() not in told and CANARY.encode() not in told, "nothing secret is handed on")


def wait_lock_page(name):
    keel.find("Unlock", Role.PUSH_BUTTON)
    keel.wait_text(name)
    keel.wait(focus_on_entry, "the focus in the entry")


def focus_on_entry():
    """A page that is new takes the focus when the window has it."""
    return keel.focus() and any(name_of(node) in ("Passphrase", "Recovery code") for node in keel.line_of(keel.focus()))


def enter(secret):
    keel.wait(focus_on_entry, "the focus in the entry")
    keel.type(secret)
    keel.pause(0.2)
    keel.keys("Return")


def wait_open(name=CANARY):
    keel.wait_text(name)
    expect(not keel.shows("Which profile?") and "Unlock" not in everything(), "the entrance is gone")


def prepare():
    for name in ("Robin", "Sam"):
        keelctl("profile", "create", name)
    shown = keelctl("--profile", "Sam", "follow", "--new", CANARY, "--start", "2026-01-06T19:30", "--zone", "Europe/Berlin",
                    "--rrule", "FREQ=DAILY", "--json")
    series["Sam"] = json.loads(shown)["id"]
    codes["Sam"] = json.loads(keelctl("--profile", "Sam", "profile", "protect", "--json", secret=SECRET))["recovery_code"]


def choose():
    global keel
    keel = Keel(BUILD, DATA, environment=ENVIRONMENT)
    tap.keel = keel
    keel.wait_text("Which profile?")
    keel.check_names()
    keel.check_extents()
    start_again("--profile", "Sam")
    wait_lock_page("Sam")
    keel.press("Other Profiles")
    keel.wait_text("Which profile?")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "Robin", "the focus on the first profile")
    keel.keys("Return")
    keel.wait_text("No meetings yet")
    expect(not keel.shows("Which profile?"), "the entrance is gone")
    keel.keys("ctrl+l")
    keel.pause(1)
    expect(keel.shows("No meetings yet"), "without a passphrase there is nothing to lock")


def second_start_elsewhere():
    start_again("--profile", "Sam")
    wait_lock_page("Sam")
    keel.check_names()
    keel.check_extents()


def wrong_passphrase():
    for attempt in ("battery horse", "correct"):
        enter(attempt)
        keel.wait_text("does not open your profile")
        keel.wait_text("You can try again in")
        keel.check_names()
        expect(not has(keel.find("Unlock", Role.PUSH_BUTTON), State.SENSITIVE), "nothing can be tried now")
        expect(focus_on_entry(), "the focus stays in the entry")
        keel.wait_text("You can try again now.", 30)
    expect(not os.path.exists(f"{DATA}/profiles/profile-3/journal.db-journal"), "nothing was touched")


def right_passphrase():
    enter(SECRET)
    wait_open()
    keel.check_names()


def lock():
    expect(in_memory(CANARY), "the scan finds what is there")
    keel.keys("alt+3")
    keel.find(SEARCH)
    pid = keel.process.pid
    keel.keys("ctrl+l")
    wait_lock_page("Sam")
    expect(keel.process.poll() is None and keel.process.pid == pid, "the same process")
    check_nothing_left()


def use_recovery_code():
    keel.press("Use the Recovery Code")
    keel.find("Use the Passphrase", Role.PUSH_BUTTON)
    keel.check_names()
    enter("NOT-A-CODE")
    keel.wait_text("recovery code does not open your profile")
    keel.pause(1.5)  # a code that cannot be one may or may not count as a try
    enter(codes["Sam"].lower().replace("-", " "))
    keel.wait(lambda: len(keel.windows()) == 2, "a window that asks for a new passphrase", 20)
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "it to close")
    keel.find(SEARCH)  # the page that was left
    keel.keys("alt+2")
    wait_open()


def change_without_old():
    """Whoever came in with the code cannot give the passphrase, later either."""
    keel.press("Main Menu")
    keel.press("Preferences", Role.MENU_ITEM)
    keel.wait_text("Anyone who uses this computer may see it.")
    keel.pause(0.6)
    for row, words in (("Change Passphrase…", "You came in with your recovery code."), ("New Recovery Code…", "You get a new code"),
                       ("Delete Profile…", "It cannot be brought back.")):
        keel.focus_row(row, 80)
        keel.keys("Return")
        keel.wait_text(words)
        keel.pause(0.4)
        expect(not keel.shows("Your passphrase"), f"{row} does not ask for the old one")
        keel.keys("Escape")
        keel.wait(lambda: len(keel.windows()) == 2, "it to close")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "it to close")


def hide():
    keel.keys("ctrl+n")
    keel.wait_text("Add a Meeting")
    keel.pause(0.5)
    keel.keys("F9")
    keel.wait(lambda: [name_of(w) for w in keel.windows()] == ["Calendar"], "something harmless", 3)
    keel.find("Back", Role.PUSH_BUTTON)
    keel.pause(2)
    keel.check_names()
    words = everything()
    expect(not any(word in text for word in ("Keel", "Sam", "Robin", "eeting", "assphrase", "nlock", CANARY) for text in words),
           f"nothing of Keel is there to be read: {words}")
    check_nothing_left()


def second_start_while_hidden():
    start_again()
    keel.pause(1)
    expect([name_of(w) for w in keel.windows()] == ["Calendar"], "what is hidden stays so")
    for key in ("ctrl+question", "ctrl+l", "F10", "ctrl+h"):
        keel.keys(key)
    keel.pause(0.5)
    expect([name_of(w) for w in keel.windows()] == ["Calendar"], "no key leads to anything of Keel")


def come_back():
    keel.press("Back")
    wait_lock_page("Sam")
    for where in ((), ("F10",), ("ctrl+h",)):
        keel.keys(*where, "F9")
        keel.wait(lambda: [name_of(w) for w in keel.windows()] == ["Calendar"], f"something harmless after {where}")
        keel.pause(0.3)
        keel.keys("F9")
        wait_lock_page("Sam")


def second_start_shows():
    start_again("--profile", "Sam", "--show", series["Sam"])
    keel.pause(0.5)
    wait_lock_page("Sam")
    enter(SECRET)
    keel.wait_text("Unfollow")
    wait_open()


def switch_to_new_profile():
    keel.keys("ctrl+l")
    wait_lock_page("Sam")
    keel.press("Other Profiles")
    keel.wait_text("Which profile?")
    keel.press("New Profile")
    keel.wait_text("Who is it for?")
    keel.check_names()
    keel.pause(0.5)
    keel.type("sam")
    keel.wait_text("Another profile")
    keel.keys("ctrl+a")
    keel.type("Kim")
    keel.press("Moon", Role.RADIO_BUTTON)
    keel.press("Both", Role.RADIO_BUTTON)
    keel.keys("Return")
    keel.wait_text("No meetings yet")
    made = [card for card in json.loads(keelctl("profile", "list", "--json")) if card["name"] == "Kim"]
    expect(len(made) == 1 and made[0]["pages"] == "both", f"it is there: {made}")
    with open(f"{DATA}/profiles/{made[0]['id']}/profile.ini", encoding="utf-8") as settings:
        expect("weather-clear-night" in settings.read(), "with its picture")


def hide_unprotected():
    """Kim has no passphrase: there is a way back without one. The person speaks another language by now."""
    made = [card["id"] for card in json.loads(keelctl("profile", "list", "--json")) if card["name"] == "Kim"][0]
    path = f"{DATA}/profiles/{made}/profile.ini"
    with open(path, encoding="utf-8") as settings:
        text = settings.read()
    with open(path, "w", encoding="utf-8") as settings:
        settings.write(re.sub("^Language=.*$", "Language=es", text, flags=re.M))
    keel.keys("F9")
    keel.wait(lambda: keel.windows() and name_of(keel.windows()[0]) == SPANISH("Calendar"), "something harmless, in Spanish")
    keel.wait(focus_on_calendar, "the focus in the calendar")
    keel.keys("Escape")
    keel.wait_text(SPANISH("No meetings yet"))
    start_again("--profile", "Robin")
    keel.wait_text("No meetings yet")


def focus_on_calendar():
    return keel.focus() and name_of(keel.focus()) == SPANISH("Calendar")


def passphrase_gone():
    """Taken off from beside it: there is nothing to unlock any more."""
    start_again("--profile", "Sam")
    wait_lock_page("Sam")
    keelctl("--profile", "Sam", "profile", "unprotect", secret=SECRET)
    enter(SECRET)
    wait_open()


def not_there():
    keel.stop()
    keel.arguments = ("--profile", "Nobody")
    keel.start()
    keel.wait_text("There is no profile “Nobody”.")
    keel.find("Kim")
    expect(keel.stop() == 0, "it ends well")


tap = Tap()
for title, step in (
        ("two profiles, one protected", prepare),
        ("the keyboard opens one of two profiles", choose),
        ("a second start for another profile leads to its lock page", second_start_elsewhere),
        ("a wrong passphrase, twice: a sentence and a wait", wrong_passphrase),
        ("the right passphrase", right_passphrase),
        ("Ctrl+L locks, and nothing is left", lock),
        ("the recovery code", use_recovery_code),
        ("what the old passphrase would allow, without it", change_without_old),
        ("F9 hides, and nothing is left", hide),
        ("a second start while hidden", second_start_while_hidden),
        ("back to the lock page", come_back),
        ("a second start that shows something", second_start_shows),
        ("a new profile from the lock page", switch_to_new_profile),
        ("hiding without a passphrase, in the language of a profile", hide_unprotected),
        ("a lock page whose passphrase is gone", passphrase_gone),
        ("a profile that is not there", not_there)):
    tap.run(title, step)
if keel and keel.process.poll() is None:
    keel.process.terminate()
status = json.loads(keelctl("--profile", "Robin", "reminders", "status", "--json"))
if status.get("running"):
    os.kill(status["pid"], signal.SIGTERM)
tap.end()
