"""What cannot be read is told in a sentence, and nothing changes."""

import contextlib
import os
import shlex
import shutil
import sqlite3
import subprocess
import time

from keelctl import FIXTURES, PROGRAM, Skip, holds, run_tests, same

HARBOUR = os.path.join(FIXTURES, 'harbour.json')

with open(HARBOUR, 'rb') as harbour:
    WHOLE = harbour.read()

BAD_FILES = {
    'truncated.json': WHOLE[:len(WHOLE) // 2],
    'truncated-in-a-letter.json': WHOLE[:WHOLE.index('ü'.encode()) + 1],
    'page.html': b'<!DOCTYPE html>\n<html><head><title>Just a moment</title></head><body>Sign in</body></html>\n',
    'page-behind-blanks.json': b'\n\n  <html><body>404</body></html>',
    'latin1.json': WHOLE.decode().encode('latin-1', 'replace'),
    'utf16-without-mark.json': WHOLE.decode().encode('utf-16-le'),
    'half-a-letter.json': WHOLE.decode().encode('utf-16')[:-1],
    'arrays.json': b'[' * 100000 + b']' * 100000,
    'objects.json': b'{"a":' * 100000 + b'1' + b'}' * 100000,
    'open-arrays.json': b'[' * 100000,
    'empty-list.json': b'[]',
    'empty-wrapper.json': b'{"meetings":[]}',
    'empty.json': b'',
    'blank.json': b' \n\t \n',
    'number.json': b'42',
    'null.json': b'null',
    'text.json': b'Meetings on Tuesday at seven.\n',
    'numbers.json': b'[1,2,3]',
    'rows-without-use.json': b'[{"day":1},{"time":"19:00"}]',
    'other.json': b'{"type":"FeatureCollection","features":[{"a":1}]}',
    'formats.json': None,
    'binary.json': bytes(range(256)) * 64,
    'songs.csv': b'Song,Artist\nA song,An artist\n',
    'columns-alone.csv': b'Name,Day,Time\n',
    'rows-without-use.csv': b'Name,Day,Time\n,Monday,6 PM\nA,someday,6 PM\n',
    'rows-without-columns.csv': b'A,Monday,6 PM\nB,Tuesday,7 PM\n',
}


def prepare(keel):
    """A list that is there already, under the name that a bad file would get if it were taken."""
    keel.run('import', HARBOUR, '--list', 'Harbour')
    return keel.dump()


def bad_files_are_told_and_change_nothing(keel):
    before = prepare(keel)
    said = {}
    for name, content in BAD_FILES.items():
        if content is None:
            path = os.path.join(FIXTURES, 'river-area-formats.json')
        else:
            path = keel.path(name, content)
        for options in ((), ('--json',), ('--dry-run',), ('--list', 'Harbour')):
            said[name] = keel.fail('import', path, *options)
            same(keel.dump(), before)
        holds(said[name], os.path.basename(path))

    without_name = {name: text.replace(name, '') for name, text in said.items()}
    assert without_name['empty-list.json'] != without_name['truncated.json']
    assert without_name['empty-list.json'] != without_name['empty.json']
    assert without_name['page.html'] != without_name['truncated.json']
    same(without_name['empty-list.json'], without_name['empty-wrapper.json'])


def a_bad_file_leaves_an_empty_profile_empty(keel):
    for name in ('truncated.json', 'arrays.json', 'empty-list.json'):
        keel.fail('import', keel.path(name, BAD_FILES[name]))
    same(keel.json('lists'), [])
    same(keel.json('search'), [])


def a_missing_file_and_a_folder_are_told(keel):
    before = prepare(keel)
    holds(keel.fail('import', keel.path('nowhere.json')), 'nowhere.json')
    folder = keel.path('folder')
    os.mkdir(folder)
    holds(keel.fail('import', folder), 'folder')
    fifo = keel.path('gone/file.json')
    holds(keel.fail('import', fifo), 'file.json')
    same(keel.dump(), before)


def bad_formats_are_told_and_change_nothing(keel):
    before = prepare(keel)
    river = os.path.join(FIXTURES, 'river-area.json')
    for name in ('truncated.json', 'page.html', 'arrays.json', 'latin1.json'):
        said = keel.fail('import', river, '--formats', keel.path(name, BAD_FILES[name]))
        holds(said, name)
        assert 'river-area.json' not in said, said
        same(keel.dump(), before)
    pipe = keel.path('pipe')
    os.mkfifo(pipe)
    holds(keel.fail('import', river, '--formats', pipe), 'pipe', 'ordinary')
    holds(keel.fail('import', pipe), 'pipe', 'ordinary')
    holds(keel.fail('import', river, '--formats', keel.path('nowhere.json')), 'nowhere.json')
    same(keel.dump(), before)


def readable_by_anyone(path):
    while path != '/':
        if os.stat(path).st_mode & 0o5 == 0:
            return False
        path = os.path.dirname(path)
    return True


def as_nobody():
    """A command in front that takes away what root may do."""
    if os.geteuid() != 0:
        return ()
    if shutil.which('setpriv') is None:
        raise Skip('setpriv is not here')
    if not readable_by_anyone(os.path.realpath(PROGRAM)) or not readable_by_anyone(os.path.realpath(FIXTURES)):
        raise Skip('the build folder is not readable by others')
    return ('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')


def hand_to_nobody(keel):
    if os.geteuid() == 0:
        for folder, folders, files in os.walk(keel.folder):
            for name in ('', *files):
                os.chown(os.path.join(folder, name), 65534, 65534)


def an_unreadable_file_is_told(keel):
    wrapper = as_nobody()
    before = prepare(keel)
    path = keel.path('secret.json', WHOLE)
    hand_to_nobody(keel)
    os.chmod(path, 0)
    holds(keel.fail('import', path, wrapper=wrapper), 'secret.json')
    same(keel.dump(), before)


def a_folder_that_cannot_be_written_is_told(keel):
    wrapper = as_nobody()
    prepare(keel)
    hand_to_nobody(keel)
    profile = os.path.join(keel.data, 'profiles', 'default')
    for name in os.listdir(profile):
        os.chmod(os.path.join(profile, name), 0o400)
    os.chmod(profile, 0o500)
    keel.fail('import', os.path.join(FIXTURES, 'harbour-next-month.json'), wrapper=wrapper)
    os.chmod(profile, 0o700)
    for name in os.listdir(profile):
        os.chmod(os.path.join(profile, name), 0o600)
    same(len(keel.json('search')), 6)


def many_meetings():
    rows = (f'{{"name":"Meeting {i}","slug":"s{i}","day":{i % 7},"time":"19:00","timezone":"UTC",'
            f'"notes":"{"word " * 40}{i}"}}' for i in range(20000))
    return '[' + ','.join(rows) + ']'


def a_full_disk_is_told_and_changes_nothing(keel):
    before = prepare(keel)
    path = keel.path('many.json', many_meetings())
    # Without the trap the signal would end the process before it can say anything.
    script = f'trap "" XFSZ; ulimit -f 1000; exec {shlex.quote(PROGRAM)} "$@"'
    command = ['/bin/bash', '-c', script, 'keelctl', '--data-dir', keel.data, 'import', path]
    done = subprocess.run(command, capture_output=True, env=keel.environment, timeout=120)
    assert done.returncode == 1 and done.stdout == b'', done
    assert done.stderr.strip() and b'Sanitizer' not in done.stderr, done.stderr
    same(keel.dump(), before)
    same(keel.json('import', path)['added'], 20000)


def a_full_file_system_is_told_and_changes_nothing(keel):
    os.mkdir(keel.data)
    if os.geteuid() != 0 or subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1M,mode=700', 'keel', keel.data],
                                           capture_output=True).returncode != 0:
        raise Skip('no small file system can be mounted here')
    try:
        before = prepare(keel)
        said = keel.fail('import', keel.path('many.json', many_meetings()))
        holds(said, 'space')
        same(keel.dump(), before)
    finally:
        subprocess.run(['umount', keel.data], check=True)


def a_killed_import_is_all_or_nothing(keel):
    """Killed after its one transaction it is whole, and there is nothing more to kill."""
    before = prepare(keel)
    path = keel.path('many.json', many_meetings())
    for delay in (0.1, 0.3, 0.6, 1.0):
        process = subprocess.Popen([PROGRAM, '--data-dir', keel.data, 'import', path], env=keel.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        if any(one['name'] == 'Many' for one in keel.json('lists')):
            same([one['meetings'] for one in keel.json('lists') if one['name'] == 'Many'], [20000])
            break
        same(keel.dump(), before)


def damage(path):
    with open(path, 'r+b') as file:
        file.write(b'\0' * 4096)


def files_of_keel_that_cannot_be_used_are_told_and_left(keel):
    before = prepare(keel)
    profile = os.path.join(keel.data, 'profiles', 'default')
    safe = keel.path('safe')
    for name in ('directory.db', 'journal.db', 'reminders.db'):
        for harm in (damage, make_newer):
            if (name, harm) == ('reminders.db', damage):
                continue  # is made anew from the journal
            shutil.copytree(profile, safe)
            path = os.path.join(profile, name)
            harm(path)
            with open(path, 'rb') as file:
                harmed = file.read()
            holds(keel.fail('import', HARBOUR), keel.data)
            with open(path, 'rb') as file:
                assert file.read() == harmed, f'{name} was not left alone'
            shutil.rmtree(profile)
            shutil.move(safe, profile)
            same(keel.dump(), before)


def what_tells_of_reminders_keeps_nobody_out(keel):
    prepare(keel)
    path = os.path.join(keel.data, 'profiles', 'default', 'reminders.db')
    damage(path)
    result = keel.start('agenda', G_DEBUG='')
    same(result.status, 0)
    assert os.path.exists(path + '.broken-1'), os.listdir(os.path.dirname(path))
    same(keel.json('reminders')['behind'], None)


def make_newer(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute('PRAGMA user_version = 9999')


def a_file_in_place_of_the_folder_is_told(keel):
    keel.path('data', 'not a folder')
    holds(keel.fail('lists'), keel.data, 'is not a folder')


run_tests([
    bad_files_are_told_and_change_nothing,
    a_bad_file_leaves_an_empty_profile_empty,
    a_missing_file_and_a_folder_are_told,
    bad_formats_are_told_and_change_nothing,
    an_unreadable_file_is_told,
    a_folder_that_cannot_be_written_is_told,
    a_full_disk_is_told_and_changes_nothing,
    a_full_file_system_is_told_and_changes_nothing,
    a_killed_import_is_all_or_nothing,
    files_of_keel_that_cannot_be_used_are_told_and_left,
    what_tells_of_reminders_keeps_nobody_out,
    a_file_in_place_of_the_folder_is_told,
])
