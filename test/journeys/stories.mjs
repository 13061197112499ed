// What people do with Primum, with real browsers, letters and processes:
//
//     PRIMUM=build/dev/primum node --test-reporter=spec test/journeys/stories.mjs
//
// Names of files in stories/ after it tell those stories only; --test-name-pattern before it chooses
// by name. SCREENSHOTS names a folder that gets a picture of every page.
import { readdirSync } from 'node:fs';
import { after, afterEach } from 'node:test';
import { closeBrowser, closeContexts } from './house/browser.mjs';
import { endAll } from './house/server.mjs';

afterEach(async () => {
  await closeContexts();
  await endAll();
});
after(closeBrowser);
const all = readdirSync(new URL('stories/', import.meta.url)).map((file) => file.replace('.mjs', '')).sort();
const asked = process.argv.slice(2);
for (const name of asked.length ? asked : all) await import(`./stories/${name}.mjs`);
