// Writes falls.csv: invented falls in invented hospitals. The same seed gives the same file.
import { writeFileSync } from 'node:fs';

// Mulberry32, a small generator that is the same on every machine.
let state = 0;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

// Knuth's way: how many uniform numbers until their product falls below exp(-mean).
function poisson(mean) {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

const months = Array.from({ length: 36 }, (_, i) => {
  const month = 3 + i; // from April 2023
  return `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
});

// beds: daily; rate(i): falls per 1,000 bed days in month i; the rest is optional.
const hospitals = [
  { name: 'Ashby Vale', beds: 320, rate: (i) => (i < 22 ? 6.4 : 4.3) }, // improves after a project
  { name: 'Brackenfield', beds: 280, rate: (i) => (i < 26 ? 7.9 : 7.9 + 0.35 * (i - 25)) }, // gets worse
  { name: 'Coldharbour', beds: 350, rate: () => 8.8 }, // stable, and never at the target
  { name: 'Dunmere', beds: 300, rate: () => 2.7 }, // stable, and always at the target
  { name: 'Eastwick', beds: 240, rate: () => 5.2, missing: [13, 14] }, // two months were not sent in
  { name: 'Fallowdale', beds: 310, rate: (i) => (i < 18 ? 6.8 : 4.9), newLines: 18 }, // new lines agreed
  { name: 'Greywell', beds: 260, rate: (i) => (i === 21 ? 11 : 5), aside: [21] }, // an outbreak, set aside
  { name: 'Hartsease', beds: 290, rate: (i) => 7.8 - 0.11 * i }, // comes down little by little
  { name: 'Ivelbridge', beds: 330, rate: () => 5.0 }, // sometimes at the target, sometimes not
  { name: 'Kelderwater', beds: 22, rate: () => 5.5 }, // small: wide limits
  { name: 'Longmere', beds: 270, rate: () => 5.8, opens: 21 }, // opened in January 2025
  { name: 'Merrowdown', beds: 180, rate: () => 4.8, opens: 29 }, // too new for firm limits
];

const rows = ['hospital,month,falls,bed_days,phase,exclude'];
for (const h of hospitals) {
  // Each has a seed of its own, so that one story can change without the others.
  state = [...h.name].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 20090401);
  months.forEach((month, i) => {
    if (i < (h.opens ?? 0)) return;
    const bedDays = Math.round(h.beds * 30.4 * (0.9 + 0.08 * random()));
    const falls = poisson((bedDays / 1000) * h.rate(i));
    const missing = h.missing?.includes(i);
    const phase = h.newLines !== undefined && i >= h.newLines ? 2 : 1;
    const exclude = h.aside?.includes(i) ? 1 : 0;
    rows.push([h.name, month, missing ? '' : falls, missing ? '' : bedDays, phase, exclude].join(','));
  });
}
writeFileSync(new URL('falls.csv', import.meta.url), rows.join('\n') + '\n');
