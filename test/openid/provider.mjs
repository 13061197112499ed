// node provider.mjs REDIRECT_URI POST_LOGOUT_URI [PORT] [claims-in-id-token] [basic]
// A real OpenID provider on loopback, for tests. Prints its issuer once it listens, and ends when
// its standard input does. Whoever comes is signed in as the user that login_hint names, or `nurse`,
// without being asked.
import http from 'node:http';
import { Provider } from '../../web/node_modules/oidc-provider/lib/index.js';

const [redirectUri, postLogoutUri, port = '0', ...wishes] = process.argv.slice(2);

const users = {
  nurse: {
    name: 'Ada Nurse', email: 'ada@example.nhs.uk', email_verified: true, uid: '910000000001',
    oid: '11111111-aaaa-4aaa-8aaa-000000000001', tid: '22222222-bbbb-4bbb-8bbb-000000000001',
    roles: ['Primum.Editor'], selected_roleid: '555',
    nhsid_nrbac_roles: [
      { person_roleid: '555', org_code: 'RR8', role_code: 'S8000:G8000:R8001' },
      { person_roleid: '556', org_code: 'RAE', role_code: 'S8000:G8000:R8001' }],
  },
  visitor: { name: 'Vera Visitor', email: 'vera@elsewhere.example', email_verified: false,
    oid: '11111111-aaaa-4aaa-8aaa-000000000002', tid: '22222222-bbbb-4bbb-8bbb-000000000001' },
};

let callback;
const server = http.createServer((request, response) => callback(request, response));
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'primum', client_secret: 'test secret: +/%',
      redirect_uris: [redirectUri], post_logout_redirect_uris: [postLogoutUri],
      token_endpoint_auth_method: wishes.includes('basic') ? 'client_secret_basic' : 'client_secret_post',
    }],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...users[id] }) }),
    claims: {
      openid: ['sub'],
      profile: ['name', 'uid', 'oid', 'tid', 'roles'],
      email: ['email', 'email_verified'],
      nationalrbacaccess: ['nhsid_nrbac_roles'],
      selectedrole: ['selected_roleid'],
    },
    scopes: ['openid', 'profile', 'email', 'nationalrbacaccess', 'selectedrole'],
    acrValues: ['AAL2_OR_AAL3_ANY', 'AAL3_ANY'],
    cookies: { keys: ['of a test'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    pkce: { required: () => true },
    conformIdTokenClaims: !wishes.includes('claims-in-id-token'),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  const answer = provider.callback();
  callback = (request, response) =>
    request.url.startsWith('/interaction/') ? signIn(provider, request, response) : answer(request, response);
  console.log(issuer);
});

async function signIn(provider, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response,
      { login: { accountId: params.login_hint || 'nurse', acr: 'AAL2_OR_AAL3_ANY' } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope((prompt.details.missingOIDCScope || []).join(' '));
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true });
}

process.stdin.resume().on('end', () => process.exit());
