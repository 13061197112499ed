// Proving who one is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { code } from '../house/codes.mjs';
import { Person } from '../house/person.mjs';
import { Plain } from '../house/plain.mjs';
import { linkIn } from '../house/post.mjs';
import { Server } from '../house/server.mjs';
import { admin, password, settle } from '../house/town.mjs';

const ways = [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]];

async function signIn(person, email, word = password) {
  await person.open('/sign-in');
  await person.fill('Email address', email);
  await person.fill('Password', word);
  await person.press('Sign in');
}

for (const [name, way] of ways)
  test(`Somebody sets an authenticator app up, signs in with it, and once without their phone, ${name}`, async () => {
    const server = await Server.start();
    await settle(server);
    const alex = await Person.come(server, way);
    await signIn(alex, admin.email);
    await alex.open('/account/second-factor');
    await alex.press('Set it up');
    const key = await alex.page.locator('main code').innerText();
    await alex.fill('Code', '000000');
    await alex.press('Continue');
    await alex.sees('Check the code', 422);
    assert.equal(await alex.page.locator('main code').innerText(), key);
    const used = code(key);
    await alex.fill('Code', used);
    await alex.press('Continue');
    await alex.sees('Keep these codes now');
    const recovery = await alex.page.locator('main li code').allInnerTexts();
    assert.equal(recovery.length, 10);
    assert.match((await server.post.letterTo(admin.email)).text, /asks for a code/);
    await alex.press('I have kept them');
    await alex.press('Sign out');

    await signIn(alex, admin.email);
    assert.match(alex.path(), /^\/sign-in\/code/);
    await alex.fill('Code', used); // when the app was set up
    await alex.press('Continue');
    await alex.sees('each code works once', 422);
    await alex.fill('Code', code(key, 1));
    await alex.press('Continue');
    await alex.sees('Sign out', 200);
    await alex.press('Sign out');

    await signIn(alex, admin.email);
    await alex.fill('Code', recovery[0]);
    await alex.press('Continue');
    await alex.sees('Sign out', 200);
    await alex.press('Sign out');
    await signIn(alex, admin.email);
    await alex.fill('Code', recovery[0]);
    await alex.press('Continue');
    await alex.sees('each code works once', 422);
    await alex.leave();
    await server.close();
  });

for (const [name, way] of ways)
  test(`A wrong password keeps what was typed, and tells nobody who has an account, ${name}`, async () => {
    const server = await Server.start();
    await settle(server);
    const somebody = await Person.come(server, way);
    const answers = [];
    for (const email of [admin.email, 'nobody@arden.example']) {
      await signIn(somebody, email, 'not the password');
      assert.equal(somebody.status, 422);
      assert.equal(await somebody.value('Email address'), email);
      assert.equal(await somebody.value('Password'), '');
      answers.push((await somebody.text()).replaceAll(email, ''));
    }
    assert.equal(answers[0], answers[1]);
    await somebody.press('Sign in');
    await somebody.sees('Enter your password', 422);
    await somebody.leave();
    await server.close();
  });

test('After many wrong passwords everybody must wait, whether the account exists or not', async () => {
  const server = await Server.start();
  await settle(server);
  for (const email of [admin.email, 'nobody@arden.example']) {
    const guesser = new Plain(server.url);
    const page = await guesser.open('/sign-in');
    const answers = [];
    for (let guess = 0; guess < 8; ++guess)
      answers.push(await guesser.fillIn(page, { email, password: `guess number ${guess}` }).send());
    assert.deepEqual(answers.slice(0, 5).map(({ status }) => status), Array(5).fill(422), email);
    const refused = answers.find(({ status }) => status === 429);
    assert.ok(refused, email);
    assert.match(refused.body, /Too many attempts[\s\S]*Wait \d+ (second|minute)/);
  }
  await server.close();
});

for (const [name, way] of ways)
  test(`Somebody who has forgotten their password chooses a new one by email, ${name}`, async () => {
    const server = await Server.start();
    const { session } = await settle(server);
    const alex = await Person.come(server, way);
    await alex.open('/sign-in');
    await alex.follow('I have forgotten my password');
    await alex.fill('Email address', 'not an address');
    await alex.press('Send the link');
    assert.equal(alex.status, 422);
    assert.equal(await alex.value('Email address'), 'not an address');
    await alex.fill('Email address', admin.email);
    await alex.press('Send the link');
    await alex.sees('Check your email');
    const link = linkIn(await server.post.letterTo(admin.email));
    await alex.open(link);
    await alex.fill('New password', 'password1234');
    await alex.press('Change my password');
    assert.equal(alex.status, 422);
    await alex.fill('New password', 'another three words');
    await alex.press('Change my password');
    await alex.sees('Your password has been changed');
    assert.match((await server.post.letterTo(admin.email)).text, /has been changed/);
    await (await alex.open(link)).sees('This link no longer works', 404);
    await signIn(alex, admin.email);
    assert.equal(alex.status, 422);
    await signIn(alex, admin.email, 'another three words');
    await alex.sees('Sign out', 200);
    // Whoever was signed in elsewhere with the old password no longer is.
    const elsewhere = await session.send('GET', '/organisations');
    assert.equal(elsewhere.status, 303);
    await alex.leave();
    await server.close();
  });

test('Asking for a reset of an account that does not exist looks the same and sends nothing', async () => {
  const server = await Server.start();
  await settle(server);
  const asker = new Plain(server.url);
  const [known, unknown] = [await asker.submit('/password-reset', { email: admin.email }), await asker.submit('/password-reset', { email: 'nobody@arden.example' })];
  await server.post.letterTo(admin.email);
  assert.equal(unknown.url, known.url);
  assert.equal(unknown.status, known.status);
  assert.deepEqual(server.post.letters, []);
  await server.close();
});

for (const [name, way] of ways)
  test(`After signing out, the back button shows nothing, ${name}`, async () => {
    const server = await Server.start();
    await settle(server);
    const alex = await Person.come(server, way);
    await signIn(alex, admin.email);
    await alex.open('/organisations');
    await alex.sees(admin.organisation);
    await alex.press('Sign out');
    await alex.page.goBack();
    await alex.page.waitForLoadState();
    await alex.seesNot(admin.organisation);
    assert.match(alex.path(), /^\/sign-in/);
    await (await alex.open('/account')).seesNot(admin.email);
    await alex.leave();
    await server.close();
  });

test('Somebody sees where they are signed in and signs the others out', async () => {
  const server = await Server.start();
  const { session } = await settle(server);
  const alex = await Person.come(server, desk);
  await signIn(alex, admin.email);
  await alex.open('/account/sessions');
  await alex.sees('This device');
  assert.equal(await alex.page.locator('tbody tr').count(), 2);
  await alex.press('Sign out on all other devices');
  assert.equal(await alex.page.locator('tbody tr').count(), 1);
  assert.equal((await session.send('GET', '/account')).status, 303);
  await (await alex.open('/account')).sees(admin.email, 200);
  await alex.leave();
  await server.close();
});
