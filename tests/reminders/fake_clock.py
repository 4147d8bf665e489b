"""A clock for one program, by libfaketime: it runs as the real one does, from another instant, and is set while the
program runs. The bus and the recorder keep the real clock, so that its arrival is measured by another than the one that
is tested."""
import glob
import os
import pathlib
import time

LIBRARY = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")


class FakeClock:
    def __init__(self, folder):
        self.path = pathlib.Path(folder) / "clock"
        self.offsets = []  # (from this real instant on, so much is added)

    def set(self, utc):
        offset = round(utc - time.time(), 3)
        part = self.path.with_suffix(".part")
        part.write_text(f"{offset:+.3f}\n")
        part.rename(self.path)
        self.offsets.append((time.time(), offset))

    def get(self, real=None):
        """What the program read at a real instant."""
        real = real or time.time()
        return real + [offset for since, offset in self.offsets if since <= real or since == self.offsets[0][0]][-1]

    def variables(self):
        return {"LD_PRELOAD": LIBRARY[0], "FAKETIME_TIMESTAMP_FILE": str(self.path), "FAKETIME_NO_CACHE": "1",
                "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}


def run_from(instant, speed):
    """For a program whose clock begins at @instant, of its local time, and runs @speed times as fast."""
    return {"LD_PRELOAD": LIBRARY[0], "FAKETIME": f"@{instant} x{speed}",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}


def remove_shared_memory(pid):
    """What libfaketime leaves behind when its program is killed would break the next one with that number."""
    for path in (f"/dev/shm/faketime_shm_{pid}", f"/dev/shm/sem.faketime_sem_{pid}"):
        pathlib.Path(path).unlink(missing_ok=True)
