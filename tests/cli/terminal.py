"""keelctl at a terminal, where a person is asked."""

import os
import pty
import select
import signal
import termios
import time


class Terminal:
    def __init__(self, command, environment, out=None):
        """out: the file that standard output goes to; else it is the terminal, too."""
        self.text = ''
        self.read = 0
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            try:
                # A shell starts what runs in the background with some of them ignored.
                for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP):
                    signal.signal(number, signal.SIG_DFL)
                if out is not None:
                    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
                os.execvpe(command[0], command, environment)
            finally:
                os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)

    def take(self, seconds):
        """What the terminal shows next; nothing after its end."""
        if not select.select([self.master], [], [], seconds)[0]:
            raise AssertionError(f'nothing more within {seconds:.0f} s after:\n{self.text}')
        try:
            got = os.read(self.master, 65536).decode(errors='replace')
        except OSError:
            return ''
        self.text += got
        return got

    def wait_for(self, words):
        end = time.monotonic() + 60
        while words not in self.text[self.read:]:
            assert self.take(max(end - time.monotonic(), 0)) != '', f'ended without {words!r}:\n{self.text}'
        self.read = self.text.index(words, self.read) + len(words)

    def shows_typing(self):
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def type(self, text):
        os.write(self.master, text.encode())

    def answer(self, question, text):
        """To a question where what is typed must not show."""
        self.wait_for(question)
        assert not self.shows_typing(), f'{question!r} shows what is typed'
        self.type(text + '\n')

    def end(self):
        """How the program ended: its exit status, or the number of a signal below 0."""
        while self.take(60) != '':
            pass
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.pid = None
        return status
