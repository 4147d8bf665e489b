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
    start = re.search(r'[\[{]', text[text.find('(') + 1:] if text.startswith('/**/') else text)
    text = text[text.find('(') + 1:] if text.startswith('/**/') else text
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
        for row in read_rows(feed(*GREATER_NY)) if row['published'] == '1')
    got = collections.Counter((plain(meeting['name']), meeting['day'], meeting['time'])
                              for meeting in all_meetings(keel))
    wrong = (expected - got) + (got - expected)
    # Names with entities or odd spaces may be cleaned; days and times may not.
    assert len(wrong) <= 30, wrong
    same(collections.Counter((day, time) for _, day, time in got.elements()),
         collections.Counter((day, time) for _, day, time in expected.elements()))


def venues_and_formats_of_greater_ny_are_named(keel):
    import_greater_ny(keel)
    rows = [row for row in read_rows(feed(*GREATER_NY)) if row['published'] == '1']
    meetings = all_meetings(keel)
    same({meeting['timezone'] for meeting in meetings}, {'America/New_York'})
    same({meeting['program'] for meeting in meetings}, {'na'})
    online = sum(meeting['online'] for meeting in meetings)
    virtual = sum(row['venue_type'] in ('2', '3') for row in rows)
    assert abs(online - virtual) <= 60, (online, virtual)
    names = collections.Counter(name for meeting in meetings for name in meeting['types'])
    with open(feed('bmlt', 'greater-ny-formats.json'), encoding='utf-8') as file:
        formats = json.load(file)
    formats = formats if isinstance(formats, list) else formats['formats']
    known = {plain(item['name_string']) for item in formats}
    assert sum(meeting['types'] != [] for meeting in meetings) > 1400
    assert len(known & set(names)) > 20, names.most_common(40)
    places = sum(meeting['location'] is not None or meeting['address'] is not None for meeting in meetings)
    assert places > 1200, places


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


run_tests([
    every_published_meeting_of_greater_ny_is_there,
    weekdays_and_times_of_greater_ny_are_right,
    venues_and_formats_of_greater_ny_are_named,
    greater_ny_twice_changes_nothing,
    no_contact_of_a_person_is_kept,
    the_yap_answers_are_read,
    every_meeting_guide_file_is_read,
])
