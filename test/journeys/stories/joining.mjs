// How people come to have an account.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { Person } from '../house/person.mjs';
import { linkIn } from '../house/post.mjs';
import { Server } from '../house/server.mjs';
import { password } from '../house/town.mjs';

async function signIn(person, email) {
  await person.fill('Email address', email);
  await person.fill('Password', password);
  await person.press('Sign in');
}

for (const [name, way] of [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]])
  test(`The first administrator sets everything up and invites a colleague, ${name}`, async () => {
    const server = await Server.start();
    const link = await server.setupLink();
    const alex = await Person.come(server, way);
    await alex.open(link);
    await alex.press('Create my account');
    await alex.sees('There is a problem', 422);
    await alex.fill('Your name', 'Alex Administrator');
    await alex.fill('Email address', 'alex@arden.example');
    await alex.fill('Password', 'too short');
    await alex.fill('Name of the organisation at the top', 'Arden Health');
    await alex.press('Create my account');
    await alex.sees('12 characters', 422);
    assert.equal(await alex.value('Your name'), 'Alex Administrator');
    assert.equal(await alex.value('Name of the organisation at the top'), 'Arden Health');
    await alex.fill('Password', password);
    await alex.press('Create my account');
    await alex.sees('Your account is ready');
    await (await alex.open(link)).sees('This link no longer works', 404);

    await alex.open('/organisations');
    assert.match(alex.path(), /^\/sign-in\?return=/);
    await signIn(alex, 'alex@arden.example');
    assert.equal(alex.path(), '/organisations');
    await alex.follow('Arden Health');
    await alex.press('Give somebody a role');
    await alex.press('Give the role');
    await alex.sees('There is a problem', 422);
    await alex.fill('Email address', 'imogen@arden.example');
    await alex.choose('Improvement lead');
    await alex.press('Give the role');
    await alex.sees('Arden Health', 200);

    const letter = await server.post.letterTo('imogen@arden.example');
    assert.match(letter.text, /Alex Administrator invites you to take part in Primum for Arden Health/);
    const imogen = await Person.come(server, way);
    await (await imogen.open(linkIn(letter))).sees('imogen@arden.example', 200);
    await imogen.fill('Your name', 'Imogen Improver');
    await imogen.fill('Password', password);
    await imogen.press('Create my account');
    await signIn(imogen, 'imogen@arden.example');
    await imogen.open('/organisations');
    await imogen.sees('Improvement lead');
    await (await imogen.open(linkIn(letter))).sees('This link no longer works', 404);
    await alex.leave();
    await imogen.leave();
    await server.close();
  });
