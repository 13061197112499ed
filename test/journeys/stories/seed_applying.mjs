// "Trusts that are signed up to the campaign but not yet enrolled on the LIPS programme can find more
// information on how to apply here": from the page that says how to the last place of the team.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { country, engines } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

const few = { 'at a desk': desk, 'on a phone without JavaScript': { ...phone, ...withoutScript } };

/// The letter to somebody with this subject: others may come before it.
async function letterAbout(server, role, subject) {
  for (;;) {
    const letter = await server.post.letterTo(server.people[role].email);
    if (subject.test(letter.subject)) return letter;
  }
}

for (const engine of engines)
  for (const [name, way] of Object.entries(few))
    test(`Trusts that are not yet enrolled find more information on how to apply, and apply, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const trust = server.people['Improvement lead'].place;

      // What is looked at, what is asked, and how places are given: before anything is written.
      const imran = await Person.come(server, way);
      await imran.open('/programmes/lips/apply');
      await imran.sees('What we look at');
      await imran.sees('What we ask');
      await imran.sees('A place is for a whole team');
      await imran.press('Sign in to apply');
      await imran.fill('Email address', server.people['Improvement lead'].email);
      await imran.fill('Password', server.password);
      await imran.press('Sign in');
      await imran.press(`Apply for ${trust}`);
      await imran.sees('How ready your organisation is');
      await imran.sees('holds this role here');
      const workspace = imran.path();
      const text = await imran.text();
      assert.ok(text.indexOf('How ready your organisation is') < text.indexOf('Apply for LIPS IV'), 'readiness comes first');

      // The application: nothing typed is lost.
      await imran.press('Apply for LIPS IV');
      await imran.fill('What do you aim to change?', 'Half as many cardiac arrests in 18 months');
      await imran.press('Send the application');
      await imran.sees('Say why your organisation wants to take part', 422);
      assert.equal(await imran.value('What do you aim to change?'), 'Half as many cardiac arrests in 18 months');
      await imran.fill('Why does your organisation want to take part?', 'مرحبا 👩🏽‍⚕️ <script>alert(1)</script> We find harm that we know how to prevent.');
      await imran.press('Save as draft');
      await imran.sees('Nobody outside your organisation sees it yet');
      await imran.press('Go on with the application');
      assert.match(await imran.value('Why does your organisation want to take part?'), /^مرحبا 👩🏽‍⚕️ <script>alert/);
      await imran.press('Send the application');
      await imran.sees('on the waiting list');
      await imran.sees(/Your team is number \d+ on the waiting list/);

      // The chief executive is asked, and agrees.
      const ewas = await letterAbout(server, 'Chief executive', /Will you sponsor your team on LIPS IV/);
      const ewa = await server.comes('Chief executive', way);
      await ewa.open(new URL(ewas.text.match(/https?:\/\/\S+/)[0]).pathname);
      await ewa.press('I will be the sponsor');
      await ewa.sees('You are the sponsor of this application');
      await ewa.leave();

      // There are more places than was thought: whole teams move up, in their order, at once.
      const carys = await server.comes('Programme faculty', way);
      await letterAbout(server, 'Programme faculty', new RegExp(`${trust} applies for LIPS IV`));
      await carys.open('/programmes/lips/cohorts/4/work');
      await carys.follow('Change days and places');
      await carys.fill('Places', 'many');
      await carys.press('Save');
      await carys.sees('a whole number', 422);
      await carys.fill('Places', '20');
      await carys.press('Save');
      await carys.sees('Saved.');
      await letterAbout(server, 'Improvement lead', /A place on LIPS IV is yours/);

      // Reviewed, and accepted.
      await carys.follow(trust);
      await carys.sees('How ready it is');
      await carys.sees('who has agreed');
      await carys.press('Decide and tell them');
      await carys.sees('Choose whether the team is accepted', 422);
      await carys.choose('Decline');
      await carys.press('Decide and tell them');
      await carys.sees('Say why', 422);
      await carys.choose('Accept the team');
      await carys.press('Decide and tell them');
      await carys.sees('The team has been accepted');
      await carys.leave();
      await letterAbout(server, 'Improvement lead', /Your team is on LIPS IV/);

      // The team, place by place, until it is complete.
      await imran.open(workspace);
      await imran.follow('Your team on LIPS IV');
      await imran.sees('Not complete');
      for (let left = 10; (await imran.text()).includes('Empty, and needed'); --left) {
        assert.ok(left > 0, 'every empty place can be filled');
        await imran.go(() => imran.page.locator('.pr-seat--needed a').first().click());
        await imran.press('Save');
        await imran.sees('Enter their name', 422);
        await imran.fill('Name', `Person ${left}`);
        await imran.press('Save');
        await imran.sees('The place is taken');
      }
      await imran.sees('Somebody is named for every place that is needed');

      // Somebody is replaced, and not forgotten.
      await imran.follow('Change Person 10');
      await imran.choose('Somebody else has this place from a day on');
      await imran.fill('Name', 'Their successor');
      const next = new Date(Date.now() + 86_400_000 * 3);
      await imran.fill('Day', String(next.getUTCDate()));
      await imran.fill('Month', String(next.getUTCMonth() + 1));
      await imran.fill('Year', String(next.getUTCFullYear()));
      await imran.press('Save');
      await imran.sees('Saved.');
      await imran.sees('Person 10');

      // Everybody sees who takes part.
      const visitor = await Person.come(server, way);
      await visitor.open('/programmes/lips/cohorts/4');
      await visitor.sees(trust);
      await visitor.leave();
      await imran.leave();
      await server.close();
    });
