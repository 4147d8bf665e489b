#!/usr/bin/env python3
"""Counts the single tests of a meson run; the exit status says whether all of them passed.

usage: count.py testlog.json
"""
import json
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


def main():
    with open(sys.argv[1], encoding="utf-8") as log:
        records = [json.loads(line) for line in log if line.strip()]
    totals = [sum(column) for column in zip(*map(count, records))] or [0, 1, 0]
    for record in records:
        if count(record)[1]:
            print(f"failed: {record['name']} ({record['result']})")
            print("".join(f"    {line}\n" for line in explain(record)), end="")
    print("{} passed, {} failed, {} skipped".format(*totals))
    sys.exit(1 if totals[1] or not totals[0] else 0)


main()
