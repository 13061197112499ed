// One measure from the library to a ward's chart: taken up, set up, counted; counted otherwise from a
// day on, which the chart says; and new lines, which must be earned.
import { test } from 'node:test';
import { desk } from '../house/browser.mjs';
import { country } from '../house/country.mjs';

const kName = 'Hypoglycaemia treated and checked again in 15 minutes';
const kMonths = 24;

/// The first day of the month so many months ago.
const month = (ago) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - ago, 1));
const iso = (day) => day.toISOString().slice(0, 7);
const fillDay = async (person, day) => {
  await person.fill('Day', '1');
  await person.fill('Month', String(day.getUTCMonth() + 1));
  await person.fill('Year', String(day.getUTCFullYear()));
};

test('A measure goes from the library to a ward; another definition begins a phase, and so does a change that shows', async () => {
  const house = await country();
  const ben = await house.comes('Campaign office', desk);
  await ben.open('/measures');
  await ben.press('Take up from the library');
  await ben.press('Take them up');
  await ben.sees('Tick the measures to take up.', 422);
  await ben.choose(kName);
  await fillDay(ben, month(36));
  await ben.press('Take them up');
  await ben.sees('They are in the dictionary: organisations can open them now.', 200);

  // An analyst sets it up for two wards, and pastes what a spreadsheet has: forty in a hundred, then
  // from the twelfth month on eighty.
  const jia = await house.comes('Analyst', desk);
  await jia.open('/organisations');
  await jia.follow(house.people.Analyst.place);
  const trust = jia.path();
  await jia.open(`${trust}/measures`);
  await jia.follow('Set up measures');
  await jia.choose(kName);
  const wards = jia.page.locator('input[name=place]');
  for (const i of [1, 2]) await wards.nth(i).check();
  await fillDay(jia, month(kMonths));
  await jia.press('Set up');
  await jia.sees(/set up/, 200);
  await jia.open(`${trust}/measures/grid?measure=INS-05&periods=${kMonths}`);
  const ward = await jia.page.locator('.pr-grid tbody th').first().innerText();
  const numbers = Array.from({ length: kMonths }, (_, i) => `${(i < 12 ? 40 : 80) + (i % 3)}\t100`);
  await jia.fill('Paste from a spreadsheet', `${ward}\t${numbers.join('\t')}`);
  await jia.press('Fill in the grid');
  await jia.sees('The grid is filled in. Check it, then save it.', 200);
  await jia.press('Save the grid');
  await jia.sees('24 numbers are saved.', 200);
  await jia.open(`${trust}/completeness?measure=INS-05`);
  await jia.follow(ward);
  const series = jia.path();

  // A new phase is refused where the chart shows no shift near the day, and where nothing was changed.
  const decide = async (ago, change) => {
    await jia.open(`${series}/decisions/phase`);
    await fillDay(jia, month(ago));
    await jia.fill('What was changed?', change);
    await jia.fill('How do you know that it made the difference?', 'Boxes are checked every night, and the audit shows the times.');
    await jia.press('Look at the chart with it');
  };
  await decide(19, 'Hypo boxes on every bay');
  await jia.sees(/too little to compare with/, 422);
  await decide(12, '');
  await jia.sees('Say what was changed', 422);
  await decide(12, 'Hypo boxes on every bay');
  await jia.sees('Nothing has been decided yet.', 200);
  await jia.press('Decide: the phase begins here');
  await jia.sees('A new phase has begun.', 200);
  await jia.sees('Hypo boxes on every bay');

  // The office counts otherwise: the ward's chart begins a phase by itself, and says why.
  await ben.open('/measures/INS-05');
  await ben.press('Make a new version');
  await ben.page.locator('[name=numerator]').fill('Episodes treated by protocol with a repeat test in 10 minutes');
  await fillDay(ben, month(5));
  await ben.press('Check what it changes');
  await ben.sees('Say in a sentence what changed and why: charts show it.', 422);
  await ben.fill('What changed, and why?', 'Ten minutes, no longer fifteen');
  await ben.press('Check what it changes');
  await ben.sees('Charts begin a new phase on', 200);
  await ben.sees('1 chart has points on both sides of that day.');
  await ben.press('Save the new version');
  await ben.sees('The new version is in the dictionary, and charts follow it.', 200);
  await ben.leave();
  await jia.open(series);
  await jia.sees('Ten minutes, no longer fifteen', 200);
  await jia.leave();
  await house.close();
});
