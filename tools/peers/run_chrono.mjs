// Predictions of chrono-node:  node run_chrono.mjs GOLD.jsonl PRED.jsonl
//
// chrono answers a moment, and says which of its parts the text told. The value is as fine as those
// parts: a day, month or year, a week where the phrase speaks of weeks, a part of the day where it
// names one. Its ranges are one answer; they are split at the word or sign between their ends.
import * as chrono from "chrono-node";
import { ends, isoWeek, prepositions, readGold, reference, two, writePredictions } from "./peers.mjs";

const PARTS = [[/morning\b/i, "MO"], [/afternoon\b/i, "AF"], [/evening\b/i, "EV"], [/night\b/i, "NI"]];

function yearOf(number) {
  return (number < 0 ? "BC" : "") + String(Math.abs(number)).padStart(4, "0");
}

function value(parts, text) {
  const get = (name) => parts.get(name);
  const told = (name) => parts.isCertain(name);
  const year = yearOf(get("year"));
  const month = `${year}-${two(get("month"))}`;
  const day = `${month}-${two(get("day"))}`;
  if (/^(right )?now$/i.test(text)) return "PRESENT_REF";
  if (told("hour") && /\d|noon|midnight|hour|minute|second/i.test(text)) {
    return `${day}T${two(get("hour"))}:${two(get("minute"))}`;
  }
  const part = PARTS.find(([word]) => word.test(text));
  if (part) return `${day}T${part[1]}`;
  if (told("day") || told("weekday")) return day;
  if (/\bweeks?\b/i.test(text)) return isoWeek(get("year"), get("month"), get("day"));
  if (told("month")) return month;
  return told("year") ? year : day;
}

function dates(doc) {
  const found = [];
  for (const { text, index, start, end } of chrono.parse(doc.text, { instant: reference(doc), timezone: 0 })) {
    const spans = end ? ends(text) : [[prepositions(text), text.length]];
    spans.forEach(([from, to], place) => {
      const parts = place === 1 ? end : start;
      found.push({ start: index + from, end: index + to, type: "date", value: value(parts, text.slice(from, to)) });
    });
  }
  return found;
}

writePredictions(process.argv[3], readGold(process.argv[2]), dates);
