#!/usr/bin/env python3
"""What is written is there again, whatever becomes of Keel: killed while somebody types, it loses a second at most; closed or locked
in the middle of a word, nothing; and what a full disk does not take stays on the page until there is room."""
import contextlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of, says, text_of  # noqa: E402

SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
FIELD = "What is it about?"  # the first of this one
SHEET = "Costs and benefits"
SECRET = "copper lantern"
SECOND = 1  # what may be lost
REFUSED = 1.5  # seconds: a button that is pressed over the accessibility bus acts a quarter of a second later


class FullKeel(Keel):
    """One whose disk can be full: a file that grows beyond its limit is told to the program, and does not end it."""

    def start(self):
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        self.program = None
        self.process = subprocess.Popen([f"{self.build}/src/app/keel", "--data-dir", self.data_dir, *self.arguments],
                                        env=self.environment, stdout=self.log, stderr=self.log, restore_signals=False)
        signal.signal(signal.SIGXFSZ, ignored)
        self.wait(self.windows, "the window", 60)

    def set_room(self, most):
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


keel = FullKeel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="worksheets", environment={"KEEL_KEY_COST": "lowest"})
tap = Tap(keel)


def written():
    """Of the newest entry, as the journal has it now."""
    found = keel.read_journal("SELECT answers FROM entry_answers JOIN entry ON id = entry ORDER BY changed_at DESC, id DESC LIMIT 1")
    return json.loads(found[0][0]) if found else {}


def text():
    return next((value for value in written().values() if isinstance(value, str)), "")


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def open_row(name):
    keel.wait(keel.takes_keys, "the keyboard")
    keel.set_text(SEARCH, name)
    keel.wait(lambda: rows(name), name)
    keel.focus_row(rows(name)[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)
    wait_writing()


def wait_writing():
    keel.wait(lambda: keel.focus() and FIELD in map(name_of, keel.line_of(keel.focus())[:3]), "the focus on the page")


def start_again():
    keel.start()
    keel.find(SEARCH)


def stays(text):
    keel.wait(lambda: any(text_of(node) == text for node in keel.visible()), f"“{text}” on the page")


def type_before(text):
    """What is pressed over the accessibility bus can overtake a key: it is pressed when the page has the last one."""
    keel.type(text)
    keel.wait(lambda: any(text_of(node).endswith(text) for node in keel.visible()), f"“{text}” on the page")


def killed():
    """What was taken a second before is there, by the clock of the one who typed; and nothing else than what was typed."""
    chance = random.Random(6)
    open_row(SHEET)
    for turn in range(3):
        typed = text()
        taken = []  # how much of it Keel had taken, and when
        end = time.monotonic() + chance.uniform(0.3, 2.5)
        while time.monotonic() < end or len(taken) < 2:
            typed += f" word{turn}-{len(taken)}"
            keel.type(f" word{turn}-{len(taken)}")
            taken.append((len(typed), time.monotonic()))
        keel.process.kill()
        died = time.monotonic()
        keel.process.wait()
        kept = text()
        safe = max([length for length, when in taken if when < died - SECOND], default=0)
        expect(typed.startswith(kept) and len(kept) >= safe, f"at least {safe} letters of “{typed}”, not “{kept}”")
        start_again()
        open_row("word" if kept else SHEET)
        keel.keys("End")
        if kept:
            stays(kept)


def closed():
    """In the middle of a word."""
    keel.type(" closed")
    expect(keel.stop() == 0, "it ends as it should")
    expect(text().endswith(" closed"), f"the last word: {text()}")
    start_again()
    open_row("word")


def full():
    keel.keys("End")
    keel.set_room(4096)
    keel.type(" full")
    keel.wait_text("There is no space left on the disk")
    keel.wait_text("What you wrote is still here")
    expect("full" not in text(), "nothing was kept")
    keel.type("er")
    keel.wait_text("What you wrote is still here")
    keel.wait(lambda: any(text_of(node).endswith(" fuller") for node in keel.visible()), "the words to stay on the page")
    keel.check_names()
    keel.set_room(resource.RLIM_INFINITY)
    keel.type("!")
    keel.wait(lambda: text().endswith(" fuller!"), "the words to be saved")
    keel.wait_text("Saved")


def left_when_full():
    """Nobody is led away from what is not saved."""
    keel.set_room(4096)
    type_before(" stay")
    wait_refused()
    keel.press(BACK)
    keel.pause(REFUSED)
    stays(text() + " stay")
    keel.set_room(resource.RLIM_INFINITY)
    leave_page()
    expect(text().endswith(" stay"), f"what was written is saved as one leaves: {text()}")


def wait_refused():
    """On the page itself, beside the sentence of the window that may be from before."""
    keel.wait(lambda: len([node for node in keel.visible() if says(node, lambda label: "What you wrote is still here" in label)]) > 1,
              "the page to say that it could not be saved")


def leave_page():
    """One that was refused before may lead away by itself once there is room; then there is nothing to press."""
    for _ in range(3):
        with contextlib.suppress(Missing):
            if not keel.shows(SEARCH):
                keel.press(BACK, timeout=10)
            return keel.find(SEARCH, timeout=20)
    raise Missing("the page is not left\n" + keel.outline())


def replaced_when_full():
    """No other page comes in the place of one that is not saved."""
    open_row("word")
    keel.keys("End")
    keel.set_room(4096)
    type_before(" anew")
    wait_refused()
    new_page()
    keel.pause(REFUSED)
    stays(text() + " anew")
    keel.set_room(resource.RLIM_INFINITY)
    new_page()
    keel.wait(lambda: not any(text_of(node).endswith(" anew") for node in keel.visible()), "another page")
    expect(text().endswith(" anew"), f"what was written is saved before: {text()}")


def new_page():
    keel.press("More for this page", Role.TOGGLE_BUTTON)
    keel.press("New Page", Role.MENU_ITEM)


def finished():
    """At once after the last key: nothing is saved after it that would make it one that was taken up again."""
    finish = keel.find("Finish", Role.PUSH_BUTTON)
    wait_writing()
    type_before("quick")
    finish.act()
    keel.find("Go On Writing", Role.PUSH_BUTTON)
    expect(text() == "quick", f"it is saved: {text()}")
    states = "SELECT state FROM entry ORDER BY id DESC LIMIT 1"
    expect(keel.read_journal(states) == [("finished",)], f"it is finished: {keel.read_journal(states)}")
    keel.press(BACK)
    keel.find(SEARCH)
    expect(keel.read_journal(states) == [("finished",)], f"it is finished: {keel.read_journal(states)}")


def locked():
    keel.stop()
    keel.stop_reminders()
    subprocess.run([f"{keel.build}/src/cli/keelctl", "--data-dir", keel.data_dir, "--passphrase-fd", "0", "profile", "protect"],
                   env=keel.environment, input=SECRET + "\n", text=True, check=True, capture_output=True)
    keel.start()
    unlock()
    open_row("word")
    keel.keys("End")
    keel.type(" locked")
    keel.keys("ctrl+l")
    unlock()
    keel.wait(lambda: keel.shows(SEARCH) or keel.shows(BACK), "the page or the list")
    if not keel.shows(BACK):
        open_row("word")
    keel.wait(lambda: any(text_of(node).endswith(" locked") for node in keel.visible()), "the word that was typed as it was locked")


def unlock():
    keel.find("Unlock", Role.PUSH_BUTTON)
    keel.wait(lambda: keel.focus() and any(name_of(node) == "Passphrase" for node in keel.line_of(keel.focus())), "the focus in the entry")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.type(SECRET)
    keel.keys("Return")


for name, function in (("killed while somebody types", killed), ("closed in the middle of a word", closed), ("a full disk", full),
                       ("a full disk, and one wants to leave", left_when_full),
                       ("a full disk, and one wants another page", replaced_when_full), ("finished at once", finished), ("locked in the middle of a word", locked)):
    tap.run(name, function)
keel.stop()
tap.end()
