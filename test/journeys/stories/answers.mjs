// Every answer that the server gives is as safe as the security design asks: every link is followed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faults } from '../house/answers.mjs';
import { freePort } from '../house/free_port.mjs';
import { Plain, linksOf } from '../house/plain.mjs';
import { Server } from '../house/server.mjs';
import { country } from '../house/country.mjs';
import { shape } from '../house/shape.mjs';
import { found, settle } from '../house/town.mjs';

function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'primum-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { folder, key, cert };
}

/// What pages lead to, and what they are made of.
function wayOn(body) {
  const parts = [...body.matchAll(/<(?:link|script|img|use)\b[^>]*\s(?:href|src)="([^"#]+)/g)].map(([, where]) => where);
  return [...linksOf(body), ...parts];
}

/// `most` pages of each kind, questions apart.
async function crawl(plain, from, signedIn, most = 3) {
  const complaints = [];
  const seen = new Set();
  const counts = new Map();
  const queue = [...from];
  while (queue.length) {
    const path = queue.shift();
    const [bare, question = ''] = path.split('?');
    const kind = `${shape(decodeURI(bare))}?${question.replace(/=[^&]*/g, '=')}`;
    const count = (counts.get(kind) ?? 0) + 1;
    if (seen.has(path) || count > most) continue;
    counts.set(kind, count);
    seen.add(path);
    const answer = await plain.send('GET', path);
    complaints.push(...faults(answer, { signedIn }).map((one) => one.replace(/[0-9a-f-]{36}/g, 'ID')));
    if (answer.status >= 400) complaints.push(`${path} is linked to and answers ${answer.status}`);
    if (answer.headers.location) queue.push(answer.headers.location);
    // The examples of the design lead nowhere.
    if (/^text\/html/.test(answer.headers['content-type'] ?? '') && !path.startsWith('/design'))
      queue.push(...wayOn(answer.body).map((where) => new URL(where, answer.url)).filter((url) => url.href.startsWith(plain.url)).map((url) => url.pathname + url.search));
  }
  return { complaints, seen };
}

test('Every answer over TLS has its headers, and every link leads somewhere', async () => {
  const tls = certificate();
  const port = await freePort();
  const server = await Server.start({ port, url: `https://127.0.0.1:${port}`, options: ['--tls-certificate', tls.cert, '--tls-key', tls.key] });
  const trust = { ca: readFileSync(tls.cert) };
  const visitor = new Plain(server.url, trust);
  const outside = await crawl(visitor, ['/'], false);
  const { session, organisation } = await settle(server, trust);
  await found(session, organisation, { name: 'Alderwick Trust', kind: 'trust' });
  const inside = await crawl(session, ['/', '/organisations', '/account'], true);
  assert.ok(outside.seen.size > 5 && inside.seen.size > 20, `${outside.seen.size} and ${inside.seen.size} pages`);

  // Answers that no link leads to.
  const odd = [];
  const ask = async (what, who, ...words) => odd.push(...faults(await who.send(...words), { signedIn: who === session }).map((fault) => `${what}: ${fault}`));
  const page = await visitor.send('GET', '/');
  await ask('not modified', visitor, 'GET', '/', { headers: { 'if-none-match': page.headers.etag } });
  await ask('head', visitor, 'HEAD', '/');
  await ask('unknown', visitor, 'GET', '/nowhere');
  await ask('unknown, signed in', session, 'GET', '/nowhere');
  await ask('wrong method', visitor, 'DELETE', '/');
  await ask('no such method', visitor, 'TRACE', '/');
  await ask('no token', session, 'POST', '/sign-out', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' });
  await ask('from another site', session, 'POST', '/sign-out', { headers: { 'sec-fetch-site': 'cross-site' }, body: '' });
  await ask('broken form', session, 'POST', '/sign-out', { headers: { 'content-type': 'text/plain' }, body: 'a=1' });
  await ask('too large', visitor, 'POST', '/sign-in', { headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 30_000_000 } });
  await ask('long address', visitor, 'GET', `/${'a'.repeat(9000)}`);
  await ask('long header', visitor, 'GET', '/', { headers: { 'x-long': 'a'.repeat(20_000) } });
  await ask('broken escape', visitor, 'GET', '/%zz');
  await ask('alive', visitor, 'GET', '/healthz');
  await ask('ready', visitor, 'GET', '/readyz');
  await ask('for programs', visitor, 'GET', '/api/v1/nothing');
  assert.deepEqual([...new Set([...outside.complaints, ...inside.complaints, ...odd])], []);
  await server.close();
  rmSync(tls.folder, { recursive: true });
});

test('In a country every link leads somewhere, for everybody who takes part', async () => {
  const server = await country();
  const complaints = [];
  const outside = await crawl(new Plain(server.url), ['/'], false);
  complaints.push(...outside.complaints);
  for (const role of ['Chief executive', 'Campaign office', 'Programme faculty', 'Node lead', 'Team member']) {
    const session = new Plain(server.url);
    await session.submit('/sign-in', { email: server.people[role].email, password: server.password });
    complaints.push(...(await crawl(session, ['/', '/organisations'], true)).complaints.map((one) => `${role}: ${one}`));
  }
  assert.ok(outside.seen.size > 60, `${outside.seen.size} pages`);
  assert.deepEqual([...new Set(complaints)], []);
  await server.close();
});
