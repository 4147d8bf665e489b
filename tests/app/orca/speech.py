#!/usr/bin/python3
"""A voice for speech-dispatcher that writes what it is to say into the file KEEL_SPOKEN, a line each.
It speaks the protocol of speech-dispatcher's output modules on its input and output."""
import html
import os
import re
import sys

LISTS = {  # command: what is answered before its lines, and after them
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}


def answer(*lines):
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read_lines():
    lines = []
    while (line := sys.stdin.readline()) and line != ".\n":
        lines.append(line[1:] if line.startswith("..") else line)
    return "".join(lines)


def write(said):
    text = " ".join(html.unescape(re.sub(r"<[^<>]*>", "", said)).split())
    if text:
        with open(os.environ["KEEL_SPOKEN"], "a", encoding="utf-8") as spoken:
            spoken.write(text + "\n")


def main():
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    while command := sys.stdin.readline().strip():
        if command == "INIT":
            answer("299-Writes into a file", "299 OK LOADED SUCCESSFULLY")
        elif command in LISTS:
            answer(LISTS[command][0])
            read_lines()
            answer(LISTS[command][1])
        elif command == "LIST VOICES":
            answer("200-paper\ten\tnone", "200 OK VOICE LIST SENT")
        elif command in ("SPEAK", "CHAR", "KEY", "SOUND_ICON"):
            answer("202 OK RECEIVING MESSAGE")
            write(read_lines())
            answer("200 OK SPEAKING", "701 BEGIN", "702 END")
        elif command == "QUIT":
            answer("210 OK QUIT")
            return


main()
