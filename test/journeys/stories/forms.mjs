// Nothing typed is lost, and nothing is done twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { Person } from '../house/person.mjs';
import { Server } from '../house/server.mjs';
import { admin, found, password, settle } from '../house/town.mjs';

const ways = [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]];

async function signIn(person) {
  await person.fill('Email address', admin.email);
  await person.fill('Password', password);
  await person.press('Sign in');
}

async function fillNewTrust(person, organisation) {
  await person.open(`/organisations/${organisation}/add`);
  await person.fill('Name', 'Alderwick Trust');
  await person.choose('Trust');
}

for (const [name, way] of ways)
  test(`A form that is sent after the session ended is kept, and sent again, ${name}`, async () => {
    const server = await Server.start();
    const { session, organisation } = await settle(server);
    const alex = await Person.come(server, way);
    await alex.open('/sign-in');
    await signIn(alex);
    await fillNewTrust(alex, organisation);
    await signOutElsewhere(session);
    await alex.press('Save');
    await alex.sees('What you filled in has been kept', 403);
    const form = alex.page;
    // In a new tab, as the page says.
    await alex.takeTab();
    await alex.open('/sign-in');
    await signIn(alex);
    await alex.page.close();
    alex.page = form;
    for (let i = 0; i < 3 && /has been kept/.test(await alex.text()); ++i) await alex.press('Send again');
    await alex.sees('Alderwick Trust', 200);
    const page = await alex.open(`/organisations/${organisation}`);
    await page.sees('Alderwick Trust');
    await alex.leave();
    await server.close();
  });

/// Ends every session of the same person but this one.
async function signOutElsewhere(session) {
  const page = await session.open('/account/sessions');
  const [, token] = page.body.match(/name="token" value="([^"]+)"/);
  await session.post(session.path('/account/sessions/end'), [['token', token]]);
}

test('The same form sent twice does it once', async () => {
  const server = await Server.start();
  const { session, organisation } = await settle(server);
  const { send } = session.fillIn(await session.open(`/organisations/${organisation}/add`), { name: 'Alderwick Trust', kind: 'trust' });
  const [first, second] = await Promise.all([send(), send()]);
  const third = await send();
  assert.deepEqual([second.status, third.status], [first.status, first.status]);
  assert.equal(second.headers.location, first.headers.location);
  assert.equal(third.headers.location, first.headers.location);
  const page = await session.open(`/organisations/${organisation}?search=Alderwick`);
  assert.equal(page.body.match(/>Alderwick Trust</g).length, 1);
  await server.close();
});

test('Two people change the same organisation: the second is told, and nothing typed is lost', async () => {
  const server = await Server.start();
  const { session, organisation } = await settle(server);
  const trust = await found(session, organisation, { name: 'Alderwick Trust', kind: 'trust' });
  const alex = await Person.come(server, desk);
  await alex.open('/sign-in');
  await signIn(alex);
  await alex.open(`/organisations/${trust}/details`);
  await alex.fill('Name', 'Alderwick and Marlow Trust');
  await session.submit(`/organisations/${trust}/details`, { name: 'Alderwick NHS Trust' });
  await alex.press('Save');
  await alex.sees('Somebody else has changed', 409);
  assert.equal(await alex.value('Name'), 'Alderwick and Marlow Trust');
  await alex.leave();
  await server.close();
});
