// Who sees what, and what changes when a role does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { Person } from '../house/person.mjs';
import { Server } from '../house/server.mjs';
import { found, invite, password, settle } from '../house/town.mjs';

const nora = { name: 'Nora Nurse', email: 'nora@alderwick.example', role: 'nursing_director' };
const ways = [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]];

/// Two trusts beside each other; Nora is the first one's.
async function twoTrusts(server) {
  const { session, organisation } = await settle(server);
  const alderwick = await found(session, organisation, { name: 'Alderwick Trust', kind: 'trust' });
  const marlow = await found(session, organisation, { name: 'Marlow Trust', kind: 'trust' });
  await found(session, alderwick, { name: 'Alderwick General', kind: 'site' });
  await found(session, marlow, { name: 'Marlow Cottage Hospital', kind: 'site' });
  await invite(server, session, alderwick, nora);
  return { session, organisation, alderwick, marlow };
}

async function signIn(person, email) {
  await person.open('/sign-in?return=/organisations');
  await person.fill('Email address', email);
  await person.fill('Password', password);
  await person.press('Sign in');
}

for (const [name, way] of ways)
  test(`Somebody sees their own organisation and nothing of others, ${name}`, async () => {
    const server = await Server.start();
    const { organisation, marlow } = await twoTrusts(server);
    const visitor = await Person.come(server, way);
    await signIn(visitor, nora.email);
    await visitor.sees('Alderwick Trust', 200);
    await visitor.seesNot('Marlow');
    await visitor.follow('Alderwick Trust');
    await visitor.sees('Alderwick General');
    await visitor.seesNot('Marlow');
    await visitor.follow('Alderwick General');
    await visitor.sees('Alderwick General', 200);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const pages = [];
    for (const id of [marlow, organisation, unknown]) {
      await visitor.open(`/organisations/${id}`);
      assert.equal(visitor.status, 404);
      pages.push(await visitor.page.locator('main').innerText()); // the menu folds when its script has measured it
    }
    assert.deepEqual(pages, Array(3).fill(pages[0]));
    await visitor.open('/organisations?search=Marlow');
    await visitor.seesNot('Marlow Trust');
    await visitor.leave();
    await server.close();
  });

for (const [name, way] of ways)
  test(`A role is given and shows more; it ends, signs out and shows less, ${name}`, async () => {
    const server = await Server.start();
    const { marlow } = await twoTrusts(server);
    const alex = await Person.come(server, way);
    const visitor = await Person.come(server, way);
    await signIn(visitor, nora.email);
    await (await visitor.open(`/organisations/${marlow}`)).sees('Page not found', 404);

    await signIn(alex, 'alex@arden.example');
    await alex.open(`/organisations/${marlow}/roles/new`);
    await alex.fill('Email address', nora.email);
    await alex.choose('Analyst');
    await alex.press('Give the role');
    await alex.sees('Nora Nurse', 200);
    await (await visitor.open(`/organisations/${marlow}`)).sees('Marlow Trust', 200);
    await visitor.sees('Marlow Cottage Hospital');

    await alex.follow(/^End the role of Nora Nurse/);
    await alex.press('End the role');
    await alex.seesNot('Nora Nurse');
    await visitor.open(`/organisations/${marlow}`);
    assert.match(visitor.path(), /^\/sign-in/);
    await signIn(visitor, nora.email);
    await (await visitor.open(`/organisations/${marlow}`)).sees('Page not found', 404);
    await (await visitor.open('/organisations')).sees('Alderwick Trust', 200);
    await alex.leave();
    await visitor.leave();
    await server.close();
  });
