"""Counts what a session bus is asked to show.

A recorder sees every call of org.freedesktop.Notifications.Notify, whoever answers it and also when nobody does.
It stands on dbus-monitor, which the bus itself tells of every message.
"""
import re
import subprocess
import threading
import time

MATCH = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"


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
    def summary(self):
        return self.get_argument(3)

    @property
    def body(self):
        return self.get_argument(4)


class NotifyRecorder:
    def __init__(self, address):
        self.calls = []
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
                if "member=Notify" in line:
                    call = Call(line)
                    self.calls.append(call)
            elif call is not None:
                call.lines.append(line.rstrip("\n"))

    def wait_for(self, count, seconds):
        """Whether there were so many calls, whole ones, within the time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if len(self.calls) >= count and any("int32 0" in line for line in self.calls[count - 1].lines[-1:]):
                return True
            time.sleep(0.02)
        return False

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.thread.join()
