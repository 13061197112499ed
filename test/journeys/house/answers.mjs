// What is asked of every answer of the server, whatever it is: the headers of the security design,
// and the rules that OWASP ZAP's baseline scan has (its numbers in brackets).

const policy = {
  "default-src": ["'none'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

function directives(text) {
  return Object.fromEntries((text ?? '').split(';').map((one) => one.trim().split(/\s+/)).filter((one) => one[0])
    .map(([name, ...values]) => [name, values]));
}

function policyComplaints(text) {
  if (!text) return ['no Content-Security-Policy (10038)'];
  const given = directives(text);
  const complaints = [];
  for (const [name, wanted] of Object.entries(policy)) {
    // What default-src covers need not be said twice.
    const values = given[name] ?? (name === 'object-src' ? given['default-src'] : undefined);
    if (values?.join(' ') !== wanted.join(' ')) complaints.push(`Content-Security-Policy ${name}: ${values} (10055)`);
  }
  if (/unsafe-|\*|https?:/.test(text)) complaints.push(`a weak Content-Security-Policy: ${text} (10055)`);
  return complaints;
}

function cookieComplaints(cookie, secure) {
  const [pair, ...attributes] = cookie.split(';').map((part) => part.trim());
  const name = pair.split('=')[0];
  const has = (wanted) => attributes.some((one) => one.toLowerCase() === wanted);
  const complaints = [];
  if (!has('httponly')) complaints.push(`cookie ${name} without HttpOnly (10010)`);
  if (!has('samesite=lax') && !has('samesite=strict')) complaints.push(`cookie ${name} without SameSite (10054)`);
  if (secure && !has('secure')) complaints.push(`cookie ${name} without Secure (10011)`);
  if (secure && !name.startsWith('__Host-')) complaints.push(`cookie ${name} without __Host- (90033)`);
  if (attributes.some((one) => /^domain=/i.test(one))) complaints.push(`cookie ${name} for a whole domain (90033)`);
  return complaints;
}

function pageComplaints(text, origin) {
  const complaints = [];
  const outside = new RegExp(`<(?:script|link|img|iframe|source|use)[^>]+(?:src|href)="(?!${origin})(?:https?:)?//`, 'i');
  if (outside.test(text)) complaints.push('something from another server (10017)');
  if (/(?:src|href|action)="http:/i.test(text) && origin.startsWith('https:')) complaints.push('plain HTTP in a page over TLS (10040)');
  for (const [form] of text.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/gi))
    if (!/name="token" value="[^"]{43,}/.test(form)) complaints.push('a form without a token (10202)');
  if (/<!--/.test(text)) complaints.push('a comment (10027)');
  if (/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle="|\son[a-z]+="/i.test(text)) complaints.push('inline script or style (10055)');
  if (/(?:SQLSTATE|SQL logic error|syntax error at|sqlite|std::|terminate called|Traceback|\/home\/|\/usr\/)/i.test(text))
    complaints.push('inner details shown (10023, 90022)');
  if (/(?:\b\d{4}[ -]?){3}\d{4}\b/.test(text.replace(/[0-9a-f-]{36}/g, ''))) complaints.push('looks like a card number (10062)');
  return complaints;
}

/// `answer` is { url, status, headers, cookies, body }; header names in lower case. `signedIn` where
/// the request had a session.
export function faults({ url, status, headers, cookies = [], body = '' }, { signedIn = false } = {}) {
  const { origin, protocol, pathname, searchParams } = new URL(url);
  const secure = protocol === 'https:';
  const complaints = [...policyComplaints(headers['content-security-policy']), ...cookies.flatMap((one) => cookieComplaints(one, secure))];
  const expect = (name, wanted, rule) => {
    if (!wanted.test(headers[name] ?? '')) complaints.push(`${name}: ${headers[name] ?? 'none'} (${rule})`);
  };
  expect('x-content-type-options', /^nosniff$/, 10021);
  expect('x-frame-options', /^DENY$/, 10020);
  expect('referrer-policy', /^(same-origin|no-referrer)$/, 10025);
  expect('cross-origin-opener-policy', /^same-origin$/, 90004);
  expect('cross-origin-resource-policy', /^same-origin$/, 90004);
  expect('permissions-policy', /geolocation=\(\), camera=\(\), microphone=\(\)/, 10063);
  if (secure) expect('strict-transport-security', /^max-age=(6307[2-9]\d{3}|[1-9]\d{8,}); includeSubDomains/, 10035);
  else if (headers['strict-transport-security']) complaints.push('Strict-Transport-Security over plain HTTP (10035)');
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    if (headers[name] && !/^nginx$/.test(headers[name])) complaints.push(`${name}: ${headers[name]} (10036, 10037, 10098)`);

  if (body || headers['content-type']) expect('content-type', /^(text\/[a-z.]+; charset=utf-8|application\/(problem\+)?json(; charset=utf-8)?|application\/manifest\+json(; charset=utf-8)?|application\/atom\+xml; charset=utf-8|application\/(pdf|octet-stream|vnd\.[a-z.-]+)|text\/javascript; charset=utf-8|image\/(svg\+xml|png|x-icon)|font\/woff2)/, '10019, 90011');
  const keeping = headers['cache-control'] ?? '';
  const asset = /immutable/.test(keeping);
  // Feeds are the same for everybody, whoever asks.
  const feed = /^(text\/calendar|application\/atom)/.test(headers['content-type'] ?? '') && /public/.test(keeping);
  if (signedIn && !asset && !feed && !/no-store/.test(keeping)) complaints.push(`cache-control: ${keeping || 'none'} with a session (10015)`);
  if (!keeping && status !== 304 && status < 400) complaints.push('no Cache-Control (10015)');
  if (asset && cookies.length) complaints.push('a cookie with an asset (10015)');
  for (const name of searchParams.keys())
    // A provider's code is good once, for a minute, and only beside our secret.
    if (/password|session|email|code/i.test(name) && pathname !== '/sign-in/return') complaints.push(`${name} in an address (10024)`);
  if (/^text\/html/.test(headers['content-type'] ?? '')) complaints.push(...pageComplaints(body, origin));
  return complaints.map((complaint) => `${status} ${pathname}: ${complaint}`);
}
