"""Runs Orca with a voice that writes (speech.py), and tells what it has said."""
import os
import re
import subprocess
import time

from window import Keel, Missing

# What GTK calls a widget that nobody has named.
CLASS_NAME = re.compile(r"\b(?:Gtk|Adw|Gdk|Keel)[A-Z]")

HERE = os.path.dirname(os.path.abspath(__file__))
CONFIG = """LogLevel 1
LogDir "{folder}"
DefaultLanguage "en-US"
AddModule "paper" "{here}/speech.py" ""
DefaultModule paper
"""


class Listener:
    def __init__(self, folder):
        self.folder = folder
        self.spoken = os.path.join(folder, "spoken")
        self.at = 0
        os.makedirs(folder)
        open(self.spoken, "w", encoding="utf-8").close()
        with open(os.path.join(folder, "speechd.conf"), "w", encoding="utf-8") as config:
            config.write(CONFIG.format(folder=folder, here=HERE))
        self.environment = {**os.environ, "KEEL_SPOKEN": self.spoken, "G_DEBUG": ""}
        self.programs = []
        self.run("speech-dispatcher", "--run-single", "--config-dir", folder, "--timeout", "0")
        self.run("orca", "--replace", "--disable", "braille", "--debug-file", os.path.join(folder, "debug"))

    def run(self, *command):
        log = open(os.path.join(self.folder, command[0] + ".log"), "w", encoding="utf-8")
        self.programs.append(subprocess.Popen(command, env=self.environment, stdout=log, stderr=log))

    def stop(self):
        for program in reversed(self.programs):
            program.terminate()
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()

    def new(self):
        """What was said since the last time that somebody asked."""
        with open(self.spoken, encoding="utf-8") as spoken:
            spoken.seek(self.at)
            lines = spoken.read().splitlines()
            self.at = spoken.tell()
        return lines

    def hear_all(self, words, quiet=0.7, timeout=10):
        """Waits until every one of the words was said and then nothing for a moment; gives up after a while."""
        heard, start, since = [], time.monotonic(), time.monotonic()
        while time.monotonic() - start < timeout:
            if lines := self.new():
                heard += lines
                since = time.monotonic()
            if time.monotonic() - since >= quiet and all(any(word in line for line in heard) for word in words):
                break
            time.sleep(0.05)
        return heard

    @staticmethod
    def note(what, said):
        """For who wants to read it afterwards."""
        if os.environ.get("KEEL_TRANSCRIPT"):
            with open(os.environ["KEEL_TRANSCRIPT"], "a", encoding="utf-8") as transcript:
                transcript.write(what + "\n" + "".join(f"    {line}\n" for line in said))

    def hear(self, what, *words, wrong=CLASS_NAME):
        """Listens until all @words were said, and nothing that is @wrong (None: it may say anything)."""
        said = self.hear_all(words)
        self.note(what, said)
        for line in said:
            if wrong and wrong.search(line):
                raise Missing(f"{what}: Orca says “{line}”")
        missing = [word for word in words if not any(word in line for line in said)]
        if missing:
            raise Missing(f"{what}: Orca did not say {missing}, but: {said}\n{Keel.latest.outline() if Keel.latest else ''}")
