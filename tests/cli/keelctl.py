"""Runs keelctl over a data folder of its own and says in TAP what came of it."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
FIXTURES = os.path.join(os.environ['KEEL_FIXTURES'], 'cli')
SHARED = os.environ.get('KEEL_SHARED')

INSTANT = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
MOMENT = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$')
LOCAL = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d$')
DATE = re.compile(r'^\d{4}-\d\d-\d\d$')
MEETING_ID = re.compile(r'^[0-9a-f]{16}$')
UUID = re.compile(r'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')


class Skip(Exception):
    """Why a test has nothing to say on this computer."""


class Result:
    def __init__(self, command, done):
        self.command = command
        self.status = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    def __str__(self):
        return f'{self.command}\nstatus {self.status}\n{self.out[:2000]}\n{self.err[:4000]}'


def runs_reminders(pid):
    try:
        return 'keel-reminders' in os.readlink(f'/proc/{pid}/exe')
    except OSError:
        return False


class Keel:
    """A data folder and the keelctl that works on it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='keelctl-')
        self.data = os.path.join(self.folder, 'data')
        self.environment = dict(os.environ, TZ='Europe/Berlin', LC_ALL='C.UTF-8')
        self.environment.pop('LANGUAGE', None)
        # Reminders are tested on a bus of their own, not on that of whoever builds Keel.
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
        # What starts at login is asked of a person, not of a test.
        self.environment['XDG_CONFIG_HOME'] = os.path.join(self.folder, 'config')
        # A passphrase costs a quarter of the memory of a small computer otherwise.
        self.environment['KEEL_KEY_COST'] = 'lowest'

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop_reminders()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop_reminders(self):
        try:
            with open(os.path.join(self.data, 'reminders.lock')) as lock:
                pid = int(lock.read().split()[0])
        except (OSError, ValueError, IndexError):
            return
        if runs_reminders(pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
            # While it lives it may write into the folder that is about to go.
            wait_for(lambda: not runs_reminders(pid), 10, 'the end of keel-reminders')

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def start(self, *arguments, wrapper=(), secrets=None, **environment):
        """secrets: the lines that --passphrase-fd reads; without them nobody can be asked either."""
        command = [*wrapper, PROGRAM, '--data-dir', self.data, *arguments]
        reader = None
        if secrets is not None:
            reader, writer = os.pipe()
            with open(writer, 'w') as lines:
                lines.writelines(f'{secret}\n' for secret in secrets)
            command += ['--passphrase-fd', str(reader)]
        try:
            return Result(command, subprocess.run(command, capture_output=True, timeout=120, start_new_session=True,
                                                  pass_fds=() if reader is None else (reader,),
                                                  env=dict(self.environment, **environment)))
        finally:
            if reader is not None:
                os.close(reader)

    def run(self, *arguments, **options):
        """For what must be done: the text of the answer."""
        result = self.start(*arguments, **options)
        assert result.status == 0, f'could not: {result}'
        return result.out

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, '--json', **options))

    def fail(self, *arguments, **options):
        """For what cannot be done: the sentence on standard error."""
        result = self.start(*arguments, **options)
        assert result.status == 1, f'not told as impossible: {result}'
        assert result.out == '', f'an answer beside the failure: {result}'
        check_sentence(result)
        return result.err

    def refuse(self, *arguments, **options):
        """For a wrong command line: what is said of it."""
        result = self.start(*arguments, **options)
        assert result.status == 2, f'not told as wrong usage: {result}'
        assert result.out == '', f'an answer beside the refusal: {result}'
        check_sentence(result)
        assert 'Usage: keelctl ' in result.err, f'no usage line: {result}'
        return result.err

    def dump(self):
        """Everything that scripts can see of the data."""
        return self.run('lists', 'show', '--json') + self.run('search', '--json', '--limit', '100000')


def check_sentence(result):
    assert result.err.strip(), f'nothing on standard error: {result}'
    for word in ('Sanitizer', 'CRITICAL', 'WARNING', 'assertion', 'GError', 'quark', 'sqlite'):
        assert word not in result.err, f'not a sentence for a person: {result}'


def same(got, expected):
    assert got == expected, f'\n  got      {got!r}\n  expected {expected!r}'


def fits(text, pattern):
    assert isinstance(text, str) and pattern.match(text), f'{text!r} is not {pattern.pattern}'


def holds(text, *parts):
    for part in parts:
        assert part in text, f'no {part!r} in\n{text}'


def shape(value, **fields):
    """Every field there, none beside them, each of its type; a tuple of types allows either."""
    same(sorted(value), sorted(fields))
    for name, kinds in fields.items():
        # In Python a bool is an int; in JSON it is not.
        kinds = kinds if isinstance(kinds, tuple) else (kinds,)
        assert type(value[name]) in kinds, f'{name} is {value[name]!r}, not one of {kinds}'


def wait_for(condition, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(f'{what}: not within {seconds} s')


def run_tests(tests):
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace('_', ' ')
        try:
            with Keel() as keel:
                test(keel)
            print(f'ok {number} - {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} - {name} # SKIP {reason}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} - {name}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}', flush=True)
    sys.exit(1 if failed else 0)
