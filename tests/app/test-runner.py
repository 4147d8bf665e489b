#!/usr/bin/env python3
"""A card that is being done, in the real window: one step at a time by keyboard, never the next by itself; cautions before
anything else; a breath by numbers, which can be paused; five things to find; a wave whose ratings become a curve; a time to
wait that goes on as a reminder; a plan from lists; how it is now; stopped at any time, and the page behind is there again."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from accessible import State  # noqa: E402
from window import Keel, Role, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)
LEFT = "SELECT count(*) FROM strategy_run WHERE deleted_at IS NULL"


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def begin(card, words):
    activate(keel, "run-strategy", card)
    keel.wait_text(words)
    keel.wait(keel.takes_keys, "the keyboard")


def wait_focus(words):
    keel.wait(lambda: keel.focus() and words in (name_of(keel.focus()) + text_of(keel.focus())), f"the focus on “{words}”")


def rate(number):
    """What is pressed over AT-SPI counts a moment later."""
    node = keel.find(number, Role.RADIO_BUTTON)
    node.act()
    keel.wait(lambda: has(node, State.CHECKED), f"{number} to be chosen")


def stop():
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Where you are") and not any(name_of(node) == "Stop" for node in keel.visible()), "the page behind")


def steps():
    keel.wait_text("A program")
    begin("c03", "1 of ")
    words = name_of(keel.focus()) or text_of(keel.focus())
    expect(words, "the step has the focus and is read out")
    expect(not keel.shows("A program"), "what is behind is not heard")
    keel.check_names()
    picture("step")
    for key, place in (("space", "2 of "), ("Return", "3 of "), ("Right", "4 of "), ("Left", "3 of ")):
        keel.keys(key)
        keel.wait_text(place)
    expect((name_of(keel.focus()) or text_of(keel.focus())) != words, "another step has the focus")
    stop()
    keel.wait_text("A program")
    keel.wait_text("You can come back any time.")
    keel.wait_journal(LEFT, [(1,)], "what was begun is put down")
    keel.press("Undo")
    keel.wait_journal(LEFT, [(0,)], "and taken back")


def cautions():
    begin("c35", "First, please read this.")
    wait_focus("First, please read this.")
    expect(keel.shows("stop here and choose something else"), "a way out")
    keel.check_names()
    picture("cautions")
    stop()
    keel.wait_journal(LEFT, [(0,)], "nothing was done")


def breath():
    begin("c33", "Breathe in")
    keel.check_names()
    expect(keel.shows("You can skip the holds."), "its caution stands with it")
    keel.wait_text("Hold")  # by itself
    picture("breath")
    keel.press("Pause", Role.CHECK_BOX)
    keel.find("Go On", Role.CHECK_BOX)
    keel.press("Without Holding", Role.CHECK_BOX)
    keel.wait_text("Breathe in")
    keel.press("Go On", Role.CHECK_BOX)
    keel.wait_text("Breathe out")
    keel.press("Without Holding", Role.CHECK_BOX)
    keel.press("Sound", Role.CHECK_BOX)
    keel.wait_text("No sound comes from this computer at the moment.")
    keel.press("Sound", Role.CHECK_BOX)
    keel.press("Next", Role.PUSH_BUTTON)
    keel.wait_text("How is it now?")
    keel.press("Done", Role.PUSH_BUTTON)
    keel.wait_journal("SELECT strategy, before, after FROM strategy_run ORDER BY rowid DESC LIMIT 1", [("c33", None, None)], "nothing had to be said")


def senses():
    begin("c39", "1 of ")
    marks = keel.wait(lambda: [node for node in keel.visible() if role_of(node) == Role.CHECK_BOX and "of 5" in name_of(node)], "five marks")
    expect(len(marks) == 5, f"{len(marks)} marks")
    marks[0].act()
    keel.wait(lambda: has(marks[0], State.CHECKED), "the first to be ticked")
    keel.press("Next")
    keel.wait(lambda: len([node for node in keel.visible() if role_of(node) == Role.CHECK_BOX and "of 4" in name_of(node)]) == 4, "four")
    stop()


def wave():
    begin("c01", "1 of ")
    rate("8")
    keel.press("Next")
    keel.wait_text("2 of ")
    rate("6")
    curve = "How strong it was: 8 at first"
    keel.wait(lambda: any(name_of(node).startswith(curve) for node in keel.visible()), "the curve, in words")
    picture("wave")
    keel.check_names()
    for place in range(3, 10):
        keel.press("Next")
        keel.wait_text(f"{place} of 9")
    keel.wait_text("How is it now?")
    rate("3")
    rate("It Helped")
    picture("after")
    keel.press("Done")
    keel.wait_journal("SELECT before, after, helped FROM strategy_run WHERE strategy = 'c01'", [(8, 3, 1)], "the first, the last and that it helped")


def delay():
    begin("c02", "1 of ")
    keel.press("Next")
    keel.wait_text("2 of ")
    keel.press("Next")
    keel.wait_text("A reminder comes at")
    keel.wait_text("14:")  # counted down
    picture("delay")
    keel.press("Do Something Else Meanwhile")
    keel.wait_text("A program")
    keel.wait_journal("SELECT count(*) FROM prompt WHERE kind = 'practice' AND subject = 'c02' AND deleted_at IS NULL", [(1,)], "the reminder")
    begin("c02", "1 of ")
    keel.press("Next")
    keel.wait_text("2 of ")
    keel.press("Next")
    keel.wait_text("A reminder comes at")
    keel.press("Next")
    keel.wait_text("4 of ")
    keel.wait_journal("SELECT count(*) FROM prompt WHERE kind = 'practice' AND deleted_at IS NULL", [(0,)], "nobody waits any more")
    stop()


def talk():
    """A talk is practised; what was written is kept only if that is wanted, beside the note that is there; no step says it again."""
    note = "SELECT note FROM strategy_mark WHERE strategy = 'c28'"
    begin("c28", "1 of 5")
    keel.press("Next")
    keel.wait_text("Say your words aloud.")
    keel.check_names()
    keel.find("What I say", Role.TEXT).set_text("No, thank you. Été.")
    keel.find("What they may say", Role.TEXT).set_text("Just one.")
    picture("talk")
    keel.press("Swap Roles")
    keel.wait_text("Now be the other one.")
    keel.wait(lambda: "Just one." in text_of(keel.find("What they say", Role.TEXT)), "the roles to change")
    keel.press("Swap Roles")
    keel.wait_text("Say your words aloud.")
    expect(keel.read_journal(note) == [], "nothing is kept that nobody asked for")
    keel.press("Keep My Words in the Note of This Card", Role.CHECK_BOX)
    keel.wait_journal(note, [("What I say: No, thank you. Été.\nWhat they may say: Just one.",)], "both")
    keel.find("What I say", Role.TEXT).set_text("No.")
    keel.wait_journal(note, [("What I say: No.\nWhat they may say: Just one.",)], "the newest words, once")
    keel.press("Next")
    keel.wait_text("Practise how you end the talk.")
    keel.press("Back")
    keel.wait(lambda: "No." == text_of(keel.find("What I say", Role.TEXT)), "the words to be there again")
    keel.press("Keep My Words in the Note of This Card", Role.CHECK_BOX)
    keel.wait_journal(note, [(None,)], "not kept any more")
    keel.press("Keep My Words in the Note of This Card", Role.CHECK_BOX)
    keel.wait_journal(note, [("What I say: No.\nWhat they may say: Just one.",)], "kept")
    stop()
    begin("c28", "1 of 5")
    keel.press("Next")
    keel.wait_text("What I say: No.")  # what was kept is seen
    keel.find("What I say", Role.TEXT).set_text("Never.")
    keel.press("Keep My Words in the Note of This Card", Role.CHECK_BOX)
    keel.wait_journal(note, [("What I say: No.\nWhat they may say: Just one.\n\nWhat I say: Never.",)], "below what was there")
    stop()


def plan():
    begin("c59", "If …, then I will ….")
    keel.press("it is payday")
    keel.press("call someone from my list")
    keel.wait_text("If it is payday, then I will call someone from my list.")
    keel.check_names()
    expect(keel.shows("Print it, or write it by hand."), "how it works best stands beside it")
    picture("plan")
    keel.press("Next")
    keel.wait_text("2 of 4")
    keel.wait_text("Say it three times.")
    keel.wait_journal("SELECT situation, action FROM plan", [("it is payday", "call someone from my list")], "the plan")
    stop()


def even():
    """Eleven numbers stand in lines of the same length, as far as eleven go."""
    lines = {}
    for number in range(11):
        box = keel.find(next(name for name in map(name_of, keel.visible()) if name == str(number) or name.startswith(f"{number}: "))).get_extents()
        lines.setdefault(box.y, []).append(box.width)
    counts = [len(line) for line in lines.values()]
    expect(max(counts) - min(counts) <= 1, f"lines of {counts}")
    expect(len({width for line in lines.values() for width in line}) == 1, f"all of one width: {lines}")
    picture("narrow-numbers")


def narrow():
    keel.resize(360, 640)
    for card, words in (("c01", "1 of "), ("c33", "Breathe in"), ("c59", "If …, then")):
        begin(card, words)
        keel.check_extents()
        if card == "c01":
            even()
        picture("narrow-" + card)
        stop()
    keel.resize(900, 680)


tap.run("one step at a time, by keyboard", steps)
tap.run("cautions come first", cautions)
tap.run("a breath by numbers, paused, without holding, and no sound is told", breath)
tap.run("five things to find", senses)
tap.run("a wave becomes a curve, and how it is now is put down", wave)
tap.run("a time to wait goes on as a reminder, and not where nobody waits", delay)
tap.run("a talk is practised, and kept if that is wanted", talk)
tap.run("a plan from lists is kept", plan)
tap.run("in a narrow window nothing is cut", narrow)
keel.stop()
tap.end()
