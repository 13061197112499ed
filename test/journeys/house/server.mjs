// A real `primum serve` on a free port, with a data folder and a post office of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free_port.mjs';
import { Post } from './post.mjs';
import { within } from './within.mjs';

export const primum = process.env.PRIMUM;
if (!primum) throw new Error('PRIMUM must name the executable');

/// Runs a verb to its end.
export function run(...words) {
  return new Promise((resolve, reject) => {
    const child = spawn(primum, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('exit', (status) =>
      status === 0 ? resolve(said) : reject(new Error(`primum ${words.join(' ')}: ${said}`)));
  });
}

const open = new Set();

/// Ends whatever a story that failed has left behind.
export async function endAll() {
  for (const server of open) await server.close().catch(() => {});
}

export class Server {
  said = '';
  /// Addresses of other sites that people may be led to.
  others = [];

  /// `options` are those of `primum serve`; `url` is where people reach it when that differs.
  static async start({ options = [], url, data, port } = {}) {
    const server = new Server();
    server.ownsData = !data;
    server.data = data ?? mkdtempSync(join(tmpdir(), 'primum-journey-'));
    server.port = port ?? (await freePort());
    server.url = url ?? `http://127.0.0.1:${server.port}`;
    server.post = await Post.open();
    server.options = ['--smtp', server.post.address, '--mail-from', 'primum@primum.example', ...options];
    if (url) server.options.push('--public-url', url);
    open.add(server);
    await server.begin();
    return server;
  }

  async begin() {
    this.process = spawn(primum,
      ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, ...this.options],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream.on('data', (text) => (this.said += text));
    this.ended = new Promise((resolve) => this.process.on('exit', (status) => resolve(status)));
    await within(20_000, 'the server', () => {
      if (this.process.exitCode !== null) throw new Error(`The server ended: ${this.said}`);
      return this.said.includes('Primum is at');
    });
  }

  /// The link that the program prints where nobody has an account yet.
  setupLink() {
    return within(5_000, 'the set-up link', () => this.said.match(/https?:\/\/\S+\/setup\S*/)?.[0]);
  }

  async end(signal = 'SIGTERM') {
    if (this.process.exitCode === null) this.process.kill(signal);
    return this.ended;
  }

  async close() {
    open.delete(this);
    const status = await this.end();
    await this.post.close();
    if (this.ownsData) rmSync(this.data, { recursive: true, force: true });
    if (status !== 0) throw new Error(`The server ended with ${status}: ${this.said.slice(-2000)}`);
  }
}
