"""Says in TAP what came of the checks of a script: `with check("name"):` for each, then `finish()`."""

import contextlib
import sys
import traceback

_done = 0
_failed = 0


@contextlib.contextmanager
def check(name):
    global _done, _failed
    _done += 1
    try:
        yield
        print(f"ok {_done} {name}", flush=True)
    except Exception:
        _failed += 1
        for line in traceback.format_exc().splitlines():
            print(f"# {line}")
        print(f"not ok {_done} {name}", flush=True)


def finish():
    print(f"1..{_done}")
    sys.exit(1 if _failed else 0)
