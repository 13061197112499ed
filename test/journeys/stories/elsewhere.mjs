// Other languages, and other places to be reached at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { freePort } from '../house/free_port.mjs';
import { Nginx } from '../house/nginx.mjs';
import { Person } from '../house/person.mjs';
import { Server } from '../house/server.mjs';
import { admin, password, settle } from '../house/town.mjs';

const ways = [['at a desk', desk], ['on a phone without JavaScript', { ...phone, ...withoutScript }]];

for (const [name, way] of ways)
  test(`Somebody reads it in Welsh, before and after signing in, ${name}`, async () => {
    const server = await Server.start();
    await settle(server);
    const alex = await Person.come(server, way);
    await alex.open('/');
    await alex.follow('Cymraeg');
    assert.equal(await alex.page.locator('html').getAttribute('lang'), 'cy');
    await alex.sees('Mewngofnodi');
    await alex.follow('Mewngofnodi');
    assert.equal(await alex.page.locator('html').getAttribute('lang'), 'cy');
    await alex.page.locator('input[name=email]').fill(admin.email);
    await alex.page.locator('input[name=password]').fill(password);
    await alex.go(() => alex.page.locator('main form button[type=submit], main form button:not([type])').last().click());
    await alex.open('/organisations');
    assert.equal(await alex.page.locator('html').getAttribute('lang'), 'cy');
    await alex.sees(admin.organisation);
    await alex.sees('Allgofnodi');
    await alex.follow('English');
    await alex.sees('Sign out');
    assert.equal(alex.path(), '/organisations');
    await alex.leave();
    await server.close();
  });

test('A browser that asks for Welsh is answered in Welsh', async () => {
  const server = await Server.start();
  const visitor = await Person.come(server, { ...desk, locale: 'cy-GB' });
  await visitor.open('/');
  assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'cy');
  await visitor.leave();
  await server.close();
});

for (const [name, way] of ways)
  test(`Behind nginx and below a path, everything leads to where it should, ${name}`, async () => {
    const port = await freePort();
    const server = await Server.start({ url: `http://127.0.0.1:${port}/safety`, options: ['--trusted-proxies', '127.0.0.1'] });
    const nginx = await Nginx.start({ port, to: server.port, path: '/safety' });
    assert.match(await server.setupLink(), new RegExp(`^http://127.0.0.1:${port}/safety/setup`));
    await settle(server);
    const alex = await Person.come(server, way);
    await alex.open('/');
    await alex.follow('Sign in');
    await alex.fill('Email address', admin.email);
    await alex.fill('Password', password);
    await alex.press('Sign in');
    await alex.sees('Sign out', 200);
    assert.equal(alex.path().replace(/\/$/, ''), '/safety');
    await alex.open('/organisations');
    await alex.follow(admin.organisation);
    assert.match(alex.path(), /^\/safety\/organisations\//);
    await (await alex.open('/nowhere')).sees('Page not found', 404);
    await alex.press('Sign out');
    await alex.sees('Sign in', 200);
    await alex.leave();
    await nginx.close();
    await server.close();
  });
