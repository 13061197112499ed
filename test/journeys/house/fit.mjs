// Whether a page is fit for everybody: what is looked at on every page that a story comes to.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packages.mjs';

const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pictures = process.env.SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

const seen = new Set();

/// What stands in the way of somebody on this page. A picture is taken, and axe asked, once for each
/// page and width.
export async function barriers(page, status) {
  const size = page.viewportSize();
  const { heading, count, problem, address } = await page.evaluate(() => ({
    heading: document.querySelector('h1')?.innerText.trim() ?? '',
    count: document.querySelectorAll('h1').length,
    problem: Boolean(document.querySelector('.nhsuk-error-summary')),
    address: location.pathname,
  }));
  const name = [address.replace(/[0-9a-f-]{36}/g, 'ID').replace(/^\/|\/$/g, '').replaceAll('/', ' ') || 'home',
    heading, problem ? 'problem' : '', status === 200 ? '' : String(status)].filter(Boolean).join(', ');
  const complaints = [];
  if (count !== 1) complaints.push(`${count} h1`);
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) complaints.push('scrolls sideways');
  if (!seen.has(`${name} ${size.width}`)) {
    seen.add(`${name} ${size.width}`);
    if (pictures) await take(page, `${name} ${size.width}`);
    complaints.push(...(await askAxe(page)));
  }
  return complaints.map((complaint) => `${name} at ${size.width} px: ${complaint}`);
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
