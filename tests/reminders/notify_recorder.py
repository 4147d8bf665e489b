"""Counts what a session bus is asked to show.

A recorder sees every call of org.freedesktop.Notifications.Notify, whoever answers it and also when nobody does.
It stands on dbus-monitor, which the bus itself tells of every message.
"""
import re
import subprocess
import threading
import time

MATCH = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
MARK = "/org/freedesktop/Mark"  # to the bus itself, which answers that it knows no such thing


class Call:
    """One call: its arguments as dbus-monitor writes them."""

    def __init__(self, header):
        self.time = float(re.search(r"time=([\d.]+)", header).group(1))  # seconds UTC, of the real clock
        self.sender = re.search(r"sender=(\S+)", header).group(1)
        self.lines = []

    # Notify (app, replaces, icon, summary, body, actions, hints, timeout)
    def get_argument(self, position):
        top = [line for line in self.lines if re.match(r"   [a-z]", line)]
        return top[position].strip().partition(" ")[2].strip('"')

    @property
    def is_change(self):
        """Of what is there, in its place and without a sound. A later reminder of the same meeting takes its place too, but is
        heard."""
        return self.get_argument(1) != "0" and any('"suppress-sound"' in line for line in self.lines)

    @property
    def summary(self):
        return self.get_argument(3)

    @property
    def body(self):
        return self.get_argument(4)


class NotifyRecorder:
    def __init__(self, address):
        self.address = address
        self.seen = []
        self.marks = 0
        self.whole = 0  # so many of what was seen are
        self.ready = threading.Event()
        self.process = subprocess.Popen(["dbus-monitor", "--address", address, MATCH], stdout=subprocess.PIPE, text=True,
                                        bufsize=1)
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()
        if not self.ready.wait(10):
            raise RuntimeError("dbus-monitor does not answer")

    def _read(self):
        call = None
        for line in self.process.stdout:
            self.ready.set()  # it begins with what happens to itself
            if re.match(r"(method call|method return|signal|error) time=", line):
                call = None
                if f"path={MARK}" in line:
                    self.whole = len(self.seen)
                    self.marks += 1
                elif "member=Notify" in line:
                    call = Call(line)
                    self.seen.append(call)
            elif call is not None:
                call.lines.append(line.rstrip("\n"))

    @property
    def calls(self):
        """All that came until now. The recorder lags behind; what it is sent is recorded after them."""
        marks = self.marks
        sent = subprocess.run(["dbus-send", f"--bus={self.address}", "--dest=org.freedesktop.DBus", "--type=method_call", MARK,
                               "org.freedesktop.Notifications.Notify"], stderr=subprocess.DEVNULL, check=False).returncode == 0
        end = time.monotonic() + 20
        while sent and self.marks == marks and self.process.poll() is None:
            if time.monotonic() > end:
                raise RuntimeError("dbus-monitor has stopped")
            time.sleep(0.005)
        return self.seen[:self.whole]

    @property
    def shown(self):
        """Those calls that are more than a change of what is on the screen."""
        return [call for call in self.calls if not call.is_change]

    def wait_for(self, count, seconds):
        """Whether there were so many calls, whole ones, within the time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if len(self.seen) >= count and any(line.startswith("   int32") for line in self.seen[count - 1].lines[-1:]):
                return True
            time.sleep(0.02)
        return False

    def wait_for_shown(self, count, seconds):
        """The same of those that are no change."""
        end = time.monotonic() + seconds
        while len(self.shown) < count:
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.thread.join()
