"""The medicine plan in the terminal."""

import sqlite3

from keelctl import run_tests, same

UUID = '11111111-2222-4333-8444-555555555555'


def prepare(keel):
    keel.json('medicine')
    with sqlite3.connect(keel.data + '/profiles/default/journal.db') as database:
        database.execute("INSERT INTO medicine (uuid, name, kind, first, days, clinic_days, weeks, months, minute, remind, locked, changed_at)"
                         " VALUES (?, 'the white one', 'take-home', 20000, 127, 18, 0, 0, 450, 0, 1, 1795348800)", (UUID,))


def none_at_first(keel):
    same(keel.json('medicine'), [])
    assert keel.run('medicine', 'list').strip(), 'it says that there is none'


def it_is_listed(keel):
    prepare(keel)
    row, = keel.json('medicine')
    same((row['id'], row['name'], row['kind'], row['due'], row['today'], row['days_with_plan']), (UUID, 'the white one', 'take-home', True, 'none', 0))
    same(row['naloxone'], None)
    assert 'dose' not in row and 'amount' not in row, row
    line = keel.run('medicine')
    assert 'the white one' in line and 'at the clinic on Monday and Thursday' in line and '0 days with my plan' in line, line


def days_are_noted(keel):
    prepare(keel)
    same(keel.json('medicine', 'mark', UUID, 'taken', '--date', '2026-03-01'), {'id': UUID, 'date': '2026-03-01', 'state': 'taken'})
    keel.json('medicine', 'mark', UUID, 'not-due', '--date', '2026-03-02')
    keel.json('medicine', 'mark', UUID, 'not-taken', '--date', '2026-03-03')
    row, = keel.json('medicine')
    same(row['days'], [{'date': '2026-03-01', 'state': 'taken'}, {'date': '2026-03-02', 'state': 'not-due'}, {'date': '2026-03-03', 'state': 'not-taken'}])
    same(row['days_with_plan'], 2)
    keel.json('medicine', 'mark', UUID, 'none', '--date', '2026-03-03')
    same(len(keel.json('medicine')[0]['days']), 2)


def not_taken_says_whom_to_call(keel):
    prepare(keel)
    text = keel.run('medicine', 'mark', UUID, 'not-taken')
    assert 'Call your clinic before the next dose.' in text, text
    assert 'today: Not taken' in keel.run('medicine')
    assert 'Call' not in keel.run('medicine', 'mark', UUID, 'taken')


run_tests([none_at_first, it_is_listed, days_are_noted, not_taken_says_whom_to_call])
