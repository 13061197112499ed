// The programme, as the page that all came from describes it: what it is, what executives do on it, and
// how directors and clinicians develop their skills.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, withoutScript } from '../house/browser.mjs';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

const few = { 'at a desk': desk, 'on a phone without JavaScript': { ...phone, ...withoutScript } };

/// Somebody whose name is on a page; everybody in the country has an address like this.
async function comesByName(server, name, way) {
  const person = await Person.come(server, way);
  await person.open('/sign-in');
  await person.fill('Email address', `${name.toLowerCase().replace(/[^a-z ]/g, '').replace(' ', '.')}@demo.example`);
  await person.fill('Password', server.password);
  await person.press('Sign in');
  await person.sees('Sign out');
  return person;
}

for (const engine of engines) {
  for (const [name, way] of Object.entries(waysOn(engine)))
    test(`The LIPS programme supports and complements the campaign, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const visitor = await Person.come(server, way);
      await visitor.open('/programmes');
      await visitor.follow('Leading Improvement in Patient Safety (LIPS)');
      await visitor.sees('capacity and the capability to make the safety of patients the highest priority');
      await visitor.sees('Executive Quality and Safety Academy');
      await visitor.sees('Core modules');
      await visitor.sees('Masterclass');
      await visitor.sees('What happens, part by part');
      await visitor.follow('LIPS III');
      assert.equal(await visitor.heading().then((text) => text.split('\n').pop()), 'LIPS III');
      await visitor.sees(/20\d\d/);
      await visitor.sees(/\d+ organisations have a team in this cohort/);
      await visitor.sees('Next');
      await visitor.leave();
      await server.close();
    });

  for (const [name, way] of Object.entries(few)) {
    test(`Through the Executive Quality and Safety Academy chief executives and their executive teams produce a strategy, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const carys = await server.comes('Programme faculty', way);
      await carys.open('/organisations');
      await carys.follow('Keep the programme LIPS');
      await carys.follow('LIPS III');
      await carys.sees('Executive academy');
      const team = await carys.page.locator('a[href*="/cohorts/3/teams/"]').first().getAttribute('href');
      await carys.open(team.replace(/^https?:\/\/[^/]+/, ''));
      await carys.sees('Who is on the team');
      const chief = await carys.page.locator('.pr-seats__role', { hasText: 'Chief executive' }).locator('strong').first().innerText();

      // Who came to the academy, and who had prepared, on one form.
      await carys.open('/programmes/lips/cohorts/3/attendance/2');
      const box = carys.page.locator('input[name=prepared]').first();
      const ticked = await box.isChecked();
      await box.setChecked(!ticked);
      await carys.press('Save');
      await carys.sees('Attendance has been saved');
      await carys.open('/programmes/lips/cohorts/3/attendance/2');
      assert.equal(await carys.page.locator('input[name=prepared]').first().isChecked(), !ticked);
      await carys.leave();

      const ewa = await comesByName(server, chief, way);
      await ewa.open('/organisations');
      await ewa.follow(/Your team on LIPS III/);
      await ewa.sees('Attendance');
      await ewa.sees('Executive academy');
      const task = 'First draft of the patient safety improvement strategy';
      const button = ewa.page.getByRole('button', { name: new RegExp(`: ${task}$`) });
      const done = (await button.innerText()).startsWith('Open again');
      await ewa.go(() => button.click());
      await ewa.sees(done ? 'The task is open again' : 'Well done');
      if (done) {
        await ewa.go(() => ewa.page.getByRole('button', { name: new RegExp(`: ${task}$`) }).click());
        await ewa.sees('Well done');
      }
      await ewa.leave();
      await server.close();
    });

    test(`Directors and clinicians develop the knowledge and skills to eliminate harm, ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const hannah = await server.comes('Nursing director', way);
      await hannah.open('/organisations');
      await hannah.follow('What you can do: your own self-assessment');
      await hannah.follow('What you can do');
      await hannah.sees('No page here shows it to anybody else, whatever their role');
      await hannah.press('Begin');
      const answer = async (step) => {
        for (const radio of await hannah.page.locator(`input[type=radio][value="${step}"]`).all()) await radio.check();
      };
      await hannah.page.locator('input[type=radio][value="2"]').first().check();
      await hannah.press('Finish');
      await hannah.sees('Choose the level that fits today', 422);
      assert.ok(await hannah.page.locator('input[type=radio][value="2"]').first().isChecked(), 'what was chosen is kept');
      await answer(2);
      await hannah.press('Finish');
      await hannah.sees('Your assessment is finished');

      // The plan: what is missing is said, and what was typed stays.
      await hannah.fill('What will you do?', 'Plot our arrests every week');
      await hannah.press('Add');
      await hannah.sees('Choose what you want to get better at', 422);
      assert.equal(await hannah.value('What will you do?'), 'Plot our arrests every week');
      await hannah.page.getByLabel('What do you want to get better at?').selectOption({ label: 'Variation (now level 2)' });
      await hannah.page.getByLabel('To which level?').selectOption('4');
      await hannah.fill('Day', '1');
      await hannah.fill('Month', '3');
      await hannah.fill('Year', '2031');
      await hannah.press('Add');
      await hannah.sees('Plot our arrests every week');
      await hannah.sees('Variation, to level 4');

      // Later: again, and the picture has both.
      await hannah.press('Assess again');
      await answer(3);
      await hannah.press('Finish');
      await hannah.sees('2 assessments, the latest with the full dot');
      await hannah.go(() => hannah.page.getByRole('button', { name: /^Tick off ?: Plot our arrests every week$/ }).click());
      await hannah.sees('Well done');
      const own = await hannah.page.locator('.pr-todo a[href*="/capability/individual/"]').first().getAttribute('href');
      const level = hannah.path().replace(/\?.*/, '');
      await hannah.leave();

      // Theirs alone.
      const place = own.replace(/^https?:\/\/[^/]+/, '');
      for (const role of ['Administrator', 'Programme faculty', 'Chief executive']) {
        const other = await server.comes(role, way);
        await other.open(place);
        assert.equal(other.status, 404, role);
        await other.open(level);
        await other.seesNot('Plot our arrests every week');
        await other.leave();
      }
      await server.close();
    });
  }
}
