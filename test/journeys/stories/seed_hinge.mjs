// "The LIPS programme and the Patient Safety First campaign support each other in achieving a common
// goal. NHS trusts will benefit significantly from participating in both."
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, ways } from '../house/browser.mjs';
import { country, engines } from '../house/country.mjs';
import { Person } from '../house/person.mjs';
import { within } from '../house/within.mjs';

async function signIn(house, email, way) {
  const person = await Person.come(house, way);
  await person.open('/sign-in');
  await person.fill('Email address', email);
  await person.fill('Password', house.password);
  await person.press('Sign in');
  return person;
}

async function groups(person) {
  await person.open('/organisations');
  await person.follow(/^Momentum of Patient Safety First/);
  await person.follow('The four groups');
  return new URL(person.page.url()).pathname.split('/')[2];
}

/// The row of one organisation, or the first that shows this way and that nobody has seen.
function standing(person, { way, name }) {
  const row = person.page.locator('details tr', { hasText: way ?? '' });
  return name ? row.filter({ hasText: name }).first() : row.filter({ hasText: 'Not seen yet' }).first();
}

/// Somebody who leads an organisation, and somebody who works there: their addresses are on its page.
async function peopleOf(person) {
  await person.follow('Go to its page');
  const rows = await person.page.locator('table tr').allInnerTexts();
  const address = (role) => rows.find((row) => row.includes(role))?.match(/\S+@\S+/)?.[0];
  return { chief: address('Chief executive'), analyst: address('Analyst') };
}

const signposts = [
  {
    sentence: 'Trusts that are signed up to the campaign but not yet enrolled on the LIPS programme can find more information on how to apply here',
    way: 'To the programme',
    words: 'has signed up to the campaign',
    button: 'Find out how to apply',
    leads: /^\/programmes\/[^/]+\/apply$/,
  },
  {
    sentence: 'Trusts that have enrolled on the LIPS programme but are not yet signed up to the campaign can do so here',
    way: 'To the campaign',
    words: 'has enrolled on the',
    button: 'Sign up to the campaign',
    leads: /^\/campaigns\/[^/]+\/join$/,
  },
];

for (const engine of engines)
  for (const { sentence, way, words, button, leads } of signposts)
    test(`"${sentence}" (${engine})`, async () => {
      const house = await country(engine);
      const ben = await house.comes('Campaign office', desk);
      const code = await groups(ben);
      await ben.page.locator('details', { hasText: 'Whose signposts stand today' }).locator('summary').click();
      const row = standing(ben, { way });
      const name = (await row.locator('a').innerText()).trim();
      await ben.go(() => row.locator('a').click());
      const { chief, analyst } = await peopleOf(ben);

      const worker = await signIn(house, analyst, desk);
      await worker.open('/organisations');
      await worker.seesNot(words); // it is for those who lead
      await worker.leave();

      const leader = await signIn(house, chief, desk);
      await leader.open('/organisations');
      await leader.sees(words, 200);
      await within(20_000, 'what the office sees', async () => {
        await ben.open(`/campaigns/${code}/groups`);
        return /Seen on/.test(await standing(ben, { name }).textContent());
      });
      await leader.press(button);
      assert.match(leader.path(), leads);
      assert.equal(leader.status, 200);
      await leader.leave();

      await ben.open(`/campaigns/${code}/groups`);
      assert.match(await standing(ben, { name }).textContent(), /Followed on/);
      await ben.leave();
      await house.close();
    });

for (const [way, options] of Object.entries(ways))
  test(`"NHS trusts will benefit significantly from participating in both": the four groups on any day, with what they cannot say, ${way}`, async () => {
    const house = await country();
    const ben = await house.comes('Campaign office', options);
    const code = await groups(ben);
    await ben.sees('The honest comparison', 200);
    await ben.sees('The groups chose themselves.');
    await ben.sees('Both');
    await ben.fill('Day', '31');
    await ben.fill('Month', '2');
    await ben.press('Show');
    await ben.sees('Enter a real date', 422);
    assert.equal(await ben.value('Day'), '31');
    await ben.open(`/campaigns/${code}/groups?on-day=1&on-month=1&on-year=2026`);
    await ben.sees('On 1 January 2026', 200);
    await ben.leave();
    await house.close();
  });
