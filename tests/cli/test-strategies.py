"""The cards of the coping library in the terminal."""

import os
import sqlite3

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


OWN = """<?xml version="1.0" encoding="UTF-8"?>
<strategy id="own-1" order="1" pages="member" group="urges" kind="steps" tags="craving" minutes="5" urge-from="0" urge-to="10">
<name>Feed the ducks</name><step>Take the old bread.</step></strategy>"""


def ones_own(keel):
    """They stand with the others where no passphrase is asked for; one of them is shown; and nobody gets a profile by looking."""
    keel.json('strategies')
    assert not os.path.exists(os.path.join(keel.data, 'profiles')), os.listdir(keel.data)
    keel.run('programs', 'choose', 'none')
    folder = os.path.join(keel.data, 'profiles')
    with sqlite3.connect(os.path.join(folder, os.listdir(folder)[0], 'journal.db')) as journal:
        journal.execute('INSERT INTO own_strategy (uuid, id, xml, changed_at) VALUES (?, ?, ?, 1)',
                        ('11111111-2222-4333-8444-555555555555', 'own-1', OWN))
    names = {row['id']: row['name'] for row in keel.json('strategies')}
    same(names['own-1'], 'Feed the ducks')
    assert 'c01' in names, names
    assert 'own-1: Feed the ducks' in keel.run('strategies').splitlines()
    assert '1. Take the old bread.' in keel.run('strategies', 'show', 'own-1')
    keel.fail('strategies', 'show', 'own-2')


run_tests([ones_own, all_of_them, what_they_are_for, one_card, nothing_of_what_is_not_there])
