"""The table that run.sh ends with. A benchmark adds its rows to the file KEEL_BENCH_TABLE, one a line with tabs between:
what, measured, beside what, measured there, unit, what is judged, "most" or "least", goal.

usage: table.py FILE; the exit status says whether all goals are reached
"""
import os
import sys


def add_row(*cells):
    if "KEEL_BENCH_TABLE" in os.environ:
        with open(os.environ["KEEL_BENCH_TABLE"], "a", encoding="utf-8") as table:
            table.write("\t".join(map(str, cells)) + "\n")


def expect_ratio(what, beside, ours, theirs, unit, ratio, most):
    add_row(what, ours, beside, theirs, unit, ratio, "most", most)


def expect_most(what, value, unit, most):
    add_row(what, value, "", "", unit, value, "most", most)


def write_number(text):
    return f"{float(text):.2f}" if abs(float(text)) < 100 else f"{float(text):.0f}"


def write_row(cells):
    """(columns, whether the goal is reached)"""
    what, ours, beside, theirs, unit, judged, relation, goal = cells
    reached = float(judged) <= float(goal) if relation == "most" else float(judged) >= float(goal)
    sign = "≤" if relation == "most" else "≥"
    ratio = f"{write_number(judged)}×" if theirs else ""
    target = f"{sign} {float(goal):g}{'×' if theirs else ' ' + unit}".rstrip()
    return (what, f"{write_number(ours)} {unit}".rstrip(), f"{write_number(theirs)} {unit} {beside}" if theirs else "", ratio, target,
            "reached" if reached else "MISSED"), reached


def main():
    with open(sys.argv[1], encoding="utf-8") as table:
        rows = [write_row(line.rstrip("\n").split("\t")) for line in table]
    lines = [("what", "Keel", "beside it", "ratio", "goal", ""), *(columns for columns, _ in rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    for number, line in enumerate(lines):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
        if number == 0:
            print("-" * (sum(widths) + 2 * len(widths) - 2))
    sys.exit(0 if all(reached for _, reached in rows) else 1)


if __name__ == "__main__":
    main()
