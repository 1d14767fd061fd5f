#!/usr/bin/env python3
"""Predictions of dateparser's search_dates:  run_dateparser.py GOLD.jsonl PRED.jsonl

It answers pieces of text without their place, which are found again in order, and a moment; how fine
the moment is, `get_date_data` says of the piece alone. Little words and marks at its edges are cut.
"""
import datetime
import json
import re
import sys

from dateparser.date import DateDataParser
from dateparser.search import search_dates

EDGE_LEFT = re.compile(r"(?:(?:on|in|at|by|since|from|after|before|during|for|of|until|and|to)\s+|[\s,.;:(]+)*", re.I)
EDGE_RIGHT = re.compile(r"(?:\s+(?:the|on|in|at|of|and|to)|[\s,;:)]+)*$", re.I)
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def value(moment, period, text):
    part = re.search("|".join(PARTS), text, re.I)
    if re.fullmatch("(right )?now", text, re.I):
        return "PRESENT_REF"
    if part and not re.search(r"\d:\d|\d ?[ap]\.?m", text):
        return f"{moment:%Y-%m-%d}T{PARTS[part[0].lower()]}"
    if re.search(r"\bweeks?\b", text, re.I):
        year, week, _ = moment.isocalendar()
        return f"{year}-W{week:02}"
    forms = {"year": "%Y", "month": "%Y-%m", "time": "%Y-%m-%dT%H:%M"}
    return moment.strftime(forms.get(period, "%Y-%m-%d"))


def dates(doc):
    base = datetime.datetime.fromisoformat(doc["date"]) if doc.get("date") else datetime.datetime.now()
    settings = {"RELATIVE_BASE": base.replace(hour=12), "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    single = DateDataParser(languages=["en"], settings=settings)
    found, at = [], 0
    for piece, moment in search_dates(doc["text"], languages=["en"], settings=settings) or []:
        start = doc["text"].find(piece, at)
        if start < 0:
            continue
        at = start + len(piece)
        start += EDGE_LEFT.match(piece).end()
        end = at - len(EDGE_RIGHT.search(piece)[0])
        if start < end:
            text = doc["text"][start:end]
            period = single.get_date_data(piece).period
            found.append({"start": start, "end": end, "type": "date", "value": value(moment, period, text)})
    return found


def main():
    gold, pred = sys.argv[1:]
    docs = [json.loads(line) for line in open(gold, encoding="utf-8")]
    with open(pred, "w", encoding="utf-8") as out:
        for doc in docs:
            out.write(json.dumps({"id": doc["id"], "entities": dates(doc)}) + "\n")


if __name__ == "__main__":
    main()
