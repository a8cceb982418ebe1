import { planted } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

const street = '学院路街道';

test('a street is found by Chinese, pinyin, initials and code; Enter opens it', async ({ app }) => {
  const planner = await app.start({ sample: true });
  for (const typed of ['学院路', 'xueyuanlu', 'xyl', 'XYLJD', '110108010']) {
    await test.step(typed, async () => {
      const results = await app.search(typed);
      await expect(results.getByRole('option').first()).toContainText(street);
      await planner.keyboard.press('Enter');
      await expect(results).toBeHidden();
      await expect(app.card(street)).toContainText(app.text('kind.street'));
      await planner.keyboard.press('Escape');
      await expect(app.card(street)).toBeHidden();
    });
  }

  await test.step('arrow keys choose among the hits', async () => {
    const results = await app.search('学院路');
    const second = results.getByRole('option').nth(1);
    await planner.keyboard.press('ArrowDown');
    await expect(second).toHaveAttribute('aria-selected', 'true');
    const name = ((await second.innerText()).match(/学院路\S*( 片)?/) ?? [''])[0];
    await planner.keyboard.press('Enter');
    await expect(app.card(name)).toBeVisible();
  });

  await test.step('a person is found by initials, without a phone as planted', async () => {
    const { person, target } = planted.unreachable;
    const results = await app.search('djb');
    await results.getByRole('option').filter({ hasText: person }).click();
    await expect(app.card(person)).toContainText(app.text('detail.noPhone'));
    await expect(app.card(person).getByRole('button', { name: target, exact: true })).toBeVisible();
  });

  await test.step('what is not there is said', async () => {
    await app.search('没有的地方');
    await expect(planner.getByText(app.text('search.none', { typed: '没有的地方' }))).toBeVisible();
    await planner.keyboard.press('Escape');
  });
});
