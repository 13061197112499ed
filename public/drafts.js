// Keeps what is typed on this device until the server has said that it has it, so that numbers
// entered where there is no signal are neither lost nor sent twice: a form that was sent has its
// idempotency key, and comes again under the same one until its answer arrives.
const WEEK = 6 * 24 * 3600 * 1000; // answers to keys are kept seven days
const SECRET = ['token', 'once', 'opened', 'spent'];

class Draft {
  constructor(frame) {
    this.frame = frame;
    this.form = frame.querySelector('form');
    this.status = frame.querySelector('.pr-draft');
    // Of one person: whoever else signs in on this device never sees it.
    this.key = `primum-draft ${frame.dataset.person} ${frame.dataset.draft}`;
    this.kept = this.read();
    this.looked = 0;
    if (this.kept && (this.kept.once === frame.dataset.answered || Date.now() - this.kept.at > WEEK && this.kept.body))
      this.forget();
    if (this.kept?.body) this.send();
    else if (this.kept) this.fillIn();
    this.form.addEventListener('input', () => this.keep());
    this.form.addEventListener('submit', (event) => this.press(event));
    addEventListener('online', () => this.send());
    setInterval(() => this.send(), 15000);
    setInterval(() => document.hidden || this.looked++, 1000);
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  write(kept) {
    this.kept = kept;
    try {
      kept ? localStorage.setItem(this.key, JSON.stringify(kept)) : localStorage.removeItem(this.key);
      return true;
    } catch {
      return false; // private windows, full devices: the form works as it does without us
    }
  }

  forget() {
    this.write(null);
    this.say('');
  }

  say(words) {
    this.status.hidden = !words;
    this.status.textContent = words ?? '';
  }

  fields() {
    return [...new FormData(this.form)].filter(([name, value]) => !SECRET.includes(name) && value !== '');
  }

  keep() {
    if (this.kept?.body) return;
    const fields = this.fields();
    if (!fields.length) return this.forget();
    if (this.write({ at: Date.now(), fields })) this.say(this.frame.dataset.typed);
  }

  fillIn() {
    let any = false;
    for (const [name, value] of this.kept.fields ?? [])
      for (const field of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value;
        else if (field.type !== 'hidden') field.value ||= value;
        any = true;
        if (value && field.closest('details')) field.closest('details').open = true;
      }
    any ? this.say(this.frame.dataset.typed) : this.forget();
  }

  press(event) {
    const data = new FormData(this.form, event.submitter);
    data.set('spent', this.looked);
    data.delete('token');
    const once = data.get('once');
    const kept = { at: Date.now(), fields: this.fields(), once, body: String(new URLSearchParams(data)), action: this.form.action };
    if (!this.write(kept)) return;
    event.preventDefault();
    this.send();
  }

  /// The page is asked first: is there a network, is this person still signed in, and what token do
  /// forms have by now.
  async send() {
    if (!this.kept?.body || this.sending) return;
    this.sending = true;
    this.say(this.frame.dataset.sending);
    try {
      const page = await fetch(location.href, { cache: 'no-store' });
      const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
      const frame = fresh.querySelector('[data-draft]');
      if (page.ok && !frame && fresh.querySelector('input[type=password]')) return this.say(this.frame.dataset.signedOut);
      if (frame?.dataset.person !== this.frame.dataset.person) return this.say(this.frame.dataset.kept);
      const body = `${this.kept.body}&token=${encodeURIComponent(fresh.querySelector('[name=token]').value)}`;
      const answer = await fetch(this.kept.action, { method: 'POST', body: new URLSearchParams(body) });
      if (answer.ok) {
        this.forget();
        location.assign(answer.url);
      } else if (answer.status === 422) {
        this.show(body);
      } else this.say(this.frame.dataset.kept);
    } catch {
      this.say(this.frame.dataset.kept);
    } finally {
      this.sending = false;
    }
  }

  /// What was refused comes back as a page: the same form once more, which the server knows again.
  show(body) {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: this.kept.action, hidden: true });
    for (const [name, value] of new URLSearchParams(body)) form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    form.submit();
  }
}

for (const frame of document.querySelectorAll('[data-draft]')) if (frame.querySelector('form')) new Draft(frame);
