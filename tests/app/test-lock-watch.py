#!/usr/bin/env python3
"""Gives test-lock-watch.c a screen, keys and a session bus."""
import os
import sys

program = sys.argv[1] + "/tests/app/test-lock-watch"
os.execv(program, [program, "--tap"])
