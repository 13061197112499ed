// What a board reads in five minutes: icons, then charts, then words; and the same on paper and in
// files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone } from '../house/browser.mjs';
import { country } from '../house/country.mjs';

const names = (page) => page.locator('.pr-board-icons tbody th a').allInnerTexts();
const show = async (person, values) => {
  for (const [field, value] of Object.entries(values)) await person.page.locator(`select[name=${field}]`).selectOption(value);
  await person.press('Show');
};

/// A CSV file as rows of cells; no cell of ours spans lines.
function cells(text) {
  return text.replace(/^\ufeff/, '').trim().split(/\r?\n/).map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')).slice(0, -1));
}

/// Every row of the page's table as the CSV writes it: numbers without units.
async function shown(page) {
  const rows = page.locator('.pr-board-icons tbody tr');
  return rows.evaluateAll((all) => all.map((row) => {
    const cell = (i) => row.cells[i].innerText.split('\n').pop().trim();
    const number = (i) => cell(i).replace(/[^\d.\-–−]/g, '').replace('−', '-').replace(/^–$/, '');
    return { name: row.querySelector('a').innerText, value: number(2), target: number(3), mean: number(6), lower: number(7), upper: number(8) };
  }));
}

test('A chief executive reads the board: icons, charts, words, the grid, and site by site', async () => {
  const house = await country();
  const ewa = await house.comes('Chief executive', desk);
  await ewa.open('/organisations');
  await ewa.follow(house.people['Chief executive'].place);
  await ewa.follow('The board: what has changed, in five minutes');
  await ewa.sees(/Of \d+ measures: concerning \d+, improving \d+/, 200);
  const board = ewa.path();
  const all = await names(ewa.page);
  await show(ewa, { order: 'name' });
  assert.deepEqual(await names(ewa.page), [...all].sort((a, b) => a.localeCompare(b)));
  await show(ewa, { shown: 'signal', order: 'signal' });
  const signals = await names(ewa.page);
  assert.ok(signals.length > 0 && signals.length < all.length);
  assert.deepEqual(signals, all.slice(0, signals.length)); // by signal, they come first

  await ewa.open(board);
  await ewa.sees('Variation and assurance');
  const cell = ewa.page.locator('.pr-board-grid td li a').first();
  const name = await cell.innerText();
  await cell.click();
  assert.equal(await ewa.page.locator(':target h3').innerText(), name);
  await ewa.open(board);
  await ewa.open(await ewa.page.locator('a[href$="/measures/falls/units"]').first().getAttribute('href'));
  await ewa.sees(/\d+ series, those that need attention first/, 200);
  assert.ok((await ewa.page.locator('.pr-unit-card svg').count()) > 10);
  await ewa.leave();
  await house.close();
});

test('Words that claim more than the chart shows stand beside what the rule says', async () => {
  const house = await country();
  const ewa = await house.comes('Chief executive', phone);
  await ewa.open('/organisations');
  await ewa.follow(house.people['Chief executive'].place);
  await ewa.follow('The board: what has changed, in five minutes');
  const board = ewa.path();
  const chart = ewa.page.locator('.pr-board-chart', { has: ewa.page.locator('h3', { hasText: 'Crude inpatient mortality' }) });
  assert.match(await chart.locator('.pr-board-verdicts').textContent(), /Ordinary variation/);
  await ewa.open(await chart.locator('a[href*="/narratives/"]').getAttribute('href'));
  await ewa.fill('What do you say to it?', 'This has improved since the spring.');
  await ewa.press('Save');
  await ewa.sees('Does the chart support that?', 422);
  await ewa.sees('The words say “improved”, but the chart does not support it');
  await ewa.choose('Leave my words');
  await ewa.press('Save');
  assert.match(ewa.path(), /done=narrative/);
  assert.match(await chart.textContent(), /This has improved since the spring\..*The words say “improved”, but the chart does not support it/s);
  await ewa.open(board);
  await ewa.leave();
  await house.close();
});

test('The pack says the same on paper, as PDF, CSV and workbook', async () => {
  const house = await country();
  const ewa = await house.comes('Chief executive', desk);
  const { page, context } = ewa;
  await ewa.open('/organisations');
  await ewa.follow(house.people['Chief executive'].place);
  await ewa.follow('The board: what has changed, in five minutes');
  const table = await shown(page);
  const get = async (label) => context.request.get(await page.getByRole('link', { name: label }).evaluate((link) => link.href));

  const [head, ...rows] = cells(await (await get('Numbers (CSV)')).text());
  const file = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  assert.equal(file.length, table.length);
  for (const [i, row] of file.entries()) {
    assert.equal(row.measure, table[i].name);
    for (const [ours, theirs] of Object.entries({ value: 'value', target: 'target', mean: 'mean', lower: 'lower_limit', upper: 'upper_limit' }))
      assert.equal(Number(table[i][ours] || 'NaN'), Number(row[theirs] || 'NaN'), `${row.measure}: ${ours}`);
  }

  const pdf = await get('Board pack (PDF)');
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  const excel = await get('Numbers (Excel)');
  assert.equal((await excel.body()).subarray(0, 2).toString(), 'PK');

  // On paper nothing stays folded, and what is only for the screen is left out.
  await page.emulateMedia({ media: 'print' });
  const charts = page.locator('.pr-board-chart svg.pr-wide:visible');
  assert.equal(await charts.count(), await page.locator('.pr-board-chart').count());
  assert.equal(await page.getByText('How to read this page').isVisible(), false);
  assert.equal(await page.locator('.pr-board-filter').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await ewa.leave();
  await house.close();
});
