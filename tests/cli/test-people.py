"""People in the terminal: who they are, what is agreed, and that one was in touch."""

import datetime
import sqlite3

from keelctl import run_tests, same


def read(keel):
    with sqlite3.connect(keel.data + '/profiles/default/journal.db') as database:
        return database.execute('SELECT how, topic, to_do, note FROM contact').fetchall()


def none_at_first(keel):
    same(keel.json('people'), [])
    assert 'Nobody' in keel.run('people', 'list')


def one_is_added(keel):
    person = keel.json('people', 'add', 'Anna B.', '--kind', 'sponsor', '--number', '0170 1', '--every', '7', '--next', '2031-03-31')
    same((person['name'], person['kind'], person['number'], person['rhythm'], person['last'], person['next']),
         ('Anna B.', 'sponsor', '0170 1', 7, None, '2031-03-31'))
    same([row['id'] for row in keel.json('people')], [person['id']])
    line = keel.run('people')
    assert 'Anna B. · Sponsor · Next contact: ' in line and 'No contact' in line, line


def a_contact_moves_the_next_one(keel):
    person = keel.json('people', 'add', 'Tom', '--every', '3')
    after = keel.json('people', 'contact', 'Tom', '--how', 'meeting', '--topic', ' The week ', '--to-do', 'Write', '--note', 'I was calm')
    same(after['id'], person['id'])
    last, following = (datetime.date.fromisoformat(after[key]) for key in ('last', 'next'))
    same(following - last, datetime.timedelta(days=3))
    assert abs((last - datetime.date.today()).days) <= 1, last
    same(read(keel), [('meeting', 'The week', 'Write', 'I was calm')])
    same(keel.json('people', 'contact', person['id'], '--next', '2031-01-02')['next'], '2031-01-02')


def a_whole_name_is_told(keel):
    done = keel.start('people', 'add', 'Anna Berg')
    same(done.status, 0)
    assert 'initial' in done.err, done.err


def what_cannot_be(keel):
    keel.json('people', 'add', 'Anna B.')
    keel.json('people', 'add', 'Anna B.')
    for words in (['add'], ['list', 'x'], ['list', '--kind', 'peer'], ['add', 'Tom', '--kind', 'boss'], ['add', 'Tom', '--every', '400'],
                  ['add', 'Tom', '--next', 'soon'], ['contact', 'Tom', '--how', 'fax'], ['add', 'Tom', '--topic', 'x']):
        keel.refuse('people', *words)
    for words in (['add', ' '], ['contact', 'Tom'], ['contact', 'Anna B.']):
        keel.fail('people', *words)
    same(len(keel.json('people')), 2)


run_tests([none_at_first, one_is_added, a_contact_moves_the_next_one, a_whole_name_is_told, what_cannot_be])
