#!/usr/bin/env python3
"""The first start: by keyboard alone to a meeting that is followed, every key press counted; whoever skips everything finds
three cards; each page skipped or answered, and found again in Preferences; another language; back; Help now on every page;
and from right to left, in 360 px and with letters twice as large."""
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(SOURCE, "tests", "content")]
from pseudo import RIGHT_TO_LEFT, disguise  # noqa: E402
from window import Keel, Missing, Role, Tap, expect, has, name_of, role_of  # noqa: E402
from accessible import State  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
# With a folder in SHOTS, pictures are taken on the way.
SHOTS = os.environ.get("SHOTS")
TITLES = ["Welcome", "Programs", "Where you live", "Reminders", "Privacy"]
ADD = "Add a Meeting I Know"
MOST_PRESSES, MOST_SECONDS = 60, 60  # a person presses about two keys a second who looks at each of them
LOCALE = "ar_XW"  # ar: GTK mirrors; another driver has ar_XA at the same time

keel = None
tap = Tap()
presses = 0


def start(folder, *arguments, page=None, environment=None):
    global keel
    if keel:
        keel.stop()
    keel = Keel(BUILD, f"{WORK}/{folder}", *arguments, page=page,
                environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "Europe/London", "LANGUAGE": "en", **(environment or {})})
    tap.keel = keel
    keel.wait(keel.takes_keys, "the keyboard")


def again(page=None):
    keel.stop()
    keel.arguments = ("--page", page) if page else ()
    keel.start()
    keel.wait(keel.takes_keys, "the keyboard")


def picture(name):
    if SHOTS:
        keel.pause(0.7)
        keel.screenshot(f"{SHOTS}/{name}.png")


def press_keys(*keys):
    global presses
    presses += len(keys)
    keel.keys(*keys)


def type_keys(text):
    """As one press each."""
    global presses
    presses += len(text)
    keel.type(text)


def wait_page(number, of=5):
    keel.wait_text(f"{number} of {of}")
    keel.wait_text(TITLES[number - 1])


def in_preferences(key):
    """What profile.ini says."""
    with open(keel.profile_file("profile.ini"), encoding="utf-8") as file:
        return next(line.split("=", 1)[1].strip() for line in file if line.startswith(key + "="))


def wait_setting(key, value):
    keel.wait(lambda: in_preferences(key) == value, f"{key}={value}, not {in_preferences(key)}")


def wait_focus(*names):
    keel.wait(lambda: keel.focus() and any(name in names for name in map(name_of, keel.line_of(keel.focus())[:3])),
              f"the focus on {names}, not {keel.describe_focus()}")


def cards():
    """The groups of Today that have one of the three buttons in them, and what else there is to do."""
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON]


def checked(name):
    keel.wait(lambda: has(keel.find(name), State.CHECKED), f"“{name}” to be chosen")


def tick(name):
    """A box or a switch has no action of its own on the bus."""
    keel.wait(keel.takes_keys, "the keyboard")
    keel.focus_row(name)
    keel.keys("space")


# By keyboard

def to_a_meeting():
    """All five pages are answered or skipped on the way."""
    start("first")
    begun = time.monotonic()
    wait_page(1)
    picture("1-welcome")
    press_keys("alt+n")
    wait_page(2)
    picture("2-programs")
    press_keys("Escape")
    wait_page(3)
    picture("3-region")
    press_keys("alt+n")
    wait_page(4)
    picture("4-reminders")
    press_keys("alt+s")
    wait_page(5)
    picture("5-privacy")
    press_keys("alt+d")
    wait_focus(ADD)
    picture("6-today")
    press_keys("Return")
    keel.wait_text("Add a Meeting")
    keel.wait(lambda: "Add a Meeting" in map(name_of, keel.windows()) and keel.takes_keys(), "the dialog")
    wait_focus("Name, for example Tuesday candlelight")
    type_keys("Candlelight")
    for _ in range(12):
        if "Time, for example 19:00 or 7pm" in keel.describe_focus():
            break
        press_keys("Tab")
    wait_focus("Time, for example 19:00 or 7pm")
    press_keys("ctrl+a")
    type_keys("19:00")
    press_keys("Return")
    keel.wait(lambda: [entry["name"] for entry in keel.keelctl("agenda", "--days", "8", "--json")][:1] == ["Candlelight"], "it to be followed")
    seconds = time.monotonic() - begun
    print(f"# first start to a followed meeting: {presses} key presses, {presses - len('Candlelight') - len('19:00')} of them besides what was typed; "
          f"{seconds:.0f} s with this driver")
    expect(presses <= MOST_PRESSES, f"{presses} presses")
    keel.wait(lambda: "Add a Meeting" not in map(name_of, keel.windows()), "the dialog to close")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("alt+1")
    keel.wait(lambda: not keel.shows("Five things you can see"), "Today as it is for everybody")
    keel.wait_text("How is it right now?")


def shortest():
    """Skipped in one press."""
    global presses
    presses = 0
    start("shortest")
    wait_page(1)
    press_keys("alt+a")
    wait_focus(ADD)
    press_keys("Return")
    keel.wait(lambda: "Add a Meeting" in map(name_of, keel.windows()) and keel.takes_keys(), "the dialog")
    print(f"# to the form of a first meeting: {presses} key presses")
    expect(presses == 2, "two presses")
    keel.keys("Escape")


# What is there for whoever skips

def three_cards():
    keel.wait(lambda: "Add a Meeting" not in map(name_of, keel.windows()), "the dialog to close")
    keel.wait_text("Five things you can see")
    for name in (ADD, "Find a Meeting", "Start", "What Else Helps", "Show Help"):
        keel.find(name, Role.PUSH_BUTTON)
    for words in ("How is it right now?", "A program", "My days", "My reasons", "Worksheets of", "Every day"):
        expect(not keel.shows(words), f"three cards and no more: {words}")
    keel.check_names()
    keel.press("Show Help")
    keel.wait(lambda: len(keel.windows()) == 2, "Help now")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "it to close")
    keel.press("Start")
    keel.wait_text("Look for five things you can see.")
    keel.press("Stop")
    keel.wait_text("Show Help")
    expect(in_preferences("Welcome") == "0", "it is over")


def not_asked_twice():
    """The next start is like any other."""
    again()
    wait_focus(ADD)
    keel.wait_text("How is it right now?")
    expect(not keel.shows("1 of 5") and not keel.shows("A program"), "nothing is asked again")
    expect(keel.read_journal("SELECT value FROM setting WHERE key = 'asked/autostart'") == [("yes",)], "nor whether to start at login")


# One by one

def chosen_programs():
    programs = keel.keelctl("programs", "--json")
    return [program["code"] for program in (programs["programs"] if isinstance(programs, dict) else programs) if program["chosen"]]


def comes_silently():
    return not keel.keelctl("reminders", "status", "--json")["sound"]


def answered():
    start("answered")
    wait_page(1)
    keel.press("Help now")
    keel.wait(lambda: len(keel.windows()) == 2, "Help now before all of it")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1 and keel.takes_keys(), "it to close")
    keel.check_names()
    keel.press("Someone I love")
    checked("Someone I love")
    keel.press("Next")
    wait_page(2)
    wait_setting("Pages", "family;")
    expect(not keel.shows("For yourself"), "what is for families")
    tick("Choose Al-Anon Family Groups")
    checked("Choose Al-Anon Family Groups")
    keel.check_names()
    keel.press("Next")
    wait_page(3)
    keel.wait(lambda: "al-anon" in chosen_programs(), f"the program to be chosen: {chosen_programs()}")


def back():
    keel.keys("alt+Left")
    wait_page(2)
    checked("Choose Al-Anon Family Groups")
    keel.press("Back")
    wait_page(1)
    checked("Someone I love")
    keel.press("Both, in turn")
    checked("Both, in turn")
    keel.keys("Escape")  # skipped: as it was
    wait_page(2)
    expect(in_preferences("Pages") == "family;", "what is skipped stays as it was")
    keel.press("Next")
    wait_page(3)


def region():
    keel.keys("Return")
    keel.find("Type to find")
    wait_focus("Type to find")
    keel.type("Scotland")
    keel.keys("Return")
    keel.wait_text("United Kingdom · Scotland. Emergency number: 999")
    expect(in_preferences("Part") == "", "not before the person goes on")
    wait_focus("Country")
    keel.check_names()
    keel.press("Next")
    wait_setting("Part", "GB-SCT")
    wait_page(4)


def goes_on_where_it_was():
    """Closed in the middle, or opened for something else meanwhile."""
    again("meetings")
    keel.wait_text("No meetings yet")
    expect(not keel.shows("4 of 5"), "what was asked for")
    again()
    wait_page(4)
    keel.wait_text("With a sound")
    tick("With a sound")
    keel.check_names()
    keel.press("Next")
    wait_page(5)
    keel.wait(comes_silently, "that they come without a sound")


def help_on_each():
    for number in (5, 4, 3, 2, 1):
        wait_page(number)
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("ctrl+h")
        keel.wait(lambda: len(keel.windows()) == 2 and keel.takes_keys(), "Help now")
        keel.keys("Escape")
        keel.wait(lambda: len(keel.windows()) == 1 and keel.takes_keys(), "it to close")
        if number > 1:
            keel.press("Back")


def passphrase_can_wait():
    for number in (1, 2, 3, 4):
        wait_page(number)
        keel.press("Skip")
    wait_page(5)
    keel.press("Set a Passphrase…")
    keel.wait_text("What it does not protect")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    wait_page(5)
    keel.press("Done")
    wait_focus(ADD)


def preferences():
    """All of it is found again there."""
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("ctrl+comma")
    keel.wait(lambda: "Preferences" in map(name_of, keel.windows()), "Preferences")
    keel.wait_text("United Kingdom · Scotland. Emergency number: 999")
    checked("For family and friends of someone")
    for name in ("Language", "Programs…", "Reminders…", "Set a Passphrase…"):
        keel.wait_text(name)
    keel.check_names()
    picture("7-preferences")


def open_row(name, words):
    keel.focus_row(name)
    keel.keys("Return")
    keel.wait_text(words)
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows(words), f"{name} to close")


def from_preferences():
    open_row("Programs…", "Find what fits")
    open_row("Reminders…", "Quiet hours")
    keel.press("For me")
    wait_setting("Pages", "member;")
    keel.focus_row("Show the Welcome Again")
    keel.keys("Return")
    wait_page(1)
    checked("My own")
    keel.press("Skip All")
    wait_focus(ADD)


# Another language

def language():
    start("language")
    wait_page(1)
    keel.press("My own")
    before = keel.process.pid
    keel.press("Español")
    wait_setting("Language", "es")
    keel.program = None
    keel.wait(lambda: any(role_of(node) == Role.RADIO_BUTTON and name_of(node) == "Español" and has(node, State.CHECKED)
                          for node in keel.visible()), "the same page in Spanish")
    expect(before == keel.process.pid and in_preferences("Welcome") == "1", "the same page")
    keel.press("English")
    wait_setting("Language", "en")
    keel.program = None
    wait_page(1)
    checked("English")


# Of other sizes

def letters(percent):
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{96 * percent // 100}\n"], check=True)


def make_catalogue():
    scratch = f"{WORK}/po"
    subprocess.run(["sh", f"{SOURCE}/tests/content/make-pseudo.sh", scratch, "ar_XA"], check=True)
    shutil.copytree(f"{scratch}/ar_XA", f"{BUILD}/po/{LOCALE}", dirs_exist_ok=True)


def fits(what, width):
    keel.wait(lambda: keel.windows() and 0 < keel.windows()[-1].get_extents().width <= width, f"{what} in {width} px")
    keel.check_extents()
    keel.check_names()


def through_pages(name, say=lambda words: words, today=360):
    """To the end, in 360 px; the buttons at the bottom are all there. @today: the width that the page behind it may have."""
    for number in range(1, 6):
        keel.wait_text(say(TITLES[number - 1]))
        fits(f"page {number}", 360)
        bottom = keel.windows()[-1].get_extents().height
        for button in (say("Help now"), say("_Skip").replace("_", ""), say("_Next" if number < 5 else "_Done").replace("_", "")):
            box = keel.find(button, Role.PUSH_BUTTON).get_extents()
            expect(box.y + box.height <= bottom and box.height > 12, f"“{button}” of page {number} at {box.y} of {bottom}")
        picture(f"{name}-{number}")
        keel.keys("Escape")
    keel.wait_text(say("Show Help"))
    fits("Today", today)
    picture(f"{name}-today")


def narrow():
    start("narrow")
    keel.resize(360, 640)
    through_pages("narrow")


def large():
    letters(200)
    start("large")
    keel.resize(360, 640)
    through_pages("large", today=440)
    letters(100)


def right_to_left():
    make_catalogue()
    start("rtl", environment={"LANGUAGE": LOCALE})
    keel.resize(360, 640)
    through_pages("rtl", lambda words: disguise(words, letters=RIGHT_TO_LEFT))


try:
    for step, function in (
            ("by keyboard to a meeting that is followed", to_a_meeting),
            ("skipped in one press", shortest),
            ("three cards for whoever skips", three_cards),
            ("nothing is asked twice", not_asked_twice),
            ("each page answered", answered),
            ("back, and skipped after all", back),
            ("the country", region),
            ("it goes on where it was", goes_on_where_it_was),
            ("Help now on every page", help_on_each),
            ("a passphrase can wait", passphrase_can_wait),
            ("all of it in Preferences", preferences),
            ("and changed from there", from_preferences),
            ("in another language", language),
            ("in 360 px", narrow),
            ("with letters twice as large", large),
            ("from right to left", right_to_left)):
        tap.run(step, function)
finally:
    shutil.rmtree(f"{BUILD}/po/{LOCALE}", ignore_errors=True)
    if keel:
        keel.stop()
        keel.stop_reminders()
tap.end()
