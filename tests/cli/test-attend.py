"""One date moved or called off, and what came of it."""

from keelctl import holds, run_tests, same, shape

TEXT = (str, type(None))
ZONE = 'Europe/Berlin'


def follow(keel, name='Lamplight', start='2026-03-02T19:00', rule='FREQ=WEEKLY', *more):
    """Mondays, over the change of the clocks on 29 March 2026."""
    return keel.json('follow', '--new', name, '--start', start, '--zone', ZONE, '--rrule', rule, *more)['id']


def agenda(keel, start='2026-03-16', days='15'):
    return keel.json('agenda', '--from', start, '--days', days)


def dates(keel, **span):
    return [(item['local_start'], item['status']) for item in agenda(keel, **span)]


def check(item):
    shape(item, id=str, name=str, start=str, end=str, local_start=str, timezone=TEXT, status=str, attendance=TEXT)


AT_FIRST = [('2026-03-16T19:00', 'planned'), ('2026-03-23T19:00', 'planned'), ('2026-03-30T19:00', 'planned')]


def one_date_moves_and_moves_back(keel):
    series = follow(keel)
    moved = keel.json('move', series, '2026-03-23', '2026-03-25T20:15')
    check(moved)
    same(moved, {'id': series, 'name': 'Lamplight', 'start': '2026-03-25T19:15:00Z', 'end': '2026-03-25T20:15:00Z',
                 'local_start': '2026-03-25T20:15', 'timezone': ZONE, 'status': 'moved', 'attendance': None})
    same(dates(keel), [AT_FIRST[0], ('2026-03-25T20:15', 'moved'), AT_FIRST[2]])
    # Found by where it is and by where it was; a date without a time keeps the time.
    same(keel.json('move', series, '2026-03-25', '2026-03-26')['local_start'], '2026-03-26T20:15')
    same(keel.json('move', series, '2026-03-23T19:00', '2026-03-27', '--duration', '90')['end'], '2026-03-27T20:45:00Z')
    holds(keel.run('agenda', '--from', '2026-03-27', '--days', '1'), 'Moved from', '19:00')
    same(keel.json('move', series, '2026-03-27', '--undo')['status'], 'planned')
    same(dates(keel), AT_FIRST)
    holds(keel.fail('move', series, '2026-03-23', '--undo'), 'Lamplight', '2026-03-23')


def a_date_moves_over_the_change_of_the_clocks(keel):
    series = follow(keel)
    same(keel.json('move', series, '2026-03-23', '2026-03-29T02:30')['start'], '2026-03-29T01:30:00Z')
    same(keel.json('move', series, '2026-03-23', '2026-04-01')['start'], '2026-04-01T01:30:00Z')


def a_date_moves_far_and_is_found(keel):
    series = follow(keel)
    far = keel.json('move', series, '2026-03-23', '2028-01-05T10:00')
    same((far['local_start'], far['status']), ('2028-01-05T10:00', 'moved'))
    same(dates(keel), [AT_FIRST[0], AT_FIRST[2]])
    same(keel.json('move', series, '2028-01-05', '--undo')['local_start'], '2026-03-23T19:00')
    same(dates(keel), AT_FIRST)


def one_date_is_called_off_and_takes_place_after_all(keel):
    series = follow(keel)
    off = keel.json('cancel', series, '2026-03-23')
    same(off, {'id': series, 'name': 'Lamplight', 'local_start': '2026-03-23T19:00', 'timezone': ZONE,
               'status': 'cancelled'})
    same(dates(keel), [AT_FIRST[0], AT_FIRST[2]])
    holds(keel.fail('cancel', series, '2026-03-23'), 'Lamplight', '2026-03-23')
    holds(keel.fail('cancel', series, '2026-03-16', '--undo'), '2026-03-16')
    same(keel.json('cancel', series, '2026-03-23', '--undo')['status'], 'planned')
    same(dates(keel), AT_FIRST)
    keel.run('cancel', series, '2026-03-23T19:00')
    holds(keel.run('cancel', series, '2026-03-23T19:00', '--undo'), 'Lamplight')
    same(dates(keel), AT_FIRST)


def what_came_of_a_date_is_put_down(keel):
    series = follow(keel)
    went = keel.json('attend', series, '2026-03-16', 'went', '--heard', 'One day at a time', '--note', 'Tired')
    shape(went, id=str, name=str, start=str, end=str, local_start=str, timezone=TEXT, status=str, attendance=str,
          heard=TEXT, note=TEXT)
    same((went['id'], went['attendance'], went['heard'], went['note']), (series, 'went', 'One day at a time', 'Tired'))
    keel.run('attend', series, '2026-03-23T19:00', 'not')
    items = agenda(keel)
    for item in items:
        check(item)
    same([item['attendance'] for item in items], ['went', 'not', None])
    # Said anew: what is not given stays, what is given empty goes.
    left = keel.json('attend', series, '2026-03-16', 'left', '--note', '')
    same((left['attendance'], left['heard'], left['note']), ('left', 'One day at a time', None))
    same([item['attendance'] for item in agenda(keel)], ['left', 'not', None])
    undone = keel.json('attend', series, '2026-03-16', '--undo')
    same((undone['attendance'], undone['heard']), (None, None))
    same([item['attendance'] for item in agenda(keel)], [None, 'not', None])


def it_is_said_in_plain_words(keel):
    series = follow(keel)
    holds(keel.run('attend', series, '2026-03-16', 'went'), 'you went to “Lamplight”')
    holds(keel.run('attend', series, '2026-03-23', 'not'), 'not this time')
    holds(keel.run('attend', series, '2026-03-30', 'left'), 'left early')
    text = keel.run('agenda', '--from', '2026-03-16', '--days', '15')
    holds(text, 'You went.', 'Not this time.', 'You left early.')
    assert 'miss' not in text.lower()
    holds(keel.run('attend', series, '2026-03-16', '--undo'), 'Nothing is noted')
    # There was nothing: that is as well.
    keel.run('attend', series, '2026-03-16', '--undo')


def attendance_goes_with_a_date_that_moves(keel):
    series = follow(keel)
    keel.run('attend', series, '2026-03-23', 'went')
    same(keel.json('move', series, '2026-03-23', '2026-03-24')['attendance'], 'went')
    same([(item['local_start'], item['attendance']) for item in agenda(keel, '2026-03-23', '3')],
         [('2026-03-24T19:00', 'went')])
    same(keel.json('attend', series, '2026-03-24', 'left')['attendance'], 'left')
    same(keel.json('attend', series, '2026-03-24', '--undo')['attendance'], None)


def several_dates_of_a_day_need_the_time(keel):
    series = follow(keel, 'Often', '2026-03-02T09:00', 'FREQ=WEEKLY')
    keel.run('move', series, '2026-03-23', '2026-03-16T18:00')
    before = dates(keel)
    for command in (('cancel', series, '2026-03-16'), ('attend', series, '2026-03-16', 'went'),
                    ('move', series, '2026-03-16', '2026-03-17')):
        holds(keel.fail(*command), 'Often', '2026-03-16T09:00', '2026-03-16T18:00')
    same(dates(keel), before)
    same(keel.json('attend', series, '2026-03-16T18:00', 'went')['local_start'], '2026-03-16T18:00')
    same([item['attendance'] for item in agenda(keel, '2026-03-16', '1')], [None, 'went'])


def dates_are_those_of_the_meeting_and_then_ones_own(keel):
    """19:00 in New York is the next day in Berlin."""
    series = keel.json('follow', '--new', 'Far', '--start', '2026-03-02T19:00', '--zone', 'America/New_York',
                       '--rrule', 'FREQ=WEEKLY')['id']
    item, = agenda(keel, '2026-03-17', '1')
    same((item['start'], item['local_start']), ('2026-03-16T23:00:00Z', '2026-03-16T19:00'))
    same(keel.json('attend', series, '2026-03-16', 'went')['start'], item['start'])
    same(keel.json('attend', series, '2026-03-17', 'left')['start'], item['start'])
    daily = keel.json('follow', '--new', 'Daily', '--start', '2026-03-02T19:00', '--zone', 'America/New_York',
                      '--rrule', 'FREQ=DAILY')['id']
    same(keel.json('attend', daily, '2026-03-17', 'went')['local_start'], '2026-03-17T19:00')


def what_is_not_there_is_told(keel):
    series = follow(keel)
    before = dates(keel)
    for command in (('move', '2026-03-17', '2026-03-18'), ('cancel', '2026-03-17'), ('attend', '2026-03-17', 'went'),
                    ('cancel', '2026-03-16T19:30'), ('attend', '1066-10-14', 'went'), ('cancel', '9999-12-31'),
                    ('cancel', '0001-01-01', '--undo'), ('move', '2020-03-16', '--undo')):
        holds(keel.fail(command[0], series, *command[1:]), 'Lamplight', command[1])
        holds(keel.fail(command[0], 'nobody', *command[1:]), 'nobody')
    keel.fail('move', series, '2026-03-16', '9999-12-31')
    same(dates(keel), before)
    keel.run('unfollow', series)
    holds(keel.fail('attend', series, '2026-03-16', 'went'), series)


def names_and_notes_cannot_steer_the_terminal(keel):
    series = follow(keel, 'Calm\x1b[2J\x07 Room')
    for text in (keel.run('attend', series, '2026-03-16', 'went', '--note', '\x1b]0;gone\x07'),
                 keel.run('move', series, '2026-03-16', '2026-03-17'), keel.run('cancel', series, '2026-03-17'),
                 keel.fail('cancel', series, '2026-03-18')):
        assert not any(control in text for control in '\x1b\x07'), repr(text)


def a_meeting_of_a_list_goes_by_either_id(keel):
    path = keel.path('one.json', '[{"name": "Quay", "slug": "quay", "day": 1, "time": "19:00"}]')
    keel.run('import', path, '--timezone', ZONE)
    meeting = keel.json('search')[0]['id']
    series = keel.json('follow', meeting)['id']
    first = keel.json('next')['local_start']
    same(keel.json('attend', meeting.upper(), first, 'went')['id'], series)
    same(keel.json('cancel', meeting, first)['id'], series)


run_tests([
    one_date_moves_and_moves_back,
    a_date_moves_over_the_change_of_the_clocks,
    a_date_moves_far_and_is_found,
    one_date_is_called_off_and_takes_place_after_all,
    what_came_of_a_date_is_put_down,
    it_is_said_in_plain_words,
    attendance_goes_with_a_date_that_moves,
    several_dates_of_a_day_need_the_time,
    dates_are_those_of_the_meeting_and_then_ones_own,
    what_is_not_there_is_told,
    names_and_notes_cannot_steer_the_terminal,
    a_meeting_of_a_list_goes_by_either_id,
])
