// What most stories begin with: an administrator with an organisation, and others who were invited.
import assert from 'node:assert/strict';
import { Plain } from './plain.mjs';
import { linkIn } from './post.mjs';

export const password = 'three random words';
export const admin = { name: 'Alex Administrator', email: 'alex@arden.example', organisation: 'Arden Health' };

export async function signedIn(server, email, tls) {
  const plain = new Plain(server.url, tls);
  const answer = await plain.submit('/sign-in', { email, password });
  assert.equal(answer.status, 200, answer.body);
  assert.match(answer.body, /Sign out/);
  return plain;
}

/// The administrator sets the service up; gives their session and the id of the organisation.
export async function settle(server, tls) {
  const plain = new Plain(server.url, tls);
  const joined = await plain.submit(await server.setupLink(), { ...admin, password });
  assert.match(joined.body, /Your account is ready/);
  const session = await signedIn(server, admin.email, tls);
  const mine = await session.open('/organisations');
  return { session, organisation: idOf(mine.body, admin.organisation) };
}

/// The id of the organisation that a page links to by this name.
export function idOf(page, name) {
  const found = page.match(new RegExp(`href="[^"]*/organisations/([0-9a-f-]{36})"[^>]*>${name}<`));
  assert.ok(found, `${name} is not among ${page}`);
  return found[1];
}

/// A new organisation below another.
export async function found(session, above, fields) {
  const answer = await session.submit(`/organisations/${above}/add`, fields);
  assert.equal(answer.status, 200, answer.body);
  const page = await session.open(`/organisations/${above}`);
  return idOf(page.body, fields.name);
}

/// Somebody is invited to a role in an organisation, and comes.
export async function invite(server, session, organisation, { name, email, role }) {
  const given = await session.submit(`/organisations/${organisation}/roles/new`, { email, role });
  assert.equal(given.status, 200, given.body);
  const guest = new Plain(server.url);
  const joined = await guest.submit(linkIn(await server.post.letterTo(email)), { name, password });
  assert.match(joined.body, /Your account is ready/);
}
