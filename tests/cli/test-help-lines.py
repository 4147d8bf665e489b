"""Help lines from the terminal: no profile, no network, only what Keel knows."""

import os
import re

from keelctl import fits, holds, run_tests, same

DIAL = re.compile(r'^[0-9+*#]{2,}$')


def numbers(answer, kind='call'):
    return [way['number'] for line in answer['lines'] for way in line['ways'] if way['kind'] == kind]


def one_country(keel):
    answer = keel.json('help-lines', '--country', 'gb')
    same((answer['country'], answer['emergency'][0]['number'], answer['emergency'][0]['kind']), ('GB', '999', 'any'))
    same(answer['lines'][0]['name'], 'Samaritans')
    same(answer['lines'][0]['ways'][0], {'kind': 'call', 'number': '116 123', 'dial': '116123', 'press': None, 'word': None, 'address': None})
    same((answer['lines'][0]['open'], answer['lines'][0]['changes'], answer['lines'][0]['hours']), (True, None, 'Day and night'))
    holds(numbers(answer), '0300 123 6600', '08080 10 10 11')
    for line in answer['lines']:
        assert line['source'] and line['checked'] and line['kinds'], line
        for way in line['ways']:
            if way['dial'] is not None:
                fits(way['dial'], DIAL)
    same(answer['missing'], ['spotting', 'listening', 'support'])
    assert not os.path.exists(keel.data), 'no profile was made for it'


def one_kind(keel):
    answer = keel.json('help-lines', '--country', 'DE', '--kind', 'abuse')
    same(numbers(answer), ['116 016'])
    text = keel.run('help-lines', '--country', 'DE', '--kind', 'abuse')
    holds(text, 'Germany', 'Emergency: 112', 'Police: 110', 'Call: 116 016', 'Open now, day and night', 'In 18 languages',
          'This was checked more than a year ago', 'keeps a list of calls')


def what_is_missing(keel):
    holds(keel.run('help-lines', '--country', 'AT', '--kind', 'addiction'), 'Ambulance: 144', 'No addiction line is known to Keel here.', 'A doctor or a hospital may know one')
    holds(keel.run('help-lines', '--country', 'LU'), 'Emergency: 112', 'No crisis line is known', 'No line about violence at home is known')
    holds(keel.run('help-lines', '--country', 'PY'), 'No emergency number is known to Keel here.', 'Please check this number')
    same(keel.json('help-lines', '--country', 'XK')['country'], 'XX')
    holds(keel.run('help-lines', '--country', 'XK'), 'Find A Helpline', 'findahelpline.com')


def of_the_profile(keel):
    keel.run('profile', 'create', 'Mine')
    folder = os.path.join(keel.data, 'profiles')
    path = os.path.join(folder, os.listdir(folder)[0], 'profile.ini')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('\nRegion=', '\nRegion=GB').replace('\nPart=', '\nPart=GB-SCT'))
    same(keel.json('help-lines', '--kind', 'family')['lines'][0]['region'], 'GB-SCT')
    same([line['region'] for line in keel.json('help-lines', '--kind', 'abuse')['lines']], ['GB-SCT'])
    same(keel.json('help-lines', '--country', 'FR')['emergency'][0]['number'], '15')


def wrong(keel):
    for words in (('--country', 'Britain'), ('--kind', 'dogs'), ('here',)):
        keel.refuse('help-lines', *words)


run_tests([one_country, one_kind, what_is_missing, of_the_profile, wrong])
