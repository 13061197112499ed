// Which page an address is, whatever it is about.
import { execFileSync } from 'node:child_process';
import { primum } from './server.mjs';

/// The addresses of the server, most particular first: /events/new goes before /events/{event}.
const patterns = JSON.parse(execFileSync(primum, ['routes', '--json'], { encoding: 'utf8' }))
  .map(({ path }) => path)
  .sort((a, b) => a.split('{').length - b.split('{').length);
const expressions = [...new Set(patterns)].map((pattern) => ({
  pattern,
  matches: new RegExp(`^${pattern.replace('{id}', '[0-9a-f-]{36}').replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
}));
/// "/events/{event}" of "/events/0192…"; itself where no route is like it.
export const shape = (path) => expressions.find(({ matches }) => matches.test(path))?.pattern ?? path;
