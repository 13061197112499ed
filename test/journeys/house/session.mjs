// session.mjs URL EMAIL PASSWORD: signs in and says the cookie, for tools that send the same request
// again and again.
import { Plain } from './plain.mjs';

const [url, email, password] = process.argv.slice(2);
const person = new Plain(url);
const answer = await person.submit('/sign-in', { email, password });
if (!answer.body.includes('/sign-out')) throw new Error(answer.body);
console.log(person.cookie);
