// Somebody with a program instead of a browser: prepares what a story begins with, follows every
// link, and sends forms that no browser would.
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

/// Text of markup, for attributes.
function unescape(text) {
  return text.replace(/&(amp|lt|gt|quot|#39|#34);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' })[name]);
}

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return found ? unescape(found[1]) : undefined;
}

/// The forms of a page, with what a browser would send if nobody typed anything.
export function formsOf(page) {
  return [...page.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(([, head, inside]) => {
    const fields = [];
    for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
      const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'];
      if (!name || type === 'submit' || type === 'file') continue;
      if (/^(radio|checkbox)$/.test(type) && !/\schecked/.test(tag)) continue;
      fields.push([name, attribute(tag, 'value') ?? '']);
    }
    for (const [, tag, text] of inside.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) fields.push([attribute(tag, 'name'), unescape(text.replace(/^\r?\n/, ''))]);
    for (const [, tag, options] of inside.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const chosen = options.match(/<option[^>]*\sselected[^>]*>/)?.[0] ?? options.match(/<option[^>]*>/)?.[0];
      if (chosen) fields.push([attribute(tag, 'name'), attribute(chosen, 'value') ?? '']);
    }
    return {
      action: attribute(head, 'action'),
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      files: /\stype="file"/.test(inside),
      names: [...inside.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => attribute(tag, 'name')),
      types: Object.fromEntries([...inside.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'])),
      fields,
    };
  });
}

export const linksOf = (page) => [...page.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, where]) => unescape(where));

export class Plain {
  cookies = new Map();

  constructor(url, tls = {}) {
    this.url = url;
    this.tls = tls;
  }

  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /// One request and its answer, without following it anywhere.
  send(method, path, { headers = {}, body } = {}) {
    const url = new URL(path.startsWith('http') ? path : new URL(this.url).origin + path);
    return new Promise((resolve, reject) => {
      const ask = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
        method, agent: false, ...this.tls,
        headers: { ...(this.cookies.size && { cookie: this.cookie }), ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }), ...headers },
      }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const cookies = answer.headers['set-cookie'] ?? [];
          for (const cookie of cookies) {
            const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
            if (/Max-Age=0/i.test(cookie)) this.cookies.delete(name);
            else this.cookies.set(name, value);
          }
          resolve({ url: url.href, status: answer.statusCode, headers: answer.headers, cookies, body: Buffer.concat(chunks).toString() });
        });
      });
      ask.on('error', reject);
      ask.end(body);
    });
  }

  async follow(answer) {
    let hops = 0;
    while (answer.status === 303 && ++hops < 10) answer = await this.send('GET', answer.headers.location);
    return answer;
  }

  path(path) {
    return path.startsWith('http') ? path : new URL(this.url).pathname.replace(/\/$/, '') + path;
  }

  async open(path) {
    return this.follow(await this.send('GET', this.path(path)));
  }

  post(action, fields, headers = {}) {
    return this.send('POST', action, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /// The form of a page that has these fields, filled in so; the answer to it.
  fillIn(page, values) {
    const form = formsOf(page.body).find(({ method, names }) => method === 'post' && Object.keys(values).every((name) => names.includes(name)));
    if (!form) throw new Error(`${page.url} (${page.status}) has no form with ${Object.keys(values)}: ${page.body.slice(0, 3000)}`);
    const fields = form.fields.filter(([name]) => !(name in values));
    for (const [name, value] of Object.entries(values)) fields.push([name, value]);
    return { form, send: () => this.post(form.action, fields), fields };
  }

  async submit(path, values) {
    const filled = this.fillIn(await this.open(path), values);
    return this.follow(await filled.send());
  }
}
