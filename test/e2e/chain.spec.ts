import type { Locator } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

/** Looks for somebody in a field for people by the initials of a name, and takes the first who fits. */
async function choosePerson(app: AppDriver, field: Locator, typed: string): Promise<string> {
  await field.fill(typed);
  const option = app.planner.locator('.ant-select-item-option').first();
  await expect(option).toBeVisible();
  const words = await option.innerText();
  await app.planner.keyboard.press('Enter');
  return words.split(' · ')[0] as string;
}

const verticalCount = (app: AppDriver, count: number) =>
  expect(app.proof('vertical')).toHaveText(`${app.text('proof.vertical')}${count}`);

const yesterday = () =>
  new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);

/** A vacancy is filled from its finding, gone at once, and back with undo; yesterday it stood open. */
async function fillVacancy(app: AppDriver) {
  const { planner } = app;
  const { target } = planted.vacant;
  const table = await app.openTable('findings');
  await app.proof('vertical').click();
  await verticalCount(app, plantedCounts.vertical);
  const row = table
    .getByRole('row')
    .filter({ hasText: target })
    .filter({ hasText: app.text('rule.vacant') });
  const dialog = app.dialog('chainFix.long.appoint');
  let person = '';

  await test.step('by the keyboard: the row, its fix, a name in initials', async () => {
    await row.click();
    await planner.keyboard.press('f');
    await planner.keyboard.press('Enter');
    const field = dialog.getByRole('combobox');
    await expect(field).toBeFocused();
    person = await choosePerson(app, field, 'w');
    await dialog.getByRole('button', { name: app.text('repair.apply') }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the finding and the vacancy are gone, the chain names the person', async () => {
    await expect(row).toHaveCount(0);
    await verticalCount(app, plantedCounts.vertical - 1);
    await app.choose(target);
    const chain = app.card(target).getByRole('list', { name: app.text('chain.title') });
    await expect(chain.getByRole('listitem').last()).toContainText(person);
  });

  await test.step('yesterday nobody held it, and the window says that it is not today', async () => {
    const day = app.card(target).getByRole('textbox', { name: app.text('chain.day') });
    await day.fill(yesterday());
    await day.press('Enter');
    const last = app
      .card(target)
      .getByRole('list', { name: app.text('chain.title') })
      .getByRole('listitem')
      .last();
    await expect(last).toContainText(app.text('chain.vacant'));
    const line = planner.getByText(app.text('chain.asOf.past', { day: yesterday() }));
    await expect(line).toBeVisible();
    await planner.getByRole('button', { name: app.text('chain.asOf.back') }).click();
    await expect(line).toBeHidden();
    await expect(last).toContainText(person);
  });

  await test.step('undo brings the finding back', async () => {
    await planner.keyboard.press('Control+z');
    await expect(row).toHaveCount(1);
    await verticalCount(app, plantedCounts.vertical);
  });

  await test.step('of two holders one is kept with one press', async () => {
    const name = app.text('chainFix.long.keep-holder', { name: planted.doubleHolder.people[0] });
    await table.getByRole('button', { name }).click();
    await verticalCount(app, plantedCounts.vertical - 1);
    await planner.keyboard.press('Control+z');
    await verticalCount(app, plantedCounts.vertical);
  });
}

test('the chain is asked at a spot where block, road and site meet, and where nobody answers', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  const [site, road, block] = ['中关村-青枫天桥 点', '中关村-青枫大街 条', '中关村-02 片'];
  await planner.keyboard.press('l');
  await app.choose(site);
  const { x, y } = await app.middleBesideCard(site);

  await test.step('a click on the site says why it goes before the road and the block', async () => {
    await expect(async () => {
      await planner.mouse.click(x, y);
      await expect(app.card(site)).toContainText(
        app.text('chain.reason.shape', {
          zone: site,
          shape: app.text('shape.site'),
          others: `${road}、${block}`,
        }),
        { timeout: 1500 },
      );
    }).toPass({ timeout: 20_000 });
    const chain = app.card(site).getByRole('list', { name: app.text('chain.title') });
    await expect(chain.getByRole('listitem').first()).toContainText('海淀区');
    await expect(chain).toContainText('199-0000-');
    await expect(app.card(site)).toContainText(app.text('chain.firstTeam'));
    await expect(app.card(site)).toContainText('km/h');
  });

  await test.step('the same for a class of issue, and as text', async () => {
    await app
      .card(site)
      .getByRole('combobox', { name: app.text('chain.issueClass') })
      .click();
    await planner.keyboard.type('暴露垃圾');
    await planner.keyboard.press('Enter');
    await expect(app.card(site).getByRole('list', { name: app.text('chain.title') })).toBeVisible();
    await app
      .card(site)
      .getByRole('button', { name: app.text('chain.copy') })
      .click();
    await expect(planner.getByText(/责任链已复制|系统不允许复制/)).toBeVisible();
  });

  await test.step('the zones named lead to their own cards', async () => {
    await app
      .card(site)
      .getByRole('button', { name: `${app.text('shape.strip')} ${road}` })
      .click();
    await expect(app.card(road)).toBeVisible();
    await planner.keyboard.press('Escape');
  });

  const here = app.card(app.text('chain.here_title'));
  await test.step('coordinates can be typed, and nobody answers outside the district', async () => {
    const results = await app.search('116.31，39.97');
    await expect(results.getByRole('option')).toHaveCount(1);
    await planner.keyboard.press('Enter');
    await expect(here).toContainText('海淀-09 片');
    await app.search('116, 39.5');
    await planner.keyboard.press('Enter');
    await expect(here).toContainText(app.text('chain.outside'));
    await planner.keyboard.press('Escape');
    await expect(here).toBeHidden();
  });

  await test.step('a key asks for the middle of the map', async () => {
    await planner.keyboard.press('c');
    await expect(here).toContainText(app.text('chain.outside'));
  });
});

/** Several vacancies are filled in one step, and a card shows all that somebody holds. */
async function fillAll(app: AppDriver) {
  const { planner } = app;
  await verticalCount(app, plantedCounts.vertical);
  const table = await app.openTable('vacancies');
  await expect(table.getByRole('rowgroup').getByRole('row')).toHaveCount(2);
  let person = '';

  await test.step('tick all, choose one person for all', async () => {
    await planner.getByRole('checkbox', { name: app.text('vacancies.tickAll') }).check();
    const name = app.text('vacancies.fillTicked', { count: 2 });
    await planner.getByRole('button', { name }).click();
    const dialog = app.dialog('vacancies.fillTitle', { count: 2 });
    const all = dialog.getByRole('combobox', { name: app.text('vacancies.samePerson') });
    person = await choosePerson(app, all, 'z');
    await dialog.getByRole('button', { name: app.text('vacancies.fill', { count: 2 }) }).click();
    await expect(planner.getByText(app.text('vacancies.none'))).toBeVisible();
    await verticalCount(app, plantedCounts.vertical - 2);
  });

  await test.step('the person holds both now', async () => {
    await app.choose(person);
    for (const place of [planted.vacant.target, planted.expired.target]) {
      await expect(app.card(person).getByRole('row').filter({ hasText: place })).toBeVisible();
    }
  });

  await test.step('one undo takes both back', async () => {
    await planner.keyboard.press('Control+z');
    await expect(table.getByRole('rowgroup').getByRole('row')).toHaveCount(2);
    await verticalCount(app, plantedCounts.vertical);
    await expect(app.card(person)).not.toContainText(planted.vacant.target);
  });
}

test('vacancies are filled from a finding and all at once; yesterday they stood open', async ({
  app,
}) => {
  await app.start({ sample: true });
  await test.step('from a finding', () => fillVacancy(app));
  await test.step('all at once', () => fillAll(app));
});
