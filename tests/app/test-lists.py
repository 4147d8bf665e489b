#!/usr/bin/env python3
"""Lists from an address in the real window: fetched when asked, refreshed when asked, and what changed for
somebody who follows a meeting of it."""
import json
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(os.path.dirname(here), "cli")]
sys.dont_write_bytecode = True
from list_server import Answer, ListServer  # noqa: E402
from window import Keel, Missing, Role, Tap  # noqa: E402

ADDRESS = "Address of the list, which begins with https://"
TOGGLE = Role.TOGGLE_BUTTON if hasattr(Role, "NONE") else Role.PUSH_BUTTON

work = os.environ["KEEL_WORK"]
shots = os.environ.get("KEEL_SHOTS")
keel = Keel(sys.argv[1], work + "/data")
tap = Tap(keel)


def meetings(**other):
    row = {"slug": "candle", "name": "Candlelight Group", "day": 2, "time": "19:00", "end_time": "20:00",
           "timezone": "UTC", "conference_url": "https://rooms.example.org/candle"}
    return Answer(body=json.dumps([dict(row, **other)]))


server = ListServer({"/list.json": meetings(), "/page": Answer(body=b"<!DOCTYPE html><html></html>"),
                     "/broken": Answer(500), "/slow": Answer(body=b"[]", delay=20)})


server.__enter__()


def expect(condition, what):
    if not condition:
        raise Missing(what + "\n" + keel.outline())


def look(name):
    keel.check_names()
    if shots:
        keel.pause(0.5)
        keel.screenshot(f"{shots}/{name}.png")


def open_address():
    keel.press("Add or import", TOGGLE)
    keel.press("Import from an Address…", Role.MENU_ITEM)
    keel.wait_text("Paste the link")


def open_lists():
    keel.press("Main Menu", TOGGLE)
    keel.press("Lists", Role.MENU_ITEM)
    keel.wait_text("Import a list")


def refuse_what_is_not_safe():
    keel.wait_text("No meetings yet")
    open_address()
    look("address")
    keel.set_text(ADDRESS, "http://example.org/list.json")
    keel.press("Continue")
    keel.wait_text("others could read or change the list")
    look("refused")
    expect(server.requests == [], "nothing was asked for")


def fail_and_come_back():
    keel.set_text(ADDRESS, server.address("/broken"))
    keel.press("Continue")
    keel.wait_text("Options of the import")
    expect(server.requests == [], "nothing is fetched before it is asked for")
    keel.press("Import")
    keel.wait_text("has a problem of its own")
    look("failed")
    keel.press("Change the address")
    keel.set_text(ADDRESS, server.address("/page"))
    keel.press("Continue")
    keel.press("Import")
    keel.wait_text("is a web page")
    keel.press("Change the address")


def stop_while_it_is_slow():
    keel.set_text(ADDRESS, server.address("/slow"))
    keel.press("Continue")
    keel.press("Import")
    keel.press("Stop")
    keel.wait_text("Options of the import", timeout=5)
    expect(keel.keelctl("lists", "show", "--json") == [], "nothing was kept")
    keel.press("Cancel")
    keel.wait(lambda: not keel.shows("Options of the import"), "the dialog to close")


def fetch_a_list():
    open_address()
    keel.set_text(ADDRESS, server.address("/list.json"))
    keel.press("Continue")
    keel.wait_text("Options of the import")
    look("options")
    keel.press("Import")
    keel.wait_text("1 read, 1 added")
    keel.keys("Escape")
    keel.keelctl("follow", keel.keelctl("search", "candlelight", "--json")[0]["id"], "--json")
    asked = len(server.requests)
    open_lists()
    keel.wait_text("1 meeting · imported")
    look("lists")
    keel.pause(1)
    expect(len(server.requests) == asked, "a list is not fetched by itself")


def refresh_and_take_over():
    server.answers["/list.json"] = meetings(time="19:30", conference_url="https://rooms.example.org/new")
    keel.press("Refresh the list 127.0.0.1")
    keel.wait_text("Tuesday 19:00 → Tuesday 19:30; new link")
    look("changed")
    keel.press("Take over the change of Candlelight Group")
    keel.wait_text("is in your calendar as its list has it now")
    expect(keel.keelctl("lists", "changes", "--json") == [], "nothing is left to decide")
    keel.keys("Escape")


for name, step in (("an address that is not safe is refused", refuse_what_is_not_safe),
                   ("each failure has its sentence and a way back", fail_and_come_back),
                   ("a slow one can be stopped", stop_while_it_is_slow),
                   ("a list is fetched and shown", fetch_a_list),
                   ("a refresh tells what changed and takes it over", refresh_and_take_over)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
server.__exit__()
tap.end()
