"""Urges in the terminal."""

import sqlite3
import time

from keelctl import run_tests, same


def none_at_first(keel):
    same(keel.json('urges'), [])
    same(keel.json('urges', 'list'), [])
    assert keel.run('urges').strip(), 'it says that there are none'


def one_is_written_down(keel):
    urge = keel.json('urges', 'add', '--strength', '7', '--after', '3', '--tags', 'work lonely', '--strategy', 'c01', '--note', ' By the river ')
    same((urge['strength'], urge['after'], urge['tags'], urge['strategy'], urge['outcome']), (7, 3, 'lonely work', 'c01', 'none'))
    rows = keel.json('urges')
    same([row['id'] for row in rows], [urge['id']])
    same(rows[0]['note'], 'By the river')
    same(rows[0]['at'], urge['at'])
    line = keel.run('urges', 'list')
    assert '7 of 10, afterwards 3' in line and 'Lonely' in line, line


def the_strength_is_enough(keel):
    text = keel.run('urges', 'add', '--strength', '0')
    assert '0 of 10' in text and 'afterwards' not in text, text
    row = keel.json('urges')[0]
    same((row['strength'], row['tags'], row['note']), (0, '', None))
    assert 'after' not in row, row


def the_newest_first(keel):
    first, second = (keel.json('urges', 'add', '--strength', str(strength))['id'] for strength in (1, 2))
    with sqlite3.connect(keel.data + '/profiles/default/journal.db') as database:
        database.execute('UPDATE urge SET at = at - 3600, zone = 330 WHERE uuid = ?', (second,))
    same([row['id'] for row in keel.json('urges')], [first, second])
    # The clock where the person was, not here.
    database = sqlite3.connect(keel.data + '/profiles/default/journal.db')
    at, = database.execute('SELECT at FROM urge WHERE uuid = ?', (second,)).fetchone()
    shown = time.strftime('%H:%M', time.gmtime(at + 330 * 60))
    assert ', %s ' % shown in keel.run('urges').splitlines()[1], (shown, keel.run('urges'))


run_tests([none_at_first, one_is_written_down, the_strength_is_enough, the_newest_first])
