#!/usr/bin/env python3
"""The files of data/ and po/ keep to their formats.  usage: test-files.py SOURCE BUILD"""

import configparser
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from tap import check, finish

SOURCE, BUILD = (pathlib.Path(argument) for argument in sys.argv[1:3])
DATA = SOURCE / "data"
CONTENT = sorted(path for path in (DATA / "content").rglob("*.xml") if not path.name.endswith(".gresource.xml"))
# What others may see in a menu must not say what the meetings are about.
TELLING = re.compile(r"recover|sober|addict|alcohol|drug|anonym|clean|step|relapse", re.IGNORECASE)


def run(*command, expected=0):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == expected, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def validate(*files, expected=0):
    run("xmllint", "--noout", "--relaxng", DATA / "content" / "keel-content.rng", *files, expected=expected)


def refuse(text):
    with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        validate(file.name, expected=3)


with check("every content file follows the grammar"):
    assert len(CONTENT) >= 19
    validate(*CONTENT)

with check("the grammar refuses what is wrong"):
    good = (DATA / "content" / "programs" / "na.xml").read_text(encoding="utf-8")
    refuse(good.replace('code="na"', 'code="N A"'))
    refuse(good.replace("#D55E00", "#FF0000"))
    refuse(good.replace('symbol="◆"', 'symbol="NA"'))
    refuse(good.replace("<short-name>NA</short-name>", ""))
    refuse(good.replace("Narcotics Anonymous", "<b>Narcotics</b> Anonymous"))
    refuse(good.replace(' context="program"', ""))
    refuse('<types program="na" context="x"><type>Open</type></types>')
    place = (DATA / "content" / "directories" / "smartff.xml").read_text(encoding="utf-8")
    refuse(place.replace(' checked="2026-11"', ""))
    refuse(place.replace('checked="2026-11"', 'checked="lately"'))
    refuse(place.replace("https://smartrecovery", "http://smartrecovery"))
    refuse(re.sub("<source>.*?</source>", "", place))
    refuse(place.replace('program="smartff" ', ""))

with check("the grammar refuses help lines and safety pages that say too little or what cannot be dialled"):
    lines = (DATA / "content" / "helplines" / "gb.xml").read_text(encoding="utf-8")
    for wrong in ((' checked="2026-10-01"', ""), ('confidence="high"', 'confidence="low"'), ('dial="116123"', 'dial="116 123"'),
                  (' on-bill="unknown"', ""), ('from="09:00"', 'from="9:00"'), ('days="mon ', 'days="Monday '),
                  ('kind="poison"', 'kind="rumor"'), ('zone="Europe/London"', 'zone="GMT+1"'), ('region="GB-SCT"', 'region="Scotland"')):
        assert wrong[0] in lines, wrong
        refuse(lines.replace(*wrong, 1))
    refuse(re.sub("<source>.*?</source>", "", lines, count=1))
    page = (DATA / "content" / "safety" / "suicide.xml").read_text(encoding="utf-8")
    refuse(re.sub("<source .*</source>", "", page))
    refuse(re.sub("<step>.*</step>", "", page))
    refuse(page.replace('line="crisis"', 'line="anybody"'))

with check("every content file is in the resource"):
    listed = xml.etree.ElementTree.parse(DATA / "content" / "keel-content.gresource.xml").iter("file")
    files = {path.relative_to(DATA / "content").as_posix() for path in CONTENT}
    assert files == {element.text for element in listed}

with check("a program's file has its code as its name"):
    for path in (DATA / "content" / "programs").glob("*.xml"):
        assert xml.etree.ElementTree.parse(path).getroot().get("code") == path.stem, path
    for path in (DATA / "content" / "directories").glob("*.xml"):
        assert xml.etree.ElementTree.parse(path).getroot().get("program", path.stem) == path.stem, path
    for path in (DATA / "content" / "helplines").glob("*.xml"):
        assert xml.etree.ElementTree.parse(path).getroot().get("country").lower() == path.stem, path
    for path in (DATA / "content" / "safety").glob("*.xml"):
        assert xml.etree.ElementTree.parse(path).getroot().get("id") == path.stem, path

with check("the desktop entry is valid"):
    run("desktop-file-validate", BUILD / "data" / "app.keel.Keel.desktop")

with check("the metainfo is valid"):
    run("appstreamcli", "validate", "--no-net", BUILD / "data" / "app.keel.Keel.metainfo.xml")

with check("what menus show tells nobody anything"):
    entry = configparser.RawConfigParser(delimiters="=")
    entry.read(BUILD / "data" / "app.keel.Keel.desktop", encoding="utf-8")
    for key, value in entry["Desktop Entry"].items():
        assert not TELLING.search(value), f"{key}={value}"
    for element in xml.etree.ElementTree.parse(BUILD / "data" / "app.keel.Keel.metainfo.xml").getroot().iter():
        assert not TELLING.search(element.text or ""), element.text

with check("the reminder service names a program"):
    service = (BUILD / "data" / "app.keel.Keel.Reminders.service").read_text(encoding="utf-8")
    assert re.search(r"^Exec=/\S+/keel-reminders$", service, re.MULTILINE), service

with check("the icons are pictures of the sizes that their folders promise"):
    for name, size in (("scalable/apps/app.keel.Keel.svg", "128"), ("symbolic/apps/app.keel.Keel-symbolic.svg", "16")):
        root = xml.etree.ElementTree.parse(DATA / "icons" / "hicolor" / name).getroot()
        assert (root.get("width"), root.get("height")) == (size, size), name

with check("POTFILES.in names every file with words"):
    run(sys.executable, SOURCE / "po" / "potfiles.py")

with check("a file that POTFILES.in does not name is found"):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in (("src/a/b.c", 'x = _ ("Words");'), ("ui/c.ui", '<p translatable="yes">Words</p>'),
                           ("data/content/d/e.xml", "<types/>"), ("data/f.desktop.in", "Name=Words"),
                           ("src/a/silent.c", "x = y_ (1);"), ("po/POTFILES.in", "src/gone.c\n")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        said = run(sys.executable, SOURCE / "po" / "potfiles.py", "--root", root, expected=1)
        for name in ("src/a/b.c", "ui/c.ui", "data/content/d/e.xml", "data/f.desktop.in", "src/gone.c"):
            assert name in said, said
        assert "silent" not in said
        run(sys.executable, SOURCE / "po" / "potfiles.py", "--write", "--root", root)
        run(sys.executable, SOURCE / "po" / "potfiles.py", "--root", root)

finish()
