// “…are not yet signed up to the campaign can do so here”: an organisation joins, from the first click to
// the certificate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';
import { Plain } from '../house/plain.mjs';
import { linkIn } from '../house/post.mjs';
import { found, idOf } from '../house/town.mjs';

const password = 'three random words';
const chief = { name: 'Petra Chief', email: 'petra@alderwick.example' };

async function session(server, role) {
  const plain = new Plain(server.url);
  const answer = await plain.submit('/sign-in', { email: server.people[role].email, password: server.password });
  assert.match(answer.body, /Sign out/);
  return plain;
}

/// A trust that has not joined, with a chief executive who can sign in.
async function alderwick(server) {
  const administrator = await session(server, 'Administrator');
  const mine = await administrator.open('/organisations');
  const trust = await found(administrator, idOf(mine.body, 'Merrowland'), { name: 'Alderwick Hospital Trust', kind: 'trust' });
  const given = await administrator.submit(`/organisations/${trust}/roles/new`, { email: chief.email, role: 'chief_executive' });
  assert.equal(given.status, 200, given.body);
  const guest = new Plain(server.url);
  const joined = await guest.submit(linkIn(await server.post.letterTo(chief.email)), { name: chief.name, password });
  assert.match(joined.body, /Your account is ready/);
  return trust;
}

/// What visitors see is kept for some seconds.
async function comes(visitor, path, words) {
  for (let i = 0; i < 15 && !(await (await visitor.open(path)).text()).includes(words); ++i) await new Promise((done) => setTimeout(done, 1000));
  await visitor.sees(words, 200);
}

async function day(person, legend, [d, m, y]) {
  for (const [part, value] of [['Day', d], ['Month', m], ['Year', y]])
    await person.page.getByRole('group', { name: legend }).getByLabel(part).fill(String(value));
}

async function fillEverythingIn(person) {
  await person.follow('Choose your interventions');
  assert.equal(await person.page.getByLabel(/^Leadership for safety/).isChecked(), true); // everybody takes it
  await person.page.getByLabel(/^Reducing harm in critical care/).check();
  await person.press('Save');
  await person.sees('Choose a part to start with for: Reducing harm in critical care.', 200);
  await person.follow('Choose your interventions');
  await person.page.getByLabel(/^Ventilator bundle/).check();
  await person.press('Save');

  await person.follow('Write your pledge');
  await person.sees('Prompts for what you chose', 200);
  assert.match(await person.page.locator('textarea').inputValue(), /Ventilator bundle/);
  await person.page.locator('textarea').fill('');
  await person.press('Save');
  await person.sees('Write what your organisation pledges.', 422);
  await person.page.locator('textarea').fill('Every ventilated patient gets every element, every day, from 1 June.');
  await person.choose('Everybody may read it');
  await person.press('Save');

  await person.follow('Send the letter to all staff');
  await day(person, 'On which day?', [31, 2, 2026]);
  await person.press('Save');
  await person.sees('Enter a real date', 422);
  const today = new Date();
  await day(person, 'On which day?', [today.getUTCDate(), today.getUTCMonth() + 1, today.getUTCFullYear()]);
  await person.press('Save');
  await person.follow('Book or finish training in record review');
  await day(person, 'On which day?', [1, 3, today.getUTCFullYear() + 1]);
  await person.press('Save');
}

async function decide(office, decision, reason) {
  await office.open('/organisations');
  await office.follow(/wait for your decision$|waits for your decision$/);
  await office.follow('Alderwick Hospital Trust');
  await office.sees('from 1 June', 200);
  await office.choose(decision);
  if (reason) await office.page.getByLabel('What, and why?').fill(reason);
  await office.press('Save the decision');
  await office.sees('The decision is saved', 200);
}

for (const engine of engines)
  for (const [name, way] of Object.entries(waysOn(engine)))
    test(`“…are not yet signed up to the campaign can do so here”: from the first click to the certificate, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const trust = await alderwick(server);
      const petra = await Person.come(server, way);
      await petra.open('/campaigns/PSF');
      await petra.press('Join as an organisation');
      await petra.sees('Choose at least 2 interventions of the campaign', 200);
      await petra.press('Sign in to start');
      await petra.fill('Email address', chief.email);
      await petra.fill('Password', password);
      await petra.press('Sign in');
      await petra.follow('Alderwick Hospital Trust');
      await petra.sees('Nobody has said yet on which day the letter to all staff went out.', 200);
      await fillEverythingIn(petra);

      await petra.follow('The chief executive signs');
      await petra.press('Sign and send');
      await petra.sees('Tick the box to sign', 422);
      await petra.choose('I sign this pledge as the chief executive of Alderwick Hospital Trust');
      await petra.press('Sign and send');
      await petra.sees('Waiting for the office', 200);

      // Not public before it is verified.
      const visitor = await Person.come(server, way);
      await visitor.open('/campaigns/PSF/members?part=Alderwick');
      await visitor.sees('No member was found', 200);
      await visitor.open(`/campaigns/PSF/members/${trust}`);
      assert.equal(visitor.status, 404);

      // The office asks for a change, with a reason; then it lets the trust in.
      const office = await server.comes('Campaign office', desk);
      await decide(office, 'Not yet: something has to change', 'Please say in which units.');
      const first = await server.post.letterTo(chief.email);
      assert.match(first.text, /Please say in which units\./);
      await petra.open('/organisations');
      await petra.sees('The office asks for a change in the pledge', 200);
      await petra.open(linkIn(first));
      await petra.sees('Please say in which units.', 200);
      await petra.follow('The chief executive signs');
      await petra.choose('I sign this pledge as the chief executive of Alderwick Hospital Trust');
      await petra.press('Sign and send');
      await decide(office, 'Yes: it is a member from today');
      await office.leave();
      assert.match((await server.post.letterTo(chief.email)).subject, /Alderwick Hospital Trust has joined Patient Safety First/);

      await comes(visitor, '/campaigns/PSF/members?part=Alderwick', '1 member was found');
      await visitor.follow('Alderwick Hospital Trust');
      await visitor.sees('Every ventilated patient gets every element, every day, from 1 June.', 200);
      await visitor.sees('Ventilator bundle');
      await visitor.follow('Its certificate');
      await visitor.sees('Certificate', 200);
      await visitor.leave();
      for (const [ending, type] of [['pdf', 'application/pdf'], ['svg', 'image/svg+xml']]) {
        const file = await fetch(`${server.url}/campaigns/PSF/members/${trust}/certificate.${ending}`);
        assert.equal(file.status, 200);
        assert.match(file.headers.get('content-type'), new RegExp(type.replace(/[+]/g, '\\+')));
      }

      // It pauses, goes on, and leaves with a reason.
      await petra.open(`/organisations/${trust}/campaigns/PSF`);
      await petra.follow('Pause the membership');
      await petra.press('Pause from today');
      await petra.sees('The membership pauses', 200);
      await petra.press('Go on as a member');
      await petra.sees('Your organisation is a member', 200);
      await petra.follow('Leave the campaign');
      await petra.press('Leave the campaign');
      await petra.sees('Say in a few words why.', 422);
      await petra.page.locator('textarea').fill('Another network takes it over.');
      await petra.press('Leave the campaign');
      await petra.sees('The organisation has left the campaign.', 200);
      await petra.leave();
      await server.close();
    });

for (const engine of engines)
  test(`Leaders prepare and only the chief executive signs; peers comment on a draft that is opened to them, on ${engine}`, async () => {
    const server = await country(engine);
    // Imran prepares for a trust that has joined: signing is not his.
    const imran = await server.comes('Improvement lead', { ...phone, ...withoutScript });
    await imran.open('/organisations');
    await imran.follow(server.people['Improvement lead'].place);
    await imran.follow('Patient Safety First');
    await imran.sees('Your organisation is a member', 200);
    const signature = `${imran.path()}/signature`;
    await imran.open(signature);
    assert.notEqual(imran.status, 200);

    // People of members see drafts; people of organisations that have not joined see none.
    await imran.open('/organisations');
    await imran.follow(/asks? you to comment on (a )?draft pledges?$/);
    await imran.page.locator('main .nhsuk-list a').first().click();
    await imran.page.waitForLoadState();
    const draft = imran.path();
    await imran.press('Send the comment');
    await imran.sees('Write a comment.', 422);
    await imran.page.locator('textarea').fill('‏שלום 🙂 <script>alert(1)</script> Who answers for it?');
    await imran.press('Send the comment');
    await imran.sees('<script>alert(1)</script> Who answers for it?', 200);
    await imran.leave();

    await alderwick(server);
    const petra = new Plain(server.url);
    await petra.submit('/sign-in', { email: chief.email, password });
    assert.equal((await petra.open(draft)).status, 404);
    const visitor = new Plain(server.url);
    assert.doesNotMatch((await visitor.open(draft)).body, /Who answers for it/);
    await server.close();
  });
