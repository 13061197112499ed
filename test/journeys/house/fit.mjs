// Whether a page is fit for everybody: what is looked at on every page that a story comes to.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { desk, phone } from './browser.mjs';
import { packages } from './packages.mjs';

const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pictures = process.env.SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

const seen = new Set();

/// What stands in the way of somebody on this page. Where its script may run, the page is looked at in
/// both widths, once each: a picture is taken, and axe asked.
export async function barriers(page, status, scripted) {
  const own = page.viewportSize();
  const { count, ids, problem, address } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    count: document.querySelectorAll('h1').length,
    problem: Boolean(document.querySelector('.nhsuk-error-summary')),
    address: location.pathname,
  }));
  const name = [address.replace(/[0-9a-f-]{36}/g, 'ID').replace(/^\/|\/$/g, '').replaceAll('/', ' ') || 'home',
    problem ? 'problem' : '', status === 200 ? '' : String(status), scripted ? '' : 'no JavaScript'].filter(Boolean).join(', ');
  const complaints = [];
  const look = async (size) => {
    const found = [];
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push('scrolls sideways');
    if (!seen.has(`${name} ${size.width}`)) {
      seen.add(`${name} ${size.width}`);
      if (pictures) await take(page, `${name} ${size.width}`);
      if (scripted) found.push(...(await askAxe(page))); // axe needs timers, which run only with scripts
    }
    complaints.push(...found.map((complaint) => `${name} at ${size.width} px: ${complaint}`));
  };
  if (count !== 1) complaints.push(`${name}: ${count} h1`);
  // A label with the id of two boxes ticks the other one.
  const met = new Set();
  const twice = new Set(ids.filter((id) => met.has(id) || !met.add(id)));
  if (twice.size) complaints.push(`${name}: twice the id ${[...twice].join(', ')}`);
  await look(own);
  const other = own.width === phone.viewport.width ? desk.viewport : phone.viewport;
  if (scripted && !seen.has(`${name} ${other.width}`)) {
    await page.setViewportSize(other);
    // The menu finds its new width a moment after the window has.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, { timeout: 1_000 }).catch(() => {});
    await look(other);
    await page.setViewportSize(own);
  }
  return complaints;
}

function take(page, name) {
  const path = join(pictures, `${name.replace(/[^\p{L}\p{N},. -]/gu, '')}.png`);
  return page.screenshot({ path, fullPage: true });
}

async function askAxe(page) {
  const complaints = [];
  // Everything unfolded, so that axe sees what a reader can reach.
  await page.evaluate(() => {
    globalThis.folded = [...document.querySelectorAll('details:not([open])')];
    for (const one of globalThis.folded) one.open = true;
  });
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) complaints.push('scrolls sideways when unfolded');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { preload: false, runOnly: { type: 'tag', values } }), tags);
  for (const { id, nodes } of violations)
    complaints.push(`axe ${id}: ${nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 120)}`).join(' ; ')} (${nodes.length})`);
  await page.evaluate(() => globalThis.folded.forEach((one) => (one.open = false)));
  return complaints;
}
