"""The cards of the coping library in the terminal."""

from keelctl import run_tests, same


def all_of_them(keel):
    rows = keel.json('strategies')
    assert len(rows) >= 2, rows
    assert rows[0]['id'] == 'c01' and rows[0]['kind'] == 'wave' and rows[0]['grade'] == 'B', rows[0]
    lines = keel.run('strategies').splitlines()
    same(len(lines), len(rows))
    same(lines[0], 'c01: ' + rows[0]['name'])


def what_they_are_for(keel):
    rows = keel.json('strategies', '--for', 'craving')
    assert 0 < len(rows) < len(keel.json('strategies')), len(rows)
    for row in rows:
        assert 'craving' in row['tags'].split() or 'any' in row['tags'].split(), row
    both = keel.json('strategies', '--for', 'craving anxiety')
    assert len(both) > len(rows), len(both)


def one_card(keel):
    card = keel.json('strategies', 'show', 'C32')
    same(card['id'], 'c32')
    assert card['steps'] and card['evidence'] and card['source'] and card['cautions'], card
    text = keel.run('strategies', 'show', 'c32')
    assert text.startswith(card['name']), text
    assert '1. ' + card['steps'][0]['text'] in text, text
    assert card['source'] in text, text


def nothing_of_what_is_not_there(keel):
    keel.fail('strategies', 'show', 'c99')


run_tests([all_of_them, what_they_are_for, one_card, nothing_of_what_is_not_there])
