"""Help, wrong usage and the options that every command takes."""

import os
import subprocess

from keelctl import DATE, FIXTURES, PROGRAM, Skip, fits, holds, run_tests, same

HARBOUR = os.path.join(FIXTURES, 'harbour.json')

COMMANDS = ('import', 'lists', 'places', 'help-lines', 'search', 'follow', 'unfollow', 'move', 'cancel', 'attend', 'agenda', 'next', 'worksheets', 'strategies', 'readings', 'urges', 'medicine', 'entries', 'export', 'profile', 'reminders')

WRONG = (
    (),
    ('dance',),
    ('--no-such-option',),
    ('search', '--no-such-option'),
    ('--data-dir',),
    ('--language',),
    ('help-lines', 'here'),
    ('help-lines', '--kind', 'dogs'),
    ('help-lines', '--country', 'Britain'),
    ('import',),
    ('lists', 'refresh', 'One', 'Two'),
    ('lists', 'changes', '--take', 'One', '--keep', 'One'),
    ('lists', 'show', '--take', 'One'),
    ('lists', 'changes', 'One'),
    ('import', HARBOUR, '--timezone', 'Nowhere/Atlantis'),
    ('import', HARBOUR, '--timezone', ''),
    ('import', HARBOUR, '--program', 'bowling'),
    ('import', HARBOUR, '--list', '  '),
    ('import', HARBOUR, HARBOUR, '--list', 'One'),
    ('lists', 'dance'),
    ('lists', 'remove'),
    ('lists', 'remove', 'One', 'Two'),
    ('search', '--day', 'someday'),
    ('search', '--day', 't'),
    ('search', '--day', '7'),
    ('search', '--online', '--in-person'),
    ('search', '--near', '91,0'),
    ('search', '--near', '0,181'),
    ('search', '--near', '40.7'),
    ('search', '--near', '40.7,-74.0,'),
    ('search', '--near', '?'),
    ('search', '--part', 'teatime'),
    ('search', '--access', 'lift'),
    ('search', '--order', 'price'),
    ('search', '--order', 'distance'),
    ('search', '--counts'),
    ('search', '--within', '5'),
    ('search', '--near', '40.7,-74', '--within', '-1'),
    ('search', '--near', '40.7,-74', '--within', 'nan'),
    ('search', '--limit', '0'),
    ('search', '--limit', '-3'),
    ('search', '--limit', 'many'),
    ('search', '--program', 'bowling'),
    ('follow',),
    ('follow', '0123456789abcdef', 'fedcba9876543210'),
    ('follow', '0123456789abcdef', '--start', '2026-11-24T19:00'),
    ('follow', '0123456789abcdef', '--new', 'Both', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin'),
    ('follow', '0123456789abcdef', '--remind', 'soon'),
    ('follow', '0123456789abcdef', '--remind', '-5'),
    ('follow', '0123456789abcdef', '--remind', '99999999999999999999'),
    ('follow', '--new', ' ', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin'),
    ('follow', '--new', 'No start', '--zone', 'Europe/Berlin'),
    ('follow', '--new', 'No zone', '--start', '2026-11-24T19:00'),
    ('follow', '--new', 'Bad start', '--start', '2026-02-30T19:00', '--zone', 'Europe/Berlin'),
    ('follow', '--new', 'Bad zone', '--start', '2026-11-24T19:00', '--zone', 'Nowhere/Atlantis'),
    ('follow', '--new', 'Bad rule', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--rrule', 'FREQ=NOW'),
    ('follow', '--new', 'Too often', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--rrule',
     'FREQ=SECONDLY'),
    ('follow', '--new', 'Bad link', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--link',
     'javascript:alert(1)'),
    ('follow', '--new', 'Too short', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--duration', '0'),
    ('follow', '--new', 'Too long', '--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--duration', '99999999'),
    ('follow', '0123456789abcdef', '--kind', 'bowling'),
    ('follow', '0123456789abcdef', '--home-group', '--no-home-group'),
    ('unfollow',),
    ('unfollow', 'one', 'two'),
    ('move',),
    ('move', 'id', '2026-11-24'),
    ('move', 'id', '2026-11-24', '2026-11-25', 'more'),
    ('move', 'id', 'tomorrow', '2026-11-25'),
    ('move', 'id', '2026-11-24', '20:00'),
    ('move', 'id', '2026-11-24', '2026-11-25T25:00'),
    ('move', 'id', '2026-11-24', '2026-11-25', '--undo'),
    ('move', 'id', '2026-11-24', '2026-11-25', '--duration', '0'),
    ('move', 'id', '2026-11-24', '2026-11-25', '--duration', 'long'),
    ('move', 'id', '2026-11-24', '2026-11-25', '--duration', '99999999999'),
    ('cancel',),
    ('cancel', 'id'),
    ('cancel', 'id', 'soon'),
    ('cancel', 'id', '2026-02-30'),
    ('cancel', 'id', '2026-11-24', 'again'),
    ('attend',),
    ('attend', 'id', '2026-11-24'),
    ('attend', 'id', '2026-11-24', 'maybe'),
    ('attend', 'id', '2026-11-24', 'missed'),
    ('attend', 'id', '2026-11-24', 'went', 'left'),
    ('attend', 'id', 'today', 'went'),
    ('attend', 'id', '2026-11-24', 'went', '--undo'),
    ('attend', 'id', '2026-11-24', '--undo', '--note', 'x'),
    ('agenda', 'tomorrow'),
    ('agenda', '--from', 'tomorrow'),
    ('agenda', '--from', '2026-13-01'),
    ('agenda', '--from', '2026-11-24T19:00'),
    ('agenda', '--days', '0'),
    ('agenda', '--days', '1000000'),
    ('next', 'week'),
    ('follow', '0123456789abcdef', '--open-reminder', '--no-open-reminder'),
    ('worksheets', 'w01'),
    ('strategies', 'c01'),
    ('strategies', 'show'),
    ('readings', 'limits'),
    ('readings', 'show'),
    ('strategies', '--for', 'fun'),
    ('strategies', 'show', 'c01', '--for', 'craving'),
    ('medicine', 'dance'),
    ('medicine', 'mark', 'x'),
    ('medicine', 'mark', 'x', 'perhaps'),
    ('medicine', 'list', '--date', '2026-03-01'),
    ('medicine', 'mark', 'x', 'taken', '--date', 'soon'),
    ('urges', 'dance'),
    ('urges', 'list', 'more'),
    ('urges', '--strength', '5'),
    ('urges', 'list', '--note', 'x'),
    ('urges', 'add'),
    ('urges', 'add', '--strength', '11'),
    ('urges', 'add', '--strength', '-1'),
    ('urges', 'add', '--strength', 'much'),
    ('urges', 'add', '--strength', '5', '--after', '11'),
    ('urges', 'add', '--strength', '5', '--tags', 'fun'),
    ('urges', 'add', '7'),
    ('entries', 'dance'),
    ('entries', 'show'),
    ('entries', 'print', 'id'),
    ('entries', 'show', 'id', '--format', 'html'),
    ('profile', 'dance'),
    ('profile', 'list', 'One'),
    ('profile', 'create'),
    ('profile', 'create', ''),
    ('profile', 'create', '  '),
    ('profile', 'create', 'x' * 61),
    ('profile', 'create', 'One\nTwo'),
    ('profile', 'create', 'One', 'Two'),
    ('profile', 'create', 'One', '--pages', 'all'),
    ('profile', 'list', '--pages', 'both'),
    ('profile', 'protect', 'One'),
    ('profile', 'protect', '--remove'),
    ('profile', 'protect', 'secret', '--passphrase', 'secret'),
    ('profile', 'unprotect', 'One'),
    ('profile', 'passphrase', 'old', 'new'),
    ('profile', 'recovery-code', 'One'),
    ('profile', 'remove'),
    ('profile', 'remove', 'One', '--profile', 'One'),
    ('profile', 'remove', 'One', '--remove'),
    ('profile', 'list', '--confirm', 'One'),
    ('lists', '--passphrase-fd'),
    ('lists', '--passphrase-fd', 'nine'),
    ('lists', '--passphrase-fd', '-1'),
    ('lists', '--passphrase-fd', '987'),
    ('reminders', 'dance'),
    ('reminders', 'quiet', 'often'),
    ('reminders', 'quiet', '22:00-22:00'),
    ('reminders', 'quiet', '25:00-07:00'),
    ('reminders', 'sound', 'loud'),
    ('reminders', 'ask', 'on', 'off'),
    ('reminders', 'autostart', 'yes'),
    ('follow', '0123456789abcdef', '--reminder-text', 'all'),
    ('follow', '0123456789abcdef', '--travel', '601'),
    ('follow', '0123456789abcdef', '--silent', '--sound'),
    ('follow', '0123456789abcdef', '--important', '--no-important'),
    ('reminders', 'log', 'all'),
    ('reminders', 'log', '--limit', '0'),
)


def wrong_usage_is_told_and_makes_nothing(keel):
    for arguments in WRONG:
        keel.refuse(*arguments)
    assert not os.path.exists(keel.data), 'a wrong command line made a data folder'


def wrong_usage_shows_the_line_of_its_command(keel):
    holds(keel.refuse('search', '--day', 'someday'), 'Usage: keelctl search ', '--day', 'someday')
    holds(keel.refuse('lists', 'renew'), 'renew', 'Usage: keelctl lists ')


def help_names_every_command(keel):
    text = keel.run('--help')
    holds(text, 'keelctl', *COMMANDS, '--data-dir', '--profile', '--json', '--language', '--version')
    for command in COMMANDS:
        holds(keel.run(command, '--help'), f'keelctl [OPTION…] {command}', '--data-dir')
        same(keel.run('--help', command), keel.run(command, '--help'))
        same(keel.run(command, '-h'), keel.run(command, '--help'))
    assert not os.path.exists(keel.data), 'help made a data folder'


def the_version_is_one_line(keel):
    text = keel.run('--version')
    assert text.startswith('keelctl ') and text.count('\n') == 1, text


def options_for_all_stand_before_or_after_the_command(keel):
    after = keel.json('lists')
    before = keel.start('--json', 'lists')
    same(before.status, 0)
    same(before.out.strip(), '[]')
    same(after, [])
    same(keel.start('lists', 'show', '--json').out, before.out)
    same(keel.start('--language', 'en', '--json', 'lists').out, before.out)


def an_unknown_profile_is_told_and_not_made(keel):
    keel.run('lists')
    holds(keel.fail('lists', '--profile', 'someone'), 'someone')
    same(os.listdir(os.path.join(keel.data, 'profiles')), ['default'])
    same(keel.json('lists', '--profile', 'default'), [])


def a_relative_data_folder_is_used_from_here(keel):
    done = subprocess.run([PROGRAM, '--data-dir', 'here', 'lists', '--json'], cwd=keel.folder, env=keel.environment,
                          capture_output=True, check=True)
    same(done.stdout.strip(), b'[]')
    assert os.path.isdir(os.path.join(keel.folder, 'here', 'profiles'))


def what_lasts_is_for_this_person_alone(keel):
    keel.run('import', HARBOUR)
    for folder, folders, files in os.walk(keel.data):
        same(oct(os.stat(folder).st_mode & 0o777), oct(0o700))
        for name in files:
            same((name, oct(os.stat(os.path.join(folder, name)).st_mode & 0o777)), (name, oct(0o600)))


def an_answer_that_cannot_be_written_is_not_done(keel):
    keel.run('import', HARBOUR)
    for arguments in (('search', '--json'), ('search',), ('--help',)):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, '--data-dir', keel.data, *arguments], env=keel.environment, stdout=full,
                                  stderr=subprocess.PIPE)
        same(done.returncode, 1)
        assert done.stderr.strip(), 'nothing on standard error'


def days_go_by_many_names(keel):
    keel.run('import', HARBOUR, '--timezone', 'America/New_York')
    for day in ('tue', 'TUE', 'tuesday', 'Tu', '2'):
        same([meeting['name'] for meeting in keel.json('search', '--day', day)], ['Lamplight'])
    same(len(keel.json('search', '--day', 'mon', '--day', 'thu')), 2)
    same(keel.json('search', '--day', 'wed'), [])


def numbers_of_a_locale_do_not_reach_json(keel):
    keel.run('import', HARBOUR)
    meeting = keel.json('search', 'lamplight', '--near', '40.71,-74.0', LC_ALL='de_DE.UTF-8')[0]
    assert 1.0 < meeting['distance_km'] < 1.3, meeting['distance_km']
    fits(meeting['imported_on'], DATE)


def help_speaks_the_language_asked_for(keel):
    english = keel.run('search', '--help')
    for way in (('--language', 'es'), ('--language=es',)):
        spanish = keel.run(*way, 'search', '--help')
        if spanish == english:
            raise Skip('no Spanish catalogue was built')
        same(keel.run('search', '--help', *way), spanish)
        holds(spanish, '--in-person')
    # An unknown language is no reason to stop.
    same(keel.run('search', '--help', '--language', 'xx'), english)


run_tests([
    wrong_usage_is_told_and_makes_nothing,
    wrong_usage_shows_the_line_of_its_command,
    help_names_every_command,
    the_version_is_one_line,
    options_for_all_stand_before_or_after_the_command,
    an_unknown_profile_is_told_and_not_made,
    a_relative_data_folder_is_used_from_here,
    what_lasts_is_for_this_person_alone,
    an_answer_that_cannot_be_written_is_not_done,
    days_go_by_many_names,
    numbers_of_a_locale_do_not_reach_json,
    help_speaks_the_language_asked_for,
])
