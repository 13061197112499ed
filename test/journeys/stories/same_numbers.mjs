// The same numbers wherever they are read: on a page, by the command that the page names, and by
// `primum analyse` of a file that somebody sent through the wizard.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { desk } from '../house/browser.mjs';
import { country } from '../house/country.mjs';
import { primum } from '../house/server.mjs';

const execute = promisify(execFile);

/// Rows of a CSV file without line breaks in its cells.
function rows(text) {
  const cells = (line) => `${line},`.match(/("([^"]|"")*"|[^,]*),/g).map((cell) => cell.slice(0, -1).replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
  const [headings, ...lines] = text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).map(cells);
  return lines.map((line) => Object.fromEntries(headings.map((heading, i) => [heading, line[i]])));
}

/// What must be the same to the last digit: everything but how a series and its dates are called.
const said = (text) => rows(text).map(({ series, date, ...rest }) => rest);

async function analyse(command, folder) {
  const { stdout } = await execute('bash', ['-c', `primum() { "${primum}" "$@"; }; ${command}`], { cwd: folder, maxBuffer: 1 << 26 });
  return said(stdout);
}

const download = async (person, address) => {
  const answer = await person.context.request.get(person.server.url + address);
  assert.equal(answer.status(), 200);
  return answer.text();
};

/// The command on a page of a series, run beside the points that the page offers.
async function tryRecipe(person, address, folder) {
  const command = (await download(person, address)).match(/<code>(primum analyse [^<&]*)<\/code>/)[1];
  writeFileSync(join(folder, command.match(/analyse (\S+)/)[1]), await download(person, `${address}/points.csv`));
  const again = await analyse(command, folder);
  const page = said(await download(person, `${address}/analysis.csv`));
  assert.ok(page.length > 7, address);
  assert.deepEqual(again, page, `${address}: ${command}`);
}

test('The command that a chart names makes the same lines, signals and readings again', async () => {
  const house = await country();
  const folder = mkdtempSync(join(tmpdir(), 'primum-recipe-'));
  const imran = await house.comes('Improvement lead', desk);
  await imran.open('/organisations');
  await imran.follow(house.people['Improvement lead'].place);
  const trust = imran.path();
  await imran.open(`${trust}/completeness`);
  const bundle = await imran.page.locator('a[href$="/measures/vap-03"]').first().getAttribute('href');
  const unit = bundle.replace(/\/measures\/.*/, '');
  // Every kind of chart and story: rebased, with targets, excluded, missing, rare events, quarters.
  for (const code of ['core-04', 'core-05', 'core-06', 'core-07', 'ulcers', 'chk-01', 'falls.aged-80-and-over'])
    await tryRecipe(imran, `${trust}/measures/${code}`, folder);
  for (const code of ['vap-01', 'vap-03', 'cvc-03', 'det-03', 'falls'])
    await tryRecipe(imran, `${unit}/measures/${code}`, folder);
  await imran.leave();
  rmSync(folder, { recursive: true });
  await house.close();
});

const real = fileURLToPath(new URL('../../../../shared/data/cdi.csv', import.meta.url));

test('A file that a hospital has says the same in Primum as on the command line', { skip: !existsSync(real) && 'no such file here' }, async () => {
  const house = await country();
  const jia = await house.comes('Analyst', desk);
  await jia.open('/organisations');
  await jia.follow(house.people.Analyst.place);
  const trust = jia.path();
  await jia.open(`${trust}/imports/new`);
  await jia.page.getByLabel('File', { exact: true }).setInputFiles(real);
  await jia.press('Send');
  await jia.sees('What is a row?', 200);
  await jia.press('Continue');
  await jia.sees('What do the columns hold?', 200);
  const choose = (name, value) => jia.page.locator(`[name="${name}"]`).selectOption(value);
  await choose('period', 'month');
  await choose('numerator', 'n');
  await choose('denominator', 'days');
  for (const name of ['organisation', 'measure', 'stratum', 'value', 'note', 'excluded']) await choose(name, '');
  await choose('of', 'VAP-01');
  await jia.press('Continue');
  await jia.sees('What the import would do', 200);
  await jia.press('Import');
  await jia.sees('The numbers are in', 200);

  const page = said(await download(jia, `${trust}/measures/vap-01/analysis.csv`));
  const command = await analyse(`primum analyse '${real}' --date month --numerator n --denominator days --by none --chart u --multiply 1000 --better lower --format csv`, tmpdir());
  assert.deepEqual(page, command);
  await jia.leave();
  await house.close();
});
