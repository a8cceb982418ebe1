import { test } from './driver/test.ts';

for (const [w, h, theme, locale] of [
  [1366, 768, 'light', 'zh-CN'],
  [1920, 1080, 'dark', 'en'],
] as const) {
  test.describe(`${w} ${theme} ${locale}`, () => {
    test.use({ appLocale: locale, viewport: { width: w, height: h } });
    test('borders', async ({ app }) => {
      const planner = await app.start({ sample: true });
      await planner.setViewportSize({ width: w, height: h });
      if (theme === 'dark') await app.switchTheme('dark');
      const table = await app.openTable('borders');
      await table.getByRole('row').nth(1).waitFor();
      await planner.waitForTimeout(1500);
      await planner.screenshot({ path: `/tmp/w/scratch-borders/b-${w}-list.png` });
      await table.getByRole('rowgroup').getByRole('row').nth(0).click();
      await planner.waitForTimeout(3000);
      await planner.screenshot({ path: `/tmp/w/scratch-borders/b-${w}-disputed.png` });
      await table.getByRole('rowgroup').getByRole('row').nth(7).click();
      await planner.waitForTimeout(2500);
      await planner.screenshot({ path: `/tmp/w/scratch-borders/b-${w}-open.png` });
      await planner.getByText(app.text('borders.level.zone'), { exact: true }).click();
      await planner.waitForTimeout(2500);
      await table.getByRole('rowgroup').getByRole('row').nth(0).click();
      await planner.waitForTimeout(2500);
      await planner.screenshot({ path: `/tmp/w/scratch-borders/b-${w}-zone.png` });
    });
  });
}
