// Predictions of Microsoft's recognizers:  node run_microsoft.mjs GOLD.jsonl PRED.jsonl
//
// They answer a timex of their own, near to TIMEX3, and the moments that it can stand for, the past one
// first: that one is taken. A span of time becomes the quarter, half, decade or century that the words
// name, two ends where the words give two, else its length. Texts go in by lines: the answers don't
// depend on what stands before, and the time grows with the square of the length.
import recognizers from "@microsoft/recognizers-text-date-time";
import { ends, prepositions, readGold, reference, writePredictions } from "./peers.mjs";

const PART = /T(MO|MI|AF|EV|NI|DT)$/;

// A moment `2023-11-07 20:00:00` as fine as the timex says.
function moment(told, timex) {
  const [day, time] = told.split(" ");
  const part = PART.exec(timex);
  if (part) return `${day}T${part[1]}`;
  if (/T\d/.test(timex) && time) return `${day}T${time.slice(0, 5)}`;
  if (/^\w{4}-\d\d$/.test(timex)) return day.slice(0, 7);
  if (/^\w{4}-(SP|SU|FA|WI)$/.test(timex)) return day.slice(0, 4) + timex.slice(4);
  return /^\w{4}$/.test(timex) ? day.slice(0, 4) : day;
}

// A span of time `(2022-07-01,2022-10-01,P3M)` that the words name as a whole.
function whole(start, length, text) {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  if (length === "P3M" && /quarter|\bq\d/i.test(text)) return `${year}-Q${(month + 2) / 3}`;
  if (length === "P6M" && /half|\bh\d/i.test(text)) return `${year}-H${(month + 5) / 6}`;
  if (length === "P10Y" && /0'?s|ties\b|decade/i.test(text)) return year.slice(0, 3);
  if (length === "P100Y" && /century/i.test(text)) return year.slice(0, 2);
  return length;
}

function named(resolved, text, day) {
  const { timex, value, start, end, type } = resolved;
  if (/_REF$/.test(timex) || type === "duration" || type === "set") return timex;
  if (type === "time") return `${day}T${value.slice(0, 5)}`;
  if (type === "timerange") return PART.test(timex) ? `${day}${timex}` : timex.split(",").at(-1).replace(")", "");
  const [from, , length] = timex.replace(/[()]/g, "").split(",");
  if (length) return whole((start ?? end ?? from), length, text);
  return timex.includes("X") ? moment(value ?? start ?? end, timex) : timex;
}

function datesOfLine(line, noon) {
  const day = noon.toISOString().slice(0, 10);
  const found = [];
  for (const answer of recognizers.recognizeDateTime(line, "en-us", undefined, noon)) {
    const resolved = answer.resolution?.values[0];
    if (!resolved?.timex) continue;
    const text = line.slice(answer.start, answer.end + 1);
    const add = (from, to, value) =>
      found.push({ start: answer.start + from, end: answer.start + to, type: "date", value });
    const spans = resolved.timex.startsWith("(") && resolved.start && resolved.end ? ends(text) : [];
    if (spans.length === 2) {
      const [first, last] = resolved.timex.slice(1).split(",");
      add(...spans[0], moment(resolved.start, first));
      add(...spans[1], moment(resolved.end, last));
    } else {
      add(prepositions(text), text.length, named(resolved, text, day));
    }
  }
  return found;
}

function dates(doc) {
  const noon = reference(doc);
  const found = [];
  let at = 0;
  for (const line of doc.text.split("\n")) {
    for (const date of line ? datesOfLine(line, noon) : []) {
      found.push({ ...date, start: at + date.start, end: at + date.end });
    }
    at += line.length + 1;
  }
  return found;
}

writePredictions(process.argv[3], readGold(process.argv[2]), dates);
