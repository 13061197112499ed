// Numbers that are somewhere already: a spreadsheet is sent, looked at, imported and taken back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { desk, phone } from '../house/browser.mjs';
import { country } from '../house/country.mjs';
import { run } from '../house/server.mjs';
import { within } from '../house/within.mjs';
import { workbook } from '../house/workbook.mjs';

const csv = (lines) => ({ name: 'falls.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') });
const excel = (sheets) => ({ name: 'falls.xlsx', mimeType: 'application/octet-stream', buffer: workbook(sheets) });

/// An analyst, where the imports of their trust are, and some of its wards.
async function analyst(house, way, many = 3) {
  const jia = await house.comes('Analyst', way);
  await jia.open('/organisations');
  await jia.follow(house.people.Analyst.place);
  const trust = jia.path();
  await jia.open(`${trust}/measures/new`);
  const units = await jia.page.locator('input[name=place]').evaluateAll((all) => all.map((one) => one.labels[0].innerText.trim()));
  return { jia, imports: `${trust}/imports`, wards: units.filter((name) => /^Ward \d/.test(name)).slice(0, many) };
}

async function send(person, imports, file) {
  await person.open(`${imports}/new`);
  await person.page.locator('input[type=file]').setInputFiles(file);
  return person.press('Send');
}

/// "Points added" and its number, and the other lines of the summary.
async function sees(person, counts) {
  for (const [key, count] of Object.entries(counts)) await person.sees(new RegExp(`${key}\\s+${count}\\b`));
}

test('A spreadsheet is looked at before anything is changed, imported once, and taken back whole', async () => {
  const house = await country();
  const { jia, imports, wards } = await analyst(house, desk);
  const head = 'Ward;Month;Harm;Bed days;Comment';
  const good = [1, 2, 3].flatMap((month) => wards.map((ward, i) => `${ward};1/${month}/2019;${month + i};612,5;`));
  const bad = [`${wards[0]};31/2/2019;2;600;`, `${wards[1]};1/6/2019;three;600;`, 'Ward of nowhere;1/6/2019;1;600;'];
  const accent = `${wards[2]};13/6/2019;2;600;Café closed`;

  await send(jia, imports, csv([head, ...good, `${wards[0]};1/6/2019;2;600;943 476 5919 fell twice`]));
  await jia.sees('Cell E11 looks like an NHS number.', 422);
  await send(jia, imports, csv([head, ...good, ...bad, accent]));
  await jia.sees('Step 2 of 5', 200);
  assert.ok(await jia.page.getByLabel('The numbers of one period').isChecked());
  await jia.press('Continue');
  await jia.sees('Step 3 of 5', 200);
  assert.deepEqual(await jia.page.locator('select').evaluateAll((all) => all.map((one) => one.value).filter(Boolean)),
    ['Month', 'Ward', 'Harm', 'Bed days', 'Comment']);
  await jia.press('Continue');
  await jia.sees('Choose the measure, or the column that names it.', 422);
  await jia.page.locator('select[name=of]').selectOption('FALLS');
  await jia.press('Continue');

  await jia.sees('What the import would do', 200);
  await sees(jia, { 'Points added': 10, 'Points changed': 0, 'Rows left out': 3 });
  await jia.sees('Dates were read with the day before the month.');
  await jia.sees(/11\s+Month\s+'31\/2\/2019' is not a date/);
  await jia.sees(/12\s+Harm\s+'three' is not a number/);
  await jia.sees(/13\s+'Ward of nowhere' is not the code or the name/);
  assert.equal(await jia.page.locator('figure.pr-chart').count(), 2); // before and after
  const problems = await jia.context.request.get(await jia.page.getByText('Download them as a CSV file').evaluate((link) => link.href));
  assert.match(await problems.text(), /12,Harm,"'three' is not a number/);
  await jia.press('Import');
  await jia.sees('The numbers are in', 200);
  await sees(jia, { 'Points added': 10, 'Rows left out': 3 });
  const first = jia.path();

  // The same once more: how it is read is remembered, and nothing is different.
  await send(jia, imports, csv([head, ...good, ...bad, accent]));
  await jia.press('Continue');
  assert.equal(await jia.page.locator('select[name=of]').inputValue(), 'FALLS');
  assert.equal(await jia.page.locator('select[name=numerator]').inputValue(), 'Harm');
  await jia.press('Continue');
  await sees(jia, { 'Points added': 0, 'Points changed': 0, 'Points unchanged': 10 });
  await jia.sees('There is nothing to import: everything in the file is here already.');

  await jia.open(first);
  await jia.press('Undo this import');
  await jia.press('Undo this import');
  await jia.sees('This import was undone', 200);
  await send(jia, imports, csv([head, ...good]));
  await jia.press('Continue');
  await jia.press('Continue');
  await sees(jia, { 'Points added': 9 });

  // The same at the command line, beside the server.
  const file = join(house.data, 'falls.csv');
  writeFileSync(file, csv([head, ...good, ...bad]).buffer);
  const primum = (...words) => run('import', file, '--organisation', 'T001', ...words, ...house.databaseOptions);
  const said = await primum('--measure', 'FALLS', '--dry-run');
  assert.match(said, /^9 added, 0 changed, 0 unchanged, 3 rows left out\n[^]*row 12, column 'Harm': 'three' is not a number[^]*Nothing was changed/);
  assert.match(await primum('--measure', 'FALLS'), /^9 added/);
  assert.match(await primum('--measure', 'FALLS'), /^0 added, 0 changed, 9 unchanged/);
  assert.match(await primum('--undo'), /^9 taken away, 0 as before/);
  await assert.rejects(primum('--undo'), /has not been imported into T001, or was undone already/);
  await jia.leave();
  await house.close();
});

test('A workbook is read sheet by sheet, on a phone', async () => {
  const house = await country();
  const { jia, imports, wards } = await analyst(house, { ...phone, javaScriptEnabled: false });
  const sheet = (year) => [['Ward', 'Month', 'Ulcers', 'Bed days'],
    ...wards.flatMap((ward) => [1, 2].map((month) => [ward, `${year}-0${month}`, 2, 600]))];
  await send(jia, imports, excel({ Readme: [['Pressure ulcers by ward']], '2018': sheet(2018), '2019': sheet(2019) }));
  await jia.sees('Step 2 of 5', 200);
  await jia.page.locator('select[name=sheet]').selectOption('2019');
  await jia.choose('The numbers of one period');
  await jia.press('Continue');
  await jia.page.locator('select[name=of]').selectOption('ULCERS');
  await jia.page.locator('select[name=numerator]').selectOption('Ulcers');
  await jia.press('Continue');
  await jia.sees('What the import would do', 200);
  await sees(jia, { 'Points added': 6, 'Series that begin': 3, 'Rows left out': 0 });
  await jia.press('Import');
  await jia.sees('The numbers are in', 200);
  await jia.leave();
  await house.close();
});

test('A long import shows how far it is, and goes on where the server was killed, every row once', async () => {
  const house = await country();
  const { jia, imports, wards } = await analyst(house, desk, 20);
  // Ten years of weeks of each ward: more than is done while somebody waits.
  const weeks = Array.from({ length: 520 }, (_, i) => new Date(Date.UTC(2005, 0, 3 + 7 * i)).toISOString().slice(0, 10));
  const rows = wards.flatMap((ward) => weeks.map((week, i) => `"${ward}",${week},${i % 20},20`));
  await send(jia, imports, csv(['Ward,Week,Complete,Looked at', ...rows]));
  await jia.choose('The numbers of one period');
  await jia.press('Continue');
  await jia.page.locator('select[name=of]').selectOption('DET-03');
  await jia.page.locator('select[name=numerator]').selectOption('Complete');
  await jia.page.locator('select[name=denominator]').selectOption('Looked at');
  await jia.press('Continue');
  await sees(jia, { 'Points added': rows.length, 'Rows left out': 0 });
  await jia.press('Import');
  await jia.sees('The numbers are being imported', 200);
  const where = jia.page.url();
  const done = async () => Number((await (await jia.context.request.get(where)).text()).match(/(\d+) of \d+ series are in/)?.[1] ?? NaN);
  const before = await within(60_000, 'a first part', done);
  assert.ok(before < wards.length);
  await house.end('SIGKILL');
  house.said = '';
  await house.begin();
  await jia.page.waitForSelector('text=The numbers are in', { timeout: 120_000 }); // the page looks again by itself
  await jia.open(where);
  await sees(jia, { 'Points added': rows.length, 'Points changed': 0, 'Points unchanged': 0 });

  const exported = await run('export', '--organisation', 'T001', '--measure', 'DET-03', ...house.databaseOptions);
  const old = exported.split('\n').filter((line) => /\b(200[5-9]|201[0-4])-\d\d-\d\d/.test(line));
  assert.equal(old.length, rows.length);
  assert.equal(new Set(old).size, rows.length);
  jia.complaints = jia.complaints.filter((one) => !/ERR_/.test(one)); // while the server was away
  await jia.leave();
  await house.close();
});
