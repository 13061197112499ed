// What the page says of partners, done.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';
import { primum } from '../house/server.mjs';

for (const engine of engines)
  test(`To read more about the IHI campaign or about our partner organisations, on ${engine}`, async () => {
    const server = await country(engine);
    for (const way of Object.values(waysOn(engine))) {
      const visitor = await Person.come(server, way);
      await visitor.open('/');
      await visitor.follow('Partners');
      await visitor.sees('At work today', 200);

      await visitor.follow('Institute for Healthcare Improvement');
      await visitor.sees('First supporter of the campaign; 100,000 lives and 5 million lives');
      await visitor.sees('https://www.ihi.org/');
      await visitor.sees('It came after National Patient Safety Foundation, closed in 2017');

      await visitor.open('/partners');
      await visitor.follow('National Patient Safety Agency');
      await visitor.sees('Closed in 2012.');
      await visitor.sees('Its functions passed to NHS England.');
      await visitor.follow('NHS England');
      await visitor.sees('It came after National Patient Safety Agency, closed in 2012');

      await visitor.open('/partners');
      await visitor.follow('The Health Foundation');
      await visitor.sees('https://www.health.org.uk/');
      await visitor.leave();
    }
    await server.close();
  });

/// Some stranger's pages: /here answers, /gone does not.
async function stranger() {
  const http = createServer((request, response) => {
    response.statusCode = request.url === '/here' ? 200 : 404;
    response.end();
  });
  await new Promise((ready) => http.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${http.address().port}`, close: () => new Promise((done) => http.close(done)) };
}

/// What the verb says, whether it fails or not. Not execFileSync: the stranger must answer meanwhile.
async function checkLinks(server, ...options) {
  return new Promise((done) => {
    execFile(primum, ['links', 'check', ...server.databaseOptions, ...options], (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, said: stdout + stderr }));
  });
}

for (const engine of engines)
  test(`A link that no longer works is found by a check, and its page says where to look, on ${engine}`, async () => {
    const server = await country(engine);
    const there = await stranger();
    const office = await server.comes('Campaign office');
    await office.open('/partners');
    await office.press('Add a partner');
    await office.press('Save');
    await office.sees('Enter the name.', 422);
    await office.fill('Name', 'Institute of Tomorrow');
    await office.fill('Short name', 'TOMORROW');
    await office.fill('Web address (optional)', 'not an address');
    await office.press('Save');
    await office.sees('Enter a whole web address', 422);
    assert.equal(await office.value('Name'), 'Institute of Tomorrow');
    await office.fill('Web address (optional)', `${there.url}/here`);
    await office.press('Save');
    await office.sees('The partner is in the directory.', 200);

    await office.open('/partners/new');
    await office.fill('Name', 'Institute of Yesterday');
    await office.fill('Short name', 'YESTERDAY');
    await office.fill('Web address (optional)', `${there.url}/gone`);
    await office.choose('No, it has closed');
    await office.page.getByLabel('Year').fill('2020');
    await office.press('Save');
    await office.sees('Closed in 2020.', 200);
    await office.press('Say what came after it');
    await office.page.getByLabel('Which body came after it?').selectOption('TOMORROW');
    await office.press('Save');
    await office.sees('It goes on as Institute of Tomorrow.', 200);

    // Nobody's own network is looked into by chance.
    const refused = await checkLinks(server);
    assert.match(refused.said, /its address is not on the open internet/);
    const checked = await checkLinks(server, '--allow-private');
    assert.equal(checked.code, 1, checked.said);
    assert.match(checked.said, new RegExp(`ok +200 +${there.url}/here`));
    assert.match(checked.said, new RegExp(`dead +404 +${there.url}/gone .*the page is gone`));

    await office.open('/partners/YESTERDAY');
    await office.sees('The link to its pages did not work when it was last checked on');
    await office.sees('Look instead at Institute of Tomorrow.');
    await office.open('/partners');
    await office.follow('See which links work');
    await office.sees('the page is gone (404)', 200);
    await office.leave();
    await there.close();
    await server.close();
  });
