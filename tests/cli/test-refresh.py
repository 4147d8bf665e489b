"""Lists from an address: what an import of one answers, and how a refresh brings them up to date."""

import datetime
import json
import os
import socket

from keelctl import FIXTURES, holds, run_tests, same
from list_server import LOGIN_PAGE, Answer, ListServer, make_certificate, packed, with_tag


def read(name):
    with open(os.path.join(FIXTURES, name), 'rb') as file:
        return file.read()


HARBOUR = read('harbour.json')
NEXT_MONTH = read('harbour-next-month.json')


def counts(report):
    return {name: report[name] for name in ('read', 'added', 'updated', 'unchanged', 'removed')}


def an_address_is_imported(keel):
    with ListServer({'/list.json': Answer(body=HARBOUR)}) as server:
        address = server.address('/list.json')
        report = keel.json('import', address, '--list', 'Harbour')
        same(report['source'], address)
        same(report['list'], 'Harbour')
        same(counts(report), {'read': 7, 'added': 6, 'updated': 0, 'unchanged': 0, 'removed': 0})
        same(len(server.requests), 1)
        path, headers = server.requests[0]
        same(headers['User-Agent'], 'Keel')
        for name in ('Cookie', 'Referer', 'Authorization', 'Accept-Language', 'If-None-Match', 'From'):
            assert name not in headers, f'{name} was sent: {headers}'
    same(keel.json('lists')[0]['source'], address)
    # Nothing asks again by itself: the server is gone, and everything works.
    keel.dump()


def without_a_name_it_is_called_after_its_server(keel):
    with ListServer({'/a.json': Answer(body=HARBOUR), '/b.json': Answer(body=NEXT_MONTH)}) as server:
        same(keel.json('import', server.address('/a.json'))['list'], '127.0.0.1')
        # Another list of the same server does not take the place of the first.
        same(keel.json('import', server.address('/b.json'))['list'], '127.0.0.1 2')
        # The same one again is the same list.
        report = keel.json('import', server.address('/a.json'))
        same((report['list'], report['added'], report['unchanged']), ('127.0.0.1', 0, 6))


def what_was_packed_is_unpacked(keel):
    with ListServer({'/list.json': packed(HARBOUR)}) as server:
        same(keel.json('import', server.address('/list.json'))['added'], 6)


def sent_on_it_follows(keel):
    answers = {f'/{i}': Answer(302, Location=f'/{i + 1}') for i in range(5)}
    answers['/5'] = Answer(body=HARBOUR)
    with ListServer(answers) as server:
        same(keel.json('import', server.address('/0'))['source'], server.address('/0'))
        same([path for path, _ in server.requests], [f'/{i}' for i in range(6)])


def what_cannot_be_fetched_is_told_and_changes_nothing(keel):
    answers = {
        '/list.json': Answer(body=HARBOUR),
        '/broken': Answer(503, 'sorry'),
        '/gone': Answer(410),
        '/sign-in': Answer(401, LOGIN_PAGE, WWW_Authenticate='Basic realm="members"'),
        '/forbidden': Answer(403, LOGIN_PAGE),
        '/page': Answer(body=LOGIN_PAGE, Content_Type='text/html'),
        '/to-sign-in': Answer(302, Location='/page'),
        '/circle': Answer(301, Location='/circle'),
        '/away': Answer(302, Location='http://example.invalid/list.json'),
        '/nowhere': Answer(302),
        '/cut': Answer(body=HARBOUR[:200], length=len(HARBOUR)),
        '/huge': Answer(body=b'[', length=300 * 1024 * 1024),
        '/bomb': packed(b' ' * (257 * 1024 * 1024)),
        '/teapot': Answer(418),
        '/empty': Answer(body=b'[]'),
        '/not-new': Answer(304),
    }
    expected = {
        '/broken': 'has a problem of its own',
        '/gone': 'is not there',
        '/missing': 'is not there',
        '/sign-in': 'asks you to sign in',
        '/forbidden': 'asks you to sign in',
        '/page': 'is a web page',
        '/to-sign-in': 'is a web page',
        '/circle': 'leads from one address to the next',
        '/away': 'leads to an address that is not safe',
        '/nowhere': 'leads to an address that is not safe',
        '/cut': 'stopped in the middle',
        '/huge': 'is larger than a list',
        '/bomb': 'is larger than a list',
        '/teapot': 'does not understand',
        '/empty': 'is an empty list',
        '/not-new': 'does not understand',
    }
    with ListServer(answers) as server:
        keel.run('import', server.address('/list.json'), '--list', 'Harbour')
        before = keel.dump()
        for path, words in expected.items():
            sentence = keel.fail('import', server.address(path), '--list', 'Harbour')
            holds(sentence, server.address(path), words, 'Nothing was changed')
        same(keel.dump(), before)


def what_may_not_be_fetched_is_not_asked_for(keel):
    for address, words in (
            ('http://example.org/list.json', 'others could read or change the list'),
            ('http://127.0.0.2/list.json', 'others could read or change the list'),
            ('https://someone:secret@example.org/list.json', 'not an address that Keel can fetch'),
            ('https://', 'not an address that Keel can fetch')):
        holds(keel.fail('import', address), words)


def nobody_there_is_told(keel):
    with socket.socket() as nobody:
        nobody.bind(('127.0.0.1', 0))
        holds(keel.fail('import', f'http://127.0.0.1:{nobody.getsockname()[1]}/list.json'), 'takes no connection')
    holds(keel.fail('import', 'https://list.invalid/list.json'), 'https://list.invalid/list.json', 'could not be')


def a_certificate_of_nobody_is_refused(keel):
    certificate = make_certificate(keel.path('server.pem'))
    with ListServer({'/list.json': Answer(body=HARBOUR)}, certificate) as server:
        holds(keel.fail('import', server.address('/list.json')), 'no certificate that this computer trusts')
        same(server.requests, [])


def a_refresh_brings_up_to_date(keel):
    with ListServer({'/list.json': with_tag(HARBOUR, '"one"')}) as server:
        address = server.address('/list.json')
        keel.run('import', address, '--list', 'Harbour', '--timezone', 'America/New_York')
        report = keel.json('lists', 'refresh', 'Harbour')
        same(report[0]['source'], address)
        same(counts(report[0]), {'read': 0, 'added': 0, 'updated': 0, 'unchanged': 6, 'removed': 0})
        same(server.requests[1][1]['If-None-Match'], '"one"')
        same(server.requests[1][1]['If-Modified-Since'], 'Sat, 21 Nov 2026 10:00:00 GMT')

        server.answers['/list.json'] = with_tag(NEXT_MONTH, '"two"')
        report = keel.json('lists', 'refresh')
        assert report[0]['added'] + report[0]['updated'] + report[0]['removed'] > 0, report
        # What was chosen at the first import holds.
        same(keel.json('lists')[0]['timezone'], 'America/New_York')
        same(keel.json('lists', 'refresh')[0]['read'], 0)
        same(server.requests[-1][1]['If-None-Match'], '"two"')


def what_is_to_be_read_otherwise_is_fetched_again(keel):
    with ListServer({'/list.json': with_tag(HARBOUR, '"one"')}) as server:
        keel.run('import', server.address('/list.json'), '--list', 'Harbour')
        same(keel.json('import', server.address('/list.json'), '--list', 'Harbour', '--program', 'na')['read'], 7)
        same(keel.json('import', server.address('/list.json'), '--list', 'Harbour', '--program', 'na')['read'], 0)
        # Nor does what a file brought stand for what the address had.
        keel.run('import', keel.path('old.json', NEXT_MONTH), '--list', 'Harbour')
        same(keel.json('import', server.address('/list.json'), '--list', 'Harbour')['read'], 7)


def a_trial_keeps_nothing(keel):
    with ListServer({'/list.json': with_tag(HARBOUR, '"one"')}) as server:
        same(keel.json('import', server.address('/list.json'), '--dry-run')['added'], 6)
        same(keel.json('lists'), [])


def all_lists_from_addresses_are_refreshed(keel):
    with ListServer({'/a': Answer(body=HARBOUR), '/b': Answer(body=NEXT_MONTH)}) as server:
        keel.run('import', server.address('/a'), '--list', 'A')
        keel.run('import', server.address('/b'), '--list', 'B')
        keel.run('import', keel.path('file.json', HARBOUR), '--list', 'File')
        same([report['list'] for report in keel.json('lists', 'refresh')], ['A', 'B'])
        # One that fails does not cost the others, and is told.
        server.answers['/a'] = Answer(500)
        before = keel.dump()
        result = keel.start('lists', 'refresh')
        same(result.status, 1)
        holds(result.err, 'A', 'has a problem of its own')
        holds(result.out, 'B: ', '6 unchanged' if '6 unchanged' in result.out else 'unchanged')
        same(keel.dump(), before)


def a_list_of_a_file_is_not_refreshed(keel):
    keel.run('import', keel.path('file.json', HARBOUR), '--list', 'File')
    holds(keel.fail('lists', 'refresh', 'File'), 'came from a file')
    holds(keel.fail('lists', 'refresh', 'Other'), 'no list called')
    holds(keel.run('lists', 'refresh'), 'No list')


def nothing_of_an_answer_stays(keel):
    whole = HARBOUR.replace(b'Open Door', b'Canary Door')
    assert whole != HARBOUR
    with ListServer({'/list.json': Answer(body=whole.rstrip()[:-1])}) as server:
        keel.run('lists')
        holds(keel.fail('import', server.address('/list.json')), 'stops in the middle')
    for folder, _, names in os.walk(keel.data):
        for name in names:
            with open(os.path.join(folder, name), 'rb') as file:
                assert b'Canary Door' not in file.read(), name


def meeting(**other):
    row = {'slug': 'candle', 'name': 'Candlelight Group', 'day': 2, 'time': '19:00', 'end_time': '20:00',
           'timezone': 'Europe/Berlin', 'conference_url': 'https://rooms.example.org/candle'}
    return json.dumps([dict(row, **other), {'slug': 'other', 'name': 'Other', 'day': 0, 'time': '10:00',
                                            'timezone': 'UTC', 'conference_url': 'https://rooms.example.org/o'}])


def what_changed_for_me_is_told_and_decided(keel):
    with ListServer({'/list.json': Answer(body=meeting())}) as server:
        keel.run('import', server.address('/list.json'), '--list', 'Harbour')
        keel.run('follow', keel.json('search', 'candlelight')[0]['id'])
        series = keel.json('agenda', '--days', '14')[0]['id']
        holds(keel.run('lists', 'changes'), 'say the same')

        server.answers['/list.json'] = Answer(
            body=meeting(time='19:30', end_time='20:30', conference_url='https://rooms.example.org/new'))
        told = keel.run('lists', 'refresh')
        holds(told, 'Candlelight Group: Tuesday 19:00 → Tuesday 19:30; new link', 'keelctl lists changes')
        same({meeting['local_start'][-5:] for meeting in keel.json('agenda', '--days', '30')}, {'19:00'})
        change = keel.json('lists', 'changes')
        same([(change['id'], change['list'], change['was']['time'], change['now']['time']) for change in change],
             [(series, 'Harbour', '19:00', '19:30')])
        holds(keel.run('lists', 'changes'), series)

        holds(keel.run('lists', 'changes', '--keep', series), 'stays in your calendar as you have it')
        same(keel.json('lists', 'changes'), [])
        assert 'Candlelight' not in keel.run('lists', 'refresh'), 'told again'
        holds(keel.fail('lists', 'changes', '--take', series), 'not among the changes')

        server.answers['/list.json'] = Answer(body=meeting(day=3))
        holds(keel.run('lists', 'refresh'), 'Tuesday 19:00 → Wednesday 19:00')
        same(keel.json('lists', 'changes', '--take', series), {'taken': series})
        same(keel.json('lists', 'changes'), [])
        # One that began today at its old time stays beside the new ones.
        dates = [meeting['local_start'] for meeting in keel.json('agenda', '--days', '15')]
        days = [datetime.date.fromisoformat(date[:10]).weekday() for date in dates]
        assert days.count(2) >= 2 and set(days[-2:]) == {2}, dates


def a_followed_meeting_that_is_gone_can_go(keel):
    keel.run('import', keel.path('list.json', meeting()), '--list', 'Harbour')
    keel.run('follow', keel.json('search', 'candlelight')[0]['id'])
    holds(keel.run('import', keel.path('list.json', meeting(slug='new')), '--list', 'Harbour'),
          'no longer in its list')
    change = keel.json('lists', 'changes')[0]
    same(change['now'], None)
    keel.run('lists', 'changes', '--take', change['id'])
    same(keel.json('agenda', '--days', '14'), [])


run_tests([
    an_address_is_imported,
    without_a_name_it_is_called_after_its_server,
    what_was_packed_is_unpacked,
    sent_on_it_follows,
    what_cannot_be_fetched_is_told_and_changes_nothing,
    what_may_not_be_fetched_is_not_asked_for,
    nobody_there_is_told,
    a_certificate_of_nobody_is_refused,
    a_refresh_brings_up_to_date,
    what_is_to_be_read_otherwise_is_fetched_again,
    a_trial_keeps_nothing,
    all_lists_from_addresses_are_refreshed,
    a_list_of_a_file_is_not_refreshed,
    nothing_of_an_answer_stays,
    what_changed_for_me_is_told_and_decided,
    a_followed_meeting_that_is_gone_can_go,
])
