#!/usr/bin/env python3
"""Counts the single tests of a meson run; the exit status says whether all of them passed.

usage: count.py testlog.json [again.json]
       count.py --failed testlog.json    names the programs that failed, for `meson test`

What again.json has counts in the place of what the first had; which these are is said.
"""
import json
import os
import re
import sys

LINE = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)


def count(record):
    """(passed, failed, skipped) of one program, from the TAP that it printed."""
    passed = failed = skipped = 0
    for failure, rest in LINE.findall(record.get("stdout") or ""):
        if failure:
            failed += 1
        elif re.search(r"# SKIP\b", rest, re.IGNORECASE):
            skipped += 1
        else:
            passed += 1
    if record["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and not failed:
        failed = 1  # it crashed, hung or printed no line of its own
    elif not passed + failed + skipped:
        passed, skipped = (0, 1) if record["result"] == "SKIP" else (1, 0)
    return passed, failed, skipped


def explain(record, longest=60):
    """What the first failure of a program said, and the end of what it said beside."""
    lines = (record.get("stdout") or "").splitlines()
    starts = [place for place, line in enumerate(lines) if line.startswith("not ok")]
    if starts:
        start = starts[0]
        end = next((place for place in range(start + 1, len(lines)) if LINE.match(lines[place])), len(lines))
        lines = lines[start:end]
    return lines[-longest:] + (record.get("stderr") or "").splitlines()[-longest // 3:]


def read(path):
    """The records by their names. A run that wrote nothing has none."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as log:
        return {record["name"]: record for record in map(json.loads, filter(str.strip, log))}


def tell(record):
    print(f"failed: {record['name']} ({record['result']})")
    print("".join(f"    {line}\n" for line in explain(record)), end="")


def main():
    if sys.argv[1] == "--failed":
        print("\n".join(name.split(" / ")[-1] for name, record in read(sys.argv[2]).items() if count(record)[1]))
        return
    first = read(sys.argv[1])
    again = read(sys.argv[2]) if len(sys.argv) > 2 else {}
    records = {**first, **again}
    for name, record in records.items():
        if name in again and count(first[name])[1]:
            tell(first[name])
            print("    It ran again, alone: " + ("failed" if count(record)[1] else "passed"))
        if count(record)[1]:
            tell(record)
    totals = [sum(column) for column in zip(*map(count, records.values()))] or [0, 1, 0]
    print("{} passed, {} failed, {} skipped".format(*totals))
    sys.exit(1 if totals[1] or not totals[0] else 0)


main()
