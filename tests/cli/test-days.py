"""Days in the terminal: start dates, lapses, milestones, and what is told with them."""

import datetime
import zoneinfo

from keelctl import run_tests, same

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo('Europe/Berlin')).date()  # where keelctl.py has keelctl run
DANGER = 'stopping suddenly can be dangerous'
TOLERANCE = 'tolerance is lower'


def day(ago):
    return str(TODAY - datetime.timedelta(days=ago))


def is_safe_to_say(text):
    return DANGER in text and TOLERANCE in text


def nothing_at_first(keel):
    listed = keel.json('days')
    same((listed['counts'], listed['lapses'], listed['milestones']), ([], [], []))
    assert keel.run('days').strip(), 'it says that there is nothing'


def a_start_date(keel):
    count = keel.json('days', 'start', day(47), '--name', ' alcohol ', '--mode', 'both', '--program', 'na')
    same((count['name'], count['start'], count['mode'], count['program']), ('alcohol', day(47), 'both', 'na'))
    same((count['streak'], count['total'], count['next']['milestone'], count['next']['days']), (47, 47, 'days-60', 13))
    same([row['id'] for row in keel.json('days')['counts']], [count['id']])
    text = keel.run('days')
    assert '47 days' in text and '13 days to 60 days' in text and 'alcohol' in text, text
    same([row['milestone'] for row in keel.json('days')['milestones']], ['days-30', 'days-0'])


def another_goal_where_the_program_allows(keel):
    same(keel.json('days', 'start', day(3), '--goal', 'cut-down', '--program', 'smart')['path'], 'cut-down')
    same(keel.json('days', 'start', day(3), '--goal', 'undecided')['path'], 'undecided')
    same(keel.json('days', 'start', day(3), '--program', 'na')['path'], 'abstinence')


def a_new_start_date_says_what_is_dangerous(keel):
    assert is_safe_to_say(keel.run('days', 'start', day(2)))
    assert is_safe_to_say(keel.run('days', 'start', day(-3))), 'and before it begins'
    assert DANGER not in keel.run('days', 'start', day(60))
    same([row['begins_in'] for row in keel.json('days', 'list')['counts']], [0, 3, 0])


def a_lapse_with_each_choice(keel):
    count = keel.json('days', 'start', day(20), '--mode', 'both')['id']
    for choice, streak, total in (('keep-total', None, 20), ('new-start', 0, 20), ('stop', None, 20), ('not-counted', 20, 20)):
        lapse = keel.json('days', 'lapse', '--choice', choice)
        same((lapse['count'], lapse['date'], lapse['choice']), (count, day(0), choice))
        stand = keel.json('days')['counts'][0]
        same((stand['streak'], stand['total']), (streak, total))
        same(stand['streaks'][0]['days'], 20)
        keel.run('days', 'remove', lapse['id'])
        same(keel.json('days')['counts'][0]['streak'], 20)
    keel.run('days', 'restore', lapse['id'])
    same([row['id'] for row in keel.json('days')['lapses']], [lapse['id']])


def a_lapse_says_what_is_dangerous(keel):
    text = keel.run('days', 'lapse')
    assert is_safe_to_say(text) and 'never a lapse' in text, text
    same(keel.json('days')['lapses'][0]['count'], None)


def of_several_one_is_named(keel):
    keel.json('days', 'start', day(20), '--name', 'alcohol')
    other = keel.json('days', 'start', day(10), '--name', 'tobacco')
    keel.refuse('days', 'lapse')
    keel.fail('days', 'lapse', 'nowhere')
    same(keel.json('days', 'lapse', 'tobacco', '--date', day(1), '--choice', 'new-start', '--note', 'x')['count'], other['id'])
    same([row['streak'] for row in keel.json('days')['counts']], [20, 1])


def what_is_removed_comes_back(keel):
    count = keel.json('days', 'start', day(8))
    before = keel.json('days')
    text = keel.run('days', 'remove', count['id'])
    assert 'days restore ' + count['id'] in text, text
    same(keel.json('days')['counts'], [])
    keel.run('days', 'restore', count['id'])
    same(keel.json('days'), before)


def what_cannot_be(keel):
    keel.refuse('days', 'start', '2026-02-30')
    keel.refuse('days', 'start', 'yesterday')
    keel.refuse('days', 'start')
    keel.refuse('days', 'start', day(1), '--mode', 'loud')
    keel.refuse('days', 'start', day(1), '--program', 'nowhere')
    keel.refuse('days', 'start', day(1), '--program', 'na', '--goal', 'cut-down')
    keel.refuse('days', 'lapse', '--choice', 'loud')
    keel.refuse('days', 'lapse', '--name', 'x')
    keel.fail('days', 'remove', 'nowhere')
    keel.refuse('days', 'remove')
    keel.refuse('days', 'count')
    same(keel.json('days')['counts'], [])


run_tests([nothing_at_first, a_start_date, another_goal_where_the_program_allows, a_new_start_date_says_what_is_dangerous, a_lapse_with_each_choice,
           a_lapse_says_what_is_dangerous, of_several_one_is_named, what_is_removed_comes_back, what_cannot_be])
