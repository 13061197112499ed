// "We are helping to produce tools and products to support the campaign and our Leading Improvement
// in Patient Safety Programme": somebody finds a tool and takes it; its keepers bring a new version.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../house/browser.mjs';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

const said = '"We are helping to produce tools and products to support the campaign and our Leading Improvement in Patient Safety Programme"';
const all = engines.flatMap((engine) => Object.entries(waysOn(engine)).map(([name, way]) => [engine, name, way]));

const uses = async (person) => Number((await person.text()).match(/used (\d+) times/)[1]);

for (const [engine, name, way] of all)
  test(`${said}: a tool is found, read and counted, ${name}, on ${engine}`, async () => {
    const server = await country(engine);
    const visitor = await Person.come(server, way);
    await visitor.open('/resources');
    await visitor.fill('Words in it', 'central lines');
    await visitor.press('Show');
    await visitor.follow('Central lines: put in well and looked after');
    await visitor.sees(/PDF, \d+ KB/, 200);
    await visitor.sees('CC BY 4.0');
    const before = await uses(visitor);
    const link = await visitor.page.getByRole('button', { name: /^Download/ }).getAttribute('href');
    const file = await fetch(server.url + link);
    assert.equal(file.status, 200);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    assert.match(file.headers.get('content-disposition'), /^attachment; filename="central-line-guide\.pdf"/);
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
    assert.match(file.headers.get('content-security-policy'), /sandbox/);
    assert.equal(Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');
    await new Promise((done) => setTimeout(done, 5200)); // pages of visitors are kept for five seconds
    await visitor.open(visitor.path());
    await visitor.open(visitor.path());
    assert.equal(await uses(visitor), before + 1);
    await visitor.leave();
    await server.close();
  });

/// An archive with one empty file of this name, not packed: as small as a document with macros gets.
function archive(name) {
  const path = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length, 16);
  return Buffer.concat([local, path, central, path, end]);
}

const refused = [
  ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>'), /Choose a PDF, PNG/],
  ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /Choose a PDF, PNG/],
  ['guide.pdf', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), /Choose a PDF, PNG/],
  ['plan.docm', archive('word/vbaProject.bin'), /macros/],
  ['tools.zip', archive('readme.txt'), /Choose a PDF, PNG/],
];

for (const [engine, name, way] of all)
  test(`${said}: a keeper adds a tool, what could do harm is refused, and a new version replaces the first, ${name}, on ${engine}`, async () => {
    const server = await country(engine);
    const office = await server.comes('Campaign office', way);
    const send = (file, buffer) => office.page.getByLabel('File', { exact: true })
      .setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer });
    await office.open('/resources');
    await office.press('Add a tool or document');
    await office.fill('Title', 'Falls: a checklist for nights');
    await office.fill('What it is, in a sentence or two', 'For the ward’s night team.');
    await office.press('Add');
    await office.sees('Choose a file, or enter a link.', 422);
    await office.page.getByLabel('Kind', { exact: true }).selectOption('checklist');
    await office.choose('CC0: no rights reserved');
    for (const [file, buffer, why] of refused) {
      await send(file, buffer);
      await office.press('Add');
      await office.sees(why, 422);
      assert.equal(await office.value('Title'), 'Falls: a checklist for nights');
    }
    await send('../falls (final).txt', Buffer.from('Look at every bed at two and at five.\n'));
    await office.press('Add');
    await office.sees('It has been added.', 200);
    await office.sees('TXT, 38 bytes');
    await office.follow('Add a new version');
    await send('falls.csv', Buffer.from('bed,two,five\n1,yes,yes\n'));
    await office.fill('What is new in it?', 'A table to fill in.');
    await office.press('Add the version');
    await office.sees('The new version has been added.', 200);
    await office.sees('CSV, 23 bytes');
    await office.sees('A table to fill in.');
    const old = await office.page.getByRole('link', { name: 'TXT, 38 bytes' }).getAttribute('href');
    const first = await fetch(server.url + old);
    assert.match(first.headers.get('content-disposition'), /filename="falls-final\.txt"/);
    assert.equal(await first.text(), 'Look at every bed at two and at five.\n');
    await office.follow('Change or retire it');
    await office.choose('Retired: links still lead to it, lists do not show it');
    await office.press('Save');
    await office.sees('This has been retired', 200);
    await office.leave();
    const visitor = await Person.come(server, way);
    await visitor.open('/resources?words=Falls');
    await visitor.seesNot('Falls: a checklist for nights');
    await visitor.leave();
    await server.close();
  });
