// Signing in with an organisation's own account, at a real OpenID provider (test/openid/provider.mjs).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { freePort } from '../house/free_port.mjs';
import { Person } from '../house/person.mjs';
import { Server } from '../house/server.mjs';
import { admin, found, password, settle } from '../house/town.mjs';

const script = new URL('../../openid/provider.mjs', import.meta.url).pathname;

/// Runs until close(); `issuer` is where.
class Provider {
  static async open(primumUrl, port = 0) {
    const provider = new Provider();
    provider.process = spawn('node', [script, `${primumUrl}/sign-in/return`, `${primumUrl}/signed-out`, String(port), 'claims-in-id-token'],
      { stdio: ['pipe', 'pipe', 'ignore'] });
    provider.issuer = await new Promise((resolve, reject) => {
      provider.process.stdout.once('data', (line) => resolve(String(line).trim()));
      provider.process.once('exit', () => reject(new Error('the provider ended')));
    });
    return provider;
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await ended;
  }
}

const settings = (issuer) => `
[[provider]]
key = "hospital"
label = "your hospital account"
issuer = "${issuer}"
client_id = "primum"
secret = "test secret: +/%"
person = ["tid", "oid"]

[[provider.role]]
claim = "roles"
value = "Primum.Editor"
role = "improvement_lead"
organisation = "RR8"

[[provider]]
key = "visitors"
label = "a visitor's account"
issuer = "${issuer}"
client_id = "primum"
secret = "test secret: +/%"
parameters = { login_hint = "visitor" }
`;

/// A service with a hospital whose people have accounts elsewhere.
async function open() {
  const data = mkdtempSync(join(tmpdir(), 'primum-journey-'));
  const port = await freePort();
  const provider = await Provider.open(`http://127.0.0.1:${port}`);
  writeFileSync(join(data, 'primum.toml'), settings(provider.issuer));
  const server = await Server.start({ data, port });
  server.others = [provider.issuer];
  const { session, organisation } = await settle(server);
  await found(session, organisation, { name: 'Alderwick Hospital', kind: 'trust', identifier: 'RR8' });
  const close = async () => {
    await server.close();
    await provider.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { server, provider, close };
}

/// Presses a button that leads through the provider, and ends on a page of ours.
async function pressAndReturn(person, name, path) {
  const back = person.page.waitForResponse((one) => new URL(one.url()).origin === person.server.url && new URL(one.url()).pathname === path && one.request().isNavigationRequest() && one.status() !== 303);
  await person.page.getByRole('button', { name, exact: true }).first().click();
  // Without scripts the provider's page has a button of its own.
  const noscript = person.page.getByRole('button', { name: 'Continue', exact: true });
  const response = await Promise.race([back, noscript.waitFor({ timeout: 20_000 }).then(() => noscript.click()).then(() => back)]);
  await person.page.waitForURL(response.url());
  return person.look(response);
}

for (const [name, way] of [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]])
  test(`A nurse signs in with a hospital account, ${name}`, async () => {
    const { server, close } = await open();
    const nurse = await Person.come(server, way);
    await nurse.open('/organisations');
    assert.match(nurse.path(), /^\/sign-in/);
    await pressAndReturn(nurse, 'Sign in with your hospital account', '/organisations');
    await nurse.sees('Alderwick Hospital', 200);
    await nurse.sees('Ada Nurse');
    await nurse.seesNot(admin.organisation);
    await nurse.open('/account');
    await nurse.sees('ada@example.nhs.uk', 200);
    await nurse.leave();
    await close();
  });

test('Somebody without a role is told whom to ask', async () => {
  const { server, close } = await open();
  const visitor = await Person.come(server, desk);
  await visitor.open('/sign-in');
  await pressAndReturn(visitor, "Sign in with a visitor's account", '/sign-in/return');
  await visitor.sees('You have no role here yet', 403);
  await visitor.sees('Ask the person who looks after your organisation');
  await visitor.leave();
  await close();
});

test('While the provider is down, a password opens the door', async () => {
  const { server, provider, close } = await open();
  await provider.close();
  const alex = await Person.come(server, desk);
  await alex.open('/sign-in');
  await alex.press('Sign in with your hospital account');
  await alex.sees('We could not reach the service that you sign in with', 503);
  await alex.press('Go to the sign-in page');
  await alex.fill('Email address', admin.email);
  await alex.fill('Password', password);
  await alex.press('Sign in');
  await alex.sees('Sign out', 200);
  await alex.leave();
  provider.close = async () => {};
  await close();
});
