#!/usr/bin/env python3
"""The frame of the window in a profile for family and friends, in the real window: which tabs there are, the page "Family" and where
its rows lead, what Ctrl+U does and what the menu has, and that another group of pages is there at once and loses nothing."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, State, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
MEMBERS = ["Today", "Meetings", "Worksheets", "Coping", "Progress"]
FAMILY = ["Today", "Meetings", "Worksheets", "Coping", "Family"]
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="family", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def titles():
    return [name_of(window) for window in keel.windows()]


def tabs():
    return [name_of(node) for node in keel.visible() if role_of(node) in (Role.RADIO_BUTTON, Role.PAGE_TAB, Role.TOGGLE_BUTTON)
            and name_of(node) in MEMBERS + FAMILY]


def wait_tabs(names):
    keel.wait(lambda: list(dict.fromkeys(tabs())) == names, f"the tabs {names}, not {tabs()}")


def named(name, role):
    return any(role_of(node) == role and name_of(node) == name for node in keel.visible())


def rows():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def open_row(start):
    """By its first words, with the keyboard."""
    keel.wait(lambda: any(name.startswith(start) for name in rows()), f"a row “{start}”")
    name = next(name for name in rows() if name.startswith(start))
    keel.focus_row(name, 90)
    keel.keys("Return")


def choose(label):
    """In Preferences, as a person does; the window behind it follows at once."""
    keel.keys("F10")
    keel.press("Preferences", Role.MENU_ITEM)
    keel.press(label, Role.RADIO_BUTTON)


def close_preferences():
    before = len(keel.windows())
    for _ in range(6):
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        try:
            keel.wait(lambda: len(keel.windows()) < before, "Preferences to be gone", 10)
            return
        except Missing:
            pass
    raise Missing("Escape does not close Preferences")


def members():
    wait_tabs(MEMBERS)
    picture("family-members")
    keel.find("An Urge", Role.PUSH_BUTTON)
    expect(not keel.shows("Family and friends"), "without family pages nothing leads to them")
    keel.keys("alt+6")
    wait_tabs(MEMBERS)
    expect(not keel.shows("Family and friends"), "no key does, either")


def both():
    choose("Both")
    wait_tabs(MEMBERS + ["Family"])
    expect(named("An Urge", Role.PUSH_BUTTON), "what members have stays")
    close_preferences()
    keel.keys("alt+6")
    keel.wait_text("Family and friends")
    expect(not any(name.startswith("Looking back") for name in rows()), "what has a tab has no row")
    picture("family-both")
    keel.resize(360, 640)
    wait_tabs(MEMBERS + ["Family"])
    keel.check_extents()
    picture("family-both-narrow")
    keel.resize(900, 720)


def family_alone():
    choose("For family and friends of someone")
    wait_tabs(FAMILY)
    keel.find("A Hard Moment", Role.PUSH_BUTTON)
    close_preferences()
    keel.keys("alt+5")
    keel.wait_text("Family and friends")
    keel.wait(lambda: any(name.startswith("Looking back") for name in rows()), "a row for looking back")
    keel.check_names()
    keel.check_extents()
    picture("family")
    for words in ("Urge", "urge", "raving", "Lapse", "lapse", "sober", "clean", "addict", "drinker", "Progress"):
        expect(not keel.shows(words), f"“{words}” is no word for this page")


def danger():
    words = rows()
    for start in ("Opioid overdose", "Violence", "Safety at home", "Family emergency"):
        expect(any(name.startswith(start) for name in words), f"what leads to “{start}”: {words}")
    keel.wait_text("call, give naloxone, stay.")
    open_row("Violence")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.takes_keys(), "Help now")
    keel.wait_text("Someone hits, chokes or pushes you")
    keel.keys("Escape", "Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "Help now to be gone")


def purposes():
    expect(not any(name.startswith("Planning a talk") for name in rows()), "what is folded away is not heard")
    open_row("Before a talk")
    keel.wait(lambda: any(name.startswith("Planning a talk") for name in rows()), "a sheet to write on")
    keel.check_names()
    picture("family-purposes")
    open_row("Talk so that you are heard")
    keel.wait_text("Begin with something good that you see.")
    keel.keys("alt+5")
    keel.wait_text("Family and friends")


def own_life():
    open_row("Looking back")
    keel.wait(lambda: not keel.shows("Family and friends"), "the page for looking back")
    wait_tabs(FAMILY)
    keel.wait(lambda: not any("Progress" in (name_of(node), text_of(node)) for node in keel.visible()), "no word of progress", 10)
    keel.keys("alt+Left")
    keel.wait_text("Family and friends")
    keel.keys("alt+6")
    keel.wait(lambda: not keel.shows("Family and friends"), "the same by key")
    keel.keys("alt+5")
    open_row("Caring for myself")
    keel.wait_text("Part of life")
    keel.keys("alt+5")
    keel.wait_text("Family and friends")


def hard_moment():
    keel.keys("ctrl+u")
    keel.wait_text("What is going on?")
    expect(not keel.shows("How strong"), "nothing is measured")
    picture("hard-moment")
    keel.keys("F10")
    keel.find("My Time in the Group", Role.MENU_ITEM)
    words = [name_of(node) for node in keel.visible() if role_of(node) == Role.MENU_ITEM]
    expect("If-then Plans" in words and not any("Urge" in word or "Lapse" in word for word in words), f"the menu: {words}")
    picture("family-menu")
    keel.keys("Escape")
    keel.wait(lambda: not named("My Time in the Group", Role.MENU_ITEM), "the menu to be gone")


def quick_exit():
    keel.keys("alt+5")
    keel.press("Hide Keel Now")
    keel.wait(lambda: titles() == ["Calendar"], "something harmless")
    keel.come_back()
    keel.wait_text("Family and friends")
    wait_tabs(FAMILY)


def narrow():
    keel.resize(360, 640)
    wait_tabs(FAMILY)
    keel.check_extents()
    keel.check_names()
    picture("family-narrow")
    keel.resize(900, 720)


def back_to_members():
    """The page that is shown has no tab any more."""
    keel.keys("alt+5")
    keel.wait_text("Family and friends")
    choose("For me")
    wait_tabs(MEMBERS)
    keel.find("An Urge", Role.PUSH_BUTTON)
    close_preferences()
    keel.wait(lambda: any(name_of(node) == "Today" and (has(node, State.CHECKED) or has(node, State.SELECTED)) for node in keel.visible()),
              "the tab of Today")
    expect(not keel.shows("Family and friends"), "the page is away")
    keel.keys("F10")
    keel.find("Urge Log", Role.MENU_ITEM)
    keel.find("Days and Milestones", Role.MENU_ITEM)
    keel.keys("Escape")


try:
    for step in (("with members' pages alone, no tab and no key leads to family", members),
                 ("with both, Family stands beside all that members have, also in a narrow window", both),
                 ("for family alone, Family is in the place of Progress, at once", family_alone),
                 ("someone in danger: help is one press away", danger),
                 ("what to do, by what it is for", purposes),
                 ("rows lead to one's own life, and back", own_life),
                 ("a hard moment: a question, and nothing that measures", hard_moment),
                 ("the button hides Keel at once", quick_exit),
                 ("narrow", narrow),
                 ("members' pages come back, and nobody is left on a page that went", back_to_members)):
        tap.run(*step)
finally:
    keel.stop()
tap.end()
