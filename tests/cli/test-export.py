"""What a person follows, as a calendar, a table or a document for other programs."""

import csv
import io
import json
import os
import stat

from keelctl import holds, run_tests, same, shape

ZONE = 'Europe/Berlin'
SECRETS = ('Lamplight', 'Harbour', 'zoom.us', 'Überland')


def follow(keel):
    keel.run('follow', '--new', 'Lamplight, Überland; "late"', '--start', '2026-01-05T19:00', '--zone', ZONE,
             '--rrule', 'FREQ=WEEKLY;BYDAY=MO', '--duration', '90', '--link', 'https://zoom.us/j/1',
             '--place', 'Harbour Hall', '--remind', '15', '--remind', '60')
    return keel.json('follow', '--new', '=1+1', '--start', '2026-01-06T08:00', '--zone', 'America/New_York',
                     '--rrule', 'FREQ=MONTHLY;BYDAY=1TU')['id']


def read(path):
    with open(path, 'rb') as file:
        return file.read().decode()


def unfold(text):
    assert text.endswith('\r\n') and '\n' not in text.replace('\r\n', '')
    assert all(len(line.encode()) <= 75 for line in text.split('\r\n'))
    return text.replace('\r\n ', '').split('\r\n')


def a_calendar(keel):
    second = follow(keel)
    path = keel.path('mine.ics')
    holds(keel.run('export', path), path)
    lines = unfold(read(path))
    same((lines[0], lines[-2]), ('BEGIN:VCALENDAR', 'END:VCALENDAR'))
    same(lines.count('BEGIN:VEVENT'), 2)
    same(lines.count('BEGIN:VTIMEZONE'), 2)
    for line in ('SUMMARY:Lamplight\\, Überland\\; "late"', 'DTSTART;TZID=Europe/Berlin:20260105T190000',
                 'DURATION:PT90M', 'RRULE:FREQ=WEEKLY;BYDAY=MO', 'TRIGGER:-PT15M', 'TRIGGER:-PT60M',
                 'LOCATION:Harbour Hall', 'URL:https://zoom.us/j/1', f'UID:{second}',
                 'DTSTART;TZID=America/New_York:20260106T080000', 'RRULE:FREQ=MONTHLY;BYDAY=1TU'):
        assert line in lines, line


def dates_that_changed(keel):
    series = follow(keel)
    keel.run('cancel', series, '2026-02-03')
    keel.run('move', series, '2026-03-03', '2026-03-04T09:00')
    path = keel.path('mine.ics')
    keel.run('export', path)
    lines = unfold(read(path))
    for line in ('EXDATE;TZID=America/New_York:20260203T080000',
                 'RECURRENCE-ID;TZID=America/New_York:20260303T080000',
                 'DTSTART;TZID=America/New_York:20260304T090000'):
        same(lines.count(line), 1)


def a_table_that_calculates_nothing(keel):
    follow(keel)
    path = keel.path('mine.CSV')
    keel.run('export', path, '--what', 'meetings')
    rows = list(csv.DictReader(io.StringIO(read(path).lstrip('\ufeff'), newline='')))
    rows.sort(key=lambda row: row['start'])
    same([row['name'] for row in rows], ['Lamplight, Überland; "late"', "'=1+1"])
    same([rows[0][name] for name in ('start', 'timezone', 'duration', 'rule', 'location', 'link', 'remind')],
         ['2026-01-05T19:00', ZONE, '90', 'FREQ=WEEKLY;BYDAY=MO', 'Harbour Hall', 'https://zoom.us/j/1', '15 60'])


def a_document(keel):
    follow(keel)
    path = keel.path('mine.json')
    answer = keel.json('export', path)
    same(answer, {'file': path, 'written': 2})
    first = min(json.loads(read(path)), key=lambda series: series['start'])
    text = (str, type(None))
    shape(first, id=str, name=str, start=str, timezone=text, duration=int, rrule=text, leads=list, kind=str,
          program=text, location=text, address=text, link=text, phone=text, url=text, notes=text)
    same((first['name'], first['leads'], first['kind']), ('Lamplight, Überland; "late"', [15, 60], 'meeting'))


def attend(keel):
    follow(keel)
    series = next(s['id'] for s in json.loads(export(keel, 'mine.json')) if s['timezone'] == ZONE)
    keel.run('attend', series, '2026-01-05', 'went', '--heard', '=HYPERLINK("x"); Harbour, "calm"')
    keel.run('attend', series, '2026-01-12', 'not')
    keel.run('attend', series, '2026-01-19', 'left', '--note', 'Überland\nbus')


def export(keel, name, *arguments):
    path = keel.path(name)
    keel.run('export', path, *arguments)
    return read(path)


def attendance_as_a_table(keel):
    attend(keel)
    rows = list(csv.DictReader(io.StringIO(export(keel, 'been.csv', '--what', 'attendance').lstrip('\ufeff'), newline='')))
    same([row['state'] for row in rows], ['went', 'not', 'left'])
    same({row['name'] for row in rows}, {'Lamplight, Überland; "late"'})
    same([row['heard'] for row in rows], ['\'=HYPERLINK("x"); Harbour, "calm"', '', ''])
    same(rows[2]['note'], 'Überland\nbus')
    same({len(row) for row in rows}, {7})


def attendance_in_the_zone_of_the_person(keel):
    attend(keel)
    text = export(keel, 'been.csv', '--what', 'attendance')
    keel.environment['TZ'] = 'Asia/Tokyo'
    far = export(keel, 'far.csv', '--what', 'attendance')
    holds(far, '2026-01-06T03:00')
    assert '2026-01-06T03:00' not in text


def attendance_as_a_document(keel):
    attend(keel)
    answer = keel.json('export', keel.path('been.json'), '--what', 'attendance')
    same(answer, {'file': keel.path('been.json'), 'written': 3})
    entries = json.loads(read(keel.path('been.json')))
    text = (str, type(None))
    for entry in entries:
        shape(entry, id=str, name=str, occurrence=str, start=str, attendance=str, heard=text, note=text,
              mood_before=(int, type(None)), mood_after=(int, type(None)))
    same([(entry['occurrence'], entry['start'], entry['attendance']) for entry in entries],
         [('2026-01-05T19:00', '2026-01-05T18:00:00Z', 'went'), ('2026-01-12T19:00', '2026-01-12T18:00:00Z', 'not'),
          ('2026-01-19T19:00', '2026-01-19T18:00:00Z', 'left')])


def all_in_one_document(keel):
    attend(keel)
    everything = json.loads(export(keel, 'all.json', '--what', 'all'))
    same((len(everything['meetings']), len(everything['attendance'])), (2, 3))
    same(everything['meetings'], json.loads(export(keel, 'mine.json', '--what', 'calendar')))
    same(everything['attendance'], json.loads(export(keel, 'been.json', '--what', 'attendance')))


def what_a_file_cannot_hold_is_told(keel):
    attend(keel)
    for name, what in (('been.ics', 'attendance'), ('all.ics', 'all'), ('all.csv', 'all')):
        holds(keel.refuse('export', keel.path(name), '--what', what), '.json')
        assert not os.path.exists(keel.path(name))


def nothing_attended_is_told(keel):
    follow(keel)
    keel.fail('export', keel.path('been.csv'), '--what', 'attendance')
    assert not os.path.exists(keel.path('been.csv'))


def discreet_says_nothing(keel):
    attend(keel)
    for name, what in (('mine.ics', 'meetings'), ('mine.csv', 'meetings'), ('mine.json', 'meetings'),
                       ('been.csv', 'attendance'), ('been.json', 'attendance'), ('all.json', 'all')):
        path = keel.path(name)
        keel.run('export', path, '--discreet', '--what', what)
        text = read(path)
        holds(text, 'Appointment')
        for secret in SECRETS:
            assert secret not in text, (name, secret)
        same(stat.S_IMODE(os.stat(path).st_mode), 0o600)


def a_file_is_replaced_whole(keel):
    follow(keel)
    path = keel.path('mine.json', 'x' * 100000)
    keel.run('export', path)
    same(len(json.loads(read(path))), 2)


def what_cannot_be_written_is_told(keel):
    path = keel.path('mine.ics')
    keel.fail('export', path)  # nothing is followed
    assert not os.path.exists(path)
    follow(keel)
    holds(keel.fail('export', os.path.join(keel.folder, 'nowhere', 'mine.ics')), 'mine.ics')
    keel.refuse('export')
    keel.refuse('export', path, path)
    holds(keel.refuse('export', keel.path('mine.txt')), 'mine.txt', '.ics')
    holds(keel.refuse('export', path, '--what', 'everything'), 'everything')
    assert not os.path.exists(path)


run_tests([
    a_calendar,
    dates_that_changed,
    a_table_that_calculates_nothing,
    a_document,
    attendance_as_a_table,
    attendance_in_the_zone_of_the_person,
    attendance_as_a_document,
    all_in_one_document,
    what_a_file_cannot_hold_is_told,
    nothing_attended_is_told,
    discreet_says_nothing,
    a_file_is_replaced_whole,
    what_cannot_be_written_is_told,
])
