"""What a person can read and press on a notification: keel-reminders with a real notification server, dunst under Xvfb.

usage: test-answers.py KEEL-REMINDERS PUT-REMINDER [NAME…]
"""
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Session, query, run_tests, start_screen, wait_until  # noqa: E402

REMINDERS, PUT = sys.argv[1:3]
NAME = 'Mole <b>&" שלום 🙂'
PLACE = "Hafenstraße <i>1</i> & Co, 2. Stock"
LINK = "https://example.org/room?a=1&b=2"
MAP = "geo:52.52,13.405"
DISCREET, WITH_NAME, FULL = range(3)
NOWHERE, ALONE, ALWAYS = range(3)
AFTERWARDS = -2
ISOLATE, END = "\u2068", "\u2069"

SCHEMA = """<schemalist><schema id="org.gnome.desktop.notifications" path="/org/gnome/desktop/notifications/">
<key name="show-banners" type="b"><default>true</default></key></schema></schemalist>
"""


def write_local(utc):
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(utc))


class Meeting(Session):
    """Something that begins in 20 minutes, and whose reminder is due as soon as keel-reminders runs."""

    def __init__(self, display):
        super().__init__(REMINDERS, PUT, display)
        self.start_at = (int(time.time()) // 60 + 20) * 60
        day = "tomorrow, " if time.gmtime(self.start_at).tm_yday != time.gmtime().tm_yday else ""
        self.when = day + time.strftime("%H:%M", time.gmtime(self.start_at))
        self.write("config/mimeapps.list",
                   "[Default Applications]\nx-scheme-handler/https=opener.desktop\nx-scheme-handler/geo=opener.desktop\n")

    def start_dunst(self, markup="full"):
        path = self.work / "dunstrc"
        self.write("dunstrc", path.read_text().replace("[global]\n", f"[global]\n    markup = {markup}\n", 1))
        return super().start_dunst()

    def put(self, **values):
        rule = {"series": "a", "start": write_local(self.start_at), "lead": 30, "since": self.start_at - 86400, "name": NAME,
                "place": PLACE, "link": LINK, "map": MAP, "text": FULL, "reach": ALWAYS}
        self.put_groups([("rule", {**rule, **values})])

    def put_question(self, **values):
        """Of something that ended an hour ago."""
        self.put(start=write_local(self.start_at - 140 * 60), lead=AFTERWARDS, **values)

    def show(self, **variables):
        """Starts it: the call of Notify that follows."""
        self.start_reminders(variables=variables)
        assert self.recorder.wait_for(1, 15)
        return self.recorder.calls[0]

    def press(self, label):
        assert wait_until(lambda: self.count_displayed() == 1)
        self.choose(label)
        assert wait_until(lambda: self.count_displayed() == 0)

    def get_answers(self):
        return query(self.folder, "SELECT series, reply FROM answer ORDER BY id")

    def wake(self):
        with open(self.folder / "wake", "r+b") as file:
            file.write(b"\n")


def get_hint(call, name):
    """As dbus-monitor writes it; None where it is not given."""
    for number, line in enumerate(call.lines):
        if line.strip() == f'string "{name}"':
            return call.lines[number + 1].partition("variant")[2].strip()
    return None


def get_actions(call):
    lines = [line.strip() for line in call.lines]
    block = lines[lines.index("array [") + 1:]
    return [line[8:-1] for line in block[:block.index("]")]][::2]


def read_text(call):
    return "\n".join(call.lines)


ALL_ACTIONS = ["join", "going", "not-today", "snooze", "directions", "open", "snooze-5", "snooze-start", "default"]
FEW_ACTIONS = ["snooze", "open", "snooze-5", "snooze-start", "default"]


def test_says_all_and_escapes_it(session):
    session.start_dunst()
    session.put()
    call = session.show()
    assert call.summary == f"{session.when} · {ISOLATE}{NAME}{END}", call.summary
    assert call.body == f"{ISOLATE}Hafenstraße &lt;i&gt;1&lt;/i&gt; &amp; Co, 2. Stock{END}", call.body
    assert get_actions(call) == ALL_ACTIONS, get_actions(call)
    assert get_hint(call, "urgency") == "byte 2" and get_hint(call, "category") == 'string "x-keel.reminder"'
    assert wait_until(lambda: session.count_displayed() == 1)
    session.run("dunstctl", "close")
    assert session.get_history()[0][1] == call.summary


def test_escapes_nothing_for_a_server_without_markup(session):
    session.start_dunst("no")
    session.put()
    assert session.show().body == ISOLATE + PLACE + END


def test_cuts_what_is_long(session):
    session.start_dunst()
    session.put(name="Möbius " * 70 + "end", place="&<" * 250)
    call = session.show()
    assert len(call.summary) < 90 and call.summary.endswith(f"Möbius…{END}"), call.summary
    assert call.body == ISOLATE + "&amp;&lt;" * 79 + "&amp;…" + END, call.body
    assert wait_until(lambda: session.count_displayed() == 1)


def test_locked_says_the_time_alone(session):
    """What a profile with a passphrase projects has no words; and none would be told if it had."""
    session.start_dunst()
    session.put(reach=NOWHERE)
    call = session.show()
    assert call.summary == f"Reminder: {session.when}" and call.body == "", call.lines
    assert get_actions(call) == FEW_ACTIONS, get_actions(call)
    for word in ("Mole", "Hafen", "example", "geo:", "52.5"):
        assert word not in read_text(call), word


def test_two_profiles_say_the_time_alone(session):
    session.start_dunst()
    session.put(reach=ALONE)
    (session.folder.parent / "profile-2").mkdir()
    call = session.show()
    assert call.summary == f"Reminder: {session.when}" and get_actions(call) == FEW_ACTIONS, call.lines
    assert "Mole" not in read_text(call)


def test_another_profile_comes(session):
    session.start_dunst()
    session.put(reach=ALONE)
    assert "Mole" in session.show().summary
    (session.folder.parent / "profile-2").mkdir()
    assert session.recorder.wait_for(2, 15)
    call = session.recorder.calls[1]
    assert call.summary == f"Reminder: {session.when}" and get_actions(call) == FEW_ACTIONS, call.lines
    assert wait_until(lambda: session.count_displayed() == 1)
    session.run("dunstctl", "close")
    assert [entry[1] for entry in session.get_history()] == [f"Reminder: {session.when}"]  # in its place


def test_going(session):
    session.start_dunst()
    session.put()
    session.show()
    session.press("I’m going")
    assert wait_until(lambda: session.get_answers() == [("a", "going")]), session.get_answers()
    assert (session.folder / "answers").exists()
    assert [line[0] for line in session.get_log()] == ["late"]


def test_not_today(session):
    session.start_dunst()
    session.put()
    session.put(lead=0)
    session.show()
    assert "'next'" in session.call("Status")
    session.press("Not today")
    assert wait_until(lambda: session.get_answers() == [("a", "not")]), session.get_answers()
    assert wait_until(lambda: "'next'" not in session.call("Status"))


def test_join_and_directions(session):
    session.start_dunst()
    session.put()
    session.show()
    session.press("Directions")
    assert wait_until(session.opened.exists)
    assert session.opened.read_text() == "geo:52.520000,13.405000"


def test_directions_without_a_map(session):
    session.write("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/https=opener.desktop\n")
    session.start_dunst()
    session.put()
    session.show()
    session.press("Directions")
    assert wait_until(session.opened.exists)
    assert session.opened.read_text() == "https://www.openstreetmap.org/?mlat=52.520000&mlon=13.405000"


def test_snoozes(session):
    session.start_dunst()
    session.put()
    session.show()
    session.press("Snooze until it starts")
    assert wait_until(lambda: f"'next': <int64 {session.start_at}>" in session.call("Status")), session.call("Status")


def test_settled_elsewhere(session):
    session.start_dunst()
    session.put()
    session.show()
    assert wait_until(lambda: session.count_displayed() == 1)
    session.run("/usr/bin/python3", "-c", "import sqlite3, sys; d = sqlite3.connect(sys.argv[1], timeout=10);"
                " d.execute('INSERT INTO settled SELECT series, occurrence FROM claim'); d.commit()",
                str(session.folder / "reminders.db"))
    session.wake()
    assert wait_until(lambda: session.count_displayed() == 0)
    assert len(session.recorder.calls) == 1


def test_afterwards(session):
    session.start_dunst()
    session.put_question()
    call = session.show()
    assert call.summary == "Did you go?" and call.body.endswith("Mole &lt;b&gt;&amp;&quot; שלום 🙂" + END), call.lines
    assert get_actions(call) == ["went", "not-this-time", "open", "default"], get_actions(call)
    assert get_hint(call, "urgency") == "byte 0" and get_hint(call, "suppress-sound") == "boolean true"
    session.press("I went")
    assert wait_until(lambda: session.get_answers() == [("a", "went")]), session.get_answers()
    session.end(session.processes[-1])
    session.start_reminders()
    session.call("Status")
    assert len(session.recorder.calls) == 1


def test_afterwards_is_not_for_others(session):
    session.start_dunst()
    session.put_question(reach=ALONE)
    session.put_groups([("rule", {"series": "b", "start": write_local(session.start_at), "lead": 30, "since": 0})])
    (session.folder.parent / "profile-2").mkdir()
    session.show()
    assert wait_until(session.has_outcome("late"))
    assert [call.summary for call in session.recorder.calls] == [f"Reminder: {session.when}"]


def test_do_not_disturb(session):
    session.start_dunst()
    session.run("dunstctl", "set-paused", "true")
    session.put()
    call = session.show()
    assert get_hint(call, "urgency") == "byte 1", call.lines
    assert wait_until(session.has_outcome("late"))
    assert session.get_log()[0][1] == "do not disturb was on"
    assert "'do-not-disturb': <true>" in session.call("Status")
    assert session.count_displayed() == 0
    session.run("dunstctl", "set-paused", "false")
    assert wait_until(lambda: session.count_displayed() == 1)
    assert "'do-not-disturb': <false>" in session.call("Status")


def test_important_comes_through(session):
    session.start_dunst()
    session.run("dunstctl", "set-paused", "true")
    session.put(important=1)
    assert get_hint(session.show(), "urgency") == "byte 2"
    assert wait_until(session.has_outcome("late"))
    assert session.get_log()[0][1] is None


def test_do_not_disturb_of_plasma(session):
    session.start_server("inhibited")
    session.put()
    assert get_hint(session.show(), "urgency") == "byte 1"
    assert "'do-not-disturb': <true>" in session.call("Status")


def start_gnome(session, banners):
    (session.work / "schemas").mkdir()
    session.write("schemas/notifications.gschema.xml", SCHEMA)
    subprocess.run(["glib-compile-schemas", str(session.work / "schemas")], check=True)
    folder = session.work / "config/glib-2.0/settings"
    folder.mkdir(parents=True)
    (folder / "keyfile").write_text(f"[org/gnome/desktop/notifications]\nshow-banners={banners}\n")
    session.start_server("gnome")
    session.put()
    return session.show(GSETTINGS_BACKEND="keyfile", GSETTINGS_SCHEMA_DIR=str(session.work / "schemas"))


def test_do_not_disturb_of_gnome(session):
    call = start_gnome(session, "false")
    assert get_hint(call, "urgency") == "byte 1"
    assert get_hint(call, "sound-name") == 'string "message-new-instant"'


def test_gnome_that_may_be_disturbed(session):
    assert get_hint(start_gnome(session, "true"), "urgency") == "byte 2"


def test_gnome_without_its_settings(session):
    """Neither schema nor backend: it is shown all the same."""
    session.start_server("gnome")
    session.put()
    call = session.show(GSETTINGS_BACKEND="memory", GSETTINGS_SCHEMA_DIR=str(session.work), XDG_DATA_DIRS=str(session.work))
    assert get_hint(call, "urgency") == "byte 2"
    assert wait_until(session.has_outcome("late"))


def test_silent(session):
    session.start_server("gnome")
    session.put(silent=1)
    call = session.show(GSETTINGS_BACKEND="memory")
    assert get_hint(call, "suppress-sound") == "boolean true" and get_hint(call, "sound-name") is None, call.lines


def test_no_sound_that_the_server_does_not_know(session):
    session.start_dunst()
    session.put()
    call = session.show()
    assert get_hint(call, "sound-name") is None and get_hint(call, "suppress-sound") is None, call.lines


def main():
    screen, display = start_screen()
    try:
        run_tests(globals(), sys.argv[3:], lambda: Meeting(display))
    finally:
        screen.terminate()
        screen.wait()


main()
