"""Whether reminders work, as keelctl tells it: without a bus, without a server, and with a real one."""

import contextlib
import datetime
import os
import shutil
import sqlite3
import subprocess

from keelctl import (INSTANT, LOCAL, MOMENT, UUID, Skip, fits, holds, run_tests, runs_reminders, same, shape,
                     wait_for)

# A bus where nothing is started on demand, so that "no server" means none.
BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''

OUTCOMES = ('shown', 'late', 'repeated', 'missed', 'failed', 'snoozed', 'dismissed')


@contextlib.contextmanager
def running(*command, environment, **options):
    if shutil.which(command[0]) is None:
        raise Skip(f'{command[0]} is not here')
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def session_bus(keel):
    socket = keel.path('bus')
    config = keel.path('bus.conf', BUS.format(socket=socket))
    with running('dbus-daemon', '--nofork', f'--config-file={config}', environment=keel.environment):
        wait_for(lambda: os.path.exists(socket), 10, 'the session bus')
        keel.environment['DBUS_SESSION_BUS_ADDRESS'] = f'unix:path={socket}'
        try:
            yield
        finally:
            keel.stop_reminders()


@contextlib.contextmanager
def notification_server(keel):
    reader, writer = os.pipe()
    with running('Xvfb', '-displayfd', str(writer), '-screen', '0', '800x600x24', environment=keel.environment,
                 pass_fds=(writer,)):
        os.close(writer)
        with os.fdopen(reader) as display:
            keel.environment['DISPLAY'] = ':' + display.readline().strip()
        with running('dunst', environment=keel.environment):
            wait_for(lambda: dunst(keel, 'count').returncode == 0, 20, 'dunst')
            yield


def dunst(keel, *arguments):
    return subprocess.run(['dunstctl', *arguments], env=keel.environment, capture_output=True)


def dunst_shown(keel):
    text = dunst(keel, 'count').stdout.decode()
    return sum(int(line.split(':')[1]) for line in text.splitlines() if ':' in line)


def follow_at(keel, start, *options):
    return keel.json('follow', '--new', 'Candles', '--start', start, '--zone', 'UTC', *options)


def before_anything_is_followed_nothing_runs(keel):
    same(keel.json('reminders', 'status'),
         {'running': False, 'pid': None, 'since': None, 'server': None, 'next': None, 'problem': None, 'quiet': None,
          'sound': True, 'ask_afterwards': True, 'autostart': False, 'quiet_until': None, 'do_not_disturb': False,
          'behind': None})
    same(keel.json('reminders', 'log'), [])
    same(keel.json('reminders'), keel.json('reminders', 'status'))
    holds(keel.run('reminders'), 'does not run', 'No reminder is planned')


def following_starts_the_reminders(keel):
    followed = follow_at(keel, '2050-03-01T19:00', '--remind', '90')
    status = keel.json('reminders', 'status')
    shape(status, running=bool, pid=int, since=str, server=(str, type(None)), next=dict, problem=(dict, type(None)),
          quiet=type(None), sound=bool, ask_afterwards=bool, autostart=bool, quiet_until=type(None), do_not_disturb=bool,
          behind=type(None))
    assert status['running'] and runs_reminders(status['pid'])
    fits(status['since'], INSTANT)
    since = datetime.datetime.fromisoformat(status['since'].replace('Z', '+00:00'))
    assert abs(datetime.datetime.now(datetime.timezone.utc) - since) < datetime.timedelta(minutes=2)
    shape(status['next'], id=str, occurrence=str, due=str, start=str)
    same(status['next'], {'id': followed['id'], 'occurrence': '2050-03-01T19:00', 'due': '2050-03-01T17:30:00Z',
                          'start': '2050-03-01T19:00:00Z'})
    holds(keel.run('reminders'), str(status['pid']), 'Candles')

    follow_at(keel, '2050-03-01T18:00', '--remind', '60', '--remind', '10')
    again = keel.json('reminders', 'status')
    same((again['pid'], again['next']['due']), (status['pid'], '2050-03-01T17:00:00Z'))
    keel.stop_reminders()
    wait_for(lambda: not runs_reminders(status['pid']), 10, 'the end of keel-reminders')
    same(keel.json('reminders')['running'], False)


def what_holds_for_all_reminders_is_said_once(keel):
    set_to = lambda *words: keel.json('reminders', *words)
    usual = {'quiet': None, 'sound': True, 'ask_afterwards': True, 'autostart': False}
    same(set_to('quiet'), usual)
    for text, quiet in (('22:00-07:30', ('22:00', '07:30')), ('9-17', ('09:00', '17:00')), ('22-24', ('22:00', '00:00'))):
        same(set_to('quiet', text)['quiet'], {'from': quiet[0], 'to': quiet[1]})
    same(set_to('sound', 'off'), dict(usual, quiet={'from': '22:00', 'to': '00:00'}, sound=False))
    same(set_to('ask', 'off')['ask_afterwards'], False)
    holds(keel.run('reminders'), '22:00', 'no sound', 'does not ask')
    same([set_to('quiet', 'off')['quiet'], set_to('sound', 'on')['sound'], set_to('ask', 'on')], [None, True, usual])


def what_is_settled_is_not_what_comes_next(keel):
    candles = follow_at(keel, '2050-03-01T19:00', '--rrule', 'FREQ=DAILY', '--remind', '60')['id']
    for day in ('01', '02'):
        keel.run('attend', candles, f'2050-03-{day}', 'not')
    same(keel.json('reminders')['next'], {'id': candles, 'occurrence': '2050-03-03T19:00', 'due': '2050-03-03T18:00:00Z',
                                          'start': '2050-03-03T19:00:00Z'})
    keel.run('attend', candles, '2050-03-02', '--undo')
    same(keel.json('reminders')['next']['occurrence'], '2050-03-02T19:00')


def answer(keel, series, day, reply, at):
    """As keel-reminders puts it down when a button is pressed."""
    path = os.path.join(keel.data, 'profiles', 'default', 'reminders.db')
    start = datetime.datetime(2026, 3, day, 19, tzinfo=datetime.timezone.utc).timestamp()
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute('INSERT INTO answer (uuid, series, occurrence, start, reply, at) VALUES (?, ?, ?, ?, ?, ?)',
                         (f'{day}-{reply}', series, int(start) // 60, int(start), reply, int(at)))


def what_was_answered_on_a_notification_waits_for_the_profile(keel):
    candles = follow_at(keel, '2026-03-01T19:00', '--rrule', 'FREQ=DAILY')['id']
    keel.run('attend', candles, '2026-03-04', 'went', '--note', 'By bus')
    now = datetime.datetime.now().timestamp()
    for day, reply, at in ((1, 'going', now), (2, 'not', now), (3, 'went', now), (4, 'not', now - 3600)):
        answer(keel, candles, day, reply, at)
    for _ in range(2):
        same([item['attendance'] for item in keel.json('agenda', '--from', '2026-03-01', '--days', '4')],
             [None, 'not', 'went', 'went'])
    # Whoever takes it back is believed.
    keel.run('attend', candles, '2026-03-03', '--undo')
    same([item['attendance'] for item in keel.json('agenda', '--from', '2026-03-01', '--days', '4')],
         [None, 'not', None, 'went'])


def it_starts_at_login_where_that_is_wanted(keel):
    config = keel.environment['XDG_CONFIG_HOME'] = keel.path('con fig$"`\\%')
    folder = os.path.join(config, 'autostart')
    data = keel.data = keel.path('da ta$"`\\%')
    same(keel.json('reminders', 'autostart'), {'autostart': False})
    same(keel.json('reminders', 'autostart', 'on'), {'autostart': True})
    name, = os.listdir(folder)
    assert name.startswith('app.keel.Keel.Reminders.f') and name.endswith('.desktop'), name
    with open(os.path.join(folder, name)) as file:
        text = file.read()
    for word in ('eminder', 'eeting'):
        assert word not in ''.join(line for line in text.splitlines() if line.startswith(('Name', 'Comment', 'Generic'))), text
    # What it starts is what was meant, whatever the folder is called: as GLib reads it.
    shown = subprocess.run(['/usr/bin/python3', '-c', 'import sys\nfrom gi.repository import Gio\n'
                            'print(repr(Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).get_commandline()))',
                            os.path.join(folder, name)], capture_output=True)
    if shown.returncode == 0:
        holds(shown.stdout.decode(), '--data-dir')
    subprocess.run(['gio', 'launch', os.path.join(folder, name)], env=keel.environment)
    wait_for(lambda: keel.json('reminders')['running'], 20, 'what is started at login')
    same(keel.json('reminders')['autostart'], True)
    # What the settings of a desktop write to turn it off, and a program that is gone.
    for old, new in (('X-GNOME-Autostart-enabled=true', 'X-GNOME-Autostart-enabled=false'),
                     ('Terminal=false', 'Hidden=true'), ('TryExec=', 'TryExec=/nonexistent')):
        assert old in text
        with open(os.path.join(folder, name), 'w') as file:
            file.write(text.replace(old, new))
        same(keel.json('reminders', 'autostart'), {'autostart': False})
    same([keel.json('reminders', 'autostart', word) for word in ('on', 'off', 'off')],
         [{'autostart': True}, {'autostart': False}, {'autostart': False}])
    same(os.listdir(folder), [])
    keel.stop_reminders()


def a_start_that_fails_is_told_and_the_meeting_stays(keel):
    keel.run('lists')
    os.mkdir(os.path.join(keel.data, 'reminders.lock'))
    result = keel.start('follow', '--new', 'Candles', '--start', '2050-03-01T19:00', '--zone', 'UTC', '--json')
    same(result.status, 0)
    holds(result.err, 'reminders do not work now')
    same(len(keel.json('agenda', '--from', '2050-03-01')), 1)


def what_keel_reminders_does_not_know_yet_is_told(keel):
    follow = ('follow', '--new', 'Candles', '--start', '2050-03-01T19:00', '--zone', 'UTC')
    keel.run('lists')
    same(keel.json('reminders')['behind'], None)
    path = os.path.join(keel.data, 'profiles', 'default', 'reminders.db')
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON rule BEGIN SELECT raise (ABORT, 'no room'); END")
    result = keel.start(*follow, G_DEBUG='')
    same(result.status, 0)
    holds(result.err, 'It is saved, but reminders could not be brought up to date: ', 'no room')
    for arguments in (('agenda',), ('reminders', 'status')):
        result = keel.start(*arguments, G_DEBUG='')
        same(result.status, 0)
        assert 'It is saved' not in result.err, result
    holds(result.out, 'not among the reminders yet: ', 'no room')
    holds(keel.start('reminders', '--json', G_DEBUG='').out, '"behind" : "', 'no room')
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute('DROP TRIGGER full')
    same(keel.json('reminders')['behind'], None)
    same(keel.json('reminders')['next']['occurrence'], '2050-03-01T19:00')
    keel.stop_reminders()


def write_event(keel, reason):
    path = os.path.join(keel.data, 'profiles', 'default', 'reminders.db')
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome, reason)"
                         " VALUES ('gone', 0, 0, 30, 1, 1, 0, 'failed', ?)", (reason,))


def reasons_are_told_in_the_language_of_the_person(keel):
    keel.run('lists')
    for reason in ('no notification service', 'Something else of the server', ''):
        write_event(keel, reason)
    told = keel.run('reminders', 'log', '--language', 'es')
    holds(told, '(no hay servicio de notificaciones)', '(Something else of the server)')
    same(len(told.splitlines()), 3)
    same(keel.json('reminders', 'log', '--language', 'es')[2]['reason'], 'no notification service')


def without_a_bus_a_test_is_told_as_failed(keel):
    holds(keel.fail('reminders', 'test'), 'could not be shown')
    result = keel.start('reminders', 'status', '--json')
    same(result.status, 0)
    holds(result.out, '"server" : null')
    assert result.err.strip()


def without_a_server_a_test_is_told_as_failed(keel):
    with session_bus(keel):
        holds(keel.fail('reminders', 'test'), 'could not be shown')
        same(keel.json('reminders')['server'], None)


def a_real_server_takes_the_test(keel):
    with session_bus(keel), notification_server(keel):
        before = dunst_shown(keel)
        answer = keel.json('reminders', 'test')
        shape(answer, server=str)
        holds(answer['server'].lower(), 'dunst')
        same(dunst_shown(keel), before + 1)
        holds(keel.run('reminders', 'test'), answer['server'])
        same(keel.json('reminders')['server'], answer['server'])
        holds(keel.run('reminders'), answer['server'])


def a_reminder_that_came_stands_in_the_log(keel):
    with session_bus(keel), notification_server(keel):
        # The clock of a schedule has minutes: the next but one is surely still to come.
        start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=65)
        followed = follow_at(keel, start.strftime('%Y-%m-%dT%H:%M'), '--remind', '0')
        wait_for(lambda: keel.json('reminders', 'log'), 90, 'the reminder')
        event, = keel.json('reminders', 'log')
        shape(event, id=str, occurrence=str, due=str, shown=str, late_ms=int, outcome=str, reason=(str, type(None)))
        fits(event['id'], UUID)
        fits(event['occurrence'], LOCAL)
        fits(event['shown'], MOMENT)
        same((event['id'], event['occurrence'], event['due'], event['outcome']),
             (followed['id'], start.strftime('%Y-%m-%dT%H:%M'), start.strftime('%Y-%m-%dT%H:%M:00Z'), 'shown'))
        assert event['outcome'] in OUTCOMES and 0 <= event['late_ms'] < 10000, event
        same(dunst_shown(keel), 1)
        holds(keel.run('reminders', 'log'), 'Candles', 'shown')
        keel.run('unfollow', followed['id'])
        same(keel.json('reminders', 'log'), [event])
        holds(keel.run('reminders', 'log'), 'no longer follow')


run_tests([
    before_anything_is_followed_nothing_runs,
    following_starts_the_reminders,
    what_holds_for_all_reminders_is_said_once,
    what_is_settled_is_not_what_comes_next,
    what_was_answered_on_a_notification_waits_for_the_profile,
    it_starts_at_login_where_that_is_wanted,
    a_start_that_fails_is_told_and_the_meeting_stays,
    what_keel_reminders_does_not_know_yet_is_told,
    reasons_are_told_in_the_language_of_the_person,
    without_a_bus_a_test_is_told_as_failed,
    without_a_server_a_test_is_told_as_failed,
    a_real_server_takes_the_test,
    a_reminder_that_came_stands_in_the_log,
])
