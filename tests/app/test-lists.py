#!/usr/bin/env python3
"""Lists from an address in the real window: fetched when asked, refreshed when asked, and what changed for
somebody who follows a meeting of it."""
import contextlib
import fcntl
import json
import os
import socket
import sqlite3
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(os.path.dirname(here), "cli")]
sys.dont_write_bytecode = True
from list_server import LOGIN_PAGE, Answer, ListServer, make_certificate  # noqa: E402
from window import Keel, Role, Tap, expect, name_of, role_of  # noqa: E402

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


def rows(*names, **other):
    row = {"day": 4, "time": "18:00", "timezone": "UTC", "formatted_address": "1 Quay, Portville"}
    return Answer(body=json.dumps([dict(row, slug=name.lower(), name=name, **(other if name == names[0] else {}))
                                   for name in names]))


CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
X-WR-CALNAME:Harbour\r
  Evenings\r
BEGIN:VEVENT\r
UID:1\r
SUMMARY:Evening\r
DTSTART;TZID=Europe/Berlin:20261124T190000\r
RRULE:FREQ=WEEKLY\r
END:VEVENT\r
END:VCALENDAR\r
"""

server = ListServer({"/list.json": meetings(), "/page": Answer(body=b"<!DOCTYPE html><html></html>"),
                     "/login": Answer(body=LOGIN_PAGE), "/forbidden": Answer(403),
                     "/broken": Answer(500), "/slow": Answer(body=b"[]", delay=20),
                     "/two.json": rows("Dawn", "Dusk", "Noon"), "/calendar": Answer(body=CALENDAR)})


server.__enter__()


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
    keel.wait_text("Import a List")


def refuse_what_is_not_safe():
    keel.wait_text("No meetings yet")
    open_address()
    look("address")
    keel.set_text(ADDRESS, "http://example.org/list.json")
    keel.press("Continue")
    keel.wait_text("others could read or change the list")
    look("refused")
    expect(server.requests == [], "nothing was asked for")


def unused_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fail_and_come_back():
    """Each failure has its own sentence, and a way back to the address."""
    with ListServer({"/list.json": meetings()}, make_certificate(work + "/server")) as secret:
        for address, sentence in ((server.address("/broken"), "has a problem of its own"),
                                  (server.address("/page"), "is a web page"),
                                  (server.address("/login"), "is a web page"),
                                  (server.address("/forbidden"), "asks you to sign in"),
                                  (server.address("/gone"), "nothing at this address"),
                                  (secret.address("/list.json"), "certificate"),
                                  (f"http://127.0.0.1:{unused_port()}/list.json", "takes no connection"),
                                  ("https://nowhere.invalid/list.json", ("seems to be offline", "no server has that name"))):
            asked = len(server.requests)
            keel.set_text(ADDRESS, address)
            keel.press("Continue")
            keel.wait_text("Options of the import")
            expect(len(server.requests) == asked, "nothing is fetched before it is asked for")
            keel.press("Import")
            keel.find("Change the Address", Role.PUSH_BUTTON)
            said = [sentence] if isinstance(sentence, str) else sentence
            expect(any(map(keel.shows, said)), f"{said} of {address}")
            expect(keel.shows("Nothing was changed"), f"what is kept: {address}")
            if address.endswith("/broken"):
                look("failed")
            keel.press("Change the Address")
            keel.wait_text("Paste the link")


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
    look("taken")
    keel.press("Undo the answer to Candlelight Group")
    keel.wait_text("Tuesday 19:00 → Tuesday 19:30; new link")
    expect(len(keel.keelctl("lists", "changes", "--json")) == 1, "it is undecided again")
    keel.press("Keep Candlelight Group as I have it")
    keel.wait_text("stays in your calendar as you have it")
    expect(keel.keelctl("lists", "changes", "--json") == [], "nothing is left to decide")
    keel.keys("Escape")


def name_of_a_calendar():
    """It is asked for by the address alone, and called what it calls itself."""
    open_address()
    keel.set_text(ADDRESS, server.address("/calendar"))
    keel.press("Continue")
    keel.wait_text("Options of the import")
    keel.press("Import")
    keel.wait_text("1 read, 1 added")
    keel.wait_text("Harbour Evenings")
    keel.wait_text("does not say to which program")
    look("calendar")
    keel.keys("Escape")
    expect([item["name"] for item in keel.keelctl("lists", "show", "--json")] == ["127.0.0.1", "Harbour Evenings"], "its own name")


def follow_more():
    open_address()
    keel.set_text(ADDRESS, server.address("/two.json"))
    keel.press("Continue")
    keel.set_text("Name of the list", "Quay")
    keel.press("Import")
    keel.wait_text("3 read, 3 added")
    keel.keys("Escape")
    for name in ("Dawn", "Dusk", "Noon"):
        keel.keelctl("follow", keel.keelctl("search", name, "--json")[0]["id"], "--json")


def refresh_all():
    """One that cannot be fetched does not cost the others; several changes at once, each with its answers."""
    server.answers["/two.json"] = rows("Dawn", "Noon", attendance_option="inactive")
    server.answers["/list.json"] = Answer(500)
    open_lists()
    keel.press("Refresh All")
    keel.wait_text("Lists")
    keel.find("Stop following Dawn")
    for sentence in ("its list says that it does not meet at present", "no longer in its list", "has a problem of its own"):
        keel.wait_text(sentence)
    look("refreshed-all")
    expect({change["change"] for change in keel.keelctl("lists", "changes", "--json")} ==
           {"its list says that it does not meet at present", "no longer in its list"}, "two changes")
    keel.press("Keep Dawn")
    keel.wait_text("“Dawn” stays in your calendar as you have it.")
    keel.press("Stop following Dusk")
    keel.wait_text("You no longer follow Dusk.")
    keel.press("Undo the answer to Dusk")
    keel.find("Stop following Dusk")
    keel.press("Done")
    keel.wait(lambda: not keel.shows("has a problem of its own"), "the dialog to close")
    open_lists()
    keel.wait_text("1 meeting that you follow has changed in its list.")
    look("undecided")
    keel.press("Decide…")
    keel.press("Stop following Dusk")
    keel.wait_text("You no longer follow Dusk.")
    keel.press("Done")


def told_in_the_agenda():
    """Who keeps what does not meet at present can see it where they look for the next meeting."""
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.wait_text("Its list says that it does not meet at present.")
    rows = [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and "does not meet at present" in name_of(node)]
    expect(rows and all(", Dawn, " in name for name in rows), f"Dawn alone: {rows}")
    look("paused")
    keel.click(keel.find("Dawn", Role.LABEL))
    keel.find("Unfollow")
    keel.wait_text("Its list says that it does not meet at present.")
    look("paused-details")


def stop_refreshing():
    server.answers["/two.json"] = Answer(body=b"[]", delay=20)
    open_lists()
    keel.press("Refresh All")
    keel.wait_text("3 of 3: Quay")
    look("refreshing")
    keel.press("Stop")
    keel.wait_text("Stopped. It is as it was.", timeout=5)
    keel.press("Done")


@contextlib.contextmanager
def held():
    """Another program is writing: SQLite's reserved byte."""
    with open(keel.profile_file("journal.db"), "rb+") as journal:
        fcntl.lockf(journal, fcntl.LOCK_EX, 1, 0x40000001)
        yield


def stop_after_a_list_is_through():
    """What is on the disk is told as it is, although nobody could look at what it changed; then nothing is fetched."""
    server.answers["/list.json"] = rows("Breakwater")
    asked = len(server.requests)
    open_lists()
    with held():
        keel.press("Refresh All")
        keel.wait(lambda: any(item["name"] == "Breakwater" for item in keel.keelctl("search", "breakwater", "--json")), "the list in the directory")
        keel.press("Stop")
        keel.wait_text("1 read, 1 added, 1 removed", 60)
    expect(not keel.shows("Another Keel is writing just now. Nothing"), "it is not told as failed")
    expect(len(server.requests) == asked + 1, f"only the first list was asked for: {server.requests[asked:]}")
    keel.press("Done")
    keel.wait(lambda: not keel.shows("1 read, 1 added"), "the dialog to close")


def closing_stops_it_too():
    """Whoever closes the window by its frame has not asked for the other lists."""
    for path in ("/list.json", "/two.json", "/calendar"):
        server.answers[path] = Answer(body=b"[]", delay=2)
    asked = len(server.requests)
    open_lists()
    keel.press("Refresh All")
    keel.wait(lambda: len(server.requests) == asked + 1, "the first list to be asked for")
    keel.keys("alt+F4")
    keel.wait(lambda: not keel.shows("1 of 3:"), "the dialog to close")
    time.sleep(3)
    expect(len(server.requests) == asked + 1, "only the first list was asked for")


def tell_an_old_list():
    """Time is in the directory, so the test turns that back rather than wait a month."""
    keel.wait(lambda: not keel.shows("Stopped."), "the dialog to close")
    with contextlib.closing(sqlite3.connect(keel.profile_file("directory.db"), timeout=10)) as directory:
        directory.execute("UPDATE list SET imported_at = ? WHERE name = 'Quay'", (int(time.time()) - 41 * 86400,))
        directory.commit()
    open_lists()
    keel.wait_text("This list is 41 days old. Some meetings may have moved since: refresh it.")
    expect(not keel.shows("This list is 0"), "a new list is not called old")
    look("old")
    keel.resize(360, 640)
    look("old-narrow")


def remove_and_undo():
    keel.press("Remove the list Quay")
    keel.wait_text("The list “Quay” is removed.")
    look("removed")
    keel.press("Undo: keep the list Quay")
    keel.wait_text("The list “Quay” stays.")
    keel.press("Remove the list Quay")
    keel.find("Undo: keep the list Quay")
    keel.keys("Escape")
    keel.wait(lambda: "Quay" not in [item["name"] for item in keel.keelctl("lists", "show", "--json")], "it to be removed")
    expect("Noon" in [item["name"] for item in keel.keelctl("agenda", "--days", "8", "--json")], "what is followed stays")


for name, step in (("an address that is not safe is refused", refuse_what_is_not_safe),
                   ("each failure has its sentence and a way back", fail_and_come_back),
                   ("a slow one can be stopped", stop_while_it_is_slow),
                   ("a list is fetched and shown", fetch_a_list),
                   ("a refresh tells what changed, takes it over, and back", refresh_and_take_over),
                   ("a calendar is called what it calls itself", name_of_a_calendar),
                   ("one more list is fetched", follow_more),
                   ("all lists are refreshed at once", refresh_all),
                   ("the agenda tells what does not meet", told_in_the_agenda),
                   ("that can be stopped", stop_refreshing),
                   ("also when one is through", stop_after_a_list_is_through),
                   ("by closing it too", closing_stops_it_too),
                   ("an old list says so", tell_an_old_list),
                   ("a list is removed, and back", remove_and_undo)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
server.__exit__()
tap.end()
