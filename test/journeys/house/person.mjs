// Somebody with a browser. Everything they do ends on a page, and every page they see is looked at:
// see fit.mjs and answers.mjs. What was wrong is told when the story ends.
import assert from 'node:assert/strict';
import { barriers } from './fit.mjs';
import { faults } from './answers.mjs';
import { newContext } from './browser.mjs';

export class Person {
  complaints = [];
  waiting = [];
  pages = new Set();

  static async come(server, way = {}) {
    const person = new Person();
    person.server = server;
    person.scripted = way.javaScriptEnabled !== false;
    person.context = await newContext(way);
    await person.takeTab();
    return person;
  }

  async takeTab() {
    this.page = await this.context.newPage();
    this.page.on('request', (request) => {
      const known = [this.server.url, ...this.server.others, 'data:'];
      if (!known.some((one) => request.url().startsWith(one)))
        this.complaints.push(`asks for ${request.url()}`);
      if (request.isNavigationRequest()) this.pages.add(request.url());
    });
    this.page.on('console', (message) => {
      // Chromium reports every page with a status above 399, which the stories check themselves.
      const about = message.location().url;
      if (/the server responded with a status of (4\d\d|503)/.test(message.text()) && this.pages.has(about)) return;
      if (message.text().startsWith('Clear-Site-Data header')) return; // tells that it was obeyed
      this.complaints.push(`console, about ${about}: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    this.page.on('response', (response) => this.waiting.push(this.check(response)));
  }

  async check(response) {
    if (!response.url().startsWith(this.server.url)) return;
    const headers = await response.allHeaders();
    const cookies = (await response.headerValues('set-cookie')) ?? [];
    let body = '';
    if (/^text\/html/.test(headers['content-type'] ?? '')) body = await response.text().catch(() => '');
    // A cookie alone does not tell: its session may have ended.
    const signedIn = /action="[^"]*\/sign-out"/.test(body);
    this.complaints.push(...faults({ url: response.url(), status: response.status(), headers, cookies, body }, { signedIn }));
  }

  /// Looks at the page that is shown now.
  async look(response) {
    this.status = response?.status() ?? this.status;
    this.complaints.push(...(await barriers(this.page, this.status, this.scripted)));
    return this;
  }

  async open(path) {
    const url = path.startsWith('http') ? path : this.server.url + path;
    return this.look(await this.page.goto(url));
  }

  /// Does something that leads to another page.
  async go(act) {
    const [response] = await Promise.all([
      this.page.waitForResponse((one) => one.request().isNavigationRequest() && one.request().frame() === this.page.mainFrame()
        && (one.status() < 300 || one.status() > 399 || one.status() === 304)),
      act(),
    ]).catch(async (error) => {
      throw new Error(`${error.message}\non ${this.page.url()}:\n${await this.text()}`);
    });
    await this.page.waitForLoadState();
    return this.look(response);
  }

  /// A button, or a link that looks like one.
  press(name) {
    return this.go(() => this.page.getByRole('button', { name, exact: true }).first().click());
  }

  follow(name) {
    return this.go(() => this.page.getByRole('link', { name, exact: typeof name === 'string' }).first().click());
  }

  async fill(label, value) {
    await this.page.getByLabel(label, { exact: true }).first().fill(value);
    return this;
  }

  async choose(label) {
    await this.page.getByLabel(label, { exact: true }).first().check();
    return this;
  }

  value(label) {
    return this.page.getByLabel(label, { exact: true }).first().inputValue();
  }

  heading() {
    return this.page.locator('h1').innerText();
  }

  text() {
    return this.page.locator('body').innerText();
  }

  async sees(words, status) {
    const text = await this.text();
    assert.ok(words instanceof RegExp ? words.test(text) : text.includes(words), `"${words}" is not on ${this.page.url()}:\n${text}`);
    if (status) assert.equal(this.status, status);
    return this;
  }

  async seesNot(words) {
    const text = await this.text();
    assert.ok(!text.includes(words), `"${words}" is on ${this.page.url()}:\n${text}`);
    return this;
  }

  path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  async leave() {
    await Promise.all(this.waiting);
    await this.context.close();
    assert.deepEqual([...new Set(this.complaints)], []);
  }
}
