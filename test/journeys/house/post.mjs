// A real SMTP server that keeps the letters it takes, so that a story can read them.
import { packages } from './packages.mjs';
import { within } from './within.mjs';

const { simpleParser } = packages('mailparser');
const { SMTPServer } = packages('smtp-server');

export class Post {
  letters = [];

  static async open() {
    const post = new Post();
    await post.begin();
    return post;
  }

  /// Opens, or opens again at the address that it had.
  async begin() {
    const port = this.address ? Number(new URL(this.address).port) : 0;
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: async (stream, session, done) => {
        const { subject, text, html, headers } = await simpleParser(stream);
        const unsubscribe = headers.get('list')?.unsubscribe?.url;
        for (const { address } of session.envelope.rcptTo) this.letters.push({ to: address, subject, text, html, unsubscribe });
        done();
      },
    });
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.address = `smtp://127.0.0.1:${this.server.server.address().port}`;
  }

  /// The next letter to somebody; it is taken out of the box.
  letterTo(address) {
    return within(20_000, `a letter to ${address}`, () => {
      const at = this.letters.findIndex((letter) => letter.to === address);
      return at < 0 ? undefined : this.letters.splice(at, 1)[0];
    });
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/// The link in a letter.
export const linkIn = (letter) => letter.text.match(/https?:\/\/\S+/)[0];
