"""Calendars as lists of meetings."""

import datetime
import os

from keelctl import holds, run_tests, same

CALENDARS = os.path.join(os.environ['KEEL_FIXTURES'], 'ical')


def calendar(name):
    return os.path.join(CALENDARS, name + '.ics')


def event(*lines):
    return '\r\n'.join(('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', *lines, 'END:VEVENT', 'END:VCALENDAR', ''))


def a_weekly_meeting_is_found(keel):
    answer = keel.json('import', calendar('weekly'), '--program', 'na')
    same([answer[name] for name in ('format', 'read', 'added', 'skipped')], ['ical', 1, 1, []])
    meeting = keel.json('search', 'monday')[0]
    same([meeting[name] for name in ('name', 'program', 'day', 'time', 'timezone', 'duration', 'location', 'notes')],
         ['Monday evening', 'na', 1, '19:00', 'Europe/Berlin', 90, 'St. Mark, back door', None])


def the_ending_of_the_name_does_not_matter(keel):
    with open(calendar('weekly'), 'rb') as file:
        path = keel.path('meetings.json', b'\xef\xbb\xbf\r\n' + file.read())
    same(keel.json('import', path)['format'], 'ical')


def several_days_are_several_meetings(keel):
    keel.run('import', calendar('several-days'))
    same(sorted(meeting['day'] for meeting in keel.json('search')), [1, 3, 5])


def another_rhythm_is_kept(keel):
    path = keel.path('monthly.ics', event('SUMMARY:Monthly', 'DTSTART;TZID=Europe/Berlin:20260113T190000',
                                          'RRULE:FREQ=MONTHLY;BYDAY=2TU', 'DESCRIPTION:Ring twice'))
    keel.run('import', path)
    meeting = keel.json('search')[0]
    same((meeting['day'], meeting['time'], meeting['notes']), (2, '19:00', 'Ring twice'))
    holds(keel.run('search'), 'second Tuesday')
    keel.run('follow', meeting['id'])
    dates = [item['local_start'] for item in keel.json('agenda', '--days', '100')]
    same(dates[0], keel.json('next')['local_start'])
    assert len(dates) in (3, 4), dates
    for date in dates:
        day = datetime.datetime.fromisoformat(date)
        same((day.isoweekday(), (day.day - 1) // 7), (2, 1))
    # Read again, nothing is new; the list's new rhythm is told, and taken when the person says so.
    same(keel.json('import', path)['updated'], 0)
    keel.path('monthly.ics', event('SUMMARY:Monthly', 'DTSTART;TZID=Europe/Berlin:20260114T190000',
                                   'RRULE:FREQ=MONTHLY;BYDAY=3WE', 'DESCRIPTION:Ring twice'))
    same(keel.json('import', path)['updated'], 1)
    change, = keel.json('lists', 'changes')
    holds(str(change), 'second Tuesday', 'third Wednesday')
    keel.run('lists', 'changes', '--take', change['id'])
    for item in keel.json('agenda', '--days', '100'):
        day = datetime.datetime.fromisoformat(item['local_start'])
        same((day.isoweekday(), (day.day - 1) // 7), (3, 2))
    same(keel.json('lists', 'changes'), [])


def what_is_left_out_is_told(keel):
    start, weekly = 'DTSTART:20260106T190000Z', 'RRULE:FREQ=WEEKLY'
    path = keel.path('list.ics', ''.join(event(*lines) for lines in (
        ('SUMMARY:No start', weekly), (start, weekly), ('SUMMARY:Off', start, weekly, 'STATUS:CANCELLED'),
        ('SUMMARY:Long ago', 'DTSTART:20200106T190000Z'), ('SUMMARY:Odd', start, 'RRULE:FREQ=SECONDLY'),
        ('SUMMARY:Fine', start, weekly))).replace('UID:a\r\n', ''))
    answer = keel.json('import', path)
    same((answer['read'], answer['added']), (6, 1))
    same([row['row'] for row in answer['skipped']], [1, 2, 3, 4, 5])
    holds(' '.join(row['reason'] for row in answer['skipped']), 'over', 'called off', 'no name', 'FREQ=SECONDLY')


def a_refresh_changes_what_changed(keel):
    path = keel.path('list.ics', event('SUMMARY:Quay', 'DTSTART;TZID=Europe/Berlin:20260105T190000',
                                       'RRULE:FREQ=WEEKLY;BYDAY=MO'))
    keel.run('import', path, '--list', 'Quay')
    same(keel.json('import', path, '--list', 'Quay')['unchanged'], 1)
    keel.path('list.ics', event('SUMMARY:Quay', 'DTSTART;TZID=Europe/Berlin:20260105T200000',
                                'RRULE:FREQ=WEEKLY;BYDAY=MO'))
    same(keel.json('import', path, '--list', 'Quay')['updated'], 1)
    same(keel.json('search')[0]['time'], '20:00')


def a_calendar_without_events_changes_nothing(keel):
    keel.run('import', calendar('weekly'), '--list', 'Mine')
    before = keel.dump()
    keel.fail('import', calendar('no-event'), '--list', 'Mine')
    same(keel.dump(), before)


run_tests([
    a_weekly_meeting_is_found,
    the_ending_of_the_name_does_not_matter,
    several_days_are_several_meetings,
    another_rhythm_is_kept,
    what_is_left_out_is_told,
    a_refresh_changes_what_changed,
    a_calendar_without_events_changes_nothing,
])
