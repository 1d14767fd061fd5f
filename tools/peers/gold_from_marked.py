#!/usr/bin/env python3
"""Dates of marked articles as a gold file:  gold_from_marked.py FILE.marked ... >GOLD.jsonl

The notation is that of fixtures/: `[text](type value)`, with `# date:` on the first line.
"""
import json
import pathlib
import re
import sys

MARK = re.compile(r"\[([^\]\[]*)\]\((person|place|organization|date)(?: ([^)]*))?\)")


def document(path):
    source = pathlib.Path(path).read_text(encoding="utf-8")
    header = re.match(r"# date: (\S+)\n+", source)
    source = source[header.end():] if header else source
    text, entities, at = "", [], 0
    for mark in MARK.finditer(source):
        text += source[at : mark.start()]
        if mark[2] == "date":
            entities.append({"start": len(text), "end": len(text) + len(mark[1]), "type": "date", "value": mark[3]})
        text += mark[1]
        at = mark.end()
    date = header[1] if header and header[1] != "none" else None
    return {"id": pathlib.Path(path).stem, "text": text + source[at:], "date": date, "types": ["date"],
            "entities": entities}


for name in sys.argv[1:]:
    print(json.dumps(document(name), ensure_ascii=False))
