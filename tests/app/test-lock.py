#!/usr/bin/env python3
"""Nothing of a profile is left where others could find it: after locking not on the accessibility bus, not in memory, not
on the screen's server; while it is open not in any file, log or core dump. Two profiles remind at once and say
nothing of each other. Killed at any moment around locking, Keel starts again and has lost nothing.

KEEL_KILLS: how often it is killed. KEEL_SEED: the moments of another run."""
import contextlib
import json
import os
import random
import signal
import string
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "reminders")]
from gi.repository import Gio, GLib  # noqa: E402

import traces  # noqa: E402
from locked import LockedKeel, allow_dumps  # noqa: E402
from notify_recorder import NotifyRecorder  # noqa: E402
from window import CLASS_NAMES, Tap, expect, name_of, text_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
DATA = WORK + "/data"
IDLE_DATA = WORK + "/idle"
FOLDER = WORK + "/folder"  # where it is started: where a core dump would go
KILLS = int(os.environ.get("KEEL_KILLS", "15"))
SEED = os.environ.get("KEEL_SEED") or str(random.randrange(10000))
NAME_ROW, TIME_ROW = "Name, for example Tuesday candlelight", "Time, for example 19:00 or 7pm"

words = traces.Words()
NAME, NOTES, PLACE, SEARCH, ALLOWED = map(words.make, ("name", "notes", "place", "search", "allowed"))
LINK = f"https://{words.make('link')}.example.org/room"
SECRET = words.make("pass") + " staple"
ON_SHOW = {"name", "notes", "place", "link", "draft", "search"}

# What a sanitizer does with a core dump or a fault is not what Keel does.
OPTIONS = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "disable_coredump=0:handle_segv=0"]))
ENVIRONMENT = {"KEEL_KEY_COST": "lowest", "G_MESSAGES_DEBUG": "all", "ASAN_OPTIONS": OPTIONS}

keel = idle = reminders = recorder = None
before = set(os.listdir("/tmp"))
code = ""
series = {}
caught = []
saved = []
drafted = ""
due = {}


def wait_for(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not condition():
        time.sleep(0.1)
    return condition()


def expect_nothing(found, where, allowed=frozenset()):
    expect(not traces.names(found) - allowed, f"{where}: {sorted(found)}")


def keelctl(*arguments, secret=None, data=DATA):
    answer = subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", data, *(["--passphrase-fd", "0"] if secret else []), *arguments],
                            env={**os.environ, **ENVIRONMENT}, input=secret and secret + "\n", capture_output=True, text=True, check=False)
    with open(WORK + "/keelctl.log", "a", encoding="utf-8") as log:
        log.write(answer.stderr)
    expect(answer.returncode == 0, f"keelctl {arguments[:3]}: {answer.stderr[-2000:]}")
    return json.loads(answer.stdout) if "--json" in arguments else answer.stdout


def start_again(*arguments):
    """A second start, which the first one answers."""
    subprocess.run([f"{BUILD}/src/app/keel", "--data-dir", DATA, *arguments], env=keel.environment, stdout=keel.log, stderr=keel.log,
                   timeout=60, check=True)


def folder_of(name, data=DATA):
    card, = (card for card in keelctl("profile", "list", "--json", data=data) if card["name"] == name)
    return f"{data}/profiles/{card['id']}"


def follow_new(name, *arguments, profile="Sam", secret=SECRET, data=DATA):
    return keelctl("--profile", profile, "follow", "--new", name, "--zone", "UTC", "--json", *arguments, secret=secret, data=data)["id"]


def write_list(path):
    """A list as a fellowship publishes it. It is the person's own file, and gone when it is imported."""
    rows = [{"name": NAME, "slug": "row", "day": day, "time": "19:30", "timezone": "UTC", "location": PLACE,
             "formatted_address": f"12 {PLACE} Street", "notes": NOTES, "conference_url": LINK} for day in range(7)]
    with open(path, "w", encoding="utf-8") as feed:
        json.dump(rows, feed)


def prepare():
    """Sam's words were there before the passphrase was."""
    global reminders, code
    os.makedirs(DATA, mode=0o700)
    for name in ("Robin", "Sam"):
        keelctl("profile", "create", name)
    reminders = subprocess.Popen([f"{BUILD}/src/reminders/keel-reminders", "--data-dir", DATA], env={**os.environ, **ENVIRONMENT},
                                 stdout=subprocess.DEVNULL, stderr=open(WORK + "/reminders.log", "w"), preexec_fn=allow_dumps)
    write_list(WORK + "/list.json")
    keelctl("--profile", "Sam", "import", WORK + "/list.json", "--list", "Near")
    found = keelctl("--profile", "Sam", "search", "--json")
    series["Sam"] = keelctl("--profile", "Sam", "follow", found[0]["id"], "--reminder-text", "full", "--json")["id"]
    series["Robin"] = follow_new("Evening class", "--start", "2026-01-06T19:30", "--rrule", "FREQ=DAILY", profile="Robin", secret=None)
    plain = traces.find_in_files(words, folder_of("Sam"))
    found = set().union(*plain.values())
    expect({"name", "notes", "place", "link"} <= traces.names(found), f"the search of files has teeth: {plain}")
    expect(wait_for(lambda: "name/utf-8" in traces.find_in_memory(words, reminders.pid)), "keel-reminders knows what is not protected")
    os.remove(WORK + "/list.json")
    answer = keelctl("--profile", "Sam", "profile", "protect", "--json", secret=SECRET)
    code = answer["recovery_code"]
    letters = "".join(c for c in code if c.isalnum())
    words.add_secret("code", letters[:14], letters.lower()[:14], code[:17], code.lower()[:17], code.replace("-", " ")[:17])
    follow_new(ALLOWED, "--start", "2026-01-06T12:00", "--rrule", "FREQ=DAILY", "--link", f"https://{ALLOWED}.example.org/",
               "--open-reminder")
    expect(reminders.poll() is None, "keel-reminders runs")


def check_scanner():
    """In each encoding, in a process that has nothing else to do with it."""
    teller = "import sys; text = sys.stdin.readline().strip(); kept = [text.encode(e) for e in sys.argv[1:]]; del text; " \
             "print(flush=True); sys.stdin.read()"
    for text, name in ((NAME, "name"), ("".join(c for c in code if c.isalnum()), "code")):
        for encoding in traces.ENCODINGS:
            process = subprocess.Popen([sys.executable, "-c", teller, encoding], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            process.stdin.write(text + "\n")
            process.stdin.flush()
            process.stdout.readline()
            found = traces.find_in_memory(words, process.pid)
            process.communicate()
            expect(f"{name}/{encoding}" in found, f"{name} in {encoding}: {found}")


def start_idle():
    """Another Keel on another screen, where nobody will touch it: it is looked at again when its minute is over."""
    global idle
    keelctl("profile", "create", "Kim", data=IDLE_DATA)
    follow_new(NAME, "--start", "2026-01-06T19:30", "--rrule", "FREQ=DAILY", "--place", PLACE, profile="Kim", secret=None, data=IDLE_DATA)
    keelctl("--profile", "Kim", "profile", "protect", secret=SECRET, data=IDLE_DATA)
    settings = folder_of("Kim", IDLE_DATA) + "/profile.ini"
    with open(settings, encoding="utf-8") as file:
        text = file.read()
    with open(settings, "w", encoding="utf-8") as file:
        file.write("\n".join("AfterMinutes=1" if line.startswith("AfterMinutes=") else line for line in text.split("\n")))
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp"], pass_fds=[write],
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as stream:
        display = ":" + stream.readline().strip()
    idle = LockedKeel(BUILD, IDLE_DATA, folder=FOLDER, environment={**ENVIRONMENT, "DISPLAY": display})
    idle.screen = screen
    idle.set_text("Passphrase", SECRET)
    idle.press("Unlock")
    idle.wait_text(NAME, 30)
    idle.unlocked = time.monotonic()
    found = traces.find_in_memory(words, idle.process.pid)
    expect({"name/utf-8", "place/utf-8"} <= found, f"the scan finds what is there: {found}")


# The lock page

def unlock():
    keel.unlock(SECRET)


def show_lock_page():
    """Nothing but what may be there, hidden or not; and each of it with the keyboard."""
    global keel
    keel = LockedKeel(BUILD, DATA, "--profile", "Sam", folder=FOLDER, environment=ENVIRONMENT)
    tap.keel = keel
    keel.wait_locked()
    keel.check_names()
    said = {text for text in traces.everything(keel.everything()) if not text.startswith(CLASS_NAMES)}
    may = {"Keel", "keel", "Main Menu", "Help now", "Sam", "Passphrase", "Recovery code", "Unlock", "Use the Recovery Code",
           "Other Profiles", "Show: Passphrase", "Show: Recovery code", "Show what is typed", "This profile is locked.", "Caps Lock is on.",
           "New Profile…", "Keyboard Shortcuts", "About Keel", "Minimize", "Maximize",
           "Close", "Minimize the window", "Maximize the window", "Close the window"}
    expect(said <= may, f"the lock page says more than it should: {said - may}")
    reached = set()
    keel.type("x")
    for _ in range(14):
        reached.add(name_of(keel.focus()))
        keel.keys("Tab")
    wanted = {"Unlock", "Use the Recovery Code", "Other Profiles", "Help now", "Main Menu"}
    expect(wanted <= reached, f"Tab does not lead to {wanted - reached}: {reached}")
    keel.focus_row("Help now")
    keel.keys("Return")
    keel.wait_text("If a life is in danger, call now.")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "Help now to be gone")


def unlock_by_code():
    keel.focus_row("Use the Recovery Code")
    keel.keys("space")
    keel.enter(code)
    keel.wait(lambda: len(keel.windows()) == 2, "a window that asks for a new passphrase", 30)
    keel.wait_text(NAME)
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "it to close")


# What is on show, and after locking is not

def write_draft(extra):
    """Something else each time, so that there is something to save."""
    global drafted
    keel.open_form()
    drafted = words.make("draft" + extra)
    keel.write_row(NAME_ROW, drafted)


def fill_window():
    start_again("--profile", "Sam", "--show", series["Sam"])
    keel.wait_text(NOTES)
    keel.keys("ctrl+f")
    keel.wait(lambda: keel.focus() and "Text" in keel.focus().interfaces, "the focus in the search")
    keel.type(SEARCH)
    keel.wait_text(SEARCH)
    start_again("--profile", "Sam", "--show", series["Sam"])
    keel.wait_text(NOTES)
    write_draft("a")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()).startswith("Name"), "the focus in the dialog")
    keel.keys("ctrl+a", "ctrl+c")


def check_teeth():
    heard = traces.names(traces.find_by_ear(words, keel.everything()))
    expect({"name", "notes", "place", "drafta"} <= heard, f"AT-SPI tells what is on show: {heard}")
    found = traces.find_in_memory(words, keel.process.pid)
    on_show = {f"{name}/utf-8" for name in ON_SHOW - {"draft"} | {"drafta"}}
    expect(on_show <= found, f"the scan finds what is on show: {found}")
    expect("drafta" in traces.names(traces.find_in_selections(words)), "what was copied can be pasted")
    print(f"# while open, in memory: {' '.join(sorted(found))}")


def check_nothing_left(pid):
    expect(keel.process.poll() is None and keel.process.pid == pid, "the same process")
    expect_nothing(traces.find_by_ear(words, keel.everything()), "AT-SPI still tells")
    expect_nothing(traces.find_in_memory(words, pid), "still in memory")
    expect_nothing(traces.find_in_start(words, pid), "handed on")
    expect_nothing(traces.find_in_open_files(words, pid), "in a file that is open")
    expect_nothing(traces.find_on_screen(words), "on the screen's server")
    expect_nothing(traces.find_in_memory(words, reminders.pid), "in the memory of keel-reminders", {"allowed"})
    expect_nothing(traces.find_in_start(words, reminders.pid), "keel-reminders was told")


def ask_sam(*arguments):
    """A keelctl that waits for the passphrase."""
    return subprocess.Popen([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, "--passphrase-fd", "0", "--profile", "Sam", *arguments],
                            env={**os.environ, **ENVIRONMENT}, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            preexec_fn=allow_dumps)


class Catcher:
    """Stops a program in the middle of a transaction and looks at the files as they are then."""

    def __init__(self, folder, pid):
        self.folder, self.pid = folder, pid
        self.over = False
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def _size(self):
        """Of the journal: with nothing in it yet there is nothing to be seen."""
        with contextlib.suppress(FileNotFoundError):
            return os.path.getsize(self.folder + "/journal.db-journal")
        return 0

    def _watch(self):
        while not self.over:
            if self._size() == 0:
                time.sleep(0.0002)
                continue
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGSTOP)
                try:
                    if self._size() > 0:
                        caught.append((self._size(), traces.find_in_files(words, self.folder)))
                        return
                finally:
                    os.kill(self.pid, signal.SIGCONT)

    def __enter__(self):
        if not caught:
            self.thread.start()
        return self

    def __exit__(self, *_):
        self.over = True
        if self.thread.ident:
            self.thread.join()


def lock_with(press, wait):
    pid = keel.process.pid
    with Catcher(folder_of("Sam"), pid):
        press()
        keel.wait(keel.started_anew, "Keel to start anew", 30)
        wait()
    check_nothing_left(pid)


def lock_by_key():
    lock_with(lambda: keel.keys("ctrl+l"), keel.wait_locked)
    expect_nothing(traces.find_in_selections(words), "it can still be pasted")


def check_draft():
    keel.wait(lambda: keel.find_in("Add a Meeting", lambda node: text_of(node) == drafted), "the draft to be there again")


def hide():
    unlock()
    check_draft()
    write_draft("b")
    lock_with(lambda: keel.keys("F9"), lambda: keel.wait(
        lambda: [name_of(w) for w in keel.windows()] == ["Calendar"] and keel.shows("Back"), "something harmless", 30))
    expect_nothing(traces.find_in_selections(words), "it can still be pasted")
    said = traces.everything(keel.everything())
    telling = ("Sam", "Robin", "eeting", "assphrase", "nlock")
    expect(not any(word in text for word in telling for text in said), f"it says nothing of Keel: {said}")
    keel.come_back()


def screen_lock():
    """The screen saver's signal, from one that the test plays."""
    unlock()
    check_draft()
    write_draft("c")
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    saver = "org.freedesktop.ScreenSaver"
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (saver, 4)),
                  None, Gio.DBusCallFlags.NONE, -1, None)
    locked = GLib.Variant("(b)", (True,))
    lock_with(lambda: bus.emit_signal(None, "/" + saver.replace(".", "/"), saver, "ActiveChanged", locked), keel.wait_locked)


def idle_locks():
    """Nobody touched it for its minute, and then it looked after itself."""
    pid = idle.process.pid
    left = 60 - (time.monotonic() - idle.unlocked)
    idle.wait(lambda: any(name_of(node) == "Unlock" for node in idle.visible()), "the other Keel to lock", max(left, 0) + 45)
    expect(time.monotonic() - idle.unlocked >= 60, "not before its time")
    expect(idle.process.pid == pid and idle.process.poll() is None, "the same process")
    expect_nothing(traces.find_by_ear(words, idle.everything()), "AT-SPI still tells")
    expect_nothing(traces.find_in_memory(words, pid), "still in memory")
    expect_nothing(traces.find_in_start(words, pid), "handed on")
    idle.process.terminate()
    idle.process.wait(10)
    idle.screen.terminate()
    idle.screen.wait(10)


# Files

def check_files():
    """Whatever was written until now, by whomever of Keel's: data, settings, caches, logs, and what is new in /tmp."""
    new = [entry for name in set(os.listdir("/tmp")) - before if os.stat(entry := os.path.join("/tmp", name)).st_uid == os.getuid()]
    found = traces.find_in_files(words, WORK, *new)
    found.update({path: here for path in new if (here := traces.find_in_file(words, path))})
    for path, here in found.items():
        expect_nothing(here, path, {"allowed"} if path.startswith(DATA) and path.endswith("/reminders.db") else frozenset())
    recent = [path for folder, _, files in os.walk(WORK) for path in files if path.startswith("recently-used")]
    expect(not recent, "no recent files")
    with open(WORK + "/keel.log", encoding="utf-8", errors="replace") as log:
        expect("DEBUG" in log.read(), "all messages are in the log")


def check_transaction():
    """The journal of a transaction, stopped in the middle: by now one may have been caught while locking."""
    folder = folder_of("Sam")
    for number in range(40):
        if caught:
            break
        process = ask_sam("follow", series["Sam"], "--remind", str(30 + number))
        with Catcher(folder, process.pid):
            process.communicate((SECRET + "\n").encode())
    expect(caught, "no transaction was caught")
    size, found = caught[0]
    print(f"# a journal of {size} bytes was caught")
    for path, here in found.items():
        expect_nothing(here, path, {"allowed"} if path.endswith("/reminders.db") else frozenset())


# Core dumps

def check_limits(pid):
    with open(f"/proc/{pid}/limits", encoding="utf-8") as limits:
        line, = (line for line in limits if line.startswith("Max core file size"))
    expect(line.split()[4:6] == ["0", "0"], f"no core dumps: {line}")
    with open(f"/proc/{pid}/coredump_filter", encoding="utf-8") as dumped:
        expect(int(dumped.read(), 16) == 0, "nothing in one that is asked for all the same")


def dump_control():
    """Whether a core dump would come here at all, of a program that does not prevent it."""
    folder = WORK + "/control"
    os.makedirs(folder)
    process = subprocess.Popen(["sleep", "60"], cwd=folder, preexec_fn=allow_dumps)
    process.send_signal(signal.SIGSEGV)
    process.wait(10)
    return os.listdir(folder)


def no_core_dumps():
    keel_pid = keel.process.pid
    waiting = ask_sam("agenda")
    try:
        keel.wait(lambda: os.readlink(f"/proc/{waiting.pid}/fd/0").startswith("pipe:") and asks(waiting.pid), "keelctl to ask")
        for pid in (keel_pid, reminders.pid, waiting.pid):
            check_limits(pid)
    finally:
        waiting.communicate((SECRET + "\n").encode())
    unlock()
    check_limits(keel_pid)
    keel.process.send_signal(signal.SIGSEGV)
    expect(keel.process.wait(30) == -signal.SIGSEGV, "it fell over")
    expect(os.listdir(FOLDER) == [], f"it left {os.listdir(FOLDER)}")
    print("# a program that does not prevent it leaves: " + (" ".join(dump_control()) or "nothing here either"))
    keel.start()


def asks(pid):
    """It has come to reading: everything before was done."""
    with open(f"/proc/{pid}/wchan", encoding="utf-8") as where, open(f"/proc/{pid}/stat", encoding="utf-8") as state:
        return "pipe" in where.read() or state.read().split(")")[1].split()[0] == "S"


# Killed

def kill_once(number):
    """Something saved or something half written, then locked, and killed at some moment around it."""
    global drafted
    name = words.make("kill" + "".join(string.ascii_lowercase[int(digit)] for digit in str(number)))
    save = number % 2 == 0
    keel.open_form()
    keel.write_row(NAME_ROW, name)
    keel.write_row(TIME_ROW, "7:30 pm")
    if save:
        keel.press_add()
        keel.wait(lambda: keel.read_status().startswith(f"{name} is added."), "it to be added")
        saved.append(name)
    press = subprocess.Popen(["xdotool", "key", "--clearmodifiers", random.choice(["ctrl+l", "F9"])])
    killer = threading.Timer(random.uniform(0, random.choice([0.15, 0.4, 1.5])), keel.process.send_signal, [signal.SIGKILL])
    killer.start()
    kept = False
    while keel.process.poll() is None:
        kept |= keel.started_anew()
        time.sleep(0.01)
    killer.join()
    press.wait(10)
    drafted = name if kept and not save else ""
    keel.start()
    unlock()
    if drafted:
        check_draft()
    if save:
        expect(name in list_names(), f"{name} was said to be added")
    return kept


def list_names():
    return {item["name"] for item in keelctl("--profile", "Sam", "agenda", "--days", "8", "--json", secret=SECRET)}


def kill():
    print(f"# KEEL_SEED={SEED}")
    random.seed(SEED)
    unlock()
    kept = sum(kill_once(number) for number in range(KILLS))
    expect(set(saved) <= list_names(), f"lost: {set(saved) - list_names()}")
    print(f"# killed {KILLS} times, {kept} of them after it had locked; {len(saved)} meetings saved, none lost")


# Reminders

def start_dunst():
    global recorder
    menu, choice = WORK + "/menu", WORK + "/choice"
    with open(menu, "w", encoding="utf-8") as script:
        script.write(f'#!/bin/sh\ngrep -F Open | grep -F "$(cat {choice})" | head -n 1\n')
    os.chmod(menu, 0o700)
    with open(WORK + "/dunstrc", "w", encoding="utf-8") as settings:
        settings.write(f"[global]\n    dmenu = {menu}\n    browser = /bin/false\n[urgency_critical]\n    timeout = 0\n")
    process = subprocess.Popen(["dunst", "-conf", WORK + "/dunstrc"], env={**os.environ, "G_DEBUG": ""}, stderr=subprocess.DEVNULL)
    recorder = NotifyRecorder(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    return process


def plan_reminders():
    """Both at the same moment, of meetings that are not."""
    now = time.time()
    at = (int(now) // 60 + (2 if now % 60 > 45 else 1)) * 60
    for profile, lead, secret in (("Robin", 20, None), ("Sam", 30, SECRET)):
        start = at + lead * 60
        name = words.make("soon") if secret else "Evening walk"
        due[profile] = time.strftime("%H:%M", time.localtime(start))
        series[profile + " soon"] = follow_new(name, "--start", time.strftime("%Y-%m-%dT%H:%M", time.gmtime(start)), "--remind", str(lead),
                                               profile=profile, secret=secret)


def reminders_arrive():
    expect(recorder.wait_for(2, 120), f"two reminders: {recorder.calls}")
    time_told = sorted(call.summary for call in recorder.calls)
    expect(len(time_told) == 2 and all(any(told.endswith(at) for told in time_told) for at in due.values()), f"both: {time_told} {due}")
    for call in recorder.calls:
        text = "\n".join(call.lines)
        expect_nothing(words.find(text.encode()), "a notification tells")
        for word in ("Robin", "Sam", "Evening", "walk", "profile-", "default/", DATA):
            expect(word not in text, f"a notification says {word}: {text}")


def open_reminder():
    """Of the second profile, while the first one is open."""
    keel.stop()
    keel.arguments = ("--profile", "Robin", "--page", "meetings")
    keel.start()
    keel.wait_text("Evening class")
    pid = keel.process.pid
    with open(WORK + "/choice", "w", encoding="utf-8") as choice:
        choice.write(due["Sam"])
    subprocess.run(["dunstctl", "context"], check=True)
    keel.wait_locked()
    expect(keel.process.pid == pid and not keel.shows("Evening"), "nothing of the first one is there")
    said = traces.everything(keel.everything())
    expect(not any("Evening" in text for text in said), f"nor for a listener: {said}")
    keel.enter(SECRET)
    keel.wait_text("Unfollow", 30)
    keel.wait_text(words.make("soon"))


def close_locked():
    keel.keys("ctrl+l")
    keel.wait_locked()
    expect(keel.stop() == 0, "it ends well")
    expect(reminders.poll() is None, "keel-reminders goes on")
    reminders.terminate()
    expect(reminders.wait(10) == 0, "and ends when it is told to")


def clean_up(dunst):
    for process in (keel and keel.process, idle and idle.process, idle and idle.screen, reminders, dunst):
        if process and process.poll() is None:
            process.kill()
    if recorder:
        recorder.stop()


dunst_process = start_dunst()
tap = Tap()
for title, step in (
        ("words from before the passphrase was set", prepare),
        ("the scanner finds a word in each encoding", check_scanner),
        ("another Keel, that nobody will touch", start_idle),
        ("the lock page says nothing more than it may, and works by keyboard", show_lock_page),
        ("the recovery code unlocks, by keyboard", unlock_by_code),
        ("the window is full of words", fill_window),
        ("while it is open, the words are found", check_teeth),
        ("while it is open, no file holds any", check_files),
        ("Ctrl+L: no trace", lock_by_key),
        ("F9: no trace", hide),
        ("the screen is locked: no trace", screen_lock),
        ("a transaction, stopped in the middle", check_transaction),
        ("no core dumps", no_core_dumps),
        ("reminders for two profiles are planned", plan_reminders),
        ("killed around locking, nothing is lost", kill),
        ("two profiles remind and tell nothing", reminders_arrive),
        ("Open leads to the other profile’s lock page, then to the meeting", open_reminder),
        ("a minute without use: no trace", idle_locks),
        ("closed while locked; reminders go on", close_locked),
        ("after all that, no file holds any", check_files)):
    started = time.monotonic()
    tap.run(title, step)
    print(f"# {time.monotonic() - started:.1f} s", flush=True)
clean_up(dunst_process)
tap.end()
