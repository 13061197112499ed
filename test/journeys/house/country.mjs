// The demonstration's country, for stories that need many organisations: filled once, and copied for
// each story, on SQLite and on PostgreSQL.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ways } from './browser.mjs';
import { Person } from './person.mjs';
import { Server, primum } from './server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'primum-country-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const run = (...words) => execFileSync(primum, words, { encoding: 'utf8' });

let filled;
function fill() {
  if (filled) return filled;
  const said = run('demo', '--data', join(folder, 'data'));
  const people = [...said.matchAll(/^ {2}(\S+@\S+) +(\S.*?) {2,}(\S.*)$/gm)];
  return (filled = {
    password: said.match(/password (\S+)/)[1],
    people: Object.fromEntries(people.map(([, email, role, place]) => [role, { email, place }])),
  });
}

/// PostgreSQL's address, where there is one: see test/with-postgres.
export const postgres = process.env.PRIMUM_TEST_POSTGRES;
export const engines = postgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'];

/// In which ways a story is told on an engine: at both widths, on both engines, with JavaScript and
/// without. EVERY_WAY=1 tells all on each.
export function waysOn(engine) {
  if (engines.length === 1 || process.env.EVERY_WAY) return ways;
  const names = engine === 'SQLite' ? ['at a desk', 'on a phone without JavaScript'] : ['on a phone'];
  return Object.fromEntries(names.map((name) => [name, ways[name]]));
}

const sql = (statement) => execFileSync('psql', ['-q', '-d', postgres, '-c', statement]);
const addressOf = (database) => postgres.replace('/postgres?', `/${database}?`);

/// Imported once; a copy of a database is quick.
let imported;
let copies = 0;
function inPostgres(data) {
  if (!imported) {
    imported = `country_${process.pid}`;
    sql(`CREATE DATABASE ${imported}`);
    const file = join(folder, 'all.jsonl');
    run('export', '--all', file, '--data', data);
    run('import', '--all', file, '--data', data, '--database', addressOf(imported));
  }
  const copy = `${imported}_${++copies}`;
  sql(`CREATE DATABASE ${copy} TEMPLATE ${imported}`);
  return { url: addressOf(copy), drop: () => sql(`DROP DATABASE ${copy} WITH (FORCE)`) };
}

/// A server of the country, and who can sign in: people['Chief executive'].email, with `password`.
/// close() ends it. `options` are those of `primum serve`.
export async function country(engine = 'SQLite', options = []) {
  const { password, people } = fill();
  const data = mkdtempSync(join(tmpdir(), 'primum-journey-'));
  cpSync(join(folder, 'data'), data, { recursive: true });
  const database = engine === 'PostgreSQL' ? inPostgres(data) : undefined;
  const server = await Server.start({ data, options: [...options, ...(database ? ['--database', database.url] : [])] });
  const close = server.close.bind(server);
  return Object.assign(server, {
    /// For verbs that work on its database.
    databaseOptions: ['--data', data, ...(database ? ['--database', database.url] : [])],
    password,
    people,
    async close() {
      await close();
      database?.drop();
      rmSync(data, { recursive: true, force: true });
    },
    /// Somebody of the country with a browser, signed in: by the name of their role.
    async comes(role, way) {
      const person = await Person.come(server, way);
      await person.open('/sign-in');
      await person.fill('Email address', people[role].email);
      await person.fill('Password', password);
      await person.press('Sign in');
      assert.match(await person.text(), /Sign out/);
      return person;
    },
  });
}
