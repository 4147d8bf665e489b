"""A summary to hand over, in the terminal."""

import os
import stat

from keelctl import run_tests, same


def a_table(keel):
    keel.run('urges', 'add', '--strength', '7', '--note', 'by the river')
    path = os.path.join(keel.data, 'handed.csv')
    answer = keel.json('summary', path, '--parts', 'urges,meetings', '--span', 'week')
    same(answer, {'file': path})
    with open(path, encoding='utf-8-sig', newline='') as file:
        lines = file.read().split('\r\n')
    same((lines[0], len(lines), lines[2]), ('date,what,value', 3, ''))
    assert lines[1].endswith(',urge,7'), lines
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600)


def what_is_not_chosen_is_not_in_it(keel):
    keel.run('urges', 'add', '--strength', '7')
    path = os.path.join(keel.data, 'handed.csv')
    text = keel.run('summary', path)
    assert 'Nobody has checked it.' in text, text
    with open(path, encoding='utf-8-sig', newline='') as file:
        same(file.read(), 'date,what,value\r\n')


def pages(keel):
    keel.run('urges', 'add', '--strength', '7')
    path = os.path.join(keel.data, 'handed.pdf')
    keel.run('summary', path, '--parts', 'urges,days', '--each', '--name')
    with open(path, 'rb') as file:
        assert file.read(5) == b'%PDF-'


def what_cannot_be(keel):
    path = os.path.join(keel.data, 'handed.pdf')
    for words in ([], [path + '.txt'], [path, '--span', 'decade'], [path, '--parts', 'names']):
        keel.refuse('summary', *words)
    assert not os.path.exists(path)


run_tests([a_table, what_is_not_chosen_is_not_in_it, pages, what_cannot_be])
