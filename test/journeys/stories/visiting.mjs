// People who have no account.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ways } from '../house/browser.mjs';
import { Person } from '../house/person.mjs';
import { Server } from '../house/server.mjs';

for (const [name, way] of Object.entries(ways))
  test(`A visitor reads the public pages, ${name}`, async () => {
    const server = await Server.start();
    const visitor = await Person.come(server, way);
    await (await visitor.open('/')).sees('First, do no harm', 200);
    await visitor.open('/accessibility');
    await visitor.open('/cookies');
    await (await visitor.open('/nowhere')).sees('Page not found', 404);
    await visitor.leave();
    await server.close();
  });
