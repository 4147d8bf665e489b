"""Lists that fellowships publish, where they are at hand (KEEL_SHARED)."""

import collections
import glob
import json
import os
import re

from keelctl import SHARED, Skip, holds, run_tests, same


def feed(*parts):
    if SHARED is None:
        raise Skip('no published lists here')
    path = os.path.join(SHARED, 'feeds', *parts)
    if not os.path.exists(path):
        raise Skip(f'{path} is not here')
    return path


def read_rows(path):
    """A second, simple reading of a BMLT answer to hold Keel's against."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if text.startswith('/**/'):
        text = text[text.index('(') + 1:]
    start = re.search(r'[\[{]', text)
    value, _ = json.JSONDecoder().raw_decode(text[start.start():])
    return value if isinstance(value, list) else value['meetings']


def plain(text):
    return ' '.join(text.split())


def all_meetings(keel):
    return keel.json('search', '--limit', '100000')


GREATER_NY = ('bmlt', 'greater-ny-meetings.json')


def import_greater_ny(keel):
    return keel.json('import', feed(*GREATER_NY), '--formats', feed('bmlt', 'greater-ny-formats.json'), '--timezone',
                     'America/New_York', '--list', 'Greater New York')


def published_rows():
    return [row for row in read_rows(feed(*GREATER_NY)) if row['published'] == '1']


def every_published_meeting_of_greater_ny_is_there(keel):
    report = import_greater_ny(keel)
    same((report['format'], report['read'], report['added']), ('bmlt', 1555, 1513))
    same(len(report['skipped']), 42)
    same(len({skipped['reason'] for skipped in report['skipped']}), 1)
    assert any('New York' in notice and '1,513' in notice.replace('1513', '1,513') for notice in report['notices']), \
        report['notices']
    holds(keel.run('import', feed(*GREATER_NY), '--list', 'Again'), '1555 read, 1513 added, 42 skipped')


def weekdays_and_times_of_greater_ny_are_right(keel):
    import_greater_ny(keel)
    expected = collections.Counter(
        (plain(row['meeting_name']), int(row['weekday_tinyint']) - 1, row['start_time'][:5])
        for row in published_rows())
    got = collections.Counter((plain(meeting['name']), meeting['day'], meeting['time'])
                              for meeting in all_meetings(keel))
    wrong = (expected - got) + (got - expected)
    same(wrong, collections.Counter())
    same(collections.Counter((day, time) for _, day, time in got.elements()),
         collections.Counter((day, time) for _, day, time in expected.elements()))


def format_names():
    with open(feed('bmlt', 'greater-ny-formats.json'), encoding='utf-8') as file:
        formats = json.load(file)
    formats = formats if isinstance(formats, list) else formats['formats']
    return {item['key_string']: plain(item['name_string']) for item in formats if item.get('lang', 'en') == 'en'}


def venues_and_formats_of_greater_ny_are_named(keel):
    import_greater_ny(keel)
    meetings = all_meetings(keel)
    same({meeting['timezone'] for meeting in meetings}, {'America/New_York'})
    same({meeting['program'] for meeting in meetings}, {'na'})
    assert all(meeting['location'] or meeting['address'] for meeting in meetings)

    names = format_names()
    expected = {}
    for row in published_rows():
        keys = [key for key in row['formats'].split(',') if key]
        remote = row['venue_type'] in ('2', '3') or row['virtual_meeting_link'] or {'VM', 'HY'} & set(keys)
        key = (plain(row['meeting_name']), int(row['weekday_tinyint']) - 1, row['start_time'][:5])
        expected.setdefault(key, []).append(({names[key] for key in keys}, bool(remote)))
    compared = 0
    for meeting in meetings:
        rows = expected.get((plain(meeting['name']), meeting['day'], meeting['time']), [])
        if len(rows) != 1:
            continue
        compared += 1
        wanted, remote = rows[0]
        same(meeting['online'], remote)
        same(len(meeting['types']) > 0, len(wanted) > 0)
        # Closed wins over open where a row claims both.
        assert {plain(name) for name in meeting['types']} <= wanted, (meeting, wanted)
    assert compared > 1300, compared


def greater_ny_twice_changes_nothing(keel):
    import_greater_ny(keel)
    before = keel.dump()
    again = import_greater_ny(keel)
    same((again['added'], again['updated'], again['unchanged'], again['removed']), (0, 0, 1513, 0))
    same(keel.dump(), before)


def no_contact_of_a_person_is_kept(keel):
    import_greater_ny(keel)
    text = keel.dump()
    for row in read_rows(feed(*GREATER_NY)):
        for name, value in row.items():
            if ('contact' in name or name == 'email_contact') and value and len(value) > 6:
                assert value not in text, f'{name} was kept'


def the_yap_answers_are_read(keel):
    for day in (2, 3, 4):
        path = feed('bmlt', f'yap-meeting-search-42.867970-day{day}.json')
        rows = read_rows(path)
        report = keel.json('import', path, '--formats', feed('bmlt', 'yap-formats.json'), '--timezone',
                           'America/New_York', '--list', f'Day {day}')
        same((report['read'], report['added'] + len(report['skipped'])), (len(rows), len(rows)))
        assert report['added'] > 0
    same({item['meetings'] > 0 for item in keel.json('lists')}, {True})
    days = {meeting['day'] for meeting in all_meetings(keel)}
    same(days, {1, 2, 3})


def every_meeting_guide_file_is_read(keel):
    feed('meeting-guide')
    for path in sorted(glob.glob(os.path.join(SHARED, 'feeds', 'meeting-guide', '*.json'))):
        name = os.path.basename(path)
        if name == 'tsmlui-invalid.json':
            # Told, whichever of the two it is; never taken in silence.
            result = keel.start('import', path, '--json')
            assert result.status in (0, 1), result
            assert result.err or json.loads(result.out)['skipped'] or json.loads(result.out)['notices'], result
            continue
        report = keel.json('import', path, '--program', 'aa', '--timezone', 'America/New_York')
        assert report['added'] > 0, (name, report)
        assert all(skipped['reason'] for skipped in report['skipped'])
        again = keel.json('import', path, '--program', 'aa', '--timezone', 'America/New_York')
        same((name, again['unchanged'], again['added'], again['updated'], again['removed']),
             (name, report['added'], 0, 0, 0))


def every_spreadsheet_is_read(keel):
    feed('csv')
    for path in sorted(glob.glob(os.path.join(SHARED, 'feeds', 'csv', '*.csv'))):
        report = keel.json('import', path, '--program', 'aa', '--timezone', 'America/New_York')
        same((report['format'], report['added'], report['skipped']), ('tsml', report['read'], []))
        same(keel.json('import', path)['unchanged'], report['added'])


run_tests([
    every_published_meeting_of_greater_ny_is_there,
    weekdays_and_times_of_greater_ny_are_right,
    venues_and_formats_of_greater_ny_are_named,
    greater_ny_twice_changes_nothing,
    no_contact_of_a_person_is_kept,
    the_yap_answers_are_read,
    every_meeting_guide_file_is_read,
    every_spreadsheet_is_read,
])
