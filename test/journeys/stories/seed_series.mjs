// A ward's numbers, week by week: entered, seen on the chart at once, excluded, and lines that are
// decided rather than moved.
import { test } from 'node:test';
import { phone } from '../house/browser.mjs';
import { country } from '../house/country.mjs';

test('A number is entered and its chart comes back at once; a new phase needs a shift, and can be withdrawn', async () => {
  const house = await country('SQLite');
  const imran = await house.comes('Improvement lead', phone);
  await imran.open('/organisations');
  await imran.follow(house.people['Improvement lead'].place);
  await imran.follow('All measures and their charts');
  await imran.follow('Patient safety incidents recorded per 1,000 bed days');
  await imran.sees('What the rules found, and what to ask next', 200);

  await imran.press('Enter a number');
  await imran.press('Save and show the chart');
  await imran.sees('Enter a number, or say in the note why there is none.', 422);
  await imran.fill('Note (optional)', 'Mrs Jones was counted twice');
  await imran.press('Save and show the chart');
  await imran.sees('Take out the name: nothing here may name a patient.', 422);
  await imran.fill('Note (optional)', 'The system was down all month');
  await imran.press('Save and show the chart');
  await imran.sees('Saved. This is the chart with your number.', 200);
  await imran.sees('The system was down all month');

  const series = imran.path().split('?')[0];
  await imran.open(`${series}/points/2025-12`);
  await imran.press('Exclude it');
  await imran.fill('Why is it not part of the process?', 'Two wards were closed');
  await imran.press('Exclude Dec 2025');
  await imran.sees('The point takes no part any more.', 200);

  await imran.open(`${series}/decisions/phase`);
  const decide = async (day, month, year) => {
    await imran.fill('Day', day);
    await imran.fill('Month', month);
    await imran.fill('Year', year);
    await imran.fill('What was changed?', 'Reporting made easy');
    await imran.fill('How do you know that it made the difference?', 'Every ward said so at the review.');
    await imran.press('Look at the chart with it');
  };
  await decide('1', '10', '2026');
  await imran.sees(/and a phase needs at least 7/, 422);
  await imran.open(`${series}/decisions/phase`);
  await imran.follow(/^From .* points above the centre line/);
  await imran.fill('What was changed?', 'Reporting made easy');
  await imran.fill('How do you know that it made the difference?', 'Every ward said so at the review.');
  await imran.press('Look at the chart with it');
  await imran.sees('Nothing has been decided yet.', 200);
  await imran.press('Decide: the phase begins here');
  await imran.sees('A new phase has begun.', 200);
  await imran.follow(/^Withdraw/);
  await imran.fill('Why?', 'It began a month earlier.');
  await imran.press('Withdraw it');
  await imran.sees('The decision has been withdrawn.', 200);
  await imran.sees('It began a month earlier.');
  await imran.leave();
  await house.close();
});
