"""Keel's window in figures, with ten years of days and 100,000 meetings, beside a bare window of libadwaita: from the start to the
first frame, to the page that then stands, what it takes of memory, and how long a tour of all pages blocks the main loop.

usage: bench-window.py BUILD [CASE…], on a screen of its own (tests/app/run-window.sh)
Cases: start, tour. KEEL_BENCH_STARTS: how often each is started (9). KEEL_BENCH_DATA: a data folder that fill-profile has filled.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from table import expect_most, expect_ratio

BUILD = pathlib.Path(sys.argv[1])
WATCH = BUILD / "tests/bench/libkeel-bench-watch.so"
STARTS = int(os.environ.get("KEEL_BENCH_STARTS", "9"))
MEETINGS = 100_000
PATIENCE = 120  # seconds

PAGES = ["win.go::today", "win.go::meetings", "win.go::worksheets", "win.go::coping", "win.go::progress"]
WINDOWS = ["app.check-in", "app.urge", "app.urge-log", "app.plans", "app.care", "app.days", "app.lapse", "app.journal", "app.people",
           "app.together", "app.reasons", "app.summary", "app.involvement", "app.help-now", "app.new-profile", "app.shortcuts",
           "win.add-meeting", "win.lists", "win.places", "win.programs", "win.profile", "win.export", "win.record", "win.reminders",
           "win.new-worksheet"]
TOUR = PAGES + ["win.go::meetings", "win.find", "win.show-calendar", "app.open-worksheet::w06a", "win.back",
                "app.open-strategy::c01", "win.back"] + WINDOWS + PAGES


class Watched:
    """One start of a program, read from within."""

    def __init__(self, work, command, tour=None):
        self.log = pathlib.Path(tempfile.mktemp(dir=work))
        self.log.touch()
        environment = {**os.environ, "LD_PRELOAD": str(WATCH), "KEEL_BENCH_WATCH": str(self.log), "G_DEBUG": ""}
        if tour:
            environment["KEEL_BENCH_TOUR"] = " ".join(tour)
        self.begun = time.monotonic_ns() // 1000
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE + 10 * len(tour or [])
        while not self.log.read_text().endswith("done\n"):
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"{command[0]} has not come to its end:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.1)
        self.lines = [line.split() for line in self.log.read_text().splitlines()]

    def get_frames(self):
        """Milliseconds after the start, and of the processor, before the tour."""
        quiet = next(number for number, line in enumerate(self.lines) if line[0] == "quiet")
        return [((int(line[1]) - self.begun) / 1000, int(line[2]) / 1000) for line in self.lines[:quiet] if line[0] == "frame"]

    def get_blocks(self):
        """(milliseconds, of the processor, step)"""
        return [(int(line[2]) / 1000, int(line[3]) / 1000, " ".join(line[4:])) for line in self.lines if line[0] == "block"]

    def get_memory_mb(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        sizes = {line.split()[0]: int(line.split()[1]) / 1024 for line in text.splitlines()[1:]}
        return sizes["Pss:"], sizes["Private_Clean:"] + sizes["Private_Dirty:"]

    def close(self):
        self.process.terminate()
        self.process.wait(60)


def percentile(values, percent):
    return sorted(values)[max(-(-len(values) * percent // 100), 1) - 1]


def start_once(work, command):
    watched = Watched(work, command)
    frames = watched.get_frames()
    figures = (*frames[0], *frames[-1], *watched.get_memory_mb())
    watched.close()
    return figures


def bench_start(work, keel, bare):
    """In turns; the first of each, which finds nothing in the caches, does not count."""
    runs = {"keel": [], "bare": []}
    for turn in range(STARTS + 1):
        for name, command in (("keel", keel), ("bare", bare)):
            figures = start_once(work, command)
            if turn > 0:
                runs[name].append(figures)
    median = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}
    ratios = [statistics.median(ours / theirs for ours, theirs in zip(*columns))
              for columns in zip(zip(*runs["keel"]), zip(*runs["bare"]))]
    for name, (first, first_cpu, last, last_cpu, pss, private) in median.items():
        print(f"        {name}: first frame {first:6.1f} ms (processor {first_cpu:6.1f}), page stands {last:6.1f} ms"
              f" ({last_cpu:6.1f}), PSS {pss:5.1f} MB, private {private:5.1f} MB", flush=True)
    print(f"        ratios: first frame {ratios[0]:.2f} (processor {ratios[1]:.2f}), page stands {ratios[2]:.2f}"
          f" ({ratios[3]:.2f}), PSS {ratios[4]:.2f}, private {ratios[5]:.2f}")
    expect_ratio("start to the first frame", "bare libadwaita", median["keel"][0], median["bare"][0], "ms", ratios[0], 1.25)
    expect_ratio("PSS with ten years, 100,000 meetings", "bare libadwaita", median["keel"][4], median["bare"][4], "MB", ratios[4],
                 1.25)


def bench_tour(work, keel):
    watched = Watched(work, keel, TOUR)
    blocks = watched.get_blocks()
    pss, private = watched.get_memory_mb()
    watched.close()
    times = [block[0] for block in blocks]
    print(f"        tour of {len(TOUR)} steps: {len(blocks)} times busy; longest {max(times):.1f} ms, 99 % {percentile(times, 99):.1f} ms,"
          f" of the processor {max(block[1] for block in blocks):.1f} and {percentile([block[1] for block in blocks], 99):.1f} ms;"
          f" then PSS {pss:.1f} MB, private {private:.1f} MB")
    for block in sorted(blocks, reverse=True)[:20]:
        print(f"        {block[0]:7.1f} ms, {block[1]:7.1f} of the processor: {block[2]}")
    expect_most("longest block of the main loop, tour", max(times), "ms", 50)
    expect_most("99th percentile of its blocks", percentile(times, 99), "ms", 16)


def main():
    cases = sys.argv[2:] or ["start", "tour"]
    with tempfile.TemporaryDirectory(dir=os.environ.get("KEEL_WORK"), ignore_cleanup_errors=True) as work:
        data = os.environ.get("KEEL_BENCH_DATA", f"{work}/data")
        if not os.path.exists(data):
            os.mkdir(data, 0o700)
            subprocess.run([BUILD / "tests/bench/fill-profile", data, str(MEETINGS)], check=True)
        keel = [str(BUILD / "src/app/keel"), "--data-dir", data, "--page", "today"]
        bare = [str(BUILD / "tests/bench/bench-window-bare")]
        print(f"window, with ten years of days and {MEETINGS} meetings", flush=True)
        if "start" in cases:
            bench_start(work, keel, bare)
        if "tour" in cases:
            bench_tour(work, keel)


main()
