// Programs read and enter data: with a token that a person made on a page, by the commands that the
// page for programs shows, and every answer is what the OpenAPI document says.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { country } from '../house/country.mjs';
import { packages } from '../house/packages.mjs';

const run = promisify(execFile);
const Ajv = packages('ajv/dist/2020').default;
const addFormats = packages('ajv-formats').default;

/// Compares answers with the schemas of the document.
class Contract {
  constructor(document) {
    this.document = document;
    this.ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'api', ...document });
    this.answered = new Set();
  }

  /// The operation of a request, by its method and the path it fits.
  operation(method, url) {
    const parts = new URL(url).pathname.split('/');
    const fits = (path) => {
      const pattern = path.split('/');
      return pattern.length === parts.length && pattern.every((part, i) => part.startsWith('{') || part === parts[i]);
    };
    const path = Object.keys(this.document.paths).filter(fits).sort((a, b) => a.split('{').length - b.split('{').length)[0];
    return this.document.paths[path][method.toLowerCase()];
  }

  async ask(method, url, { token, body, ...headers } = {}) {
    const response = await fetch(url, {
      method,
      body: body && JSON.stringify(body),
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }), ...headers },
    });
    const text = await response.text();
    const operation = this.operation(method, url);
    if (response.status !== 304) {
      let promised = operation.responses[response.status];
      assert.ok(promised, `${operation.operationId} does not say that it answers ${response.status}: ${text}`);
      if (promised.$ref) promised = this.document.components.responses[response.status];
      const media = response.headers.get('content-type')?.split(';')[0];
      assert.deepEqual(media ? [media] : [], Object.keys(promised.content ?? {}));
      if (media?.endsWith('json')) {
        const { $ref } = promised.content[media].schema;
        const fits = this.ajv.validate({ $ref: `api${$ref}` }, JSON.parse(text));
        assert.ok(fits, `${operation.operationId}, ${response.status}: ${this.ajv.errorsText()}\n${text}`);
      }
    }
    this.answered.add(operation.operationId);
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }
}

test('A person lets a program in, and every answer is what the document says', async () => {
  const server = await country();
  const leader = await server.comes('Chief executive');
  await leader.open('/organisations');
  await leader.follow(server.people['Chief executive'].place);
  const code = (await leader.text()).match(/\bT\d{3}\b/)[0];

  await leader.follow('Tokens for programs');
  await leader.sees('No program has a token yet.', 200);
  await leader.press('Make a token');
  await leader.sees('Enter which program the token is for', 422);
  await leader.fill('Which program is it for?', 'Ward system');
  await leader.choose('Read, enter and change data');
  await leader.choose('A year');
  await leader.press('Make a token');
  await leader.sees('It is shown this once.', 200);
  const token = await leader.page.locator('[data-kind=token] code').innerText();
  assert.match(token, /^prm_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9a-f]{8}$/);
  await leader.follow('I have copied it');
  await leader.sees('Ward system');
  assert.ok(!(await leader.page.content()).includes(token));

  const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  const contract = new Contract(document);
  const api = `${server.url}/api/v1`;
  const series = `${api}/organisations/${code}/series/cvc-01`;
  const ask = (method, url, more) => contract.ask(method, url, { token, ...more });

  // The months that the page enters are taken away first.
  for (const month of ['2026-01', '2026-02', '2026-03']) {
    const point = await ask('GET', `${series}/points/${month}`);
    if (point.status === 404) continue;
    const etag = point.headers.get('etag');
    assert.equal((await ask('DELETE', `${series}/points/${month}?reason=Typed+twice`, { 'if-match': etag })).status, 204);
  }

  // Every command of the page, as it stands there.
  await leader.follow('For programs');
  await leader.sees('On a command line', 200);
  const snippets = await leader.page.locator('[data-kind]').evaluateAll((all) =>
    all.map((one) => ({ kind: one.dataset.kind, text: one.querySelector('code').textContent })));
  const here = (text) => text.replaceAll('RR8', code).replaceAll('core-01', 'cvc-01');
  const commands = snippets.filter(({ kind, text }) => kind === 'shell' && !text.startsWith('export'));
  assert.equal(commands.length, 5);
  const said = [];
  for (const { text } of commands)
    said.push((await run('bash', ['-c', `set -e\n${here(text).replaceAll('curl -sS', 'curl -sS --fail-with-body')}`],
      { env: { ...process.env, TOKEN: token } })).stdout);
  assert.ok(JSON.parse(said[0]).items.some((one) => one.code === 'cvc-01'));
  assert.equal(JSON.parse(said[1]).numerator, 3);
  assert.ok(JSON.parse(said[2]).series[0].points.some((point) => point.date === '2026-03-01' || point.date === '2026-03'));
  assert.deepEqual(JSON.parse(said[3]), { added: 2, changed: 0, unchanged: 0 });
  assert.equal(JSON.parse(said[4]).numerator, 4);
  // Power Query joins the address and the path, and signs in with Basic.
  const [, base, path] = here(snippets.find(({ kind }) => kind === 'powerquery').text)
    .match(/Web\.Contents\("([^"]+)",\s*\[RelativePath = "([^"]+)"\]/);
  const sheet = await fetch(base + path, { headers: { authorization: `Basic ${btoa(`any:${token}`)}` } });
  assert.equal(sheet.status, 200);
  const table = (await sheet.text()).trim().split('\r\n');
  assert.ok(table.some((row) => row.startsWith(`${code},cvc-01,2026-03-01,2026-03-31,`)));

  // The document, by Spectral's rules.
  const folder = mkdtempSync(join(tmpdir(), 'primum-openapi-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  writeFileSync(join(folder, 'rules.yaml'), 'extends: ["spectral:oas"]\n');
  const { stdout } = await run(process.execPath, [packages.resolve('@stoplight/spectral-cli/dist/index.js'), 'lint',
    '--fail-severity', 'warn', '--ruleset', join(folder, 'rules.yaml'), join(folder, 'openapi.json')])
    .catch((error) => assert.fail(error.stdout || error.message));
  assert.match(stdout, /No results with a severity/);
  rmSync(folder, { recursive: true });

  // Every operation, with answers that go well and that do not.
  assert.equal((await ask('GET', `${api}/measures?limit=1`)).status, 200);
  assert.equal((await ask('GET', `${api}/measures?limit=x`)).status, 400);
  assert.equal((await ask('GET', `${api}/organisations/${code}/series`)).status, 200);
  assert.equal((await ask('GET', `${api}/organisations/NONE/series`)).status, 404);
  assert.equal((await ask('GET', series)).status, 200);
  assert.equal((await contract.ask('GET', series)).status, 401);
  const first = await ask('GET', `${series}/points?limit=2`);
  const next = new URL(first.headers.get('link').match(/<([^>]+)>/)[1], `${series}/points`);
  assert.equal((await ask('GET', next.href)).json().items.length, 2);
  assert.equal((await ask('GET', `${series}/points.csv`)).status, 200);
  assert.equal((await ask('GET', `${series}/analysis`)).status, 200);
  const point = await ask('GET', `${series}/points/2026-03`);
  const etag = point.headers.get('etag');
  assert.equal((await ask('GET', `${series}/points/2026-03`, { 'if-none-match': etag })).status, 304);
  assert.equal((await ask('PUT', `${series}/points/2026-03`, { body: { numerator: 9, denominator: 812 } })).status, 428);
  assert.equal((await ask('PUT', `${series}/points/2026-03`, { body: { numerator: 9, denominator: 812 }, 'if-match': '"x"' })).status, 412);
  assert.equal((await ask('PUT', `${series}/points/2026-03`, { body: { numerator: 'x' }, 'if-match': etag })).status, 422);
  assert.equal((await ask('POST', `${series}/points`, { body: [{ period: '2026-03', numerator: 8, denominator: 812 }] })).status, 409);
  assert.equal((await ask('POST', `${series}/points`, { body: [{ period: '2026-03', numerator: 4, denominator: 812 }] })).status, 200);
  assert.equal((await ask('DELETE', `${series}/points/2026-03?reason=Typed+twice`, { 'if-match': etag })).status, 204);
  assert.equal((await ask('PUT', `${series}/points/2026-03`, { body: { numerator: 9, denominator: 812 } })).status, 201);
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path)).map((one) => one.operationId);
  assert.deepEqual([...contract.answered].sort(), operations.sort());

  await leader.open('/organisations');
  await leader.follow(server.people['Chief executive'].place);
  await leader.follow('Tokens for programs');
  await leader.press('End Ward system');
  await leader.sees('Ended');
  assert.equal((await ask('GET', series)).status, 401);
  await leader.leave();
  await server.close();
});
