"""Where to find meetings, from the terminal: no profile, no network, only what Keel knows."""

import os
import re

from keelctl import fits, holds, run_tests, same

CHECKED = re.compile(r'^\d{4}(-\d\d){0,2}$')


def all_with_source_and_date(keel):
    answer = keel.json('places')
    holds([site['program'] for site in answer], 'aa', 'na', 'smart', 'al-anon')
    for site in answer:
        fits(site['checked'], CHECKED)
        assert site['source'] and site['address'].startswith('https://'), site
    same([site for site in answer if site['program'] in ('dra', 'sos')], [])
    assert not os.path.exists(keel.data), 'no profile was made for it'


def one_program_in_one_country(keel):
    answer = keel.json('places', '--program', 'AA', '--region', 'gb')
    same({site['program'] for site in answer}, {'aa'})
    same({site['country'] for site in answer}, {None, 'GB'})
    holds([site['kind'] for site in answer], 'meetings', 'stories')
    text = keel.run('places', '--program', 'aa', '--region', 'GB')
    holds(text, 'Meetings · United Kingdom: https://alcoholics-anonymous.org.uk/find-a-meeting', 'Checked: October 2026',
          'A doctor or nurse', 'not affiliated')


def none_that_is_sure(keel):
    same(keel.json('places', '--program', 'sos'), [])
    holds(keel.run('places', '--program', 'sos'), 'follow --new')


def wrong(keel):
    for words in (('--program', 'bowling'), ('--region', 'Britain'), ('--region', '1 '), ('here',)):
        keel.refuse('places', *words)


run_tests([all_with_source_and_date, one_program_in_one_country, none_that_is_sure, wrong])
