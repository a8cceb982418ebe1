import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

test('without its worker the chain says so, and is there once it can be started', async ({
  app,
  host,
}) => {
  test.skip(host !== 'browser-host', 'standin: its pages come from no server that could fail');
  const worker = /chain-session-worker/;
  await app.context.route(worker, (route) => route.abort());
  const planner = await app.start({ sample: true });
  const line = planner.getByRole('alert').filter({ hasText: app.text('chain.lost') });
  await expect(line).toBeVisible();
  const found = plantedCounts.horizontal + plantedCounts.vertical;
  await expect(app.tab('findings')).toContainText(String(found));

  await app.context.unroute(worker);
  await line.getByRole('button', { name: app.text('chain.startAgain') }).click();
  await expect(line).toBeHidden();
  const vacancies = await app.openTable('vacancies');
  await expect(vacancies.getByRole('rowgroup').getByRole('row')).toHaveCount(2);
  // The browser reports the script that it could not load; that is the point here.
  app.errors.splice(0);
  app.foreignRequests.splice(0);
});
