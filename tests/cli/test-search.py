"""Search: every filter, its counts, towns, and the same meeting of two lists."""

import datetime
import json

from keelctl import holds, run_tests, same


def meeting(slug, **members):
    now = datetime.datetime.now(datetime.timezone.utc)
    start = members.pop('start', now + datetime.timedelta(days=3))
    return {'slug': slug, 'name': slug.title(), 'day': start.isoweekday() % 7, 'time': start.strftime('%H:%M'),
            'timezone': 'UTC', 'attendance_option': 'in_person', 'location': 'Hall', 'types': ['O'], **members}


def in_minutes(minutes):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)


def set_up(keel):
    meetings = [
        meeting('soon', start=in_minutes(50), types=['O', 'X', 'D'], formatted_address='1 Elm St, Springfield, IL 62701',
                latitude=39.8, longitude=-89.6),
        meeting('going', start=in_minutes(-20), types=['C', 'S', 'D', 'BA']),
        meeting('spanish', types=['O', 'S'], formatted_address='1 Quai, 8001 Zürich, Switzerland', latitude=47.37,
                longitude=8.54),
        meeting('always', day=[0, 1, 2, 3, 4, 5, 6], time='00:00', end_time='23:59', attendance_option='online',
                conference_url='https://zoom.us/j/123456789'),
    ]
    keel.run('import', keel.path('one.json', json.dumps(meetings)), '--program', 'aa', '--list', 'One')


def names(keel, *arguments):
    return sorted({found['name'] for found in keel.json('search', '--limit', '100', *arguments)})


def every_filter_narrows(keel):
    set_up(keel)
    for arguments, expected in (
            (('--soon',), ['Soon']),
            (('--now',), ['Always', 'Going']),
            (('--soon', '--now'), ['Always', 'Going', 'Soon']),
            (('--open',), ['Always', 'Soon', 'Spanish']),
            (('--type', 'D', '--program', 'aa'), ['Going', 'Soon']),
            (('--type', 'discussion', '--access', 'wheelchair'), ['Soon']),
            (('--access', 'children'), ['Going']),
            (('--spoken', 'es'), ['Going', 'Spanish']),
            (('--spoken', 'Spanish', '--program', 'aa', '--open'), ['Spanish']),
            (('--type', 'Knitting'), []),
            (('--part', 'morning', '--part', 'afternoon', '--part', 'evening', '--part', 'night'),
             ['Always', 'Going', 'Soon', 'Spanish']),
            (('--near', 'spring', '--within', '5'), ['Soon']),
            (('--near', 'Zurich', '--within', '5'), ['Spanish']),
            (('--near', '47.4 8.5', '--within', '20'), ['Spanish'])):
        same((arguments, names(keel, *arguments)), (arguments, expected))
    same(keel.json('search', '--near', 'Springfield, IL')[0]['name'], 'Soon')
    same([found['name'] for found in keel.json('search', '--order', 'name')][-1], 'Spanish')
    same(keel.json('search', '--near', 'zur', '--order', 'name')[-1]['name'], 'Spanish')
    holds(keel.fail('search', '--near', 'Atlantis'), 'Atlantis')


def counts_say_what_would_remain(keel):
    set_up(keel)
    answer = keel.json('search', '--counts', '--in-person', '--limit', '1')
    same((answer['total'], len(answer['meetings'])), (3, 1))
    counts = answer['counts']
    same(counts['soon'], 1)
    same(counts['now'], 1)
    same((counts['online'], counts['in_person'], counts['open']), (0, 3, 2))
    same(counts['program'], {'aa': 3})
    same(counts['language'], {'Spanish': 2})
    same(counts['type'], {'Discussion': 2})
    same(counts['access'], {'wheelchair': 1, 'sign-language': 0, 'children': 1})
    same(sum(counts['day'].values()), 3)
    same(sum(counts['part'].values()), 3)


def two_lists_are_one_result(keel):
    set_up(keel)
    same(len(keel.json('search', 'soon')[0]['sources']), 1)
    other = meeting('x', start=in_minutes(50), name='Another name', latitude=39.8001, longitude=-89.6,
                    url='https://example.org/x')
    keel.run('import', keel.path('two.json', json.dumps([other])), '--list', 'Two')
    found = keel.json('search', '--soon')
    same(len(found), 1)
    sources = {source['list']: source for source in found[0]['sources']}
    same(sorted(sources), ['One', 'Two'])
    same(sources['Two']['url'], 'https://example.org/x')
    holds(keel.run('search', 'another'), 'One · Two' if found[0]['name'] == 'Soon' else 'Two · One')
    for source in found[0]['sources']:
        keel.run('follow', source['id'])
    keel.run('lists', 'remove', 'Two')
    same(len(keel.json('search', '--soon')[0]['sources']), 1)


def a_result_says_how_to_get_in(keel):
    set_up(keel)
    going, = keel.json('search', 'going')
    same((going['open'], going['languages'], going['access']), (False, ['Spanish'], ['children']))
    assert going['began'] < going['next'], going
    always = keel.json('search', 'always', '--now')[0]
    same((always['any_time'], always['open']), (True, True))
    assert keel.json('search', 'soon')[0]['began'] is None


run_tests([
    every_filter_narrows,
    counts_say_what_would_remain,
    two_lists_are_one_result,
    a_result_says_how_to_get_in,
])
