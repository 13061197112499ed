// "Data collection should be simple": a ward enters what is due between two patients, with the signal
// that a ward has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone } from '../house/browser.mjs';
import { country } from '../house/country.mjs';

const entered = (page) => page.locator('.pr-entry .pr-draft').innerText();
const until = (page, words) => page.getByText(words).first().waitFor();

test('What is due at a ward is typed without a network, kept on the phone, and sent once', async () => {
  const house = await country();
  const leah = await house.comes('Team member', phone);
  await leah.open('/organisations');
  await leah.press('Enter today’s numbers');
  await leah.sees('Today’s numbers', 200);
  const { page, context } = leah;
  const where = page.url();
  const numbers = page.locator('[name^="numerator."]');
  const first = await numbers.first().getAttribute('name');
  const denominator = page.locator(`[name="${first.replace('numerator', 'denominator')}"]`);

  await numbers.first().fill('2');
  await denominator.fill('612');
  assert.match(await entered(page), /kept on this phone/);
  await leah.open(where); // a reload loses nothing
  assert.equal(await page.locator(`[name="${first}"]`).inputValue(), '2');

  // Chromium forgets that it is offline when a page is loaded anew: then every request is refused.
  let signal = 'none';
  let posts = 0;
  await page.route('**/*', async (route) => {
    if (signal === 'none') return route.abort('internetdisconnected');
    if (route.request().method() !== 'POST') return route.continue();
    posts += 1;
    if (posts > 1) return route.continue();
    await route.fetch({ maxRedirects: 0 }); // the server saves, and its answer gets lost on the way
    return route.abort('connectionreset');
  });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save what is filled in' }).click();
  await until(page, 'Not sent yet – kept on this phone.');
  await page.reload().catch(() => {}); // the browser's own page: there is no network
  await context.setOffline(false);
  signal = 'poor';
  await page.goto(where);
  // It is sent when the page opens, and its answer lost; then again, when the phone says that it is
  // online or a quarter of a minute has gone by, whichever comes first.
  await page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => {});
  await page.waitForURL(/saved=1/, { timeout: 40000 });
  await until(page, 'One number is saved.');
  assert.equal(posts, 2);
  assert.equal(await page.locator(`[name="${first}"]`).count(), 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.unrouteAll();

  leah.complaints = leah.complaints.filter((one) => !/ERR_/.test(one));
  const id = where.match(/organisations\/([^/]+)/)[1];
  await leah.open(`/organisations/${id}/completeness`);
  await leah.sees('Of what was due, in the last 12 periods', 200);
  await leah.open(`/organisations/${id}/burden`);
  await leah.sees('What each measure costs', 200);
  await leah.leave();
  await house.close();
});

test('A bundle is tallied patient by patient, by thumb, and sums up by itself', async () => {
  const house = await country();
  const lead = await house.comes('Improvement lead', { ...phone, javaScriptEnabled: false });
  const { page } = lead;
  await lead.open('/organisations');
  const trust = await page.locator('table a[href*="/organisations/"]').first().getAttribute('href');
  await lead.open(`${trust}/completeness`);
  await lead.go(() => page.locator('a[href$="/measures/vap-03"]').first().click());
  await lead.follow('Tally patient by patient');
  await lead.sees('Head of bed raised 30 to 45 degrees', 200);
  await lead.press('Count, and next patient');
  await lead.sees('Choose whether this was done for the patient.', 422);

  const count = async (...answers) => {
    for (const [i, answer] of answers.entries()) await page.locator(`[name="element-${i + 1}"][value="${answer}"]`).check();
    if (answers.includes('x')) await lead.fill('Reason, where there is an exception', 'Spine not cleared');
    await lead.press('Count, and next patient');
  };
  await count('x', 'y', 'y', 'y');
  await lead.sees('Counted: everything was done.', 200);
  await count('y', 'n', 'y', 'y');
  await lead.sees('Counted: something was missed.', 200);
  await lead.sees('1 of 2 with everything done');
  await lead.press('Take the last patient back');
  await lead.sees('1 of 1 with everything done', 200);
  await count('y', 'n', 'y', 'y');
  await lead.follow('Which elements are missed');
  await lead.sees(/Sedation break and check/, 200);
  await lead.leave();
  await house.close();
});
