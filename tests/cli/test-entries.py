"""What was written: listed, shown as text, Markdown and JSON, and printed; only what was asked for is there."""

import json
import os
import shutil
import sqlite3
import subprocess

from keelctl import Skip, fits, holds, run_tests, same, UUID, INSTANT

ENTRY = '11111111-2222-4333-8444-555555555555'
QUIET = '11111111-2222-4333-8444-666666666666'
SHEET = ('<worksheet id="{}" order="1" pages="both" group="steps"><name>{}</name><section>'
         '<field id="safe" type="choice" keep="no"><label>Is it safe?</label><option id="yes">Yes</option><option id="no">No</option></field>'
         '<field id="what" type="long"><label>What happened?</label></field>'
         '<field id="list" type="table"><label>My list</label>'
         '<column id="who" type="text" names="yes"><label>Who?</label></column>'
         '<column id="part" type="text"><label>My part</label></column></field>'
         '<field id="whom" type="person"><label>Whom can I tell?</label></field></section></worksheet>')
ANSWERS = {'safe': ['no'], 'what': '# It was *late*\nand آخر', 'list': [{'who': 'Marlene Quast', 'part': 'I | did not ask'}, {'who': 'ben'}],
           'whom': 'Zoe Adler'}
SHOWN = ('Old anger\nFor Thursday\n\nWhat happened?\n# It was *late*\nand آخر\n\n'
         'My list\nRow 1\nWho?: Marlene Quast\nMy part: I | did not ask\nRow 2\nWho?: ben\n\nWhom can I tell?\nZoe Adler\n')


def write(keel, uuid=ENTRY, worksheet='w01', name='Old anger', title='For Thursday', guard=0):
    keel.run('entries')
    database = sqlite3.connect(keel.data + '/profiles/default/journal.db')
    with database:
        database.execute('INSERT INTO template VALUES (?, ?)', (uuid, SHEET.format(worksheet, name)))
        entry = database.execute(
            "INSERT INTO entry (uuid, worksheet, template, name, title, state, created_at, changed_at, guard) VALUES (?, ?, ?, ?, ?, 'draft', 1795600000, 1795600001, ?)",
            (uuid, worksheet, uuid, name, title, guard)).lastrowid
        database.execute('INSERT INTO entry_answers VALUES (?, ?)', (entry, json.dumps(ANSWERS)))
    database.close()


def worksheets(keel):
    rows = keel.json('worksheets')
    same(rows[0], {'id': 'w01', 'name': 'Resentment list', 'group': 'steps'})
    assert len(rows) > 50, len(rows)
    same(keel.run('worksheets').splitlines()[0], 'w01: Resentment list')
    keel.refuse('worksheets', 'w01')


def listed(keel):
    same(keel.run('entries'), 'Nothing is written yet.\n')
    same(keel.json('entries'), [])
    write(keel)
    # A copy of one's own, which is gone meanwhile.
    write(keel, QUIET, 'own-1', 'Safety at home', 'Safety plan', 2)
    row, = keel.json('entries')
    fits(row.pop('id'), UUID)
    fits(row.pop('created'), INSTANT)
    fits(row.pop('changed'), INSTANT)
    same(row, {'worksheet': 'w01', 'name': 'Old anger', 'title': 'For Thursday', 'state': 'draft', 'pinned': False, 'shared': None})
    text = keel.run('entries')
    holds(text, 'For Thursday', ENTRY)
    assert 'Safety' not in text, text


def shown(keel):
    write(keel)
    same(keel.run('entries', 'show', ENTRY), SHOWN)
    text = keel.run('entries', 'show', ENTRY, '--format', 'markdown', '--initials')
    holds(text, '# Old anger\n', '\\# It was \\*late\\*\\\nand آخر', '| M. Q. | I \\| did not ask |', '| B. | |', 'Z. A.')
    for name in ('Marlene', 'Quast', 'ben', 'Zoe', 'Thursday'):
        assert name not in text, text
    answer = keel.json('entries', 'show', ENTRY)
    same(answer['id'], ENTRY)
    same(answer['title'], 'For Thursday')
    same([field['id'] for field in answer['fields']], ['what', 'list', 'whom'])
    same(answer['fields'][1]['rows'], [{'who': 'Marlene Quast', 'part': 'I | did not ask'}, {'who': 'ben', 'part': None}])
    same(answer, json.loads(keel.run('entries', 'show', ENTRY, '--format', 'json')))


def chosen(keel):
    write(keel)
    same(keel.run('entries', 'show', ENTRY, '--fields', 'list/part'), 'Old anger\n\nMy list\nRow 1\nMy part: I | did not ask\n')
    same(keel.json('entries', 'show', ENTRY, '--fields', 'whom')['title'], None)
    same(keel.run('entries', 'show', ENTRY, '--initials', '--fields', 'title,whom'), 'Old anger\nFor Thursday\n\nWhom can I tell?\nZ. A.\n')
    same(keel.run('entries', 'show', ENTRY, '--fields', 'whom, what'),
         'Old anger\n\nWhat happened?\n# It was *late*\nand آخر\n\nWhom can I tell?\nZoe Adler\n')
    holds(keel.refuse('entries', 'show', ENTRY, '--fields', 'what,when'), '“when”', 'list/who')
    keel.refuse('entries', 'show', ENTRY, '--fields', 'safe')


def printed(keel):
    write(keel)
    path = keel.path('pages.pdf')
    holds(keel.run('entries', 'print', ENTRY, path, '--initials', '--fields', 'what,list'), path, 'can read it')
    same(os.stat(path).st_mode & 0o777, 0o600)
    same(keel.json('entries', 'print', ENTRY, path, '--initials', '--fields', 'what,list'), {'file': path})
    if not shutil.which('pdftotext'):
        raise Skip('poppler-utils is not installed')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    holds(text, 'Old anger', 'It was *late*', 'M. Q.', 'I | did not ask')
    for word in ('Thursday', 'Marlene', 'Quast', 'Zoe', 'Z. A.', 'safe', 'Alcoholics', 'Keel'):
        assert word not in text, text
    about = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    holds(about, 'Document')
    assert 'anger' not in about and 'Thursday' not in about, about


def nowhere(keel):
    write(keel)
    before = keel.path('kept.pdf', 'mine')
    keel.fail('entries', 'print', ENTRY, keel.path('no') + '/pages.pdf')
    keel.fail('entries', 'show', '11111111-2222-4333-8444-777777777777')
    keel.fail('entries', 'print', '11111111-2222-4333-8444-777777777777', before)
    with open(before, encoding='utf-8') as file:
        same(file.read(), 'mine')
    for words in (('show',), ('print', ENTRY), ('show', ENTRY, 'more'), ('dance',), ('show', ENTRY, '--format', 'html')):
        keel.refuse('entries', *words)


run_tests([worksheets, listed, shown, chosen, printed, nowhere])
