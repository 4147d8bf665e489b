"""The programs that there are, which are the person's, and those of their own."""

import sqlite3

from keelctl import run_tests, same

OWN = ('<program code="own-circle" order="1000" pages="both" symbol="◎" colour="#0072B2" family="none" sequence="no"'
       ' milestones="generic"><name>Sunday circle</name><short-name>Circle</short-name></program>')


def chosen(keel):
    return [row['code'] for row in keel.json('programs') if row['chosen']]


def all_of_them(keel):
    rows = keel.json('programs')
    same(len(rows), 15)
    same(rows[0], {'code': 'aa', 'name': 'Alcoholics Anonymous', 'short_name': 'AA', 'own': False, 'chosen': False})
    same(chosen(keel), [])
    same(len(keel.run('programs').splitlines()), 15)


def choose_and_drop(keel):
    lines = keel.run('programs', 'choose', 'smart', 'AA').splitlines()
    same(lines[:2], ['smart: SMART Recovery (chosen)', 'aa: Alcoholics Anonymous (chosen)'])
    same(len(lines), 15)
    same(chosen(keel), ['aa', 'smart'])
    keel.run('programs', 'drop', 'smart', 'na')
    same(chosen(keel), ['aa'])
    keel.run('programs', 'choose', 'none')
    same(chosen(keel), ['none'])
    keel.run('programs', 'choose', 'na', 'aa')
    same(keel.run('programs').splitlines()[0], 'na: Narcotics Anonymous (chosen)')


def nothing_of_what_is_wrong(keel):
    keel.run('programs', 'choose', 'na')
    for words in (('bowling',), ('choose',), ('drop',), ('show', 'aa'), ('choose', 'aa', 'bowling'),
                  ('choose', 'own-nobody'), ('drop', 'N A')):
        keel.refuse('programs', *words)
    same(chosen(keel), ['na'])


def own_ones_are_programs_too(keel):
    keel.run('programs')
    database = sqlite3.connect(keel.data + '/profiles/default/journal.db')
    with database:
        database.execute("INSERT INTO program VALUES ('u', 'own-circle', ?, 1, NULL)", (OWN,))
    database.close()
    keel.run('programs', 'choose', 'own-circle')
    row = keel.json('programs')[-1]
    same(row, {'code': 'own-circle', 'name': 'Sunday circle', 'short_name': 'Circle', 'own': True, 'chosen': True})
    keel.json('search', 'anything', '--program', 'own-circle')


run_tests([all_of_them, choose_and_drop, nothing_of_what_is_wrong, own_ones_are_programs_too])
