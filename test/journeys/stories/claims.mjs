// What was achieved, said honestly; and early word of what is new on a chart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone } from '../house/browser.mjs';
import { country } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

test('The office works out how many lives were saved, and everybody reads it with its interval', async () => {
  const house = await country();
  const ben = await house.comes('Campaign office', desk);
  await ben.open('/campaigns/PSF/claims');
  await ben.sees('Fewer cardiac arrest calls in the hospitals that joined', 200);
  await ben.press('Work out a claim');
  const periods = async (values) => {
    for (const [name, value] of Object.entries(values)) await ben.page.locator(`[name=${name}]`).fill(value);
  };
  const year = new Date().getUTCFullYear();
  await ben.fill('What is claimed, in plain words', 'Fewer people die in our hospitals');
  await ben.page.getByLabel('Measure', { exact: true }).selectOption('CORE-05');
  await periods({ 'baseline-from': `6 ${year - 2}`, 'baseline-to': `1 ${year - 1}`, from: `2 ${year - 1}`, to: `8 ${year - 1}` });
  await ben.press('Work it out');
  await ben.sees('There must be a number for each period of the 12 months before', 422);
  assert.equal(await ben.value('What is claimed, in plain words'), 'Fewer people die in our hospitals');
  await periods({ 'baseline-from': `2 ${year - 3}` });
  await ben.press('Work it out');
  await ben.sees('The claim is a draft', 200);
  await ben.press('Publish this claim');
  await ben.sees('The claim is published.', 200);
  const claim = ben.path().split('?')[0];

  const visitor = await Person.come(house, phone);
  await visitor.open('/campaigns/PSF/claims');
  await visitor.follow('Fewer people die in our hospitals');
  assert.equal(visitor.path(), claim);
  await visitor.sees(/Estimate: .* than expected/, 200);
  await visitor.sees(/The 95% interval of this estimate runs from/);
  await visitor.sees('Net of the earlier trend');
  await visitor.sees(/organisations sent numbers/);
  await visitor.leave();

  await ben.press('Withdraw this claim');
  await ben.press('Withdraw it');
  await ben.sees('Say why the claim is withdrawn.', 422);
  await ben.fill('Why is it withdrawn?', 'Two trusts correct their numbers.');
  await ben.press('Withdraw it');
  await ben.sees('Two trusts correct their numbers.', 200);
  await ben.leave();
  await house.close();
});

test('Who leads improvement is told of a new signal, and says whether it is data or care', async () => {
  const house = await country();
  const imran = await house.comes('Improvement lead', phone);
  await imran.open('/organisations');
  await imran.sees('New on your charts', 200);
  await imran.go(() => imran.page.locator('a[href*="/signals/"]').first().click());
  await imran.press('Save');
  await imran.sees('Choose whether it is in the data or in care.', 422);
  await imran.choose('Care');
  await imran.fill('In a sentence', 'We walk round twice a day.');
  await imran.press('Save');
  await imran.sees('Your answer is kept beside the chart.', 200);
  await imran.follow('The series with all its points');
  await imran.sees('It was in care: We walk round twice a day.', 200);
  await imran.leave();
  await house.close();
});
