#!/usr/bin/env python3
"""Programs in the real window: chosen and let go by keyboard, with undo; their order; words that label; what fits;
compared side by side; one of the person's own."""
import contextlib
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from window import Keel, Missing, Role, State, Tap, expect, has, name_of, text_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
CHECK = Role.CHECK_BOX
shots = os.environ.get("KEEL_SHOTS")
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data")
tap = Tap(keel)
CHOSEN = "SELECT value FROM setting WHERE key = 'programs'"


def look(name):
    keel.check_names()
    if shots:
        keel.pause(0.6)
        keel.screenshot(f"{shots}/{name}.png")


def open_programs():
    keel.press("Main Menu", TOGGLE)
    keel.press("Programs", Role.MENU_ITEM)
    keel.wait_text("Your programs")
    keel.wait(keel.takes_keys, "the keyboard")


def wait_chosen(*codes):
    keel.wait_journal(CHOSEN, [(" ".join(codes),)], "what is chosen")


def is_checked(name):
    return has(keel.find(name, CHECK), State.CHECKED)


def has_focus(name):
    focus = keel.focus()
    return focus and name_of(focus).startswith(name)


def tab_to(name, key="Tab", most=40):
    """With the keyboard alone."""
    for _ in range(most):
        if has_focus(name):
            return
        keel.keys(key)
    raise Missing(f"{key} does not lead to “{name}”; the focus is on {keel.describe_focus()}")


def wait_focus(name):
    keel.wait(lambda: has_focus(name), f"the focus on “{name}”")


def comes_in_order(*names):
    """One above the other, as one reads the page."""
    heard = [name_of(node) or text_of(node) for node in keel.visible()]
    places = [next((place for place, name in enumerate(heard) if name.startswith(wanted)), None) for wanted in names]
    expect(None not in places and places == sorted(places), f"{names} one after the other: {places}")


def leave(condition, what):
    """A window that has just come may not have the keyboard yet, and Escape takes away what Undo stands in first."""
    end = time.monotonic() + 60
    while not condition():
        expect(time.monotonic() < end, what)
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            keel.wait(condition, what, 8)


def leave_programs():
    leave(lambda: len(keel.windows()) == 1, "the window to close")
    keel.wait(keel.takes_keys, "the keyboard")


def back():
    keel.keys("Escape")


def none_is_a_choice():
    keel.wait_text("No meetings yet")
    open_programs()
    keel.wait_text("You need no program.")
    comes_in_order("Find what fits", "Choose Alcoholics Anonymous", "Add a program of your own")
    look("programs-none")


def choose():
    tab_to("Alcoholics Anonymous, For people")
    look("programs-all")
    expect(is_checked("Choose No program"), "no program is what is chosen")
    keel.keys("Tab", "space")
    wait_chosen("aa")
    keel.wait_text("AA is chosen.")
    wait_focus("Choose Alcoholics Anonymous")
    expect(not is_checked("Choose No program"), "a program is chosen")
    keel.press("Undo")
    wait_chosen()
    keel.wait(lambda: is_checked("Choose No program"), "no program again")
    wait_focus("Choose Alcoholics Anonymous")
    keel.keys("space")
    wait_chosen("aa")
    keel.keys("Down", "Tab", "space")
    wait_chosen("aa", "na")
    keel.wait_text("Keel takes its words from the first one.")
    look("programs-chosen")


def order():
    tab_to("Move Narcotics Anonymous up", "shift+Tab")
    keel.keys("space")
    wait_chosen("na", "aa")
    wait_focus("Narcotics Anonymous")
    tab_to("Remove Narcotics Anonymous from your programs")
    keel.keys("space")
    wait_chosen("aa")
    keel.wait_text("What you wrote stays.")
    wait_focus("Remove Alcoholics Anonymous from your programs")
    keel.press("Undo")
    wait_chosen("na", "aa")


def labels():
    expect(keel.shows("“clean”, “addict”, “clean date”, “alcoholic”"), "what such words are")
    tab_to("Words that label a person")
    expect(not keel.read_journal("SELECT 1 FROM setting WHERE key = 'labels' AND value = '1'"), "they are off at first")
    keel.keys("Tab", "space")
    on = "SELECT value FROM setting WHERE key = 'labels' AND deleted_at IS NULL"
    keel.wait_journal(on, [("1",)], "labels")
    keel.wait_text("Keel uses words that label a person now.")
    keel.press("Undo")
    keel.wait_journal(on, [], "no labels")
    tab_to("Words that label a person", "shift+Tab")
    keel.keys("space")
    keel.wait_journal(on, [("1",)], "labels again")


def milestone_colour():
    colour = "SELECT value FROM setting WHERE key = 'milestone-colour/na/days-30' AND deleted_at IS NULL"
    tab_to("30 days · Orange key tag")
    keel.keys("Return")
    keel.wait_text("Which Colour?")
    wait_focus("As usual")
    keel.keys("Right", "Right")
    expect(has(keel.find("Silver", Role.RADIO_BUTTON), State.CHECKED), "colours have names")
    look("programs-colour")
    keel.press("Use This Colour")
    keel.wait_journal(colour, [("#C0C0C0",)], "the colour")
    keel.wait_text("30 days: Silver.")
    wait_focus("30 days · Orange key tag")
    keel.press("Undo")
    keel.wait_journal(colour, [], "the colour as usual")
    tab_to("30 days · Orange key tag", "shift+Tab")


def read_one():
    tab_to("Narcotics Anonymous, For people", "shift+Tab")
    keel.keys("Return")
    wait_focus("What a first meeting is like")
    keel.find("12 steps")
    comes_in_order("What a first meeting is like", "12 steps", "Worksheets to begin with", "Milestones", "What else it has", "Remove from Your Programs")
    for words in ("white key tag", "12 traditions", "30 days · Orange key tag", "You need not tell anyone what you are prescribed.",
                  "Its words", "addict", "not affiliated", "Worksheets to begin with"):
        expect(keel.shows(words), words)
    look("programs-page")
    milestone_colour()
    choose_on_the_page()
    keel.press("Back")  # Escape takes away what Undo stands in
    wait_focus("Narcotics Anonymous, For people")


def choose_on_the_page():
    """What is of no use any more hands the focus on."""
    tab_to("Remove from Your Programs")
    keel.keys("space")
    wait_chosen("aa")
    wait_focus("Choose")
    keel.keys("space")
    wait_chosen("aa", "na")
    wait_focus("What a first meeting is like")


def all_of_them():
    """Whoever has chosen sees what was chosen, until all are asked for."""
    leave_programs()
    open_programs()
    keel.find("Remove Narcotics Anonymous from your programs")
    expect(not keel.shows("SMART Recovery"), "only what was chosen")
    tab_to("All Programs")
    keel.keys("Return")
    keel.find("Choose SMART Recovery", CHECK)
    keel.wait(lambda: not keel.shows("All Programs"), "nothing more to ask for")
    wait_focus("Alcoholics Anonymous, For people")


def find():
    tab_to("Find what fits")
    keel.keys("Return")
    keel.wait_text("Your answers are not kept.")
    look("programs-find")
    wait_focus("Leave open")
    keel.keys("Tab", "Right", "Right", "Right", "Tab", "Tab", "Right", "Right")
    expect(has(keel.find("Without faith", Role.RADIO_BUTTON), State.CHECKED), "an answer is given by arrows")
    keel.press("Show Programs")
    keel.wait_text("What fits most of what you said comes first.")
    look("programs-fits")


def compare():
    keel.keys("Tab", "Tab", "space")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()).startswith("Compare ") and has(keel.focus(), State.CHECKED), "one to compare")
    keel.keys("Tab", "Tab", "Tab", "space")
    keel.press("Compare 2 Programs")
    keel.wait_text("None is better than another for everyone.")
    wait_focus("Programs: ")
    keel.keys("Down", "Down")
    wait_focus("Spiritual or secular; ")
    look("programs-compare")
    keel.resize(360, 640)
    keel.check_extents()
    look("programs-compare-360")
    keel.resize(720, 720)
    back()
    back()
    back()
    wait_focus("Find what fits")


def wait_part(name):
    keel.wait(lambda: any(name_of(node) == name for node in keel.visible()), f"“{name}”")


def written(number):
    """What stands in a part of the program that is changed."""
    return text_of(keel.find(f"Part {number}"))


def move_parts():
    """What is said of a part stays with it when it is moved, and when it is taken out. What is pressed over the bus
    happens a moment later."""
    keel.press("Change…")
    wait_focus("Name")
    keel.press("Move part 1 down")
    keel.wait(lambda: written(2) == "Speaking", "the part to be moved")
    keel.keys("ctrl+s")
    wait_part("Step 2 · Speaking, Working on it")
    wait_part("Step 1 · Listening")
    keel.press("Change…")
    wait_focus("Name")
    keel.press("Remove part 2")
    keel.wait(lambda: not keel.shows("Part 2"), "the part to be taken out")
    keel.keys("ctrl+s")
    wait_part("A part that is no longer there, Working on it")
    look("programs-part-gone")


def say_of_part():
    said = "SELECT part, state FROM part_progress WHERE program LIKE 'own-%'"
    wait_part("Step 1 · Speaking")
    keel.focus_row("Step 1 · Speaking")
    keel.keys("Return")
    keel.press("Working on it", Role.RADIO_BUTTON)
    keel.wait_journal(said, [(1, "working")], "what is said of the part")
    leave(lambda: len(keel.windows()) == 2, "the part to close")
    wait_part("Step 1 · Speaking, Working on it")


def own():
    tab_to("Add a program of your own")
    keel.keys("Return")
    wait_focus("Name")
    keel.keys("ctrl+s")
    keel.wait_text("It needs a name")
    keel.type("smart recovery")
    keel.keys("ctrl+s")
    keel.wait_text("Another program has this name already.")
    keel.keys("ctrl+a")
    keel.type("Tuesday circle")
    keel.keys("Escape")
    keel.wait_text("What you wrote was not saved.")
    keel.press("Open Again")
    keel.wait(lambda: any(text_of(node) == "Tuesday circle" for node in keel.visible()), "what was written")
    keel.press("Add a Part")
    wait_focus("Part 1")
    keel.type("Listening")
    keel.keys("Return")
    keel.type("Speaking")
    keel.keys("alt+Up")
    look("programs-own")
    keel.keys("ctrl+s")
    keel.wait_text("2 steps")
    keel.wait_text("Tuesday circle is added.")
    look("programs-own-page")
    keel.press("Change…")
    wait_focus("Name")
    titles = [name_of(window) for window in keel.windows()]
    expect("A Program of Your Own" in titles and "Tuesday circle" not in titles, f"windows that tell of no program: {titles}")
    back()
    keel.find("Change…", Role.PUSH_BUTTON)
    keel.press("Choose")
    keel.wait(lambda: keel.read_journal(CHOSEN)[0][0].startswith("aa na own-"), "it to be chosen")
    say_of_part()
    move_parts()
    keel.press("Delete")
    keel.wait_text("Tuesday circle is deleted.")
    keel.wait(lambda: not any("Tuesday circle, " in name_of(node) for node in keel.visible()), "it to be gone from the list")
    keel.press("Undo")
    keel.wait_text("Remove Tuesday circle from your programs")


def rows(name):
    return [name_of(node) for node in keel.visible() if node.role == Role.LIST_ITEM and name in name_of(node)]


def worksheets():
    """Those of the programs that were chosen, each once, until all are asked for."""
    leave_programs()
    keel.keys("alt+3")
    keel.wait(lambda: rows("My reasons"), "what one begins with")
    expect(not rows("My testimony"), "nothing of a program that was not chosen")
    keel.press("All", TOGGLE)
    keel.wait(lambda: rows("My testimony"), "all of them")
    keel.press("For me", TOGGLE)
    keel.wait(lambda: not rows("My testimony") and rows("My reasons"), "those of the programs again")
    expect(len(rows("")) == len(set(rows(""))), f"each once: {rows('')}")


for name, function in (("no program is a choice like the others", none_is_a_choice), ("chosen with one press, and undone", choose),
                       ("their order, and letting one go", order), ("words that label are asked for", labels),
                       ("all there is to know of one", read_one),
                       ("until all are asked for", all_of_them), ("what fits", find), ("side by side", compare),
                       ("one of the person's own", own),
                       ("worksheets, and all of them", worksheets)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
