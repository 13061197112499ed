// node hostile.mjs [FOLDER]
// Providers that each do one thing wrong, on loopback: http://127.0.0.1:PORT/FAULT is an issuer.
// Prints http://127.0.0.1:PORT once it listens, and ends when its standard input does. The faults
// are the names of `faults` below; `none` is a provider without one. With a folder it serves
// https://127.0.0.2 with a certificate that it puts there, authority.pem.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createHash, createHmac, createSign, constants, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const [folder] = process.argv.slice(2);
const host = folder ? '127.0.0.2' : '127.0.0.1';
const base = () => `${folder ? 'https' : 'http'}://${host}:${server.address().port}`;

const secret = 'test secret: +/%';
const rsa = (bits = 2048) => generateKeyPairSync('rsa', { modulusLength: bits });
const keys = { first: rsa(), second: rsa(), short: rsa(1024), ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
const jwk = (name, more = {}) =>
  ({ ...keys[name].publicKey.export({ format: 'jwk' }), kid: name, use: 'sig', ...more });

const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const signers = {
  RS256: (text, key) => createSign('sha256').update(text).sign(keys[key].privateKey),
  PS256: (text, key) => sign('sha256', Buffer.from(text),
    { key: keys[key].privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  ES256: (text, key) => sign('sha256', Buffer.from(text), { key: keys[key].privateKey, dsaEncoding: 'ieee-p1363' }),
  RS512: (text, key) => createSign('sha512').update(text).sign(keys[key].privateKey),
  HS256: (text) => createHmac('sha256', secret).update(text).digest(),
  // The public key as the secret of HS256: what a verifier does that lets the token choose.
  'HS256 with the public key': (text, key) =>
    createHmac('sha256', keys[key].publicKey.export({ type: 'spki', format: 'pem' })).update(text).digest(),
  none: () => Buffer.alloc(0),
};

const now = () => Math.floor(Date.now() / 1000);
const longList = (bytes) => Array.from({ length: bytes / 40 }, () => randomUUID());

// What each fault changes. `claims` and `userinfo` of the good answer; `header` and `signer` of the
// token; `discovery`, `token` and `back` (the query of the redirect) as they are sent.
const faults = {
  none: {},
  'ps256': { header: { alg: 'PS256' } },
  'es256': { header: { alg: 'ES256', kid: 'ec' } },
  'no-kid': { header: { kid: undefined }, keys: ['first'] },
  'no-kid-two-keys': { header: { kid: undefined }, keys: ['first', 'second'] },
  'at-hash': { claims: { at_hash: createHash('sha256').update('access').digest().subarray(0, 16).toString('base64url') } },
  'wrong-at-hash': { claims: { at_hash: createHash('sha256').update('other').digest().subarray(0, 16).toString('base64url') } },
  'wrong-nonce': { claims: { nonce: 'another' } },
  'no-nonce': { claims: { nonce: undefined } },
  'wrong-state': { back: { state: 'another' } },
  'alg-none': { header: { alg: 'none' } },
  'hs256-secret': { header: { alg: 'HS256' } },
  'hs256-public-key': { header: { alg: 'HS256' }, signer: 'HS256 with the public key' },
  'rs512': { header: { alg: 'RS512' } },
  'says-rs256-signs-ps256': { signer: 'PS256' },
  'crit': { header: { crit: ['b64'], b64: false } },
  'short-key': { header: { kid: 'short' }, keys: ['short'] },
  'encryption-key': { keys: ['first'], jwk: { use: 'enc' } },
  'other-key': { sign_with: 'second' },
  'other-audience': { claims: { aud: 'somebody-else' } },
  'audiences-with-us': { claims: { aud: ['somebody-else', 'primum'], azp: 'primum' } },
  'audiences-without-azp': { claims: { aud: ['somebody-else', 'primum'] } },
  'other-azp': { claims: { azp: 'somebody-else' } },
  'expired': { claims: { exp: now() - 3600, iat: now() - 7200 } },
  'future': { claims: { iat: now() + 3600, exp: now() + 7200 } },
  'not-yet': { claims: { nbf: now() + 3600 } },
  'no-exp': { claims: { exp: undefined } },
  'other-issuer': { claims: { iss: 'https://elsewhere.example' } },
  'no-sub': { claims: { sub: undefined } },
  'mix-up': { back: { iss: 'https://elsewhere.example' } },
  'iss': { iss: true },
  'promises-iss': { iss: true, back: { iss: undefined } },
  'discovery-of-another': { discovery: { issuer: 'https://elsewhere.example' } },
  'endpoint-elsewhere': { discovery: { token_endpoint: 'http://192.0.2.1/token' } },
  'jwks-of-a-file': { discovery: { jwks_uri: 'file:///etc/passwd' } },
  'no-endpoints': { discovery: { token_endpoint: undefined } },
  'denied': { back: { code: undefined, error: 'access_denied' } },
  'provider-error': { back: { code: undefined, error: 'temporarily_unavailable' } },
  'no-code': { back: { code: undefined } },
  'no-id-token': { token: { id_token: undefined } },
  'mac-token': { token: { token_type: 'mac' } },
  'userinfo-of-another': { userinfo: { sub: 'somebody-else' } },
  'userinfo-without-sub': { userinfo: { sub: undefined } },
  'many-groups': { userinfo: { groups: longList(40_000) } },
  'html-name': { userinfo: { name: '<script>alert(1)</script> & "Ada"\u202e\u0007' } },
  'long-name': { userinfo: { name: 'é'.repeat(5000) } },
  'many-groups-in-token': { claims: { groups: longList(60_000) } },
  'rotation': {},
  'unknown-key': { header: { kid: 'nobody-has-it' } },
  // Broken in how they answer: see below.
  'down': {}, 'oversized': {}, 'oversized-chunks': {}, 'redirect': {}, 'slow': {}, 'trickle': {}, 'not-json': {},
  'twice': {}, 'userinfo-jwt': {}, 'userinfo-down': {}, 'slow-token': {},
};

const codes = new Map();   // code → what was asked
const counts = new Map();  // "FAULT/page" → how often it was asked for
const rotated = new Set();

function idToken(issuer, fault, asked) {
  const { header = {}, claims = {}, signer, sign_with } = faults[fault];
  const key = fault === 'rotation' && rotated.has('rotation') ? 'second' : 'first';
  const head = { typ: 'JWT', alg: 'RS256', kid: key, ...header };
  const body = { iss: issuer, sub: 'person-1', aud: asked.client_id, iat: now(), exp: now() + 300,
    nonce: asked.nonce, ...claims };
  const text = `${encode(head)}.${encode(body)}`;
  const holder = sign_with ?? (keys[head.kid] ? head.kid : key);
  return `${text}.${signers[signer ?? head.alg](text, holder).toString('base64url')}`;
}

const send = (response, status, value, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof value === 'string' ? value : JSON.stringify(value));

const pages = {
  '.well-known/openid-configuration'(request, response, { issuer, fault }) {
    if (fault === 'down') return request.socket.destroy();
    if (fault === 'oversized') return send(response, 200, JSON.stringify({ issuer, filler: 'x'.repeat(1 << 20) }));
    if (fault === 'oversized-chunks') {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let i = 0; i < 64; ++i) response.write(' '.repeat(16384));
      return response.end('{}');
    }
    if (fault === 'redirect') return send(response, 302, '', { location: `${issuer.replace('redirect', 'none')}/.well-known/openid-configuration` });
    if (fault === 'slow') return undefined;  // never answers
    if (fault === 'trickle') {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 200);
      return request.socket.on('close', () => clearInterval(timer));
    }
    if (fault === 'not-json') return send(response, 200, '<html>Sign in to the hotel network</html>');
    const { discovery = {}, iss } = faults[fault];
    const document = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/end`,
      ...(iss ? { authorization_response_iss_parameter_supported: true } : {}), ...discovery };
    const text = JSON.stringify(document);
    return send(response, 200, fault === 'twice' ? `{"issuer":"https://elsewhere.example",${text.slice(1)}` : text);
  },
  jwks(request, response, { fault }) {
    const { keys: named, jwk: more } = faults[fault];
    const names = named ?? (fault === 'rotation' ? [rotated.has('rotation') ? 'second' : 'first'] : ['first', 'ec']);
    send(response, 200, { keys: [{ kty: 'oct', k: 'AAAA' }, { kty: 'RSA', n: '!', e: 'AQAB' }, ...names.map((name) => jwk(name, more))] });
  },
  authorize(request, response, { issuer, fault, query }) {
    const code = randomUUID();
    codes.set(code, query);
    const back = { state: query.state, code, ...(faults[fault].iss ? { iss: issuer } : {}), ...faults[fault].back };
    const sent = new URLSearchParams(Object.entries(back).filter(([, value]) => value !== undefined));
    response.writeHead(303, { location: `${query.redirect_uri}?${sent}` }).end();
  },
  async token(request, response, { issuer, fault }) {
    if (fault === 'slow-token') return;
    let body = '';
    for await (const piece of request) body += piece;
    const form = Object.fromEntries(new URLSearchParams(body));
    const asked = codes.get(form.code);
    codes.delete(form.code);  // a code is good once
    const challenge = createHash('sha256').update(form.code_verifier ?? '').digest().toString('base64url');
    if (!asked || asked.code_challenge !== challenge || asked.redirect_uri !== form.redirect_uri)
      return send(response, 400, { error: 'invalid_grant', error_description: 'this code is no good: says ada@example.nhs.uk' });
    if (form.client_secret !== secret) return send(response, 401, { error: 'invalid_client' });
    send(response, 200, { access_token: 'access', token_type: 'bearer', expires_in: 300,
      id_token: idToken(issuer, fault, asked), ...faults[fault].token });
  },
  userinfo(request, response, { fault }) {
    if (request.headers.authorization !== 'Bearer access') return send(response, 401, {});
    if (fault === 'userinfo-down') return request.socket.destroy();
    const type = fault === 'userinfo-jwt' ? 'application/jwt' : 'application/json';
    send(response, 200, { sub: 'person-1', name: 'Ada Nurse', email: 'ada@example.nhs.uk', email_verified: true,
      ...faults[fault].userinfo }, { 'content-type': type });
  },
  rotate(request, response, { fault }) { rotated.add(fault); send(response, 200, {}); },
  // How often has this page been asked for?
  count(request, response, { fault, query }) { send(response, 200, String(counts.get(`${fault}/${query.page}`) ?? 0)); },
};

function answer(request, response) {
  const url = new URL(request.url, base());
  const [, fault, ...rest] = url.pathname.split('/');
  const page = pages[rest.join('/')];
  if (!page || !(fault in faults)) return send(response, 404, {});
  const name = `${fault}/${rest.join('/')}`;
  counts.set(name, (counts.get(name) ?? 0) + 1);
  return page(request, response, { issuer: `${base()}/${fault}`, fault, query: Object.fromEntries(url.searchParams) });
}

function withCertificate() {
  const [key, certificate] = [`${folder}/key.pem`, `${folder}/authority.pem`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=a test',
    '-addext', `subjectAltName=IP:${host}`, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return https.createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, answer);
}

const server = folder ? withCertificate() : http.createServer(answer);
server.listen(0, host, () => console.log(base()));
process.stdin.resume().on('end', () => process.exit());
