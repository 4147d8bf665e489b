"""A server on this machine that answers as the servers of lists do, and as they should not."""

import contextlib
import gzip
import http.server
import ssl
import subprocess
import threading
import time

LOGIN_PAGE = b'<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form></form></body></html>'


class Answer:
    def __init__(self, status=200, body=b'', length=None, delay=0, **headers):
        self.status = status
        self.body = body if isinstance(body, bytes) else body.encode()
        self.length = len(self.body) if length is None else length
        self.delay = delay
        self.headers = {name.replace('_', '-'): value for name, value in headers.items()}


def packed(body):
    return Answer(body=gzip.compress(body if isinstance(body, bytes) else body.encode()), Content_Encoding='gzip')


class ListServer:
    """with ListServer({'/list.json': Answer(…)}) as server: server.address('/list.json'); server.requests"""

    def __init__(self, answers, certificate=None):
        self.answers = dict(answers)
        self.requests = []
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), self.make_handler())
        self.server.daemon_threads = True
        self.scheme = 'http'
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            self.scheme = 'https'

    def make_handler(self):
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def do_GET(self):
                owner.requests.append((self.path, dict(self.headers)))
                answer = owner.answers.get(self.path, Answer(404, 'nothing here'))
                if callable(answer):
                    answer = answer(self.headers)
                time.sleep(answer.delay)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status != 304:
                    self.send_header('Content-Length', str(answer.length))
                self.end_headers()
                # Whoever has heard enough hangs up.
                with contextlib.suppress(ConnectionError):
                    if answer.status != 304:
                        self.wfile.write(answer.body)
                if answer.length != len(answer.body):
                    self.close_connection = True

            def log_message(self, *_):
                pass

        return Handler

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def address(self, path):
        return f'{self.scheme}://127.0.0.1:{self.server.server_address[1]}{path}'


def with_tag(body, tag):
    """Answers 304 to whoever has this already."""
    def answer(headers):
        if headers['If-None-Match'] == tag:
            return Answer(304, ETag=tag)
        return Answer(body=body, ETag=tag, Last_Modified='Sat, 21 Nov 2026 10:00:00 GMT')
    return answer


def make_certificate(path):
    """Signed by nobody but itself, for this machine."""
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                    '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
                    '-keyout', path + '.key', '-out', path + '.crt'], check=True, capture_output=True)
    with open(path, 'w') as both:
        for part in ('.crt', '.key'):
            with open(path + part) as file:
                both.write(file.read())
    return path
