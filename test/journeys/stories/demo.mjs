// The demonstration, from one command to signing out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { desk } from '../house/browser.mjs';
import { freePort } from '../house/free_port.mjs';
import { Person } from '../house/person.mjs';
import { primum } from '../house/server.mjs';
import { within } from '../house/within.mjs';

const repository = new URL('../../../', import.meta.url).pathname;

test('bin/demo serves a country; somebody signs in as one of its people, looks round and leaves', async () => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'primum-journey-'));
  const demo = spawn(join(repository, 'bin/demo'), { env: { ...process.env, PORT: port, PRESET: basename(dirname(primum)), TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  demo.stdout.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => demo.on('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  try {
    await within(120_000, 'the demonstration', () => said.includes(`Primum is at ${url}`));
    const password = said.match(/password (\S+)/)[1];
    const people = [...said.matchAll(/^ {2}(\S+@\S+) +(\S.*?) {2,}(\S.*)$/gm)].map(([, email, role, place]) => ({ email, role, place }));
    assert.ok(people.length >= 12, said);
    const of = (role) => people.find((one) => one.role === role);

    const visitor = await Person.come({ url, others: [] }, desk);
    await (await visitor.open('/')).sees('Patient Safety First', 200);
    for (const { email, place } of [of('Team member'), of('Administrator')]) {
      await visitor.open('/sign-in?return=/organisations');
      await visitor.fill('Email address', email);
      await visitor.fill('Password', password);
      await visitor.press('Sign in');
      await visitor.sees(place, 200);
      await visitor.follow(place);
      await visitor.sees(place, 200);
      await visitor.press('Sign out');
    }
    await visitor.leave();
  } finally {
    demo.kill('SIGINT');
  }
  assert.equal(await ended, 0);
  assert.deepEqual(readdirSync(folder), []); // nothing is left behind
  rmSync(folder, { recursive: true });
});

/// How long from its start to the first answer, and what it then needs.
async function start(data) {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(primum, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--log-level', 'warning'], { stdio: 'ignore' });
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text(), () => undefined);
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const milliseconds = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const kilobytes = Number(readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
  server.kill('SIGTERM');
  assert.equal(await new Promise((resolve) => server.on('exit', resolve)), 0);
  return { milliseconds, kilobytes };
}

test('It starts at once on a database that is there, and needs little', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'primum-journey-'));
  const data = join(folder, 'data');
  const filled = spawn(primum, ['demo', '--data', data], { stdio: 'ignore' });
  assert.equal(await new Promise((resolve) => filled.on('exit', resolve)), 0);
  assert.ok(existsSync(join(data, 'primum.db')));
  const starts = [];
  for (let i = 0; i < 5; ++i) starts.push(await start(data));
  const middle = (name) => Math.round(starts.map((one) => one[name]).sort((a, b) => a - b)[2]);
  console.log(`first answer after ${middle('milliseconds')} ms, resident ${(middle('kilobytes') / 1024).toFixed(1)} MB`);
  assert.ok(middle('kilobytes') < 60 * 1024, `${middle('kilobytes')} kB`);
  rmSync(folder, { recursive: true });
});
