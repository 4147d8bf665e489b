#!/usr/bin/env python3
"""The small pages to read, in the real window: the list on the page of families, a page with what stands before all else, the ways from it
to another page and back, to a sheet, a card, a safety page and a help line; dark, narrow, mirrored and large."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Missing, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

WORK = os.environ["KEEL_WORK"]
PICTURES = os.environ.get("KEEL_PICTURES")
LONGEST = ("fear", "other-help", "grief")
VIOLENCE = "Has this person hurt you, threatened you or made you afraid?"
STAY = "Stepping back never means leaving someone"
keel = None
tap = Tap()


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def start(name, *arguments, environment=None):
    global keel
    keel = Keel(sys.argv[1], WORK + "/" + name, *arguments, page="family",
                environment={"GSETTINGS_BACKEND": "keyfile", **(environment or {})})
    tap.keel = keel


def begin():
    start("data", "--profile", "Ira")
    keel.wait(keel.takes_keys, "the keyboard")


def rows():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def wait_page(name):
    keel.wait(lambda: len(keel.windows()) == 2 and any(role_of(node) == Role.HEADING and name in (name_of(node), text_of(node))
                                                       for node in keel.visible()), f"the page “{name}”")
    keel.wait(keel.takes_keys, "the keyboard")


def wait_alone():
    keel.wait(lambda: len(keel.windows()) == 1, "the page to be gone")
    keel.wait(keel.takes_keys, "the keyboard")


def close_front():
    """Escape may first lead back inside it."""
    before = len(keel.windows())
    for _ in range(4):
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        try:
            return keel.wait(lambda: len(keel.windows()) < before and keel.takes_keys(), "the window in front to be gone", 8)
        except Missing:
            pass
    raise Missing("Escape does not close the window in front")


def read(name, heading):
    activate(keel, "reading", name)
    wait_page(heading)


def open_row(start_of_name):
    keel.wait(lambda: any(name.startswith(start_of_name) for name in rows()), f"a row “{start_of_name}”: {rows()}")
    keel.focus_row(next(name for name in rows() if name.startswith(start_of_name)), 90)
    keel.keys("Return")


def see_list():
    keel.wait_text("Family and friends")
    for group in ("Where to begin", "Understanding it", "Between you and them", "When it is dangerous", "Your own life"):
        keel.wait_text(group)
    keel.check_names()
    open_row("Where to begin")
    keel.wait(lambda: any(name.startswith("Not your doing") for name in rows()), "the pages of a group")
    picture("reading-list")
    open_row("Not your doing")
    wait_page("Not your doing")
    keel.check_names()
    keel.check_extents()
    picture("reading")


def see_pages():
    """Another one in the place of the first, and back by the button and by the keyboard."""
    open_row("To read, Stepping back")
    wait_page("Stepping back")
    keel.wait_text(STAY)
    open_row("To read, Limits")
    wait_page("Limits")
    keel.wait_text(VIOLENCE)
    keel.press("Back")
    wait_page("Stepping back")
    keel.keys("alt+Left")
    wait_page("Not your doing")
    expect(not any(role_of(node) == Role.PUSH_BUTTON and name_of(node) == "Back" for node in keel.visible()),
           "there is no way back from the first page")
    keel.keys("Escape")
    wait_alone()


def see_first_things():
    """What stands before all else is above the first heading of the page."""
    read("limits", "Limits")
    words = [name_of(node) or text_of(node) for node in keel.visible()]
    places = [next(i for i, text in enumerate(words) if start in text) for start in (STAY, VIOLENCE, "What a limit is")]
    expect(places == sorted(places), f"cautions come first: {places}")
    keel.wait_text("Much used, hardly studied alone")
    keel.wait_text("Practice of family groups and of counseling")
    picture("reading-limits")
    keel.keys("Escape")
    wait_alone()


def lead_away():
    read("limits", "Limits")
    open_row("Worksheet, My limits")
    wait_alone()
    keel.wait_text("First: safety")
    read("talking", "Talking so that it can be heard")
    open_row("Coping card, Talk so that you are heard")
    wait_alone()
    keel.wait_text("Begin with something good that you see.")


def lead_to_help():
    """Over the page, which is there again afterwards."""
    read("overdose-at-home", "Overdose, and naloxone at home")
    open_row("What to do in danger, Opioid overdose")
    keel.wait(lambda: len(keel.windows()) == 3 and keel.takes_keys(), "Help now")
    keel.wait_text("Shake them and shout.")
    close_front()
    keel.keys("Escape")
    wait_alone()
    read("family-group", "Family groups, and a first meeting")
    open_row("Program, Al-Anon Family Groups")
    keel.wait(lambda: len(keel.windows()) == 3 and keel.takes_keys(), "the program")
    keel.wait_text("You did not cause the drinking")
    close_front()
    keel.keys("Escape")
    wait_alone()


def every_page():
    """The longest of them fit where there is little room, and can be read by ear; all of them where somebody looks."""
    keel.resize(360, 640)
    for row in keel.keelctl("readings", "--json"):
        if not PICTURES and row["id"] not in LONGEST:
            continue
        read(row["id"], row["name"])
        keel.resize(360, 640)
        keel.check_names()
        keel.check_extents()
        if row["id"] in ("grief", "fear"):
            picture("reading-narrow-" + row["id"])
            keel.keys("End")
            picture("reading-end-" + row["id"])
        keel.keys("Escape")
        wait_alone()
    activate(keel, "reading", "hangover")
    keel.settle()
    expect(len(keel.windows()) == 1, "what is not there opens nothing")
    keel.stop()


def members_have_none():
    keel.keelctl("profile", "create", "Kim", "--pages", "member")
    start("data", "--profile", "Kim")
    keel.wait(keel.takes_keys, "the keyboard")
    expect(not keel.shows("Between you and them"), "without family pages there is nothing to read")
    keel.stop()


def set_letters(percent):
    """As a desktop without a settings program of its own says it."""
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{96 * percent // 100}\n"],
                   check=True)


def cases():
    """The same page dark, from right to left (as GTK does it in Hebrew, of which Keel has no catalogue) and with large letters."""
    for name, letters, environment in (
            *([("dark", 100, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})] if PICTURES else []),
            ("mirrored", 100, {"LANGUAGE": "he"}),
            ("large", 200, {})):
        set_letters(letters)
        start("data", "--profile", "Ira", environment=environment)
        keel.wait(keel.takes_keys, "the keyboard")
        read("using-again", "When they use again")
        keel.check_extents()
        picture("reading-" + name)
        if letters > 100:
            keel.resize(360, 640)
            keel.check_extents()
            picture("reading-large-narrow")
        keel.keys("Escape")
        wait_alone()
        keel.stop()
    set_letters(100)


def prepare():
    os.makedirs(WORK + "/data", mode=0o700, exist_ok=True)
    subprocess.run([f"{sys.argv[1]}/src/cli/keelctl", "--data-dir", WORK + "/data", "profile", "create", "Ira", "--pages", "family"],
                   check=True, stdout=subprocess.DEVNULL)
    begin()


tap.run("a profile for families starts", prepare)
tap.run("the list leads to a page", see_list)
tap.run("one page leads to another, and back", see_pages)
tap.run("what stands before all else is first", see_first_things)
tap.run("a page leads to sheets and cards", lead_away)
tap.run("a page leads to safety and to programs, and is there afterwards", lead_to_help)
tap.run("every page fits where there is little room", every_page)
tap.run("dark, and with large letters", cases)
tap.run("without family pages there are none", members_have_none)
tap.end()
