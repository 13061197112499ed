// nation.mjs URL PASSWORD ENTERER READER [SAVES]: what people wait for on a database that nation.sql
// has filled: saving a number until its new chart is there, and opening pages. Medians, one line each,
// and beside them what other work on the machine disturbs less: processor time of the server, where
// SERVER is its process. The reference of saving is 4 KB written and made durable.
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Plain } from '../journeys/house/plain.mjs';

const [url, password, enterer, reader, saves = '200'] = process.argv.slice(2);

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const slowest = (all) => Math.max(...all);

async function signedIn(email) {
  const person = new Plain(url);
  const answer = await person.submit('/sign-in', { email, password });
  if (!answer.body.includes('/sign-out')) throw new Error(`${email} cannot sign in: ${answer.body.slice(0, 2000)}`);
  return person;
}

async function timed(act) {
  const begin = performance.now();
  const answer = await act();
  return [performance.now() - begin, answer];
}

/// What the server has used of the processor so far, in ms; its clock ticks every 10.
function processor() {
  if (!process.env.SERVER) return NaN;
  const fields = readFileSync(`/proc/${process.env.SERVER}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function tell(name, all, bytes, used) {
  const ms = (value) => `${value.toFixed(1).padStart(7)} ms`;
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0];
  console.log(`${name.padEnd(28)} median ${ms(median(all))}  slowest ${ms(slowest(all))}  of ${all.length}  ${Math.round(bytes / 1024)} KB  processor ${ms(used / all.length)}  load ${load}`);
}

async function pages(person, name, path) {
  const times = [];
  let answer;
  const before = processor();
  for (let i = 0; i < 11; ++i) {
    let took;
    [took, answer] = await timed(() => person.open(path));
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    times.push(took);
  }
  tell(name, times, answer.body.length, processor() - before);
}

const unit = (level, number) => `7a000000-000${level}-7000-8000-${number.toString(16).padStart(12, '0')}`;

// Twenty wards with twelve measures: each series gets the number that is due, then others are put right.
async function save(person) {
  const [post, chart, both, durable] = [[], [], [], []];
  const scratch = `${tmpdir()}/nation-${process.pid}`;
  const file = openSync(scratch, 'w');
  let used = 0;
  const now = new Date();
  let bytes = 0;
  for (let i = 0; i < Number(saves); ++i) {
    const series = `/organisations/${unit(4, i % 20)}/measures/nation-${1 + (Math.floor(i / 20) % 12)}`;
    const back = Math.floor(i / 240); // months
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7);
    const path = back === 0 ? `${series}/points/new?period=${month}` : `${series}/points/${month}/change`;
    const page = await person.open(path);
    const fields = { numerator: String(i % 3 + 1), denominator: String(790 + i % 20) };
    const { send } = person.fillIn(page, fields);
    durable.push((await timed(() => { writeSync(file, Buffer.alloc(4096)); fsyncSync(file); }))[0]);
    const before = processor();
    const [took, answer] = await timed(send);
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 3000)}`);
    const [drawn, shown] = await timed(() => person.follow(answer));
    if (!shown.body.includes('<svg')) throw new Error(`${path}: no chart`);
    used += processor() - before;
    bytes = shown.body.length;
    post.push(took);
    chart.push(drawn);
    both.push(took + drawn);
  }
  closeSync(file);
  rmSync(scratch);
  tell('4 KB made durable', durable, 4096, NaN);
  tell('save a number', post, 0, NaN);
  tell('its page with the new chart', chart, bytes, NaN);
  tell('both', both, bytes, used);
}

const nurse = await signedIn(enterer);
await save(nurse);
await pages(nurse, 'today at a ward', `/organisations/${unit(4, 19)}/today`);
await pages(nurse, 'series of a ward', `/organisations/${unit(4, 19)}/measures/nation-1`);
await pages(nurse, 'measures of a ward', `/organisations/${unit(4, 19)}/measures`);

const national = await signedIn(reader);
const home = await national.open('/organisations');
const country = process.env.COUNTRY ?? home.body.match(/\/organisations\/([0-9a-f-]{36})/)[1];
await pages(national, 'national board', `/organisations/${country}/board`);
await pages(national, 'a measure below the country', `/organisations/${country}/measures/nation-1/units`);
await pages(national, 'measures of the country', `/organisations/${country}/measures`);
await pages(national, 'the country', `/organisations/${country}`);
await pages(national, 'board of a trust', `/organisations/${unit(2, 0)}/board`);
