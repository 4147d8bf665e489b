#!/usr/bin/env python3
"""A resentment list filled down its columns, costs and benefits two by two and an urge log with ratings, by keyboard
alone; what is in the journal is compared value by value, and is there again on the page."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="worksheets", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def answers(worksheet):
    found = keel.read_journal("SELECT answers FROM entry_answers JOIN entry ON id = entry WHERE worksheet = ?", worksheet)
    return json.loads(found[0][0]) if found else {}


def wait_saved(worksheet, wanted):
    try:
        keel.wait(lambda: answers(worksheet) == wanted, f"{wanted} in the journal")
    except Missing as missing:
        raise Missing(f"{missing}\nthere is: {answers(worksheet)}") from None


def rows(name):
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]


def open_row(name):
    keel.set_text(SEARCH, name)
    keel.wait(lambda: rows(name), name)
    keel.focus_row(rows(name)[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)


def leave():
    keel.keys("alt+Left")
    keel.find(SEARCH)


def has_focus(name):
    return bool(keel.focus()) and name in map(name_of, keel.line_of(keel.focus()))


def wait_focus(name):
    try:
        keel.wait(lambda: has_focus(name), f"the focus on “{name}”", 20)
    except Missing as missing:
        raise Missing(f"{missing}\nit is on {list(map(name_of, keel.line_of(keel.focus())))}") from None


def tab_to(name, most=14):
    for _ in range(most):
        before = name_of(keel.focus())
        keel.keys("Tab")
        keel.wait(lambda: keel.focus() and name_of(keel.focus()) != before, "the focus to move")
        if has_focus(name):
            return
    raise Missing(f"the focus on “{name}”\n" + keel.outline())


def has_row(number):
    return any(name_of(node) == f"Move or remove row {number}" for node in keel.visible())


def resentments():
    keel.wait(keel.takes_keys, "the keyboard")
    keel.resize(900, 860)
    open_row("Resentment list")
    wait_focus("Who or what am I angry with?, row 1")
    expect(not has_row(2), "one card is enough to begin with")
    keel.resize(1200, 860)
    keel.wait(lambda: has_row(3), "the lines of the table where there is room for it")
    wait_focus("Who or what am I angry with?, row 1")
    keel.type("My boss")
    keel.keys("Return")
    wait_focus("Who or what am I angry with?, row 2")
    keel.type("The landlord")
    keel.keys("Return")
    wait_focus("Who or what am I angry with?, row 3")
    keel.keys("Return")
    wait_focus("What happened?, row 1")
    keel.type("He shouted")
    keel.keys("Down")
    wait_focus("What happened?, row 2")
    keel.type("A letter")
    keel.keys("Return")
    keel.type("and a bill")
    keel.keys("ctrl+Return")
    wait_focus("What did it touch?, row 1")
    keel.keys("space")
    tab_to("There was fear in it, row 1")
    keel.keys("space", "Down")
    wait_focus("There was fear in it, row 2")
    keel.keys("Up")
    wait_focus("There was fear in it, row 1")
    keel.check_names()
    wait_saved("w01", {"resentments": [{"who": "My boss", "happened": "He shouted", "touched": ["self"], "fear": True},
                                       {"who": "The landlord", "happened": "A letter\nand a bill"}]})
    leave()


def costs():
    open_row("Costs and benefits")
    wait_focus("What is it about?")
    keel.type("Drinking")
    tab_to("If I do it, What it gives me, 1")
    keel.type("Calm for an hour")
    tab_to("If I do it, What it gives me, 1: Soon")
    keel.keys("space")
    tab_to("If I do it, What it gives me, 1: Weight")
    keel.type("7")
    tab_to("If I do it, What it gives me, 2")
    keel.type("Company")
    keel.keys("Return")
    wait_focus("If I do it, What it gives me, 3")
    tab_to("If I do it, What it costs me, 1")
    keel.type("Money")
    tab_to("If I do not, What it gives me, 1")
    keel.type("Sleep")
    tab_to("If I do not, What it gives me, 1: Later")
    keel.keys("space")
    tab_to("If I do not, What it costs me, 1")
    keel.type("The first week")
    tab_to("What do I see now?")
    keel.type("It is worth it")
    wait_saved("w08", {"what": "Drinking", "matrix": [{
        "do/benefits": [{"text": "Calm for an hour", "tag/short-term": True, "weight": 7}, {"text": "Company"}],
        "do/costs": [{"text": "Money"}],
        "do-not/benefits": [{"text": "Sleep", "tag/long-term": True}],
        "do-not/costs": [{"text": "The first week"}]}], "sum": "It is worth it"})
    leave()


def slider(row):
    name = f"How strong was it?, row {row}"
    return next(node for node in keel.visible() if role_of(node) == Role.SLIDER and name_of(node) == name)


def urges():
    open_row("Urge log")
    wait_focus("When, row 1")
    keel.press("When, row 1: Now")
    now = keel.wait(lambda: name_of(keel.focus()) == "When, row 1" and text_of(keel.focus()), "the time, and the focus on it")
    keel.type("9")
    keel.wait(lambda: text_of(keel.focus()) == now + "9", "the next key to come behind the time, not in its place")
    keel.keys("ctrl+a")
    keel.type("2026-11-22 19:00")
    tab_to("How strong was it?, row 1")
    expect("Nothing is chosen" in slider(1).get_description(), "nothing is chosen before the person chooses")
    keel.keys("Right", "7")
    keel.wait(lambda: slider(1).get_description() == "7. 0: none, 10: as strong as it gets", "the number and what the ends are")
    keel.keys("Delete")
    keel.wait(lambda: "Nothing is chosen" in slider(1).get_description(), "it to be taken back")
    keel.type("10")
    keel.keys("Left", "Left", "Left", "Down")
    wait_focus("How strong was it?, row 2")
    keel.keys("End")
    keel.wait(lambda: slider(2).get_description() == "10: as strong as it gets", "the end")
    tab_to("How long, row 2")
    keel.type("20")
    tab_to("Trigger, row 2")
    keel.type("payday")
    tab_to("How did it end?, row 2")
    keel.keys("space")
    keel.check_names()
    wait_saved("w07", {"urges": [{"when": "2026-11-22T19:00", "strength": 7},
                                 {"strength": 10, "minutes": 20, "trigger": "payday", "outcome": ["passed"]}]})
    leave()


def shown(*texts):
    for text in texts:
        keel.wait(lambda: any(text_of(node) == text for node in keel.visible()), f"“{text}” on the page")


def again():
    open_row("payday")
    shown("payday", "20", "2026-11-22 19:00")
    expect(slider(1).get_description().startswith("7."), "the rating is there")
    leave()
    open_row("My boss")
    shown("My boss", "The landlord", "He shouted", "A letter\nand a bill")
    leave()
    open_row("Drinking")
    shown("Drinking", "Calm for an hour", "7", "Company", "Money", "Sleep", "The first week", "It is worth it")


for title, step in (("a resentment list, down its columns", resentments), ("costs and benefits, two by two", costs),
                    ("an urge log with ratings", urges), ("all of it is there again", again)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
