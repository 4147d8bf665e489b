#!/usr/bin/env python3
"""Where to find meetings, in the real window: what Keel knows, which opens nothing until it is pressed."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from window import Keel, Role, Tap, expect  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
work = os.environ["KEEL_WORK"]
shots = os.environ.get("KEEL_SHOTS")

# Stands for the person's browser, and writes down what it was asked to open.
opened = os.path.join(work, "opened")
applications = os.path.join(work, "share", "applications")
os.makedirs(applications)
with open(os.path.join(applications, "test-browser.desktop"), "w", encoding="utf-8") as entry:
    entry.write(f"[Desktop Entry]\nType=Application\nName=Test\nExec=sh -c 'echo %u >>{opened}'\n"
                "MimeType=x-scheme-handler/https;\n")
with open(os.path.join(applications, "mimeapps.list"), "w", encoding="utf-8") as entry:
    entry.write("[Default Applications]\nx-scheme-handler/https=test-browser.desktop\n")

keel = Keel(sys.argv[1], work + "/data", environment={
    "XDG_DATA_HOME": os.path.join(work, "share"), "XDG_CONFIG_HOME": os.path.join(work, "config")})
tap = Tap(keel)


def read_opened():
    try:
        with open(opened, encoding="utf-8") as lines:
            return lines.read().split()
    except FileNotFoundError:
        return []


def look(name):
    keel.check_names()
    keel.check_extents()
    if shots:
        keel.pause(0.5)
        keel.screenshot(f"{shots}/{name}.png")


def open_places():
    keel.press("Main Menu", TOGGLE)
    keel.press("Where to Find Meetings", Role.MENU_ITEM)
    keel.wait_text("Nothing opens until you press Open")


def names_in_order():
    return [node.get_name() for node in keel.visible() if node.get_name().startswith("Open Meetings of ")]


def shows_what_it_knows():
    keel.wait_text("No meetings yet")
    open_places()
    look("places")
    for text in ("aa.org", "Checked: September 2026 · Source: Published lists of addresses", "not affiliated", "A doctor or nurse",
                 "Secular Organizations for Sobriety"):
        keel.wait_text(text)
    expect(not keel.shows("draonline"), "what is not certain is left out")
    expect(read_opened() == [], "nothing opens by itself")


def opens_when_pressed():
    keel.press("Copy the address of Meetings of Alcoholics Anonymous")
    keel.wait_text("Copied: https://aa.org/find-aa")
    expect(read_opened() == [], "to copy opens nothing")
    keel.press("Open Stories of SMART Recovery at smartrecovery.org")
    keel.wait(lambda: read_opened() == ["https://smartrecovery.org/member-stories"], "the browser to be asked")


def shows_pages_of_a_country():
    expect(not keel.shows("Meetings · Ireland"), "no country is chosen")
    keel.focus_row("Country")
    keel.keys("Return")
    keel.find("Ireland", Role.LIST_ITEM)
    look("countries")
    keel.type("irel")
    keel.wait(lambda: not keel.shows("Brazil"), "the others to go")
    keel.keys("Return")
    keel.find("Open Meetings · Ireland of Narcotics Anonymous at na-ireland.org")
    look("ireland")


def leads_to_adding():
    keel.press("Add a Meeting by Hand…")
    keel.wait(lambda: not keel.shows("Nothing opens until"), "the page to go")
    keel.find("Name", exact=False)
    keel.keys("Escape")
    open_places()
    keel.press("I Have a Link…")
    keel.wait_text("Paste the link")
    keel.keys("Escape")


def known_programs_come_first():
    keel.wait(lambda: not keel.shows("Paste the link"), "the page to go")
    path = os.path.join(work, "list.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write('[{"slug": "a", "name": "Family", "day": 1, "time": "19:00"}]')
    keel.keelctl("import", path, "--program", "nar-anon")
    keel.press("Main Menu", TOGGLE)
    keel.press("Lists", Role.MENU_ITEM)
    keel.wait_text("1 meeting · imported")
    keel.press("Where to Find Meetings…")
    keel.wait_text("Nothing opens until")
    expect("Nar-Anon" in names_in_order()[0], f"the person's own first: {names_in_order()[:2]}")
    keel.resize(360, 640)
    look("narrow")


for name, step in (("it shows what it knows, with source and date", shows_what_it_knows),
                   ("a page opens when it is pressed", opens_when_pressed),
                   ("a country has its own pages", shows_pages_of_a_country),
                   ("it leads to adding by hand and to a link", leads_to_adding),
                   ("what the person has a list of comes first", known_programs_come_first)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
tap.end()
