"""Profiles of several people, and their passphrases."""

import contextlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess

from keelctl import FIXTURES, PROGRAM, Skip, fits, holds, run_tests, same, shape, wait_for
from terminal import Terminal

HARBOUR = os.path.join(FIXTURES, 'harbour.json')
CODE = re.compile(r'^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$')
PASSPHRASE = 'velvet öre anchor'
OTHER = 'copper lantern tide'

# In nothing but the data of whoever it belongs to.
CANARY = 'Zinnoberkanarie'
CANARY_LINK = 'https://zinnoberkanarie.example/room'
NEW = ('--start', '2026-11-24T19:00', '--zone', 'Europe/Berlin', '--rrule', 'FREQ=DAILY')


def read_files(folder):
    """All that a thief of the disk gets."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def files_with(folder, word):
    ways = [word.encode(), word.lower().encode(), word.encode('utf-16-le'), word.encode('utf-16-be')]
    return sorted(name for name, content in read_files(folder).items() if any(way in content for way in ways))


def folder_of(keel, profile):
    return os.path.join(keel.data, 'profiles', profile['id'])


def names_of(agenda):
    return {item['name'] for item in agenda}


def protect(keel, passphrase=PASSPHRASE, *options):
    return keel.json('profile', 'protect', *options, secrets=[passphrase])['recovery_code']


def remember(keel, **options):
    """What the only profile of a test says of itself."""
    return keel.json('search', '--limit', '1000', **options), keel.json('agenda', **options)


def fill(keel):
    keel.run('import', HARBOUR, '--timezone', 'America/New_York', '--list', f'{CANARY} list')
    followed = keel.json('follow', '--new', CANARY, *NEW, '--link', CANARY_LINK, '--place', f'{CANARY} hall', '--note',
                         f'{CANARY} door')
    for day in ('2026-11-24', keel.json('next')['local_start']):
        keel.run('attend', followed['id'], day, 'left', '--heard', f'{CANARY} words', '--note', f'{CANARY} note')
    listed = keel.json('search', 'lamplight')[0]
    keel.json('follow', listed['id'])
    return followed


def two_people_have_nothing_in_common(keel):
    same(keel.json('profile'), [])
    holds(keel.run('profile', 'list'), 'no profile yet')
    one = keel.json('profile', 'create', 'One')
    two = keel.json('profile', 'create', 'Zwei', '--pages', 'both')
    shape(one, id=str, name=str, pages=str, protected=bool)
    same((one['name'], one['pages'], one['protected']), ('One', 'member', False))
    same((two['name'], two['pages']), ('Zwei', 'both'))
    same(keel.json('profile', 'list'), [one, two])
    holds(keel.run('profile'), 'One', 'Zwei', 'no passphrase')

    keel.run('import', HARBOUR, '--list', CANARY, '--profile', 'One')
    keel.run('follow', '--new', CANARY, *NEW, '--profile', 'One')
    keel.run('follow', '--new', 'Something else', *NEW, '--profile', 'Zwei')
    same(keel.json('lists', '--profile', 'Zwei'), [])
    same(keel.json('search', '--profile', 'Zwei'), [])
    same(names_of(keel.json('agenda', '--profile', 'Zwei')), {'Something else'})
    same(names_of(keel.json('agenda', '--profile', 'One')), {CANARY})
    assert files_with(folder_of(keel, one), CANARY), 'the canary is not found where it is'
    same(files_with(folder_of(keel, two), CANARY), [])
    same(files_with(folder_of(keel, one), 'Something else'), [])


def a_profile_goes_by_name_or_id(keel):
    one = keel.json('profile', 'create', 'One')
    keel.run('profile', 'create', 'Two', '--pages', 'family')
    keel.run('follow', '--new', CANARY, *NEW, '--profile', 'one')
    for way in ('One', 'ONE', one['id']):
        same(names_of(keel.json('agenda', '--profile', way)), {CANARY})
    same(keel.json('profile')[1]['pages'], 'family')
    holds(keel.fail('agenda', '--profile', 'Three'), 'Three')
    holds(keel.fail('profile', 'protect', '--profile', 'Three', secrets=[PASSPHRASE]), 'Three')
    holds(keel.fail('profile', 'create', ' oNe '), 'name')
    holds(keel.fail('profile', 'create', one['id']), 'name')
    same(len(keel.json('profile')), 2)


def of_several_profiles_none_is_guessed(keel):
    keel.run('profile', 'create', 'One')
    keel.run('lists')
    keel.run('profile', 'create', 'Two')
    before = read_files(keel.data)
    for command in (('import', HARBOUR), ('lists',), ('search',), ('follow', '--new', CANARY, *NEW), ('unfollow', 'x'),
                    ('agenda',), ('next',), ('reminders',), ('profile', 'unprotect'), ('profile', 'passphrase'),
                    ('profile', 'recovery-code')):
        holds(keel.refuse(*command), '“One”', '“Two”', '--profile')
    holds(keel.refuse('profile', 'protect', secrets=[PASSPHRASE]), '“One”', '“Two”', '--profile')
    same(read_files(keel.data), before)


def a_protected_profile_works_with_its_passphrase(keel):
    fill(keel)
    before = remember(keel)
    answer = keel.json('profile', 'protect', secrets=[PASSPHRASE])
    shape(answer, id=str, name=str, pages=str, protected=bool, recovery_code=str)
    fits(answer['recovery_code'], CODE)
    same(answer['protected'], True)
    same(keel.json('profile')[0]['protected'], True)
    holds(keel.run('profile'), 'has a passphrase')
    same(remember(keel, secrets=[PASSPHRASE]), before)

    keel.run('import', HARBOUR, '--list', 'Second', secrets=[PASSPHRASE])
    added = keel.json('follow', '--new', 'Later', *NEW, secrets=[PASSPHRASE])
    assert 'Later' in names_of(keel.json('agenda', secrets=[PASSPHRASE]))
    keel.run('unfollow', added['id'], secrets=[PASSPHRASE])
    same(len(keel.json('lists', secrets=[PASSPHRASE])), 2)
    keel.run('lists', 'remove', 'Second', secrets=[PASSPHRASE])
    same(keel.json('next', secrets=[PASSPHRASE])['id'], before[1][0]['id'])
    shape(keel.json('reminders', secrets=[PASSPHRASE]), running=bool, pid=(int, type(None)), since=(str, type(None)),
          server=(str, type(None)), next=(dict, type(None)), problem=(dict, type(None)), quiet=type(None), sound=bool,
          ask_afterwards=bool, autostart=bool, quiet_until=type(None), do_not_disturb=bool, behind=type(None))
    same(remember(keel, secrets=[PASSPHRASE]), before)


def protecting_says_what_a_person_needs(keel):
    keel.run('profile', 'create', 'One')
    text = keel.run('profile', 'protect', secrets=[PASSPHRASE])
    holds(text, '“One” is protected now', 'recovery code')
    code = next(line.strip() for line in text.splitlines() if CODE.match(line.strip()))
    same(keel.json('lists', '--recovery-code', secrets=[code]), [])
    holds(keel.fail('profile', 'protect', secrets=[PASSPHRASE]), 'already')
    holds(keel.run('profile', 'passphrase', secrets=[PASSPHRASE, OTHER]), 'new passphrase')
    holds(keel.run('profile', 'recovery-code', secrets=[OTHER]), 'new recovery code')
    holds(keel.run('profile', 'recovery-code', '--remove', secrets=[OTHER]), 'passphrase alone')
    holds(keel.run('profile', 'unprotect', secrets=[OTHER]), 'no passphrase any more')


def get_wait(said):
    """The seconds that were told; less than one is not told at all."""
    found = re.search(r'You can try again in (\d+) second', said)
    return int(found.group(1)) if found else 0


def try_wrong(keel, times):
    """The waits after so many passphrases that do not fit."""
    waits = []

    def one_more():
        said = keel.fail('agenda', secrets=['wrong'])
        if 'too soon' not in said:
            holds(said, 'passphrase does not open')
            waits.append(get_wait(said))
        return len(waits) == times

    wait_for(one_more, 60, 'tries')
    return waits


def wait_for_unlock(keel, *options):
    wait_for(lambda: keel.start('lists', *options, secrets=[PASSPHRASE]).status == 0, 60, 'the end of the wait')


def what_does_not_fit_changes_nothing(keel):
    fill(keel)
    protect(keel)
    keel.stop_reminders()
    before = read_files(keel.data)
    try_wrong(keel, 3)
    # Not even the right one, until the wait is over.
    said = keel.fail('agenda', secrets=[PASSPHRASE])
    holds(said, 'too soon', 'Nothing was changed')
    assert 1 <= get_wait(said) <= 4, said
    after = read_files(keel.data)
    attempts = [name for name in after if os.path.basename(name) == 'attempts']
    same(len(attempts), 1)
    del after[attempts[0]]
    same(after, before)

    wait_for_unlock(keel)
    same([name for name in read_files(keel.data) if os.path.basename(name) == 'attempts'], [])
    holds(keel.fail('agenda', '--recovery-code', secrets=['0000-0000-0000-0000-0000-0000-0001']), 'recovery code')


def each_one_that_does_not_fit_makes_the_next_wait_longer(keel):
    keel.run('lists')
    protect(keel)
    for wait, most in zip(try_wrong(keel, 4), (1, 2, 4, 8)):
        assert most - 1 <= wait <= most, f'{wait} s instead of {most}'


def what_cannot_be_a_passphrase_is_told(keel):
    keel.run('lists')
    holds(keel.fail('profile', 'protect', secrets=['']), 'at least one character')
    holds(keel.fail('profile', 'protect', secrets=[]), 'one line for each passphrase')
    holds(keel.fail('profile', 'protect', secrets=['x' * 5000]), 'one line of text')
    bad = subprocess.run([PROGRAM, '--data-dir', keel.data, 'profile', 'protect', '--passphrase-fd', '0'],
                         input=b'\xff\xfe\n', env=keel.environment, capture_output=True, start_new_session=True)
    same(bad.returncode, 1)
    holds(bad.stderr.decode(), 'UTF-8')
    holds(keel.fail('profile', 'protect'), 'no terminal', '--passphrase-fd')
    same(keel.json('profile')[0]['protected'], False)

    protect(keel)
    holds(keel.fail('lists'), 'no terminal', '--passphrase-fd')
    holds(keel.fail('profile', 'passphrase', secrets=[PASSPHRASE]), 'one line for each passphrase')
    same(keel.json('lists', secrets=[PASSPHRASE]), [])


def lines_may_end_as_elsewhere(keel):
    keel.run('lists')
    for given in (PASSPHRASE + '\r\n', PASSPHRASE):
        done = subprocess.run([PROGRAM, '--data-dir', keel.data, 'profile', 'protect', '--passphrase-fd=0'],
                              input=given.encode(), env=keel.environment, capture_output=True)
        same(done.returncode, 0)
        keel.run('profile', 'unprotect', secrets=[PASSPHRASE])


def a_passphrase_changes_without_the_data(keel):
    fill(keel)
    code = protect(keel)
    before = remember(keel, secrets=[PASSPHRASE])
    journal = read_files(keel.data)['profiles/default/journal.db']
    answer = keel.json('profile', 'passphrase', secrets=[PASSPHRASE, OTHER])
    shape(answer, id=str, name=str, pages=str, protected=bool)
    same(read_files(keel.data)['profiles/default/journal.db'], journal)
    same(remember(keel, secrets=[OTHER]), before)
    # Forgotten: the code opens it and sets another one.
    keel.run('profile', 'passphrase', '--recovery-code', secrets=[code.lower().replace('-', ' '), PASSPHRASE])
    same(remember(keel, secrets=[PASSPHRASE]), before)
    holds(keel.fail('profile', 'passphrase', secrets=[OTHER, 'third']), 'does not open')
    wait_for_unlock(keel)


def a_recovery_code_is_renewed_and_removed(keel):
    keel.run('lists')
    holds(keel.fail('profile', 'recovery-code', secrets=[PASSPHRASE]), 'no passphrase')
    first = protect(keel)
    same(keel.json('lists', '--recovery-code', secrets=[first]), [])
    answer = keel.json('profile', 'recovery-code', secrets=[PASSPHRASE])
    shape(answer, id=str, name=str, pages=str, protected=bool, recovery_code=str)
    second = answer['recovery_code']
    fits(second, CODE)
    assert second != first
    same(keel.json('lists', '--recovery-code', secrets=[second]), [])
    holds(keel.fail('lists', '--recovery-code', secrets=[first]), 'newest')
    wait_for_unlock(keel)
    # One kind is not taken for the other.
    holds(keel.fail('lists', secrets=[second]), 'does not open')
    wait_for_unlock(keel)
    same(keel.json('profile', 'recovery-code', '--remove', secrets=[PASSPHRASE])['recovery_code'], None)
    holds(keel.fail('profile', 'recovery-code', '--remove', secrets=[PASSPHRASE]), 'no recovery code')
    holds(keel.fail('lists', '--recovery-code', secrets=[second]), 'does not open')


def unprotecting_gives_everything_back(keel):
    fill(keel)
    before = remember(keel)
    protect(keel)
    holds(keel.fail('profile', 'unprotect', secrets=['wrong']), 'does not open')
    wait_for(lambda: keel.start('profile', 'unprotect', secrets=[PASSPHRASE]).status == 0, 10, 'the end of the wait')
    same(keel.json('profile')[0]['protected'], False)
    same(remember(keel), before)
    same([name for name in os.listdir(os.path.join(keel.data, 'profiles', 'default')) if name.startswith('keys')], [])
    holds(keel.fail('profile', 'unprotect', secrets=[PASSPHRASE]), 'no passphrase')
    # A passphrase beside a profile that has none does no harm to scripts.
    same(remember(keel, secrets=[PASSPHRASE]), before)


def no_word_stays_readable_after_protecting(keel):
    fill(keel)
    found = {os.path.basename(name) for name in files_with(keel.data, CANARY)}
    assert {'journal.db', 'directory.db', 'reminders.db'} <= found, f'the search does not see: {found}'
    assert files_with(keel.data, 'Lamplight')
    code = protect(keel)
    for word in (CANARY, 'Lamplight', 'Harbour Hall', PASSPHRASE, code, code.replace('-', '')):
        same((word, files_with(keel.data, word)), (word, []))
    keel.run('follow', '--new', f'{CANARY} again', *NEW, '--link', CANARY_LINK, secrets=[PASSPHRASE])
    keel.run('import', HARBOUR, '--list', f'{CANARY} second', secrets=[PASSPHRASE])
    same(files_with(keel.data, CANARY), [])


def a_reminder_says_only_what_was_allowed(keel):
    reminders = ['profiles/default/reminders.db']
    fill(keel)
    protect(keel)
    lamplight = keel.json('search', 'lamplight', secrets=[PASSPHRASE])[0]['id']
    same(files_with(keel.data, 'Lamplight'), [])
    # Whatever is to be told, and from wherever: nothing leaves the encryption before that is allowed.
    keel.json('follow', lamplight, '--reminder-text', 'full', '--travel', '20', secrets=[PASSPHRASE])
    for word in ('Lamplight', 'Harbour Hall', 'Quay', 'geo:', 'openstreetmap'):
        same((word, [name for name in files_with(keel.data, word)]), (word, []))
    followed = keel.json('follow', lamplight, '--open-reminder', secrets=[PASSPHRASE])
    same((followed['open_reminder'], followed['leads']), (True, [30]))
    same(files_with(keel.data, 'Lamplight'), reminders)
    same(files_with(keel.data, 'Harbour Hall'), reminders)
    same(files_with(keel.data, CANARY), [])
    # Other changes leave it as it is.
    same(keel.json('follow', lamplight, '--remind', '5', secrets=[PASSPHRASE])['open_reminder'], True)
    same(files_with(keel.data, 'Lamplight'), reminders)
    followed = keel.json('follow', lamplight, '--no-open-reminder', secrets=[PASSPHRASE])
    same((followed['open_reminder'], followed['leads']), (False, [5]))
    for word in ('Lamplight', 'Harbour Hall', 'Quay', 'geo:', 'openstreetmap'):
        same((word, files_with(keel.data, word)), (word, []))

    added = keel.json('follow', '--new', CANARY, *NEW, '--link', CANARY_LINK, '--open-reminder', secrets=[PASSPHRASE])
    same(added['open_reminder'], True)
    same(files_with(keel.data, CANARY), reminders)
    holds(keel.run('follow', '--new', 'Quiet', *NEW, secrets=[PASSPHRASE]), 'say only the time', '--open-reminder')
    holds(keel.run('follow', '--new', 'Loud', *NEW, '--open-reminder', secrets=[PASSPHRASE]), 'outside the encryption')


@contextlib.contextmanager
def open_elsewhere(keel, secret=''):
    """Another keelctl with the profile open: it waits for somebody to read its long answer."""
    reader, writer = os.pipe()
    with open(writer, 'w') as lines:
        lines.write(secret + '\n')
    process = subprocess.Popen([PROGRAM, '--data-dir', keel.data, '--passphrase-fd', str(reader), 'search', '--json',
                                '--limit', '100000'], env=keel.environment, stdout=subprocess.PIPE,
                               pass_fds=(reader,), start_new_session=True)
    os.close(reader)
    try:
        same(process.stdout.read(1), b'[')
        yield process
    finally:
        process.stdout.read()
        process.stdout.close()
        same(process.wait(60), 0)


def make_long_list(keel):
    meetings = [{'slug': f'm{n}', 'name': f'Meeting {n}', 'day': n % 7, 'time': '19:00', 'notes': 'n' * 200}
                for n in range(1000)]
    keel.run('import', keel.path('long.json', json.dumps(meetings)), '--timezone', 'Europe/Berlin')


def what_is_open_elsewhere_stays_as_it_is(keel):
    make_long_list(keel)
    with open_elsewhere(keel) as other:
        holds(keel.fail('profile', 'protect', secrets=[PASSPHRASE]), 'open in another', 'Nothing was changed')
        holds(keel.fail('profile', 'remove', 'default', '--confirm', 'default'), 'open in another')
        same(len(keel.json('lists')), 1)
        # What it holds of a person does not reach a core dump.
        same(resource.prlimit(other.pid, resource.RLIMIT_CORE), (0, 0))
    protect(keel)
    with open_elsewhere(keel, PASSPHRASE):
        holds(keel.fail('profile', 'unprotect', secrets=[PASSPHRASE]), 'open in another')
        # Keys may change meanwhile.
        keel.run('profile', 'passphrase', secrets=[PASSPHRASE, OTHER])
    same(len(keel.json('lists', secrets=[OTHER])), 1)
    keel.run('profile', 'unprotect', secrets=[OTHER])


def removing_takes_everything_and_nothing_else(keel):
    one = keel.json('profile', 'create', 'One')
    two = keel.json('profile', 'create', 'Two')
    keel.run('follow', '--new', 'Kept', *NEW, '--profile', 'One')
    keel.run('follow', '--new', CANARY, *NEW, '--profile', 'Two')
    kept = keel.json('agenda', '--profile', 'One')
    holds(keel.fail('profile', 'remove', 'Three', '--confirm', 'Three'), 'Three')
    holds(keel.fail('profile', 'remove', 'Two'), '--confirm')
    holds(keel.fail('profile', 'remove', 'Two', '--confirm', 'One'), 'Nothing was deleted')
    protect(keel, PASSPHRASE, '--profile', 'Two')
    holds(keel.fail('profile', 'remove', 'Two', '--confirm', 'Two'), 'passphrase')
    holds(keel.fail('profile', 'remove', 'Two', '--confirm', 'Two', secrets=['wrong']), 'does not open')
    same(len(keel.json('profile')), 2)
    wait_for_unlock(keel, '--profile', 'Two')

    same(keel.json('profile', 'remove', 'two', '--confirm', 'Two', secrets=[PASSPHRASE]),
         {'id': two['id'], 'name': 'Two'})
    same(keel.json('profile'), [one])
    same(os.listdir(os.path.join(keel.data, 'profiles')), [one['id']])
    same(keel.json('agenda'), kept)
    holds(keel.run('profile', 'remove', one['id'], '--confirm', 'One'), '“One” was deleted')
    same(keel.json('profile'), [])


def terminal(keel, *arguments, out=None):
    return Terminal([PROGRAM, '--data-dir', keel.data, *arguments], keel.environment, out)


def a_person_is_asked_and_nothing_shows(keel):
    fill(keel)
    answer = keel.path('answer')
    with terminal(keel, 'profile', 'protect', '--json', out=answer) as screen:
        screen.wait_for('PROTECTS')
        screen.wait_for('DOES NOT')
        screen.wait_for('phone bills')
        screen.answer('New passphrase: ', PASSPHRASE)
        screen.answer('once more: ', 'something else')
        screen.wait_for('not the same')
        screen.answer('New passphrase: ', PASSPHRASE)
        screen.answer('once more: ', PASSPHRASE)
        same(screen.end(), 0)
        assert screen.shows_typing(), 'the terminal stays silent'
        assert PASSPHRASE not in screen.text and 'anchor' not in screen.text
        assert max(map(len, screen.text.splitlines())) <= 80, screen.text
    with open(answer) as file:
        fits(json.load(file)['recovery_code'], CODE)

    with terminal(keel, 'agenda', '--json', out=answer) as screen:
        screen.answer('Passphrase of “default”: ', PASSPHRASE)
        same(screen.end(), 0)
    with open(answer) as file:
        assert CANARY in names_of(json.load(file))
    with terminal(keel, 'profile', 'passphrase') as screen:
        screen.answer('Passphrase of “default”: ', PASSPHRASE)
        screen.answer('New passphrase: ', OTHER)
        screen.answer('once more: ', OTHER)
        same(screen.end(), 0)
    assert keel.json('agenda', secrets=[OTHER])


def two_that_differ_set_nothing(keel):
    keel.run('lists')
    with terminal(keel, 'profile', 'protect') as screen:
        for _ in range(3):
            screen.answer('New passphrase: ', PASSPHRASE)
            screen.answer('once more: ', OTHER)
        screen.wait_for('Nothing was changed')
        same(screen.end(), 1)
    with terminal(keel, 'profile', 'protect') as screen:
        screen.wait_for('New passphrase: ')
        screen.type('\x04')
        screen.wait_for('Nothing was changed')
        same(screen.end(), 1)
    same(keel.json('profile')[0]['protected'], False)


def a_signal_gives_the_terminal_back(keel):
    keel.run('lists')
    protect(keel)
    for number, send in ((signal.SIGINT, lambda screen: screen.type('half\x03')),
                         (signal.SIGQUIT, lambda screen: screen.type('\x1c')),
                         (signal.SIGTERM, lambda screen: os.kill(screen.pid, signal.SIGTERM)),
                         (signal.SIGHUP, lambda screen: os.kill(screen.pid, signal.SIGHUP))):
        with terminal(keel, 'lists') as screen:
            screen.wait_for('Passphrase of “default”: ')
            assert not screen.shows_typing()
            send(screen)
            same(screen.end(), -number)
            assert screen.shows_typing(), f'the terminal stays silent after {number}'
            assert 'half' not in screen.text


def a_stopped_program_asks_again(keel):
    if shutil.which('bash') is None:
        raise Skip('there is no shell that controls jobs')
    keel.run('lists')
    protect(keel)
    script = '"$0" "$@"; echo "stopped with $?"; sleep 1; fg >/dev/null; echo "ended with $?"'
    command = ['bash', '-mc', script, PROGRAM, '--data-dir', keel.data, 'lists', '--json']
    with Terminal(command, keel.environment) as screen:
        screen.wait_for('Passphrase of “default”: ')
        screen.type('half\x1a')
        screen.wait_for('stopped with 14')
        assert screen.shows_typing(), 'the shell gets a silent terminal'
        screen.answer('Passphrase of “default”: ', PASSPHRASE)
        screen.wait_for('ended with 0')
        same(screen.end(), 0)


def a_person_types_the_name_of_what_goes(keel):
    keel.run('profile', 'create', 'One Two')
    with terminal(keel, 'profile', 'remove', 'one two') as screen:
        screen.wait_for('for good')
        screen.wait_for('Type its name to go on: ')
        assert screen.shows_typing(), 'a name is no secret'
        screen.type('yes\n')
        screen.wait_for('Nothing was deleted')
        same(screen.end(), 1)
    protect(keel)
    with terminal(keel, 'profile', 'remove', 'One Two') as screen:
        screen.answer('Passphrase of “One Two”: ', PASSPHRASE)
        screen.wait_for('Type its name to go on: ')
        screen.type('One Two\n')
        screen.wait_for('was deleted')
        same(screen.end(), 0)
    same(keel.json('profile'), [])


run_tests([
    two_people_have_nothing_in_common,
    a_profile_goes_by_name_or_id,
    of_several_profiles_none_is_guessed,
    a_protected_profile_works_with_its_passphrase,
    protecting_says_what_a_person_needs,
    what_does_not_fit_changes_nothing,
    each_one_that_does_not_fit_makes_the_next_wait_longer,
    what_cannot_be_a_passphrase_is_told,
    lines_may_end_as_elsewhere,
    a_passphrase_changes_without_the_data,
    a_recovery_code_is_renewed_and_removed,
    unprotecting_gives_everything_back,
    no_word_stays_readable_after_protecting,
    a_reminder_says_only_what_was_allowed,
    what_is_open_elsewhere_stays_as_it_is,
    removing_takes_everything_and_nothing_else,
    a_person_is_asked_and_nothing_shows,
    two_that_differ_set_nothing,
    a_signal_gives_the_terminal_back,
    a_stopped_program_asks_again,
    a_person_types_the_name_of_what_goes,
])
