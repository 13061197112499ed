// node check-pages.mjs FOLDER PAGE...: looks at pages of a folder as readers would, in five ways.
// Exit 1 when axe finds a barrier, a page scrolls sideways, asks for anything outside its folder,
// writes to the console, or lacks its main words without JavaScript.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const desktop = { viewport: { width: 1280, height: 900 } };
const ways = {
  desktop,
  phone: { viewport: { width: 320, height: 640 } },
  print: { ...desktop, media: 'print' },
  'forced colours': { ...desktop, forcedColors: 'active' },
  'no JavaScript': { ...desktop, javaScriptEnabled: false },
};

async function look(browser, url, folder, { media, ...options }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(folder)) complaints.push(`asks for ${request.url()}`);
  });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  if (media) await page.emulateMedia({ media });
  await page.goto(url, { waitUntil: 'networkidle' });
  if ((await page.locator('h1').count()) !== 1) complaints.push('needs exactly one h1');
  if (options.javaScriptEnabled !== false) {
    // Everything unfolded, so that axe sees what a reader can reach.
    await page.evaluate(() => document.querySelectorAll('details').forEach((e) => (e.open = true)));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (sideways) complaints.push('scrolls sideways');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => globalThis.axe.run(document, { preload: false, runOnly: { type: 'tag', values } }), tags);
    for (const { id, nodes } of violations)
      complaints.push(`axe ${id}: ${nodes.slice(0, 3).map((n) => n.target).join(' ; ')} (${nodes.length})`);
  }
  await context.close();
  return complaints;
}

const [path, ...pages] = process.argv.slice(2);
const folder = pathToFileURL(path).href + '/';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--proxy-server=http://127.0.0.1:9'],
});
let bad = 0;
for (const page of pages)
  for (const [way, options] of Object.entries(ways)) {
    const complaints = await look(browser, folder + page, folder, options);
    bad += complaints.length;
    for (const complaint of complaints) console.log(`${page}, ${way}: ${complaint}`);
  }
await browser.close();
console.log(bad ? `${bad} complaints` : `${pages.length} pages looked at in ${Object.keys(ways).length} ways: no complaint`);
process.exit(bad ? 1 : 0);
