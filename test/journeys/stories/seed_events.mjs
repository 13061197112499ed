// The end of the campaign's own page: "Latest Safer Care Events / Thu, Apr 23rd / LIPS III –
// Masterclass". Somebody sees it on the home page, opens it, books a team, waits, subscribes, comes,
// and says what became of their promise.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { desk } from '../house/browser.mjs';
import { country, engines, waysOn } from '../house/country.mjs';
import { packages } from '../house/packages.mjs';
import { Person } from '../house/person.mjs';

const masterclass = 'LIPS III – Masterclass';
const all = engines.flatMap((engine) => Object.entries(waysOn(engine)).map(([name, way]) => [engine, name, way]));

for (const [engine, name, way] of all)
  test(`"Latest Safer Care Events: Thu, Apr 23rd, LIPS III – Masterclass": seen at home, opened, a team booked, ${name}, on ${engine}`, async () => {
    const server = await country(engine);
    const visitor = await Person.come(server, way);
    await visitor.open('/');
    await visitor.sees('Latest Safer Care Events', 200);
    await visitor.sees(/Thu, (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}(st|nd|rd|th)\s+LIPS III – Masterclass/);
    await visitor.follow(masterclass);
    await visitor.sees('4 of 40 seats are free; 1 booking waits');
    await visitor.press('Book a team');
    await visitor.sees('Sign in');
    await visitor.leave();

    const leader = await server.comes('Chief executive', way);
    await leader.open('/');
    await leader.follow(masterclass);
    await leader.press('Book a team');
    await leader.fill('How many people?', 'a few');
    await leader.fill('Who comes? (optional)', 'Ewa Nowak\nImran Qureshi');
    await leader.press('Book');
    await leader.sees('Enter how many people come', 422);
    assert.equal(await leader.value('Who comes? (optional)'), 'Ewa Nowak\nImran Qureshi');
    await leader.fill('How many people?', '3');
    await leader.press('Book');
    await leader.sees('Booked: 3 seats', 200);

    // Back to the end of the line: six do not fit, and wait as a whole; four do.
    await leader.follow('Change or cancel this booking');
    await leader.sees('Imran Qureshi');
    await leader.press('Cancel the booking');
    await leader.sees('Your booking is cancelled.');
    await leader.open('/events');
    await leader.follow(masterclass);
    await leader.press('Book a team');
    await leader.fill('How many people?', '6');
    await leader.press('Book');
    await leader.sees('On the waiting list, number 2: 6 seats', 200);
    await leader.follow('Change or cancel this booking');
    await leader.fill('How many people?', '4');
    await leader.press('Save');
    await leader.sees('Booked: 4 seats');
    await leader.open('/events');
    await leader.sees('0 of 40 seats are free; 1 booking waits');
    await leader.leave();
    await server.close();
  });

/// What Python's own readers make of it; Debian has them for its own Python.
function python(program, file) {
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', program, file], { encoding: 'utf8' }));
}

const readCalendar = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(e['uid']), e['dtstart'].dt.timestamp(), str(e['summary'])] for e in calendar.walk('vevent')]))`;
const readNews = `
import feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
print(json.dumps({'bozo': feed.bozo, 'titles': [e.title for e in feed.entries], 'ids': [e.id for e in feed.entries]}))`;

/// Each event's name, beginning in seconds and title, as three readers have them.
async function read(text) {
  const folder = mkdtempSync(join(tmpdir(), 'primum-feed-'));
  const file = join(folder, 'events.ics');
  writeFileSync(file, text);
  const ical = packages('ical.js');
  const ICAL = ical.default ?? ical;
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const first = calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return [event.uid, event.startDate.toUnixTime(), event.summary];
  });
  const nodeIcal = packages('node-ical');
  const second = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one.type === 'VEVENT')
    .map((one) => [one.uid, one.start.getTime() / 1000, one.summary]);
  const third = python(readCalendar, file);
  rmSync(folder, { recursive: true });
  return [first, second, third];
}

for (const engine of engines)
  test(`"LIPS III – Masterclass" in calendars and news: three readers agree, and a secret address can be taken back, on ${engine}`, async () => {
    const server = await country(engine);
    const answer = await fetch(`${server.url}/events.ics`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    const lines = text.split('\r\n');
    assert.ok(!text.replaceAll('\r\n', '').includes('\n'));
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.match(text, /BEGIN:VTIMEZONE/);
    const readings = await read(text);
    assert.ok(readings[0].length > 20, 'two years of events');
    assert.deepEqual(readings[1], readings[0]);
    assert.deepEqual(readings[2], readings[0]);
    assert.ok(readings[0].some(([, , title]) => title === masterclass));
    const again = await fetch(`${server.url}/events.ics`, { headers: { 'If-None-Match': answer.headers.get('etag') } });
    assert.equal(again.status, 304);

    const news = await fetch(`${server.url}/events.atom`);
    assert.equal(news.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    const folder = mkdtempSync(join(tmpdir(), 'primum-feed-'));
    writeFileSync(join(folder, 'events.atom'), await news.text());
    const feed = python(readNews, join(folder, 'events.atom'));
    rmSync(folder, { recursive: true });
    assert.equal(Boolean(feed.bozo), false);
    assert.equal(new Set(feed.ids).size, feed.titles.length);
    assert.ok(feed.titles.includes(masterclass));

    const lead = await server.comes('Improvement lead', desk);
    await lead.open('/events');
    await lead.follow('Your own bookings in your calendar');
    await lead.press('Make an address');
    const address = await lead.page.locator('code').innerText();
    await lead.open('/me/calendar');
    await lead.seesNot(address);
    const own = await (await fetch(address)).text();
    const [mine, ...others] = await read(own);
    for (const other of others) assert.deepEqual(other, mine);
    assert.ok(mine.some(([, , title]) => title.startsWith('Webinar')), 'what they have booked');
    assert.ok(mine.some(([, , title]) => title.endsWith('(waiting list)')), 'what they wait for');
    await lead.press('Make the address useless');
    assert.equal((await fetch(address)).status, 404);
    await lead.leave();
    await server.close();
  });

for (const [engine, name, way] of all)
  test(`An event is judged by what was started: a promise is answered, and its keepers read it, ${name}, on ${engine}`, async () => {
    const server = await country(engine);
    const lead = await server.comes('Improvement lead', way);
    await lead.open('/me/events');
    await lead.follow('Say what became of it');
    await lead.press('Save');
    await lead.sees('Choose where it is now.', 422);
    await lead.choose('Kept');
    await lead.fill('What happened?', 'The board asks for it every month now.');
    await lead.press('Save');
    await lead.sees('What you said has been saved.', 200);
    await lead.sees('Kept');
    await lead.leave();

    const office = await server.comes('Campaign office', way);
    await office.open('/events?kind=masterclass');
    await office.go(() => office.page.locator('.pr-past').getByRole('link', { name: masterclass, exact: true }).first().click());
    await office.sees(/\d+ promises: \d+ kept, \d+ started/);
    await office.follow('Promises');
    await office.sees('The board asks for it every month now.');
    await office.leave();
    await server.close();
  });

for (const engine of engines)
  test(`Those who keep an event add one, change its time, and cancel it where everybody sees it, on ${engine}`, async () => {
    const server = await country(engine);
    const office = await server.comes('Campaign office', desk);
    await office.open('/events');
    await office.press('Add an event');
    await office.fill('Title', 'Evening <b>talk</b> & tea 🍵');
    await office.press('Save');
    await office.sees('Choose what kind of event it is.', 422);
    assert.equal(await office.value('Title'), 'Evening <b>talk</b> & tea 🍵');
    await office.page.getByLabel('Kind of event').selectOption('other');
    const then = new Date(Date.now() + 40 * 86_400_000);
    await office.page.locator('[name=starts-day]').fill(String(then.getUTCDate()));
    await office.page.locator('[name=starts-month]').fill(String(then.getUTCMonth() + 1));
    await office.page.locator('[name=starts-year]').fill(String(then.getUTCFullYear()));
    await office.fill('Begins at', '6pm');
    await office.fill('Ends at', '19:30');
    await office.fill('Place', 'Guildhall, Brackwater');
    await office.choose('Each person for themselves');
    await office.press('Save');
    await office.sees('The event has been added.', 200);
    await office.sees('6pm to 7:30pm');
    const address = office.path().split('?')[0];

    const lead = await server.comes('Improvement lead', desk);
    await lead.open(address);
    await lead.press('Book a place');
    await lead.press('Book');
    await lead.sees('Booked: 1 seat', 200);
    await lead.leave();

    await office.follow('Change the event');
    await office.fill('Begins at', '6:30pm');
    await office.press('Save');
    await office.sees('6:30pm to 7:30pm');
    await office.follow('Cancel the event');
    await office.fill('Why? (optional)', 'The speaker is ill.');
    await office.press('Cancel the event');
    await office.sees('This event is cancelled', 200);
    await office.leave();

    const visitor = await Person.come(server, desk);
    await visitor.open(address);
    await visitor.sees('The speaker is ill.', 200);
    await visitor.leave();
    await server.close();
  });
