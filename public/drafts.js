// Keeps what is typed on this device until the server has said that it has it, so that numbers
// entered where there is no signal are neither lost nor sent twice. What was sent waits in a line,
// each form under a key of its own, by which the server knows it when it comes again.
function keepDrafts(frame) {
  const words = frame.dataset;
  // None where nothing is asked for any more.
  const form = frame.querySelector('form');
  const [status, signIn] = frame.querySelectorAll('.pr-draft, .pr-draft-sign-in');
  // Of one person: whoever else signs in on this device never sees it.
  const key = `primum-draft ${words.person} ${words.draft}`;
  let looked = 0;
  let sending = false;
  let done;

  /// What is in the form, and the forms that wait. Another tab may have changed it.
  function kept() {
    try {
      return { fields: [], waiting: [], ...JSON.parse(localStorage.getItem(key)) };
    } catch {
      return { fields: [], waiting: [] };
    }
  }

  /// False in private windows and on full devices: then the form works as it does without us.
  function change(what) {
    const all = { ...kept(), ...what };
    try {
      if (all.fields.length + all.waiting.length) localStorage.setItem(key, JSON.stringify(all));
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  function tell(said) {
    const { fields, waiting } = kept();
    said ??= waiting.length ? words.kept : fields.length ? words.typed : '';
    status.textContent = said.replace('{}', waiting.length);
    status.hidden = !said;
    signIn.hidden = said !== words.signedOut;
  }

  /// Into what is empty, or over everything.
  function fillIn(fields, over) {
    for (const [name, value] of fields) {
      const field = form.elements[name];
      if (!field || (field.value && !over)) continue;
      field.value = value;
      field.closest?.('details')?.setAttribute('open', '');
    }
  }

  function keep() {
    const typed = ([name, value]) => value && form.elements[name].type !== 'hidden';
    change({ fields: [...new FormData(form)].filter(typed) });
    tell();
  }

  function press(event) {
    const { fields, waiting } = kept();
    const data = new FormData(form, event.submitter);
    const open = words.many && [...form.elements].find(({ type, name }) => type === 'radio' && !data.has(name));
    if (open) {
      event.preventDefault();
      open.setCustomValidity(words.many);
      open.reportValidity();
      return open.setCustomValidity('');
    }
    const once = crypto.getRandomValues(new Uint32Array(4)).join('-');
    data.delete('token');
    data.set('once', once);
    data.set('spent', looked);
    // Swedes write days as 2026-03-31.
    if (data.has('day')) data.set('day', new Date().toLocaleDateString('sv'));
    const one = { once, action: form.action, body: String(new URLSearchParams(data)) };
    // Pressed again with nothing changed: it waits already.
    if ((fields.length || !waiting.length) && !change({ fields: [], waiting: [...waiting, one] })) return;
    event.preventDefault();
    if (words.many) next();
    send();
  }

  /// An empty form for the patient who comes next.
  function next() {
    looked = 0;
    for (const field of form.elements) {
      field.checked = false;
      if (field.type === 'text') field.value = '';
    }
    form.querySelector('[type=radio]').focus();
  }

  /// Given up after a while: where there is hardly a signal, an answer may never come, and the line
  /// behind it would wait for ever.
  function ask(address, options) {
    return fetch(address, { ...options, signal: AbortSignal.timeout?.(20000) });
  }

  /// The page is asked first: is there a network, is this person still signed in, and what token do
  /// forms have by now.
  async function send() {
    if (sending || !kept().waiting.length) return;
    sending = true;
    tell(words.sending);
    let how;
    try {
      const page = await ask(location.href, { cache: 'no-store' });
      const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
      const same = fresh.querySelector('[data-draft]')?.dataset.person === words.person;
      if (page.ok && !same) how = words.signedOut;
      if (same) await sendAll(fresh.querySelector('[name=token]').value);
    } catch {
      // No network: it waits.
    }
    tell(how);
    sending = false;
  }

  async function sendAll(token) {
    for (const one of kept().waiting) {
      const body = new URLSearchParams(one.body);
      body.set('token', token);
      const answer = await ask(one.action, { method: 'POST', body });
      // What is refused comes back as a page, once nothing else is in the form.
      if (answer.status === 422 && form && !kept().fields.length) {
        fillIn(body, true);
        return form.submit();
      }
      if (!answer.ok) continue;
      done = answer.url;
      change({ waiting: kept().waiting.filter(({ once }) => once !== one.once) });
    }
    const { fields, waiting } = kept();
    if (done && !fields.length && !waiting.length) location.assign(done);
  }

  // What was refused is in the form again.
  change({ waiting: kept().waiting.filter(({ once }) => once !== words.answered) });
  if (form) {
    // A browser that loads a page again may have put back what waits already.
    if (kept().waiting.length) form.reset();
    if (!words.answered) fillIn(kept().fields);
    keep();
    form.addEventListener('input', keep);
    form.addEventListener('submit', press);
  }
  addEventListener('online', send);
  setInterval(send, 15000);
  setInterval(() => document.hidden || looked++, 1000);
  send();
}

for (const frame of document.querySelectorAll('[data-draft]')) keepDrafts(frame);
