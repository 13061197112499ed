// node check-site.mjs FOLDER [SCREENSHOTS]: serves the pages that test/pages wrote, with the headers
// of our server, and looks at each as readers would: two themes, three languages, wide and narrow,
// without scripts, in the reader's own colours. Exit 1 when axe finds a barrier, a page scrolls
// sideways, asks for anything outside, or writes to the console.
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const [folder, screenshots] = process.argv.slice(2);

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.webmanifest': 'application/manifest+json' };
const server = createServer((request, response) => {
  const file = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[extname(file)], 'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff' });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const wide = { viewport: { width: 1280, height: 900 } };
const narrow = { viewport: { width: 320, height: 640 } };
const ways = {
  wide: { site: 'neutral/en', ...wide },
  narrow: { site: 'neutral/en', ...narrow },
  'no scripts': { site: 'neutral/en', ...wide, javaScriptEnabled: false },
  'narrow, no scripts': { site: 'neutral/en', ...narrow, javaScriptEnabled: false },
  'forced colours': { site: 'neutral/en', ...wide, forcedColors: 'active' },
  'NHS theme': { site: 'nhs/en', ...wide },
  'NHS theme, narrow': { site: 'nhs/en', ...narrow },
  Welsh: { site: 'neutral/cy', ...wide },
  'right to left': { site: 'neutral/ar', ...wide },
  'right to left, narrow': { site: 'nhs/ar', ...narrow },
};
const pages = ['public', 'form', 'work', 'components'];

async function look(browser, name, way, { site, ...options }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin + '/') && !url.startsWith('data:')) complaints.push(`asks for ${url}`);
  });
  page.on('response', (r) => r.status() >= 400 && complaints.push(`${r.status()} for ${r.url()}`));
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  await page.goto(`${origin}/${site}/${name}.html`, { waitUntil: 'networkidle' });
  if (screenshots)
    await page.screenshot({ path: join(screenshots, `${name}-${way.replace(/\W+/g, '-')}.png`), fullPage: true });
  if ((await page.locator('h1').count()) !== 1) complaints.push('needs exactly one h1');
  const scripts = options.javaScriptEnabled !== false;
  const visible = await page.locator('.nhsuk-password-input__toggle:visible').count();
  if (name === 'components' && scripts !== visible > 0) complaints.push('scripts did not do as they should');
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth }));
  if (scrollWidth > innerWidth) complaints.push(`scrolls sideways: ${scrollWidth} in ${innerWidth}`);
  if (!scripts) {
    // axe itself needs them; what it finds does not depend on ours.
    await context.close();
    return complaints;
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach((e) => (e.open = true)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  for (const { id, nodes } of violations)
    complaints.push(`axe ${id}: ${nodes.slice(0, 3).map((n) => n.target).join(' ; ')} (${nodes.length})`);
  await context.close();
  return complaints;
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1'],
});
if (screenshots) mkdirSync(screenshots, { recursive: true });
let bad = 0;
for (const name of pages)
  for (const [way, options] of Object.entries(ways))
    for (const complaint of await look(browser, name, way, options)) {
      bad++;
      console.log(`${name}, ${way}: ${complaint}`);
    }
await browser.close();
server.close();
console.log(bad ? `${bad} complaints` : `${pages.length} pages looked at in ${Object.keys(ways).length} ways: no complaint`);
process.exit(bad ? 1 : 0);
