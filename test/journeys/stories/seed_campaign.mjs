// The seed page's first sentences: a campaign, where it comes from, what it wants and who stands behind it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

for (const engine of engines)
  for (const [name, way] of Object.entries(waysOn(engine))) {
    test(`“The Patient Safety First Campaign … was a key recommendation of Safety first (safetyfirstpaper.pdf 1.84 MB)”: ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const visitor = await Person.come(server, way);
      await visitor.open('/campaigns');
      await visitor.follow('Patient Safety First');
      await visitor.sees('No avoidable death and no avoidable harm', 200);
      // The aim as data, as far as it goes: how much, of what, by which day.
      await visitor.sees(/30% fewer adverse events per 1,000 patient days .*, by 31 December \d{4}/);
      await visitor.sees(/It was recommended in Safety first[^(]*\(PDF, [\d.]+ [kKM]B\)/);
      await visitor.follow(/^Safety first/);
      await visitor.sees(/Safety first/, 200);
      await visitor.sees('PDF');
      await visitor.leave();
      await server.close();
    });

    test(`“As a joint sponsor … we are working with healthcare communities … to create a culture where avoidable harm … is completely unacceptable”: ${name}, on ${engine}`, async () => {
      const server = await country(engine);
      const visitor = await Person.come(server, way);
      await visitor.open('/campaigns/PSF');
      for (const sponsor of ['NHS Institute for Innovation and Improvement', 'National Patient Safety Agency', 'The Health Foundation', 'Institute for Healthcare Improvement'])
        await visitor.sees(sponsor, 200);
      await visitor.sees('Joint sponsor');
      await visitor.sees('avoidable harm and avoidable death are unacceptable');
      // The communities: who has joined, region by region, and what each of them promised.
      await visitor.follow('Everybody who has joined, with their pledges');
      await visitor.sees(/\d+ organisations are members today\. \d+ of the 140 that could have joined have done so\./, 200);
      await visitor.fill('Part of its name', server.people['Chief executive'].place);
      await visitor.go(() => visitor.page.locator('.pr-filter button').click());
      await visitor.sees('1 member was found');
      await visitor.follow(server.people['Chief executive'].place);
      await visitor.sees('Its pledge', 200);
      await visitor.sees('Leadership for safety');
      await visitor.seesNot('@'); // nothing that is not public
      await visitor.follow('Leadership for safety');
      await visitor.sees('What drives it, and ideas to try', 200);
      await visitor.sees('Measures');
      await visitor.leave();
      await server.close();
    });
  }

for (const engine of engines)
  test(`The office makes a campaign from an earlier one and carries over the members that agreed, on ${engine}`, async () => {
    const server = await country(engine);
    const office = await server.comes('Campaign office');
    await office.open('/campaigns');
    await office.press('Add a campaign');
    await office.fill('Short name for addresses', 'PSF-2');
    await office.fill('Name', 'Patient Safety Always');
    await office.fill('Aim, in words', 'What has been won is kept.');
    await office.page.getByLabel('An earlier campaign that it follows').selectOption('PSF');
    await office.choose('Open');
    await office.press('Add the campaign');
    await office.sees('Leadership for safety', 200);
    await office.sees('Patient Safety First');
    await office.follow('Carry members over from an earlier campaign');
    const button = office.page.getByRole('button', { name: /^Carry \d+ members over today$/ });
    const count = Number((await button.innerText()).match(/\d+/)[0]);
    assert.ok(count > 10, String(count));
    await office.go(() => button.click());
    await office.open('/campaigns/PSF-2/members');
    await office.sees(`${count} organisations are members today`, 200);
    await office.open('/campaigns/PSF-2/carry-over');
    await office.sees('0 of its');
    await office.leave();
    await server.close();
  });
