// What the two adapters in JavaScript share: files, offsets, the edges of phrases.
import { readFileSync, writeFileSync } from "node:fs";

export const two = (number) => String(number).padStart(2, "0");

export function readGold(path) {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

export function writePredictions(path, docs, dates) {
  const lines = docs.map((doc) => JSON.stringify({ id: doc.id, entities: points(doc.text, dates(doc)) }) + "\n");
  writeFileSync(path, lines.join(""));
}

// The time that relative dates count from: noon of the document's day, or now if it has none.
export function reference(doc) {
  return doc.date ? new Date(`${doc.date}T12:00:00Z`) : new Date();
}

// Prepositions stay out of a span by the gold's rules, and in it by some peers'.
export function prepositions(text) {
  return /^(?:(?:on|in|at|by|since|from|after|before|during|for|of|until|till|through|between)\s+)*/i.exec(text)[0].length;
}

// The spans of a phrase's ends: two if it is a range with a joint to be seen, else one.
export function ends(text) {
  const from = prepositions(text);
  const joint = /\s+(?:to|until|till|through|thru|and)\s+|\s*[-–—]\s*/i.exec(text.slice(from));
  if (!joint || joint.index === 0) return [[from, text.length]];
  return [[from, from + joint.index], [from + joint.index + joint[0].length, text.length]];
}

export function isoWeek(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  return `${date.getUTCFullYear()}-W${two(Math.ceil(((date - first) / 86400000 + 1) / 7))}`;
}

// Offsets in UTF-16 units become code points.
function points(text, dates) {
  const at = new Uint32Array(text.length + 1);
  let unit = 0;
  let point = 0;
  for (const character of text) {
    for (let half = 0; half < character.length; half++) at[unit++] = point;
    point += 1;
  }
  at[unit] = point;
  return dates.map((date) => ({ ...date, start: at[date.start], end: at[date.end] }));
}
