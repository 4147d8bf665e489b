"""A desktop of the test's own: a session bus that starts nothing by itself, a notification server, and where there is
a screen dunst."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import traceback

from notify_recorder import NotifyRecorder

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={run}/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

DUNSTRC = """[global]
    history_length = 100
    dmenu = {menu}
    browser = /bin/false
[urgency_critical]
    timeout = 0
"""

# dunst asks it which button: the one whose label is in the file.
MENU = """#!/bin/sh
grep -F "$(cat {choice})" | head -n 1
"""

OPENER = """[Desktop Entry]
Type=Application
Name=Opener
Exec={script} %u
MimeType=x-scheme-handler/https;
"""


def wait_until(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())


class Desktop:
    def __init__(self, display=""):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="keel-desktop-"))
        self.processes = []
        for name in ("run", "home", "data", "config"):
            (self.work / name).mkdir(mode=0o700)
        self.environment = dict(os.environ, DISPLAY=display, HOME=str(self.work / "home"),
                                XDG_RUNTIME_DIR=str(self.work / "run"), XDG_DATA_HOME=str(self.work / "data"),
                                XDG_CONFIG_HOME=str(self.work / "config"), TZ="UTC")
        self.strict = self.environment.pop("G_DEBUG", "")  # for what is tested, not for the tools around it
        self._write_files()
        self._start_bus()
        self.recorder = NotifyRecorder(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def _write_files(self):
        self.choice = self.work / "choice"
        self.opened = self.work / "opened"
        menu = self.write("menu", MENU.format(choice=self.choice), 0o700)
        self.write("bus.conf", BUS.format(run=self.work / "run"))
        self.write("dunstrc", DUNSTRC.format(menu=menu))
        opener = self.write("opener", f'#!/bin/sh\nprintf %s "$1" >{self.opened}.part; mv {self.opened}.part {self.opened}\n',
                            0o700)
        (self.work / "data/applications").mkdir()
        self.write("data/applications/opener.desktop", OPENER.format(script=opener))
        self.write("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/https=opener.desktop\n")

    def write(self, name, text, mode=0o600):
        path = self.work / name
        path.write_text(text)
        path.chmod(mode)
        return path

    def start(self, *command, strict=False, **options):
        environment = dict(self.environment, G_DEBUG=self.strict) if strict else self.environment
        process = subprocess.Popen(command, env=environment, **options)
        self.processes.append(process)
        return process

    def run(self, *command):
        return subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True, timeout=30).stdout

    def _start_bus(self):
        self.bus = self.start("dbus-daemon", f"--config-file={self.work}/bus.conf", "--nofork", "--print-address",
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()

    def restart_bus(self):
        """Another one at the same place, with a recorder of its own."""
        self.end(self.bus)
        self.recorder.stop()
        self.bus.stdout.close()
        (self.work / "run/bus").unlink(missing_ok=True)
        self._start_bus()
        self.recorder = NotifyRecorder(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def start_dunst(self):
        dunst = self.start("dunst", "-conf", str(self.work / "dunstrc"), stderr=subprocess.DEVNULL)
        if not wait_until(lambda: "org.freedesktop.Notifications" in self.run(
                "gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus",
                "--method", "org.freedesktop.DBus.ListNames")):
            raise RuntimeError("dunst does not come up")
        return dunst

    def start_server(self, how="plain"):
        """A notification server without a screen, see notification_server.py."""
        server = self.start("/usr/bin/python3", "-B", str(pathlib.Path(__file__).with_name("notification_server.py")), how,
                            stdout=subprocess.PIPE, text=True)
        if not server.stdout.readline().startswith(":"):
            raise RuntimeError("no notification server")
        return server

    def count_displayed(self):
        return int(self.run("dunstctl", "count", "displayed"))

    def get_history(self):
        """What dunst has shown and closed, the newest first: (app, summary, body)."""
        entries = json.loads(self.run("dunstctl", "history"))["data"][0]
        return [tuple(entry[key]["data"] for key in ("appname", "summary", "body")) for entry in entries]

    def choose(self, label):
        """Presses the button of the notification on the screen, by its label."""
        self.choice.write_text(label)
        self.run("dunstctl", "context")

    def end(self, process, number=signal.SIGTERM):
        if process.poll() is None:
            process.send_signal(number)
        return process.wait(timeout=30)

    def close(self):
        self.recorder.stop()
        for process in reversed(self.processes):
            self.end(process, signal.SIGKILL)
        self.bus.stdout.close()
        shutil.rmtree(self.work, ignore_errors=True)


class Session(Desktop):
    """A desktop with a data folder of Keel's."""

    def __init__(self, reminders, put, display=""):
        super().__init__(display)
        self.reminders = reminders
        self.put_reminder = put
        self.data_dir = self.work / "keel"
        self.folder = self.data_dir / "profiles" / "default"

    def put_groups(self, groups, folder=None):
        """Groups of put-reminder's key file: (word, {key: value}). They get their numbers here."""
        text = "".join(f"[{word if word == 'preferences' else f'{word} {number}'}]\n"
                       + "".join(f"{key}={value}\n" for key, value in group.items())
                       for number, (word, group) in enumerate(groups))
        subprocess.run([self.put_reminder, str(folder or self.folder)], env=self.environment, input=text, text=True,
                       check=True, timeout=120)

    def put_snoozes(self, start, ends, folder=None):
        """At once, however many: { series: seconds UTC } for the occurrence that starts at @start, seconds UTC of a meeting in
        UTC."""
        database = sqlite3.connect((folder or self.folder) / "reminders.db", timeout=30)
        with database:
            database.executemany("INSERT INTO snooze (series, occurrence, until) VALUES (?, ?, ?)",
                                 [(series, start // 60, until) for series, until in ends.items()])
        database.close()

    def start_reminders(self, prefix=(), variables=None, wait=True, **options):
        """keel-reminders, once it has the lock if @wait. @prefix: what it is run by; @variables: of its environment alone."""
        environment = {**self.environment, "G_DEBUG": self.strict, **(variables or {})}
        process = subprocess.Popen([*prefix, self.reminders, "--data-dir", str(self.data_dir)], env=environment, **options)
        self.processes.append(process)
        lock = self.data_dir / "reminders.lock"
        assert not wait or wait_until(lambda: (lock.exists() and lock.read_text().startswith(f"{process.pid} "))
                          or process.poll() is not None, 30)
        return process

    def get_log(self):
        return read_log(self.folder)

    def has_outcome(self, outcome):
        return lambda: any(line[0] == outcome for line in self.get_log())

    def find_name(self):
        names = self.run("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
                         "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.ListNames")
        return next((part for part in names.split("'") if part.startswith("app.keel.Keel.Reminders")), None)

    def call(self, method):
        assert wait_until(self.find_name)  # it comes a moment after the lock
        assert self.find_name() != "app.keel.Keel.Reminders"  # this data folder is not the default one
        return self.run("gdbus", "call", "--session", "--dest", self.find_name(), "--object-path",
                        "/app/keel/Keel/Reminders", "--method", f"app.keel.Keel.Reminders.{method}")


def query(folder, sql):
    """Rows of a profile's reminders.db. After a kill in a transaction it cannot be read until Keel has opened it."""
    for attempt in range(600, -1, -1):
        database = sqlite3.connect(f"file:{folder}/reminders.db?mode=ro", uri=True, timeout=30)
        try:
            return database.execute(sql).fetchall()
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error) or attempt == 0:
                raise
        finally:
            database.close()
        time.sleep(0.05)
    return []


def read_log(folder):
    """(outcome, reason, microseconds after the due instant or None), oldest first."""
    rows = query(folder, "SELECT outcome, reason, shown_us, due FROM event ORDER BY id")
    return [(outcome, reason, shown - due * 1000000 if shown else None) for outcome, reason, shown, due in rows]


def start_screen():
    """An X server that chose its own number."""
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as stream:
        number = stream.readline().strip()
    return screen, f":{number}"


class Skip(Exception):
    """Raised by a test that cannot be done here, with why."""


def run_test(function, make_session):
    """What TAP says of it before its number, and after its name."""
    session = make_session()
    try:
        function(session)
        return "ok", ""
    except Skip as reason:
        return "ok", f" # SKIP {reason}"
    except Exception:  # whatever it was, the others go on
        print("# " + traceback.format_exc().replace("\n", "\n# "))
        try:
            print("# the end of the log:", session.get_log()[-20:])
        except Exception:
            pass
        return "not ok", ""
    finally:
        session.close()


def run_tests(namespace, chosen, make_session):
    """Every test_… of @namespace, or those in @chosen, each with a session of its own; tells in TAP."""
    tests = [(name[5:], function) for name, function in namespace.items() if name.startswith("test_")]
    tests = [test for test in tests if not chosen or test[0] in chosen]
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        result, remark = run_test(function, make_session)
        print(f"{result} {number} {name}{remark}", flush=True)
