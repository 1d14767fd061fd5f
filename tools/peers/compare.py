#!/usr/bin/env python3
"""Score dateline and its peers on dates, in one run on the same texts.

    compare.py --scorer SCORE.py --dateline DATELINE GOLD.jsonl[:DATE,TIME] ...

Prints a row for each gold file and peer: strict, relaxed and value F1 as SCORE.py counts them, and
words a second of the whole process, start included, beside dateline's. `:DATE,TIME` after a file
says that its gold has only dates and times of the calendar: lengths, repeated and vague times are
then left out of all answers that meet no gold. A peer that is not installed is named and passed over.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def peers(dateline):
    return {
        "dateline": [sys.executable, HERE / "run_dateline.py", (), dateline],
        "dateline, news": [sys.executable, HERE / "run_dateline.py", (), dateline, "--genre", "news"],
        "dateline, narrative": [sys.executable, HERE / "run_dateline.py", (), dateline, "--genre", "narrative"],
        "HeidelTime, news": [sys.executable, HERE / "run_heideltime.py", (), "news"],
        "HeidelTime, narratives": [sys.executable, HERE / "run_heideltime.py", (), "narratives"],
        "Microsoft": ["node", HERE / "run_microsoft.mjs", ()],
        "chrono-node": ["node", HERE / "run_chrono.mjs", ()],
        "dateparser": [sys.executable, HERE / "run_dateparser.py", ()],
    }


def run(command, gold, pred):
    """Seconds taken, or None where the peer failed."""
    at = command.index(())
    begun = time.perf_counter()
    done = subprocess.run([*command[:at], gold, pred, *command[at + 1 :]], stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print((done.stderr.strip() or "failed").splitlines()[-1], file=sys.stderr)
        return None
    return time.perf_counter() - begun


def leave_uncalendared(gold, pred):
    """Leave out what is no date or time of the calendar, told by its value, and meets no gold."""
    wanted = {doc["id"]: doc["entities"] for doc in map(json.loads, open(gold, encoding="utf-8"))}
    docs = [json.loads(line) for line in open(pred, encoding="utf-8")]
    with open(pred, "w", encoding="utf-8") as out:
        for doc in docs:
            meets = lambda e: any(e["start"] < g["end"] and g["start"] < e["end"] for g in wanted[doc["id"]])
            other = lambda e: re.match(r"P|\w+_REF", e.get("value") or "")
            doc["entities"] = [e for e in doc["entities"] if meets(e) or not other(e)]
            out.write(json.dumps(doc) + "\n")


def score(scorer, gold, pred, timex_types):
    asked = ["--timex-types", timex_types] if timex_types else []
    if timex_types:
        leave_uncalendared(gold, pred)
    found = subprocess.run([sys.executable, scorer, "--json", "--types", "date", *asked, gold, pred],
                           check=True, stdout=subprocess.PIPE)
    timex = json.loads(found.stdout)["timex"]
    shown = [timex["strict_f1"], timex["relaxed_f1"], timex["value_f1"]]
    return "".join(f"{100 * x:9.1f}" if x is not None else f"{'':9}" for x in shown)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--dateline", required=True)
    parser.add_argument("golds", nargs="+", metavar="GOLD.jsonl")
    args = parser.parse_args()
    for item in args.golds:
        gold, _, timex_types = item.partition(":")
        docs = [json.loads(line) for line in open(gold, encoding="utf-8")]
        words = sum(len(doc["text"].split()) for doc in docs)
        print(f"\n{pathlib.Path(gold).stem}: {len(docs)} documents, {words} words")
        print(f"{'':24}{'strict':>9}{'relaxed':>9}{'value':>9}{'words/s':>10}{'ratio':>8}")
        own = None
        with tempfile.TemporaryDirectory() as folder:
            for name, command in peers(args.dateline).items():
                pred = f"{folder}/{name.replace(' ', '')}"
                seconds = run(command, gold, pred)
                if seconds is None:
                    print(f"{name:24} not run")
                    continue
                own = own or seconds
                print(f"{name:24}{score(args.scorer, gold, pred, timex_types)}"
                      f"{words / seconds:10.0f}{own / seconds:8.3f}", flush=True)


if __name__ == "__main__":
    main()
