#!/usr/bin/env python3
"""Predictions of dateline:  run_dateline.py GOLD.jsonl PRED.jsonl DATELINE [OPTION ...]

With `--types date` nothing but dates is written, though the whole text is read for names too.
"""
import json
import subprocess
import sys


def main():
    gold, pred, dateline, *options = sys.argv[1:]
    docs = [json.loads(line) for line in open(gold, encoding="utf-8")]
    lines = "".join(json.dumps({k: d.get(k) for k in ("id", "text", "date")}) + "\n" for d in docs)
    run = subprocess.run(
        [dateline, "--input-format", "jsonl", "--format", "jsonl", "--types", "date", "--jobs", "1", *options],
        input=lines.encode(), stdout=subprocess.PIPE, check=True)
    with open(pred, "w", encoding="utf-8") as out:
        for line in run.stdout.splitlines():
            doc = json.loads(line)
            entities = [{key: a[key] for key in ("start", "end", "type", "value")} for a in doc["annotations"]]
            out.write(json.dumps({"id": doc["id"], "entities": entities}) + "\n")


if __name__ == "__main__":
    main()
