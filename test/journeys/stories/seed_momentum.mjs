// "Its aim is to build the momentum and engagement required to make patient safety a top priority."
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, ways } from '../house/browser.mjs';
import { country, engines } from '../house/country.mjs';

const campaign = async (person) => {
  await person.open('/organisations');
  return (await person.page.getByRole('link', { name: /^Momentum of/ }).first().getAttribute('href')).split('/')[2];
};

for (const engine of engines)
  test(`"Its aim is to build the momentum and engagement required": the office reads the curve, finds who cools, and speaks to them (${engine})`, async () => {
    const house = await country(engine);
    const ben = await house.comes('Campaign office', desk);
    await ben.open('/organisations');
    await ben.follow(/^Momentum of/);
    await ben.sees(/of \d+ have joined, as of/, 200);
    await ben.sees(/nine times in ten between|There is no forecast/);
    await ben.sees('What has been done');
    await ben.follow('Go to the chase list');
    await ben.sees('To speak to', 200);
    const first = ben.page.locator('table').first().locator('tbody a').first();
    const name = (await first.innerText()).trim();
    await ben.go(() => first.click());
    await ben.sees('Why it moved', 200);

    await ben.fill('What somebody will do', '');
    await ben.press('Write it down');
    await ben.sees('Enter what somebody will do.', 422);
    assert.notEqual(await ben.value('Why'), ''); // nothing typed is lost
    await ben.fill('What somebody will do', 'Ring Ann, who led the first team');
    await ben.press('Write it down');
    await ben.sees('Your chase has been written down.', 200);

    await ben.follow(/^Enter the result/);
    await ben.fill('Result', 'They come to the next masterclass with a new team.');
    await ben.press('Save');
    await ben.sees('They come to the next masterclass with a new team.', 200);

    const code = await campaign(ben);
    await ben.open(`/campaigns/${code}/chases`);
    await ben.sees('They come to the next masterclass with a new team.', 200);
    await ben.sees(name);
    await ben.leave();
    await house.close();
  });

for (const [way, options] of Object.entries(ways))
  test(`Everybody sees how far the campaign is, ${way}`, async () => {
    const house = await country();
    const ben = await house.comes('Campaign office', options);
    const code = await campaign(ben);
    for (const page of ['momentum', 'groups', 'momentum/organisations', 'chases', 'weights', 'weights/change', 'milestones/new'])
      await (await ben.open(`/campaigns/${code}/${page}`)).sees('Patient Safety First', 200);
    await ben.press('Save');
    await ben.sees('Enter what the milestone is called.', 422);
    await ben.leave();
    await house.close();
  });

test('The formula is open, and a change of it is seen in every index', async () => {
  const house = await country();
  const ben = await house.comes('Campaign office', phone);
  const code = await campaign(ben);
  await ben.open(`/campaigns/${code}/weights`);
  await ben.sees('looking is not an act', 200);
  await ben.press('Change the formula');
  await ben.page.locator('[name=attended-points]').fill('many');
  await ben.press('Save');
  await ben.sees('Enter how many points it counts, from 0 to 100.', 422);
  assert.equal(await ben.page.locator('[name=attended-points]').inputValue(), 'many');
  await ben.page.locator('[name=attended-points]').fill('7.5');
  await ben.press('Save');
  await ben.sees('The formula has been saved.', 200);
  await ben.sees('7.5');
  await ben.leave();
  await house.close();
});

test('A node lead sees the names of their own network, and nobody else opens the board', async () => {
  const house = await country();
  const ben = await house.comes('Campaign office', desk);
  const code = await campaign(ben);
  await ben.open(`/campaigns/${code}/momentum/organisations`);
  const all = await ben.page.locator('tbody tr').count();
  await ben.leave();
  const david = await house.comes('Node lead', desk);
  await david.open(`/campaigns/${code}/momentum/organisations`);
  const own = await david.page.locator('tbody tr').count();
  assert.ok(own > 0 && own < all, `${own} of ${all}`);
  await david.leave();
  const ewa = await house.comes('Chief executive', desk);
  await ewa.open(`/campaigns/${code}/momentum`);
  assert.equal(ewa.status, 403);
  await ewa.open(`/campaigns/${code}/progress`);
  await ewa.sees(/of \d+ have joined/, 200);
  await ewa.leave();
  await house.close();
});
