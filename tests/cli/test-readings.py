"""The small pages for families in the terminal."""

import os

from keelctl import run_tests, same

GROUPS = ['begin', 'understand', 'between', 'danger', 'own']


def all_of_them(keel):
    rows = keel.json('readings')
    same(rows[0]['id'], 'not-my-doing')
    same(sorted({row['group'] for row in rows}, key=GROUPS.index), GROUPS)
    groups = [GROUPS.index(row['group']) for row in rows]
    same(groups, sorted(groups))
    assert all(row['family'] for row in rows), rows
    lines = keel.run('readings').splitlines()
    same(len(lines), len(rows))
    same(lines[0], 'not-my-doing: ' + rows[0]['name'])


def one_page(keel):
    page = keel.json('readings', 'show', 'LIMITS')
    same(page['id'], 'limits')
    same([caution['kind'] for caution in page['cautions']], ['general', 'violence'])
    same(page['grade'], 'C')
    assert {'kind': 'worksheet', 'to': 'w37'} in page['links'], page['links']
    text = keel.run('readings', 'show', 'limits')
    assert text.startswith(page['name'] + '\n' + page['about']), text
    for caution in page['cautions']:
        assert text.index(caution['text']) < text.index(page['sections'][0]['title']), text
    for section in page['sections']:
        for part in section['parts']:
            assert ('• ' if part['point'] else '\n') + part['text'] in text, part
    assert page['evidence'] in text and page['sources'][0]['text'] in text, text


def nothing_claimed_nothing_graded(keel):
    page = keel.json('readings', 'show', 'grief')
    same((page['grade'], page['evidence']), (None, None))
    assert page['sources'], page


def nothing_of_what_is_not_there(keel):
    keel.fail('readings', 'show', 'hangover')


def nobody_needs_a_profile(keel):
    keel.run('readings', 'show', 'fear')
    assert not os.path.exists(os.path.join(keel.data, 'profiles')), os.listdir(keel.data)


run_tests([all_of_them, one_page, nothing_claimed_nothing_graded, nothing_of_what_is_not_there, nobody_needs_a_profile])
