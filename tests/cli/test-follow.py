"""From a published meeting to the calendar and back out of it."""

import datetime
import json
import os
import zoneinfo

from keelctl import (DATE, FIXTURES, INSTANT, LOCAL, MEETING_ID, UUID, fits, holds, run_tests, same, shape)

HARBOUR = os.path.join(FIXTURES, 'harbour.json')
NEW_YORK = zoneinfo.ZoneInfo('America/New_York')

TEXT = (str, type(None))


def instant(text):
    fits(text, INSTANT)
    return datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))


def check_meeting(meeting):
    shape(meeting, id=str, program=TEXT, name=str, day=(int, type(None)), time=TEXT, timezone=TEXT, next=TEXT,
          duration=(int, type(None)), location=TEXT, address=TEXT, online=bool, url=TEXT, phone=TEXT, types=list,
          notes=TEXT, distance_km=(float, int, type(None)), imported_on=str, open=(bool, type(None)), any_time=bool,
          began=TEXT, repeats=TEXT, languages=list, access=list, sources=list)
    for source in meeting['sources']:
        shape(source, list=str, id=str, url=TEXT, imported_on=str)
    fits(meeting['id'], MEETING_ID)
    fits(meeting['imported_on'], DATE)
    assert all(isinstance(name, str) and name for name in meeting['types'])
    assert (meeting['day'] is None) == (meeting['time'] is None)


def check_occurrence(item):
    shape(item, id=str, name=str, start=str, end=str, local_start=str, timezone=TEXT, status=str,
          attendance=TEXT)
    fits(item['id'], UUID)
    fits(item['local_start'], LOCAL)
    assert instant(item['start']) < instant(item['end'])
    same(item['status'], 'planned')


def search_answers_in_json(keel):
    keel.run('import', HARBOUR, '--program', 'aa', '--timezone', 'America/New_York')
    meetings = keel.json('search')
    same(len(meetings), 6)
    for meeting in meetings:
        check_meeting(meeting)
    lamplight = keel.json('search', 'lamp', 'harb')[0]
    same({name: lamplight[name] for name in ('program', 'name', 'day', 'time', 'timezone', 'duration', 'location',
                                             'online', 'distance_km')},
         {'program': 'aa', 'name': 'Lamplight', 'day': 2, 'time': '19:00', 'timezone': 'America/New_York',
          'duration': 90, 'location': 'Harbour Hall', 'online': False, 'distance_km': None})
    assert 'Quay Street' in lamplight['address']
    assert 'Ring the bell twice.' in lamplight['notes']
    assert 'Discussion' in lamplight['types'], lamplight['types']
    there = instant(lamplight['next']).astimezone(NEW_YORK)
    same((there.isoweekday() % 7, there.hour, there.minute), (2, 19, 0))
    ahead = there - datetime.datetime.now(datetime.timezone.utc)
    assert datetime.timedelta(0) < ahead <= datetime.timedelta(days=7, hours=2)


def search_narrows(keel):
    keel.run('import', HARBOUR, '--program', 'aa', '--timezone', 'America/New_York')
    names = lambda *arguments: [meeting['name'] for meeting in keel.json('search', *arguments)]
    same(sorted(names('--online')), ['Night Watch', 'Night Watch'])
    assert 'Night Watch' not in names('--in-person') and 'Lamplight' in names('--in-person')
    same(names('CAFE'), ['Frühstück am Fluss'])
    same(names('frühst'), ['Frühstück am Fluss'])
    same(names('--near', '52.5,13.4')[0], 'Frühstück am Fluss')
    near = keel.json('search', '--near', '40.71,-74.0', '--within', '50')
    same(near[0]['name'], 'Lamplight')
    assert all(meeting['distance_km'] <= 50 for meeting in near)
    same(len(names('--limit', '2')), 2)
    holds(keel.run('search', '--limit', '2'), '2 of 6')
    same(len(names('--program', 'aa')), 6)
    same(names('--program', 'na'), [])
    same(sorted({meeting['day'] for meeting in keel.json('search', 'night')}), [1, 4])
    appointment = keel.json('search', 'bridge')[0]
    same((appointment['day'], appointment['time'], appointment['next']), (None, None, None))


def search_shows_a_person_what_they_need(keel):
    keel.run('import', HARBOUR, '--timezone', 'America/New_York')
    text = keel.run('search', 'lamplight')
    holds(text, 'Lamplight', 'Harbour Hall', '12 Quay Street', 'Ring the bell twice.', '1 meeting',
          keel.json('search', 'lamplight')[0]['id'])
    holds(keel.run('search', 'night'), 'rooms.example.org')


def a_meeting_is_followed_seen_and_let_go(keel):
    keel.run('import', HARBOUR, '--timezone', 'America/New_York')
    meeting = keel.json('search', 'lamplight')[0]
    followed = keel.json('follow', meeting['id'], '--remind', '1440', '--remind', '15', '--remind', '15')
    shape(followed, id=str, name=str, next=str, leads=list, open_reminder=bool, reminder_text=str,
          silent=bool, important=bool, travel=int, kind=str, home_group=bool)
    fits(followed['id'], UUID)
    same((followed['name'], followed['next'], followed['leads']), ('Lamplight', meeting['next'], [15, 1440]))

    agenda = keel.json('agenda', '--days', '15')
    assert len(agenda) in (2, 3), agenda
    for item in agenda:
        check_occurrence(item)
        same((item['id'], item['name'], item['timezone']), (followed['id'], 'Lamplight', 'America/New_York'))
        local = instant(item['start']).astimezone(NEW_YORK)
        same(local.strftime('%Y-%m-%dT%H:%M'), item['local_start'])
        same(instant(item['end']) - instant(item['start']), datetime.timedelta(minutes=90))
    same([item['start'] for item in agenda], sorted(item['start'] for item in agenda))

    upcoming = keel.json('next')
    check_occurrence(upcoming)
    same(upcoming['start'], meeting['next'])
    holds(keel.run('next'), 'Lamplight', 'Harbour Hall')
    holds(keel.run('agenda'), 'Lamplight')

    same(keel.json('unfollow', followed['id']), {'id': followed['id'], 'name': 'Lamplight'})
    same(keel.json('agenda'), [])
    same(keel.json('next'), None)
    holds(keel.fail('unfollow', followed['id']), followed['id'])


def what_is_said_of_a_meeting_stays_until_it_is_said_anew(keel):
    keel.run('import', HARBOUR)
    meeting = keel.json('search', 'lamplight')[0]['id']
    said = lambda *arguments: [keel.json('follow', meeting, *arguments)[name] for name in ('kind', 'home_group', 'leads')]
    same(said(), ['meeting', False, [30]])
    same(said('--home-group', '--note', 'Sit near the door'), ['meeting', True, [30]])
    same(said('--remind', '5'), ['meeting', True, [5]])
    same(said('--kind', 'peer-support', '--no-home-group'), ['peer-support', False, [5]])
    doctor = keel.json('follow', '--new', 'Dr. Ortega', '--start', '2027-02-03T10:15', '--zone', 'Europe/Berlin', '--kind',
                       'doctor', '--note', 'Bring the letter')
    same((doctor['kind'], doctor['home_group']), ('doctor', False))


def how_it_reminds_stays_until_it_is_said_anew(keel):
    keel.run('import', HARBOUR)
    meeting = keel.json('search', 'lamplight')[0]['id']

    def said(*arguments):
        answer = keel.json('follow', meeting, *arguments)
        return [answer[name] for name in ('reminder_text', 'open_reminder', 'silent', 'important', 'travel', 'leads')]
    same(said(), ['discreet', False, False, False, 0, [30]])
    same(said('--reminder-text', 'full', '--silent', '--travel', '25'), ['full', False, True, False, 25, [30]])
    same(said('--important', '--open-reminder', '--remind', '5'), ['full', True, True, True, 25, [5]])
    same(said('--reminder-text', 'name', '--sound', '--no-important', '--no-open-reminder', '--travel', '0'),
         ['name', False, False, False, 0, [5]])
    told = keel.run('follow', meeting, '--travel', '25', '--important')
    holds(told, 'Time to leave: 25 minutes before', 'say its name', 'quiet hours')


def following_again_changes_the_reminders(keel):
    keel.run('import', HARBOUR)
    meeting = keel.json('search', 'lamplight')[0]
    first = keel.json('follow', meeting['id'])
    same(first['leads'], [30])
    second = keel.json('follow', meeting['id'].upper(), '--remind', '60')
    same((second['id'], second['leads']), (first['id'], [60]))
    same(len(keel.json('agenda')), 1)
    keel.run('unfollow', meeting['id'])
    same(keel.json('agenda'), [])


def a_meeting_of_ones_own_is_followed(keel):
    followed = keel.json('follow', '--new', 'Candles', '--start', '2026-03-25T19:00', '--zone', 'Europe/Berlin',
                         '--rrule', 'FREQ=WEEKLY', '--duration', '90', '--place', 'Mill Lane 4',
                         '--link', 'https://rooms.example.org/candles', '--remind', '0')
    shape(followed, id=str, name=str, next=str, leads=list, open_reminder=bool, reminder_text=str,
          silent=bool, important=bool, travel=int, kind=str, home_group=bool)
    same((followed['name'], followed['leads']), ('Candles', [0]))
    agenda = keel.json('agenda', '--from', '2026-03-23', '--days', '14')
    same([(item['local_start'], item['start'], item['end']) for item in agenda],
         [('2026-03-25T19:00', '2026-03-25T18:00:00Z', '2026-03-25T19:30:00Z'),
          # Over the change of the clocks it stays at seven in the evening.
          ('2026-04-01T19:00', '2026-04-01T17:00:00Z', '2026-04-01T18:30:00Z')])
    holds(keel.run('agenda', '--from', '2026-03-25', '--days', '1'), 'Candles', 'Mill Lane 4')


def once_without_a_rule(keel):
    keel.run('follow', '--new', 'Dentist', '--start', '2027-02-03 10:15', '--zone', 'Europe/Berlin')
    agenda = keel.json('agenda', '--from', '2027-02-01', '--days', '30')
    same([(item['name'], item['local_start']) for item in agenda], [('Dentist', '2027-02-03T10:15')])
    past = keel.json('follow', '--new', 'Long ago', '--start', '2020-02-03T10:15', '--zone', 'Europe/Berlin')
    same(past['next'], None)


def a_floating_meeting_stays_with_the_person(keel):
    keel.run('follow', '--new', 'Evening pause', '--start', '2026-01-01T21:00', '--zone', 'floating', '--rrule',
             'FREQ=DAILY')
    for zone, start in (('Europe/Berlin', '2026-06-01T19:00:00Z'), ('Asia/Tokyo', '2026-06-01T12:00:00Z')):
        item, = keel.json('agenda', '--from', '2026-06-01', '--days', '1', TZ=zone)
        same((item['timezone'], item['local_start'], item['start']), (None, '2026-06-01T21:00', start))


def what_is_not_there_cannot_be_followed(keel):
    keel.run('import', HARBOUR)
    before = keel.dump()
    holds(keel.fail('follow', '0123456789abcdef'), '0123456789abcdef')
    holds(keel.fail('follow', 'Lamplight'), 'Lamplight')
    keel.fail('follow', keel.json('search', 'bridge')[0]['id'])
    same(keel.json('agenda'), [])
    same(keel.dump(), before)


def an_empty_calendar_and_an_empty_week_differ(keel):
    empty = keel.start('agenda')
    same((empty.status, empty.out), (0, ''))
    holds(empty.err, 'keelctl follow')
    keel.run('follow', '--new', 'Far away', '--start', '2090-02-03T10:15', '--zone', 'Europe/Berlin')
    week = keel.start('agenda')
    same((week.status, week.out), (0, ''))
    assert week.err and week.err != empty.err


def a_name_cannot_steer_the_terminal(keel):
    path = keel.path('evil.json', json.dumps([{
        'name': 'Calm\x1b[2J\x07 \u009b31m Room', 'slug': 'x', 'day': 2, 'time': '19:00', 'timezone': 'UTC',
        'notes': 'line\r\x1b]0;gone\x07 end'}]))
    keel.run('import', path)
    for text in (keel.run('search'), keel.run('follow', keel.json('search')[0]['id']), keel.run('agenda')):
        assert not any(control in text for control in '\x1b\x07\r\u009b'), repr(text)


run_tests([
    search_answers_in_json,
    search_narrows,
    search_shows_a_person_what_they_need,
    a_meeting_is_followed_seen_and_let_go,
    what_is_said_of_a_meeting_stays_until_it_is_said_anew,
    how_it_reminds_stays_until_it_is_said_anew,
    following_again_changes_the_reminders,
    a_meeting_of_ones_own_is_followed,
    once_without_a_rule,
    a_floating_meeting_stays_with_the_person,
    what_is_not_there_cannot_be_followed,
    an_empty_calendar_and_an_empty_week_differ,
    a_name_cannot_steer_the_terminal,
])
