"""The demo in the terminal: made, looked at, removed, and nothing else with it."""

from keelctl import run_tests, same


def made_and_shown(keel):
    card = keel.json('demo', 'create')
    assert 'made up' in card['name'], card
    profile = ('--profile', card['id'])
    assert len(keel.json('check-in', *profile)) > 200
    assert len(keel.json('urges', *profile)) > 30
    assert len(keel.json('people', *profile)) == 4
    assert len(keel.json('entries', *profile)) > 15
    days = keel.run('days', *profile)
    assert 'Alcohol' in days and 'Lapse' in days, days
    assert keel.json('agenda', *profile), 'something comes next'
    assert 'No reminder is planned' in keel.run('reminders', 'status', *profile)


def one_of_a_kind(keel):
    keel.run('demo')
    assert 'already' in keel.fail('demo', 'create')
    family = keel.json('demo', '--pages', 'family')
    same(keel.json('urges', '--profile', family['id']), [])
    assert 'Lapse' not in keel.run('days', '--profile', family['id'])


def removed_and_nothing_else(keel):
    keel.run('profile', 'create', 'Mine')
    keel.run('demo')
    keel.run('demo', '--pages', 'both')
    keel.run('demo', 'remove', '--pages', 'both')
    same(len(keel.json('profile')), 2)
    keel.run('demo', 'remove')
    same([card['name'] for card in keel.json('profile')], ['Mine'])
    keel.fail('demo', 'remove')


def what_cannot_be(keel):
    keel.refuse('demo', 'show')
    keel.refuse('demo', 'create', 'more')
    keel.refuse('demo', '--pages', 'everybody')
    same(keel.json('profile'), [])


run_tests([made_and_shown, one_of_a_kind, removed_and_nothing_else, what_cannot_be])
