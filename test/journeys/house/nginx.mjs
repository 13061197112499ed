// A real nginx before Primum, as a hospital's web server would be: under a path, and over TLS where asked.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from './within.mjs';

export class Nginx {
  /// Passes everything below `path` on to a server on this machine.
  static async start({ port, to, path }) {
    const nginx = new Nginx();
    nginx.folder = mkdtempSync(join(tmpdir(), 'primum-nginx-'));
    const file = join(nginx.folder, 'nginx.conf');
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${nginx.folder}/${name};`);
    writeFileSync(file, `
      worker_processes 1;
      daemon off;
      pid ${nginx.folder}/pid;
      error_log ${nginx.folder}/error.log;
      events {}
      http {
        access_log off;
        server_tokens off;
        ${folders.join('\n        ')}
        server {
          listen 127.0.0.1:${port};
          location ${path}/ {
            proxy_pass http://127.0.0.1:${to};
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Forwarded-Host $http_host;
          }
        }
      }`);
    nginx.process = spawn('/usr/sbin/nginx', ['-c', file, '-e', join(nginx.folder, 'error.log')], { stdio: 'ignore' });
    nginx.process.unref();
    await within(10_000, 'nginx', () => reachable(port));
    return nginx;
  }

  async close() {
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function reachable(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}
