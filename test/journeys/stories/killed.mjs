// The process is killed while people send forms: what was acknowledged is there, and once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from '../house/server.mjs';
import { within } from '../house/within.mjs';
import { settle } from '../house/town.mjs';

const kKills = 20;
const kWriters = 4;

/// Adds organisations, one after the other, until the server is gone. A name is in `acknowledged` once
/// its answer has come; `last` is the form that was under way.
async function write(session, form, writer, round, acknowledged) {
  for (let i = 0; ; ++i) {
    const name = `Ward ${round}-${writer}-${i}`;
    const once = `${round}-${writer}-${i}`;
    const fields = [...form.filter(([field]) => !['name', 'kind', 'once'].includes(field)), ['name', name], ['kind', 'ward'], ['once', once]];
    const send = () => session.post(form.action, fields);
    try {
      const answer = await send();
      assert.equal(answer.status, 303, answer.body);
      acknowledged.push(name);
    } catch (error) {
      if (error.code === undefined) throw error;
      return { name, send };
    }
  }
}

async function everyName(session, organisation) {
  const names = [];
  for (let page = 1; ; ++page) {
    const { body } = await session.open(`/organisations/${organisation}?page=${page}`);
    const found = [...body.matchAll(/>(Ward \d+-\d+-\d+)</g)].map(([, name]) => name);
    if (!found.length) return names;
    names.push(...found);
  }
}

test(`Killed ${kKills} times while people write, it loses nothing that it said it had, and does nothing twice`, async () => {
  const server = await Server.start();
  const { session, organisation } = await settle(server);
  const acknowledged = [];
  const sentAgain = [];
  let slowest = 0;
  const page = await session.open(`/organisations/${organisation}/add`);
  const { form, fields } = session.fillIn(page, { name: '', kind: '' });
  fields.action = form.action;
  for (let round = 0; round < kKills; ++round) {
    const writers = Array.from({ length: kWriters }, (_, writer) => write(session, fields, writer, round, acknowledged));
    await new Promise((resolve) => setTimeout(resolve, 50 + ((round * 37) % 100)));
    await server.end('SIGKILL');
    const underWay = await Promise.all(writers);
    const begun = performance.now();
    server.said = '';
    await server.begin();
    await within(20_000, 'readiness', async () => (await session.send('GET', '/readyz')).status === 200);
    slowest = Math.max(slowest, performance.now() - begun);
    // A person whose browser showed no answer sends the form again.
    for (const { name, send } of underWay) {
      assert.equal((await send()).status, 303);
      sentAgain.push(name);
    }
  }
  const names = await everyName(session, organisation);
  const wanted = [...acknowledged, ...sentAgain].sort();
  assert.deepEqual(names.sort(), wanted);
  console.log(`${acknowledged.length} acknowledged, ${sentAgain.length} sent again, ready after ${Math.round(slowest)} ms at most`);
  await server.close();
});
