"""Lists: what an import answers, and what a second and a changed one do."""

import hashlib
import json
import os
import pty
import subprocess

from keelctl import DATE, FIXTURES, MEETING_ID, PROGRAM, fits, holds, run_tests, same, shape

HARBOUR = os.path.join(FIXTURES, 'harbour.json')
NEXT_MONTH = os.path.join(FIXTURES, 'harbour-next-month.json')
RIVER = os.path.join(FIXTURES, 'river-area.json')
RIVER_FORMATS = os.path.join(FIXTURES, 'river-area-formats.json')


def counts(report):
    return {name: report[name] for name in ('read', 'added', 'updated', 'unchanged', 'removed')}


def check_report(report):
    shape(report, source=str, format=str, list=str, read=int, added=int, updated=int, unchanged=int, removed=int,
          skipped=list, notices=list)
    for skipped in report['skipped']:
        shape(skipped, row=int, name=(str, type(None)), reason=str)
        assert skipped['reason'].strip()
    for notice in report['notices']:
        assert isinstance(notice, str) and notice.strip()


def an_import_answers_in_json(keel):
    report = keel.json('import', HARBOUR, '--list', 'Harbour')
    check_report(report)
    same(report['list'], 'Harbour')
    same(report['format'], 'meeting-guide')
    same(report['source'], 'harbour.json')
    # A meeting on two days is two meetings of the directory.
    same(counts(report), {'read': 7, 'added': 6, 'updated': 0, 'unchanged': 0, 'removed': 0})
    same([(skipped['row'], skipped['name']) for skipped in report['skipped']], [(6, None), (7, 'Some Day')])


def an_import_answers_a_person(keel):
    text = keel.run('import', HARBOUR, '--list', 'Harbour')
    holds(text, 'Harbour: 7 read, 6 added, 2 skipped', 'row 7', 'Some Day')
    assert 'Nobody Inparticular' not in keel.dump(), 'personal data was kept'


def long_counts_are_grouped_and_rows_counted(keel):
    rows = [f'{{"name":"M{i}","slug":"m{i}","day":{i % 7},"time":"19:00","timezone":"UTC"}}' for i in range(1541)]
    rows += [f'{{"name":"Bad {i}","slug":"b{i}","day":"never","time":"19:00"}}' for i in range(14)]
    path = keel.path('many.json', '[' + ','.join(rows) + ']')
    text = keel.run('import', path, LC_ALL='en_US.UTF-8')
    separator = '1,541' if '1,541' in text else '1541'
    holds(text, f'{separator} added, 14 skipped', 'Bad 9', '4 more', '--json')
    assert 'Bad 10' not in text, 'more than ten rows shown'
    same(len(keel.json('import', path)['skipped']), 14)


def a_zone_given_is_used_and_told(keel):
    report = keel.json('import', HARBOUR, '--timezone', 'america/new_york')
    assert any('New' in notice and 'York' in notice for notice in report['notices']), report['notices']
    same(keel.json('search', 'open', 'door')[0]['timezone'], 'America/New_York')
    same(keel.json('search', 'frühstück')[0]['timezone'], 'Europe/Berlin')


def a_missing_zone_is_told_and_not_guessed(keel):
    report = keel.json('import', HARBOUR)
    assert any('zone' in notice for notice in report['notices']), report['notices']
    same(keel.json('search', 'open', 'door')[0]['timezone'], None)


def the_same_file_twice_changes_nothing(keel):
    keel.run('import', HARBOUR, '--list', 'Harbour')
    before = keel.dump()
    report = keel.json('import', HARBOUR, '--list', 'Harbour')
    same(counts(report), {'read': 7, 'added': 0, 'updated': 0, 'unchanged': 6, 'removed': 0})
    same(keel.dump(), before)


def a_changed_file_updates(keel):
    keel.run('import', HARBOUR, '--list', 'Harbour')
    ids = {meeting['name']: meeting['id'] for meeting in keel.json('search')}
    report = keel.json('import', NEXT_MONTH, '--list', 'Harbour')
    same(counts(report), {'read': 7, 'added': 1, 'updated': 1, 'unchanged': 4, 'removed': 1})
    meetings = {meeting['name']: meeting for meeting in keel.json('search')}
    same(meetings['Lamplight']['time'], '19:30')
    same(meetings['Lamplight']['id'], ids['Lamplight'])
    assert 'Second Wind' in meetings and 'Frühstück am Fluss' not in meetings


def a_trial_keeps_nothing(keel):
    same(counts(keel.json('import', HARBOUR, '--dry-run')),
         {'read': 7, 'added': 6, 'updated': 0, 'unchanged': 0, 'removed': 0})
    same(keel.json('lists'), [])
    keel.run('import', HARBOUR, '--list', 'Harbour')
    before = keel.dump()
    same(counts(keel.json('import', NEXT_MONTH, '--list', 'Harbour', '--dry-run')),
         {'read': 7, 'added': 1, 'updated': 1, 'unchanged': 4, 'removed': 1})
    holds(keel.run('import', NEXT_MONTH, '--list', 'Harbour', '--dry-run'), 'nothing was kept')
    same(keel.dump(), before)


def who_follows_a_vanished_meeting_is_told_and_keeps_it(keel):
    keel.run('import', HARBOUR, '--list', 'Harbour')
    breakfast = keel.json('search', 'fruhstuck')[0]
    followed = keel.json('follow', breakfast['id'])
    result = keel.start('import', NEXT_MONTH, '--list', 'Harbour', '--json')
    same(result.status, 0)
    holds(result.err, 'Frühstück am Fluss', 'calendar')
    assert followed['id'] in [item['id'] for item in keel.json('agenda')]
    holds(keel.run('agenda'), 'Frühstück am Fluss', 'No longer in its list')
    # Told once; back again, nothing is said.
    assert 'Frühstück' not in keel.start('import', NEXT_MONTH, '--list', 'Harbour').out
    keel.run('import', HARBOUR, '--list', 'Harbour')
    assert 'No longer in its list' not in keel.run('agenda')
    # The directory's id still works when the list is gone.
    keel.run('lists', 'remove', 'Harbour')
    keel.run('unfollow', breakfast['id'])
    same(keel.json('agenda'), [])


def formats_of_a_bmlt_list_are_named(keel):
    report = keel.json('import', RIVER, '--formats', RIVER_FORMATS, '--timezone', 'Europe/London', '--list', 'River')
    check_report(report)
    same(report['format'], 'bmlt')
    same(counts(report), {'read': 3, 'added': 2, 'updated': 0, 'unchanged': 0, 'removed': 0})
    same([(skipped['row'], skipped['name']) for skipped in report['skipped']], [(3, 'Not Yet')])
    river = keel.json('search', 'river')[0]
    same((river['day'], river['time'], river['duration'], river['program']), (0, '18:30', 90, 'na'))
    assert 'Candles and Quiet' in river['types'], river['types']
    far = keel.json('search', '--day', 'saturday')[0]
    same((far['name'], far['online'], far['url']), ('Far and Near', True, 'https://rooms.example.org/far-and-near'))


def the_language_of_whoever_imports_does_not_matter(keel):
    formats = [{'key_string': 'Q', 'name_string': name, 'lang': language}
               for language, name in (('es', 'Tranquila'), ('en', 'Quiet'))]
    meeting = {'id_bigint': '1', 'meeting_name': 'Stillness', 'weekday_tinyint': '1', 'start_time': '18:30:00',
               'formats': 'Q', 'train_lines': 'Line 2', 'bus_lines': '74'}
    path = keel.path('bay.json', json.dumps({'meetings': [meeting], 'formats': formats}))
    keel.run('import', path, '--language', 'es')
    same(counts(keel.json('import', path))['unchanged'], 1)
    same(keel.json('search', 'stillness')[0]['types'], ['Quiet'])


def a_list_tells_the_program_that_its_format_belongs_to(keel):
    keel.run('import', RIVER, '--list', 'River')
    keel.run('import', HARBOUR, '--list', 'Harbour')
    same([(item['name'], item['program']) for item in keel.json('lists')], [('Harbour', None), ('River', 'na')])
    same(counts(keel.json('import', RIVER, '--list', 'River'))['unchanged'], 2)


def a_spreadsheet_is_a_list_whatever_the_file_is_called(keel):
    with open(os.path.join(FIXTURES, '..', 'feeds', 'harbour-tsml.csv'), encoding='utf-8', newline='') as file:
        path = keel.path('pier.json', file.read())
    report = keel.json('import', path, '--program', 'aa', '--timezone', 'America/New_York')
    same((report['format'], counts(report)),
         ('tsml', {'read': 6, 'added': 7, 'updated': 0, 'unchanged': 0, 'removed': 0}))
    same(counts(keel.json('import', path, '--program', 'aa'))['unchanged'], 7)
    found, = keel.json('search', 'quay step')
    same((found['day'], found['address'], found['types']),
         (1, '1 Quay St, Saltmarsh, NY 10001, USA', ['Open', 'Discussion']))


def a_sheet_of_the_world_services_names_its_program(keel):
    report = keel.json('import', os.path.join(FIXTURES, '..', 'feeds', 'harbour-naws.csv'))
    same((report['format'], report['added'], len(report['skipped'])), ('naws', 3, 1))
    same([item['program'] for item in keel.json('lists')], ['na'])


def several_files_answer_as_an_array(keel):
    reports = keel.json('import', HARBOUR, NEXT_MONTH)
    same(len(reports), 2)
    for report in reports:
        check_report(report)
    same(len(keel.json('lists')), 2)


def one_bad_file_does_not_cost_the_others(keel):
    bad = keel.path('bad.json', '<!DOCTYPE html><html><body>Sign in</body></html>')
    result = keel.start('import', HARBOUR, bad, NEXT_MONTH, '--json')
    same(result.status, 1)
    holds(result.err, 'bad.json')
    same([report['source'] for report in json.loads(result.out)], ['harbour.json', 'harbour-next-month.json'])
    same(len(keel.json('lists')), 2)


def lists_are_shown_and_removed(keel):
    keel.run('import', HARBOUR, '--list', 'Harbour', '--program', 'AA')
    keel.run('import', RIVER, '--list', 'River', '--timezone', 'Europe/London')
    lists = keel.json('lists')
    for item in lists:
        shape(item, name=str, source=str, format=str, program=(str, type(None)), timezone=(str, type(None)),
              meetings=int, imported_on=str)
        fits(item['imported_on'], DATE)
    same([(item['name'], item['meetings'], item['timezone']) for item in lists],
         [('Harbour', 6, None), ('River', 2, 'Europe/London')])
    same(lists[0]['program'], 'aa')
    same(keel.json('lists', 'show', 'River'), lists[1:])
    holds(keel.run('lists'), 'Harbour', '6 meetings', 'harbour.json')
    holds(keel.fail('lists', 'show', 'Nobody'), 'Nobody')
    holds(keel.fail('lists', 'remove', 'Nobody'), 'Nobody')
    same(keel.json('lists', 'remove', 'Harbour'), {'removed': 'Harbour'})
    same(keel.json('lists'), lists[1:])
    same(len(keel.json('search')), 2)


def progress_is_for_terminals_alone(keel):
    rows = ','.join(f'{{"name":"M{i}","slug":"m{i}","day":2,"time":"19:00","notes":"{"word " * 40}"}}'
                    for i in range(20000))
    path = keel.path('many.json', f'[{rows}]')
    same(keel.start('import', path, '--dry-run').err, '')
    leader, follower = pty.openpty()
    done = subprocess.run([PROGRAM, '--data-dir', keel.data, 'import', path], stdout=subprocess.PIPE, stderr=follower,
                          env=keel.environment, check=True)
    os.close(follower)
    shown = os.read(leader, 65536).decode()
    os.close(leader)
    holds(done.stdout.decode(), '20000 added')
    holds(shown, '\r', 'meetings read')
    assert shown.endswith('\r\x1b[K'), 'the line is not cleared'


def nothing_imported_and_nothing_found_differ(keel):
    nothing = keel.start('search', 'lamplight')
    same((nothing.status, nothing.out), (0, ''))
    holds(nothing.err, 'keelctl import')
    keel.run('import', HARBOUR)
    none = keel.start('search', 'zeppelin')
    same((none.status, none.out), (0, ''))
    assert none.err and none.err != nothing.err
    same(keel.json('search', 'zeppelin'), [])


def ids_are_made_of_list_and_slug(keel):
    keel.run('import', HARBOUR, '--list', 'Harbour')
    meeting = keel.json('search', 'lamplight')[0]
    fits(meeting['id'], MEETING_ID)
    same(meeting['id'], hashlib.sha256(b'Harbour\nlamplight').hexdigest()[:16])


run_tests([
    an_import_answers_in_json,
    an_import_answers_a_person,
    long_counts_are_grouped_and_rows_counted,
    a_zone_given_is_used_and_told,
    a_missing_zone_is_told_and_not_guessed,
    the_same_file_twice_changes_nothing,
    a_changed_file_updates,
    a_trial_keeps_nothing,
    who_follows_a_vanished_meeting_is_told_and_keeps_it,
    formats_of_a_bmlt_list_are_named,
    the_language_of_whoever_imports_does_not_matter,
    a_list_tells_the_program_that_its_format_belongs_to,
    a_spreadsheet_is_a_list_whatever_the_file_is_called,
    a_sheet_of_the_world_services_names_its_program,
    several_files_answer_as_an_array,
    one_bad_file_does_not_cost_the_others,
    lists_are_shown_and_removed,
    progress_is_for_terminals_alone,
    nothing_imported_and_nothing_found_differ,
    ids_are_made_of_list_and_slug,
])
