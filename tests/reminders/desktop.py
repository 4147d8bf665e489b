"""A desktop of the test's own: Xvfb, a session bus that starts nothing by itself, dunst."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from notify_recorder import NotifyRecorder

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={run}</listen>
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
    def __init__(self, display):
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
                              stdout=subprocess.PIPE, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()

    def start_dunst(self):
        dunst = self.start("dunst", "-conf", str(self.work / "dunstrc"), stderr=subprocess.DEVNULL)
        if not wait_until(lambda: "org.freedesktop.Notifications" in self.run(
                "gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus",
                "--method", "org.freedesktop.DBus.ListNames")):
            raise RuntimeError("dunst does not come up")
        return dunst

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


def read_log(folder):
    """(outcome, reason, microseconds after the due instant or None), oldest first."""
    database = sqlite3.connect(f"file:{folder}/reminders.db?mode=ro", uri=True, timeout=10)
    try:
        rows = database.execute("SELECT outcome, reason, shown_us, due FROM event ORDER BY id").fetchall()
    finally:
        database.close()
    return [(outcome, reason, shown - due * 1000000 if shown else None) for outcome, reason, shown, due in rows]
