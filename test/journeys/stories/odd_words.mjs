// Every form is sent with what people paste, mistype and try. It is saved, or the same form comes again
// with a clear message and everything that was typed; nothing breaks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from '../house/answers.mjs';
import { country } from '../house/country.mjs';
import { Plain, formsOf, linksOf } from '../house/plain.mjs';
import { Server } from '../house/server.mjs';
import { shape } from '../house/shape.mjs';
import { found, settle } from '../house/town.mjs';

const words = {
  empty: '',
  'white space': '   ',
  long: 'a'.repeat(3_000),
  'long beyond reason': 'é'.repeat(40_000),
  'right to left': 'مستشفى الأمل',
  'turned around': 'Ward \u202Eexe.drow',
  emoji: '👩🏽‍⚕️ Ward 🏥',
  combining: 'Ẑ̶̡a̸͓l̷g̴o',
  script: '<script>alert(1)</script>',
  attribute: '"><img src=x onerror=alert(1)>',
  quote: "Robert'); DROP TABLE organisations;--",
  'union': "' UNION SELECT secret FROM credentials --",
  formula: '=cmd|\' /C calc\'!A0',
  template: '{{7*7}} ${7*7} {} {0} %s %n',
  'null': 'null',
  number: '-1',
  'large number': '99999999999999999999',
  path: '../../../etc/passwd',
  'line ends': 'one\r\nSet-Cookie: x=1\r\n\r\ntwo',
};
const ours = ['token', 'once', 'rev', 'link', 'return', 'session', 'username'];

/// As it stands in a text area, and as it stands in an attribute.
const inText = (text) => text.replace(/\r\n/g, '\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inAttribute = (text) => inText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const shows = (page, text) => page.includes(inText(text)) || page.includes(inAttribute(text));

/// Where somebody finds a form with something to type in it. Of pages that differ in what they are
/// about only, `most` are looked at.
async function formsIn(person, from, most) {
  const forms = new Map();
  const seen = new Set();
  const counts = new Map();
  for (const queue = [...from]; queue.length;) {
    const path = queue.shift();
    if (seen.has(path) || path.startsWith('/design')) continue;
    seen.add(path);
    const count = (counts.get(shape(path)) ?? 0) + 1;
    if (count > most) continue;
    counts.set(shape(path), count);
    const page = await person.open(path);
    for (const form of formsOf(page.body))
      if (form.method === 'post' && !form.files && form.names.some((name) => !ours.includes(name)) && !forms.has(shape(form.action)))
        forms.set(shape(form.action), { action: form.action, path });
    for (const where of linksOf(page.body)) {
      const url = new URL(where, page.url);
      if (url.href.startsWith(person.url) && !url.pathname.startsWith('/language')) queue.push(decodeURI(url.pathname));
    }
  }
  return [...forms.values()];
}

async function send(person, path, action, text) {
  const page = await person.open(path);
  const form = formsOf(page.body).find((one) => one.action === action && one.method === 'post');
  if (!form) return {}; // has been used up
  const typed = form.names.filter((name) => name && !ours.includes(name) && !['radio', 'checkbox', 'hidden'].includes(form.types[name]));
  const fields = form.fields.filter(([name]) => !typed.includes(name));
  for (const name of typed) fields.push([name, text]);
  return { form, typed, fields, answer: await person.post(form.action, fields) };
}

function complaintsOf({ form, typed, answer }, text, name) {
  const complaints = [];
  const say = (what) => complaints.push(`${form.action.replace(/[0-9a-f-]{36}/g, 'ID')}, ${name}: ${what}`);
  if (![200, 303, 400, 409, 413, 422, 429].includes(answer.status)) say(`status ${answer.status}`);
  if (answer.body.includes('<script>alert') || answer.body.includes('<img src=x')) say('comes back as markup');
  if (answer.status === 422) {
    if (!/There is a problem/.test(answer.body)) say('no message');
    for (const field of typed)
      if (form.types[field] !== 'password' && text.trim() && !text.includes('\n') && !shows(answer.body, text.trim())) say(`${field} is lost`);
  }
  complaints.push(...faults(answer, { signedIn: /\/sign-out"/.test(answer.body) }));
  return complaints;
}

/// Sends every form that these people find, with everything; gives how many and what was wrong.
async function tryAll(people, most) {
  const complaints = [];
  let sent = 0;
  for (const [person, from] of people)
    for (const { action, path } of await formsIn(person, from, most))
      for (const [name, text] of Object.entries(words)) {
        const result = await send(person, path, action, text);
        if (!result.form) break;
        complaints.push(...complaintsOf(result, text, name));
        ++sent;
      }
  return { sent, complaints: [...new Set(complaints)] };
}

test('Forms take whatever people type, or say what to put right', async () => {
  const server = await Server.start();
  const { session, organisation } = await settle(server);
  const trust = await found(session, organisation, { name: 'Alderwick Trust', kind: 'trust' });
  const visitor = new Plain(server.url);
  const { sent, complaints } = await tryAll([
    [session, [`/organisations/${trust}`, '/organisations', '/account']],
    [visitor, ['/sign-in', '/password-reset']],
  ], Infinity);
  assert.ok(sent > 150, `${sent} forms`);
  assert.deepEqual(complaints, []);
  assert.equal((await visitor.open('/readyz')).status, 200);
  await server.close();
});

test('So do the forms of a campaign and its programme, for everybody who takes part', async () => {
  const server = await country();
  const people = [[new Plain(server.url), ['/']]];
  for (const role of ['Chief executive', 'Improvement lead', 'Campaign office', 'Programme faculty', 'Team member']) {
    const session = new Plain(server.url);
    await session.submit('/sign-in', { email: server.people[role].email, password: server.password });
    people.push([session, ['/organisations', '/']]);
  }
  const { sent, complaints } = await tryAll(people, 2);
  assert.ok(sent > 500, `${sent} forms`);
  assert.deepEqual(complaints, []);
  assert.equal((await people[0][0].open('/readyz')).status, 200);
  await server.close();
});

test('A form with a field twice, without its token or with one of yesterday changes nothing and loses nothing', async () => {
  const server = await Server.start();
  const { session, organisation } = await settle(server);
  const filled = session.fillIn(await session.open(`/organisations/${organisation}/add`), { name: 'Alderwick <Trust>', kind: 'trust' });
  const without = filled.fields.filter(([name]) => name !== 'token');
  for (const fields of [without, [...without, ['token', 'of-yesterday']]]) {
    const answer = await session.post(filled.form.action, fields);
    assert.equal(answer.status, 403);
    assert.match(answer.body, /value="Alderwick &lt;Trust(&gt;|>)"/);
  }
  const twice = await session.post(filled.form.action, [...filled.fields, ['name', 'Another name']]);
  assert.ok([303, 422].includes(twice.status));
  const page = await session.open(`/organisations/${organisation}`);
  assert.equal(page.body.split('Another name').length, 1);
  await server.close();
});
