// “Their current ‘5 million lives’ campaign (previously ‘100,000 lives’) has inspired many organisations and
// individuals worldwide to sign up to take action against patient harm.”
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../house/browser.mjs';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';
import { linkIn } from '../house/post.mjs';

for (const engine of engines)
  for (const [name, way] of Object.entries(waysOn(engine)))
    test(`“…‘5 million lives’ campaign (previously ‘100,000 lives’) has inspired many organisations …”: the lineage both ways, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const visitor = await Person.come(server, way);
      await visitor.open('/campaigns/PSF');
      await visitor.sees('Where it comes from', 200);
      await visitor.follow('5 Million Lives Campaign');
      await visitor.sees('4,030 hospitals', 200);
      await visitor.sees('No audited national harm total found');
      await visitor.sees('Follows');
      await visitor.sees('Has inspired');
      await visitor.follow('100,000 Lives Campaign');
      await visitor.sees('Was followed by', 200);
      await visitor.follow('Patient Safety First');
      await visitor.sees('Inspired by', 200);
      await visitor.leave();
      await server.close();
    });

const words = { pledge: 'I will wash my hands where patients can see it.', act: 'Do it at the bedside for a month.' };

async function fillIn(person, { pledge, act, year }) {
  await person.page.getByLabel('I pledge that …').fill(pledge);
  await person.page.getByLabel('What will you do?').fill(act);
  await person.page.getByRole('textbox', { name: 'Day' }).fill('1');
  await person.page.getByRole('textbox', { name: 'Month' }).fill('3');
  await person.page.getByRole('textbox', { name: 'Year' }).fill(String(year));
}

/// What visitors see is kept for some seconds.
async function shows(visitor, is, words) {
  for (let i = 0; i < 15; ++i) {
    await visitor.open('/campaigns/PSF/pledges');
    if ((await visitor.text()).includes(words) === is) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
  assert.fail(`${words} is ${is ? 'not ' : ''}shown`);
}

const next = new Date().getUTCFullYear() + 1;

for (const engine of engines)
  for (const [name, way] of Object.entries(waysOn(engine)))
    test(`“…and individuals worldwide to sign up to take action against patient harm”: somebody pledges, confirms by letter and says it is done, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const ama = await Person.come(server, way);
      await ama.open('/campaigns/PSF');
      await ama.follow('Make your own pledge');
      // Empty, too long, in the past: every reason is said and nothing typed is lost.
      await ama.press('Make my pledge');
      await ama.sees('Write what you pledge.', 422);
      await ama.sees('Enter the day by which you will have done it.');
      await fillIn(ama, { ...words, act: 'x'.repeat(2001), year: 2001 });
      await ama.fill('Your name', 'Ama Owusu');
      await ama.fill('Email address', 'ama@kumasi.example');
      await ama.press('Make my pledge');
      await ama.sees('Enter at most 2,000 characters.', 422);
      await ama.sees('Enter today or a later day.');
      assert.equal(await ama.value('Your name'), 'Ama Owusu');
      assert.equal(await ama.page.getByLabel('I pledge that …').inputValue(), words.pledge);
      await fillIn(ama, { ...words, year: next });
      await ama.fill('Where you are (optional)', 'Kumasi, Ghana');
      await ama.choose('Let everybody read it, with my name');
      await ama.press('Make my pledge');
      await ama.sees('Check your email', 200);

      // Not public, and not counted, before the link in the letter has been opened and confirmed.
      await ama.open('/campaigns/PSF/pledges');
      await ama.seesNot('Ama Owusu');
      const letter = await server.post.letterTo('ama@kumasi.example');
      assert.match(letter.text, /I will wash my hands where patients can see it\./);
      await ama.open(linkIn(letter));
      await ama.press('Confirm my pledge');
      await ama.sees('Thank you: your pledge counts', 200);
      await ama.follow('Your certificate');
      await ama.sees('Your certificate', 200);
      await shows(ama, true, 'Ama Owusu, Kumasi, Ghana');

      // The same link says what came of it…
      await ama.open(linkIn(letter));
      await ama.press('Save');
      await ama.sees('Choose what happened.', 422);
      await ama.choose('Yes, it is done');
      await ama.page.getByLabel('What came of it (optional)').fill('Nine reminders in a month.');
      await ama.press('Save');
      await ama.sees('Done on', 200);
      await shows(ama, true, 'Nine reminders in a month.');

      // …and takes all of it away.
      await ama.open(linkIn(letter));
      await ama.press('Withdraw my pledge');
      await ama.sees('Your pledge is withdrawn', 200);
      await shows(ama, false, 'Ama Owusu');
      await ama.open(linkIn(letter));
      await ama.sees('This link no longer works', 404);
      await ama.leave();
      await server.close();
    });

for (const engine of engines)
  test(`Somebody who is signed in pledges at once; nobody learns who has pledged, and whoever sends many waits, on ${engine}`, async () => {
    const server = await country(engine);
    const grace = await server.comes('Medical director', desk);
    await grace.open('/campaigns/PSF/pledge');
    await fillIn(grace, { ...words, year: next });
    await grace.press('Make my pledge');
    await grace.sees('Thank you: your pledge counts', 200);
    await grace.open('/campaigns/PSF/pledge');
    await grace.follow(words.act);
    await grace.sees('Nobody: it is counted', 200);
    await grace.leave();

    const visitor = await Person.come(server, desk);
    let waits = 0;
    for (let i = 0; i < 22 && !waits; ++i) {
      await visitor.open('/campaigns/PSF/pledge');
      await fillIn(visitor, { ...words, year: next });
      await visitor.fill('Your name', 'Many');
      await visitor.fill('Email address', 'pledge.1@demo.example'); // has pledged before
      await visitor.press('Make my pledge');
      if (visitor.status === 429) waits = i;
      else await visitor.sees('Check your email', 200);
    }
    assert.ok(waits > 5, String(waits));
    assert.equal(await visitor.value('Your name'), 'Many');
    await visitor.leave();
    await server.close();
  });
