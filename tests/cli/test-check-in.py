"""Check-ins in the terminal."""

from keelctl import run_tests, same


def none_at_first(keel):
    same(keel.json('check-in'), [])
    assert keel.run('check-in', 'list').strip(), 'it says that there are none'


def one_is_put_down(keel):
    check_in = keel.json('check-in', 'add', '--mood', '1', '--craving', '7', '--energy', '0', '--sleep', '7:30', '--word', ' tired ')
    same((check_in['mood'], check_in['craving'], check_in['energy'], check_in['sleep']), (1, 7, 0, 450))
    rows = keel.json('check-in')
    same([row['id'] for row in rows], [check_in['id']])
    same((rows[0]['word'], rows[0]['at']), ('tired', check_in['at']))
    line = keel.run('check-in')
    assert 'Mood: Low' in line and 'Craving: Strong' in line and 'Sleep: 7:30' in line and '“tired”' in line, line


def one_word_is_enough(keel):
    row = keel.json('check-in', 'add', '--word', 'calm')
    same(sorted(row), ['at', 'id', 'word'])
    assert '“calm”' in keel.run('check-in')


def hours_as_people_write_them(keel):
    for text, minutes in (('7', 420), ('7.5', 450), ('7,5', 450), ('0:45', 45), ('24', 1440), ('٧:٣٠', 450), ('6.25', 375)):
        same(keel.json('check-in', 'add', '--sleep', text)['sleep'], minutes)


def what_cannot_be(keel):
    for options in ([], ['--mood', '5'], ['--mood', '-1'], ['--craving', '11'], ['--energy', '5'], ['--word', '  '], ['--sleep', '0'],
                    ['--sleep', '24:01'], ['--sleep', '7:60'], ['--sleep', '7:3'], ['--sleep', 'well'], ['--sleep', '7h']):
        keel.refuse('check-in', 'add', *options)
    keel.refuse('check-in', 'list', '--mood', '3')
    keel.refuse('check-in', 'remove')
    same(keel.json('check-in'), [])


run_tests([none_at_first, one_is_put_down, one_word_is_enough, hours_as_people_write_them, what_cannot_be])
