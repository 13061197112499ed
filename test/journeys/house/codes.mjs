// What an authenticator app does: RFC 6238 with SHA-1, six digits and steps of 30 seconds.
import { createHmac } from 'node:crypto';

const kAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const kStep = 30;

function fromBase32(text) {
  const bits = [...text.replace(/[\s=]/g, '')].map((c) => kAlphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/// The code at a moment, `steps` later than now. Each works once, so a story that needs two takes
/// the next step's, which is good already.
export function code(secret, steps = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / kStep) + steps));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
