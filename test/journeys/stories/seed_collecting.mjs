// "Data collection should be simple": a ward enters what is due between two patients, with the signal
// that a ward has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone } from '../house/browser.mjs';
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
  await until(page, 'Kept on this phone and not sent yet: 1.');
  await page.goto('about:blank'); // closed; a page left open sends by itself once there is a network
  await context.setOffline(false);
  signal = 'poor';
  await page.goto(where);
  // It is sent when the page opens, and its answer lost; then again, when the phone says that it is
  // online or a quarter of a minute has gone by, whichever comes first; what is not answered within 20
  // seconds is asked again.
  await page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => {});
  await page.waitForURL(/saved=1/, { timeout: 90000 });
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

/// Opens the page of numbers of a ward and types the first two; gives where it is.
async function typesOnToday(person) {
  await person.open('/organisations');
  await person.press('Enter today’s numbers');
  const numerator = person.page.locator('[name^="numerator."]').first();
  const name = await numerator.getAttribute('name');
  await numerator.fill('2');
  await person.page.locator(`[name="${name.replace('numerator', 'denominator')}"]`).fill('612');
  return { where: person.page.url(), name };
}

test('A session that ended, and somebody else on the same phone, neither lose nor send what waits', async () => {
  const house = await country();
  const leah = await house.comes('Team member', phone);
  const { page, context } = leah;
  const { where, name } = await typesOnToday(leah);
  const posts = [];
  page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/today') && posts.push(request.url()));

  // Her session is ended from another device between entering and sending.
  const elsewhere = await house.comes('Team member', desk);
  await elsewhere.open('/account/sessions');
  await elsewhere.press('Sign out on all other devices');
  await elsewhere.leave();
  await page.getByRole('button', { name: 'Save what is filled in' }).click();
  await until(page, 'Sign in as yourself, and it goes out.');
  assert.deepEqual(posts, []);

  // Imran signs in on her phone: his page has nothing of hers, and what she entered stays where it is.
  await leah.follow('Sign in');
  await leah.fill('Email address', house.people['Improvement lead'].email);
  await leah.fill('Password', house.password);
  await leah.press('Sign in');
  assert.equal(page.url(), where);
  assert.equal(await page.locator(`[name="${name}"]`).inputValue(), '');
  await leah.seesNot('Kept on this phone');
  await page.locator(`[name="${name}"]`).fill('7'); // and neither does she see his
  await until(page, 'What you typed is kept on this phone.');
  assert.equal(await page.evaluate(() => localStorage.length), 2);
  await leah.press('Sign out');
  assert.deepEqual(posts, []);

  await leah.open(where);
  await leah.fill('Email address', house.people['Team member'].email);
  await leah.fill('Password', house.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/saved=1/); // her page opens, and sends
  await until(page, 'One number is saved.');
  assert.equal(posts.length, 1);
  assert.equal(await page.evaluate(() => localStorage.length), 1); // his
  await leah.open(where);
  assert.equal(await page.locator(`[name="${name}"]`).count(), 0);
  assert.equal(posts.length, 1);
  await leah.leave();
  await house.close();
});

async function opensTally(person) {
  await person.open('/organisations');
  const trust = await person.page.locator('table a[href*="/organisations/"]').first().getAttribute('href');
  await person.open(`${trust}/completeness?measure=VAP-03`);
  await person.go(() => person.page.locator('a[href$="/measures/vap-03"]').first().click());
  await person.follow('Tally patient by patient');
  await person.sees('Head of bed raised 30 to 45 degrees', 200);
}

test('A bundle is tallied patient by patient, by thumb, and sums up by itself', async () => {
  const house = await country();
  const lead = await house.comes('Improvement lead', { ...phone, javaScriptEnabled: false });
  const { page } = lead;
  await opensTally(lead);
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

test('Several patients are tallied without a network, and each is counted once when it is back', async () => {
  const house = await country();
  const lead = await house.comes('Improvement lead', phone);
  const { page } = lead;
  await opensTally(lead);
  const count = page.getByRole('button', { name: 'Count, and next patient' });
  const patient = async (...answers) => {
    for (const [i, answer] of answers.entries()) await page.locator(`[name="element-${i + 1}"][value="${answer}"]`).check();
    await count.click();
  };
  let signal = 'none';
  const bodies = [];
  await page.route('**/*', async (route) => {
    if (signal === 'none') return route.abort('internetdisconnected');
    if (route.request().method() !== 'POST') return route.continue();
    bodies.push(route.request().postData());
    if (bodies.length !== 2) return route.continue();
    await route.fetch({ maxRedirects: 0 }); // the second is counted, and its answer gets lost
    return route.abort('connectionreset');
  });

  await patient('y', 'y', 'y', 'y');
  await until(page, 'Kept on this phone and not sent yet: 1.');
  assert.equal(await page.locator('input[type=radio]:checked').count(), 0);
  await page.waitForTimeout(1100); // the button takes a second press for one of the first within a second
  await count.click(); // a patient without answers is none
  await until(page, 'Kept on this phone and not sent yet: 1.');
  await page.waitForTimeout(1100);
  await patient('y', 'n', 'y', 'y');
  await until(page, 'Kept on this phone and not sent yet: 2.');
  await page.waitForTimeout(1100);
  await patient('y', 'y', 'y', 'y');
  await until(page, 'Kept on this phone and not sent yet: 3.');
  signal = 'poor';
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(page, 'Kept on this phone and not sent yet: 2.');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForURL(/done=/, { timeout: 90000 });
  await until(page, '2 of 3 with everything done');
  const keys = bodies.map((body) => new URLSearchParams(body).get('once'));
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 3);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.unrouteAll();
  lead.complaints = lead.complaints.filter((one) => !/ERR_/.test(one));
  await lead.leave();
  await house.close();
});
