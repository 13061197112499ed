// Everything public is found by its words; the library says what it is and what has changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { country, engines, waysOn } from '../house/country.mjs';
import { Person } from '../house/person.mjs';

for (const engine of engines)
  test(`A visitor finds an intervention by a word of it, on ${engine}`, async () => {
    const server = await country(engine);
    for (const way of Object.values(waysOn(engine))) {
      const visitor = await Person.come(server, way);
      await visitor.open('/search');
      await visitor.fill('Words to look for', 'Ventilators bundle');
      await visitor.page.getByRole('button', { name: 'Search', exact: true }).last().click();
      await visitor.page.waitForURL(/q=Ventilators/);
      await visitor.look();
      await visitor.sees('Everything');
      await visitor.open('/search?q=ventilator+bundle&kind=Intervention');
      await visitor.follow('Ventilator bundle');
      await visitor.sees('Stated in a source');
      await visitor.sees('Holds from');

      for (const [typed, answer] of [
        ['"', 'There is no word in what you looked for'],
        ['AND the', 'Every page has words as small as these'],
        ['zzzzz', 'Nothing was found'],
        ['insulin zzzzz', 'No page has all of these words'],
        ['😀', 'There is no word in what you looked for'],
        ['insulin* OR -x: (', 'insulin'],
        ['', 'Look for a word of a page'],
      ])
        await (await visitor.open(`/search?q=${encodeURIComponent(typed)}`)).sees(answer, 200);
      await (await visitor.open(`/search?q=${'w '.repeat(2000)}`)).sees('Search', 200);
      await visitor.leave();
    }
    await server.close();
  });

for (const engine of engines)
  test(`Members see what changed in the content of the campaign, on ${engine}`, async () => {
    const server = await country(engine);
    const member = await server.comes('Team member');
    await member.open('/library');
    await member.follow('What has changed lately');
    await member.sees('The guide is out before its measures are agreed.', 200);
    await member.open('/library/measures/INS-01/versions/3');
    await member.sees('What version 3 changed', 200);
    assert.ok((await member.page.locator('del').count()) > 0);
    assert.ok((await member.page.locator('ins').count()) > 0);
    await member.seesNot('Change it');
    await member.leave();
    await server.close();
  });

for (const engine of engines)
  test(`The office changes a row, agrees it and retires it, and nothing that it said is lost, on ${engine}`, async () => {
    const server = await country(engine);
    const office = await server.comes('Campaign office');
    await office.open('/library/measures/LEAD-09');
    await office.press('Change it');
    await office.fill('Goal', 'Every aim, within a year');
    await office.press('Save');
    await office.sees('Say in a sentence why', 422);
    assert.equal(await office.value('Goal'), 'Every aim, within a year');
    await office.fill('Why?', 'Boards asked for a date.');
    await office.press('Save');
    await office.sees('The draft is out.', 200);
    await office.sees('A draft of the next version is out.');
    await office.press('Agree the draft');
    await office.fill('Why?', 'Agreed by the office.');
    await office.press('Agree the draft');
    await office.sees('The new version is agreed.', 200);
    await office.sees('Every aim, within a year');

    // Two tabs: the second is told that it comes too late, and keeps what it has.
    await office.open('/library/measures/LEAD-09/change');
    const late = await office.context.newPage();
    await late.goto(`${server.url}/library/measures/LEAD-09/change`);
    await late.getByLabel('Goal').fill('From another tab');
    await late.getByLabel('Why?').fill('First.');
    await late.getByRole('button', { name: 'Save', exact: true }).click();
    await late.waitForURL(/done=drafted/);
    await office.fill('Goal', 'From the first tab');
    await office.fill('Why?', 'Second.');
    await office.press('Save');
    await office.sees('Somebody else has changed this', 409);
    assert.equal(await office.value('Goal'), 'From the first tab');

    await office.open('/library/measures/LEAD-09/retirement');
    await office.fill('Why?', 'No longer asked for.');
    await office.press('Retire it');
    await office.sees('It is retired.', 200);
    await office.open('/library/measures?q=LEAD-09');
    await office.sees('Nothing here fits');
    await office.open('/library/measures?q=LEAD-09&all=yes');
    await office.sees('Retired');

    await office.open('/library/walkround-prompts/add');
    await office.fill('Code', 'WR 20 <');
    await office.fill('When', 'ask');
    await office.fill('Question', 'What would you ask us?');
    await office.fill('Why?', 'A ward asked for it.');
    await office.press('Save');
    await office.sees('Use letters from A to Z', 422);
    await office.fill('Code', 'WR-20');
    await office.press('Save');
    await office.sees('It is in the library.', 200);
    await office.leave();
    await server.close();
  });
