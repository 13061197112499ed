// News by audience, and the morning's letter with what is new for one person.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, ways } from '../house/browser.mjs';
import { country, engines } from '../house/country.mjs';
import { Person } from '../house/person.mjs';
import { within } from '../house/within.mjs';

/// A time of day in London, so many seconds from now, in whole minutes: "13:07".
function morning(seconds) {
  const at = new Date(Date.now() + seconds * 1000);
  return at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
}

async function write(person, { audience, role, title, body }) {
  await person.open('/news');
  await person.follow('Write and publish news');
  await person.press('Write news');
  await person.page.getByLabel('For whom').selectOption({ label: audience });
  if (role) await person.page.getByLabel('Only people with this role').selectOption({ label: role });
  await person.page.locator('[name=title]').fill(title);
  await person.page.locator('[name=body]').fill(body);
  await person.press('Save and look at it');
  await person.sees('It has been saved.', 200);
}

for (const [way, options] of Object.entries(ways))
  test(`The office writes news, looks at it, publishes it and takes it back, ${way}`, async () => {
    const house = await country();
    const ben = await house.comes('Campaign office', options);
    await ben.open('/announcements/new');
    await ben.press('Save and look at it');
    await ben.sees('Choose for whom it is.', 422);
    await write(ben, { audience: 'Everybody', title: 'A <b>new</b> date', body: 'See https://example.org/dates.\n\n<script>alert(1)</script> 😀 שלום' });
    await ben.sees('<script>alert(1)</script>');

    const visitor = await Person.come(house, options);
    await visitor.open('/news');
    await visitor.seesNot('A <b>new</b> date');
    await ben.press('Publish it');
    await ben.sees('It has been published.', 200);
    await within(30_000, 'the news', async () => {
      await visitor.open('/news');
      return (await visitor.text()).includes('A <b>new</b> date');
    });
    await visitor.follow('A <b>new</b> date');
    const link = visitor.page.getByRole('link', { name: 'https://example.org/dates', exact: true });
    assert.equal(await link.getAttribute('href'), 'https://example.org/dates');
    await visitor.leave();

    await ben.press('Withdraw it');
    await ben.sees('It has been withdrawn.', 200);
    await ben.leave();
    await house.close();
  });

// It waits for a morning, so it is told on one engine unless all is asked for.
for (const engine of process.env.EVERY_WAY ? engines : engines.slice(0, 1))
  test(`News for some comes to them in one letter, which one click ends (${engine})`, async () => {
    // The first morning of an installation passes in silence: it is over when the next one comes.
    const time = morning(100);
    const house = await country(engine, ['--digest-at', time]);
    const ben = await house.comes('Campaign office', desk);
    await write(ben, { audience: 'Everybody', role: 'Chief executive', title: 'Five questions for boards', body: 'Which harm do we end this year?' });
    await ben.press('Publish it');
    await ben.sees('It has been published.', 200);
    await ben.leave();

    const leah = await house.comes('Team member', desk);
    await leah.open('/news');
    await leah.seesNot('Five questions for boards');
    await leah.leave();
    const ewa = await house.comes('Chief executive', phone);
    await ewa.open('/organisations');
    await ewa.sees('Five questions for boards', 200);
    await ewa.open('/account');
    await ewa.follow(/letters/);
    await ewa.choose('Every day');
    await ewa.press('Save');
    await ewa.sees('Your choice is saved.', 200);
    await ewa.leave();

    // The post is shut when the letter is written, and the server is killed before it opens again.
    const address = house.people['Chief executive'].email;
    const { post } = house;
    await post.close();
    await within(150_000, 'the morning', () => morning(0) >= time);
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    await house.end('SIGKILL');
    await post.begin();
    house.said = '';
    await house.begin();
    const to = (person) => post.letters.filter((one) => one.to === person);
    const letter = await within(100_000, 'the letter', () => to(address)[0]);
    assert.match(letter.text, /Five questions for boards/);
    assert.match(letter.unsubscribe, /\/letters\/unsubscribe\?p=/);
    assert.ok(letter.text.includes(letter.unsubscribe));
    assert.ok(!to(house.people['Team member'].email)[0]?.text.includes('Five questions for boards'));
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    assert.equal(to(address).length, 1);

    // Whoever has only the letter can end it, as a mail program does or on a page.
    const changed = letter.unsubscribe.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    assert.equal((await fetch(changed, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status, 404);
    const stranger = await Person.come(house, phone);
    await stranger.open(letter.unsubscribe);
    await stranger.sees('No more of these letters?', 200);
    await stranger.press('No more letters');
    await stranger.sees('No more letters come', 200);
    await stranger.leave();
    const click = await fetch(letter.unsubscribe, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    assert.equal(click.status, 303);
    const again = await house.comes('Chief executive', desk);
    await again.open('/account/letters');
    assert.ok(await again.page.getByLabel('Never').isChecked());
    await again.leave();
    await house.close();
  });
