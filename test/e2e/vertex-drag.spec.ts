import type { Locator } from '@playwright/test';
import { expect, test } from './driver/test.ts';
import { plantedCounts } from './driver/planted.ts';

/** A zone at the outline of the sample's district: a vertex that it has alone may open a gap there. */
const zone = '万寿路-08 片';

async function middleOf(handle: Locator): Promise<{ x: number; y: number }> {
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The handle is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a dragged vertex shows what breaks before it is dropped', async ({ app }) => {
  const planner = await app.start({ sample: true });
  await planner.emulateMedia({ reducedMotion: 'reduce' });
  const proof = app.proof('horizontal');
  const before = plantedCounts.horizontal;
  await expect(proof).toContainText(String(before), { timeout: 30_000 });
  await app.choose(zone);
  const alone = new RegExp(app.text('vertex.handle', { number: '\\d+', total: '\\d+', count: 1 }));
  const handle = planner.getByRole('button', { name: alone }).nth(2);
  await expect(handle).toBeVisible();
  const start = await middleOf(handle);
  const hint = planner.getByRole('contentinfo');
  await expect(hint).toContainText(app.text('hint.handles'));

  const drag = async (): Promise<void> => {
    await planner.mouse.move(start.x, start.y);
    await planner.mouse.down();
    await planner.mouse.move(start.x + 5, start.y - 15, { steps: 4 });
    await planner.mouse.move(start.x + 10, start.y - 35, { steps: 4 });
  };

  await test.step('the findings follow while the button is down', async () => {
    await drag();
    await expect(hint).toContainText(app.text('vertex.dragging'));
    await expect(proof).not.toContainText(new RegExp(`${before}$`));
    await expect.poll(() => app.count('findings')).toBeGreaterThan(0);
    expect(Number((await proof.innerText()).replace(/\D/g, ''))).toBeGreaterThan(before);
  });

  await test.step('Esc restores everything', async () => {
    await planner.keyboard.press('Escape');
    await planner.mouse.up();
    await expect(proof).toContainText(new RegExp(`${before}$`));
    expect(await middleOf(handle)).toEqual(start);
    await expect(app.card(zone)).toBeVisible();
  });

  await test.step('dropping it makes one edit, and undo takes it back', async () => {
    await drag();
    await planner.mouse.up();
    await expect(hint).not.toContainText(app.text('vertex.dragging'));
    const entries = await app.openTable('history');
    await expect(entries.getByRole('row').nth(1)).toContainText(
      app.text('edit.moveVertex', { title: zone }),
    );
    await expect(proof).not.toContainText(new RegExp(`${before}$`));
    await planner.keyboard.press('Control+z');
    await expect(proof).toContainText(new RegExp(`${before}$`));
    expect(await middleOf(handle)).toEqual(start);
  });

  await test.step('the keyboard moves it too', async () => {
    await handle.focus();
    await expect(hint).toContainText(app.text('vertex.focused'));
    for (let i = 0; i < 15; i++) await planner.keyboard.press('ArrowLeft');
    await expect(hint).toContainText(app.text('vertex.nudging'));
    await expect(proof).not.toContainText(new RegExp(`${before}$`));
    await planner.keyboard.press('Escape');
    await expect(proof).toContainText(new RegExp(`${before}$`));
    await planner.keyboard.press('Shift+ArrowDown');
    await planner.keyboard.press('ArrowDown');
    await planner.keyboard.press('Enter');
    const entries = await app.openTable('history');
    await expect(entries.getByRole('row').nth(1)).toContainText(zone);
  });
});
