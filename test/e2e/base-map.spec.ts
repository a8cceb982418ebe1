import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { expect, test } from './driver/test.ts';

/** A picture of 1 × 1 pixel in pure red, which nothing of the app's own map is. */
const redPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

function writeMbtiles(path: string): void {
  const file = new DatabaseSync(path);
  file.exec(`
    CREATE TABLE metadata (name text, value text);
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);
    INSERT INTO metadata VALUES ('format', 'png'), ('minzoom', '0'), ('maxzoom', '2');
  `);
  const put = file.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  for (let z = 0; z <= 2; z++) {
    for (let x = 0; x < 2 ** z; x++) for (let y = 0; y < 2 ** z; y++) put.run(z, x, y, redPng);
  }
  file.close();
}

/** Whether the middle of the map's right half, away from the district, is the base map's red. */
async function isRed(page: Page): Promise<boolean> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  const shot = await page.screenshot({
    clip: { x: size.width - 60, y: 120, width: 8, height: 8 },
  });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(8, 8).getContext('2d');
    context?.drawImage(image, 0, 0, 8, 8);
    const [r = 0, g = 255, b = 255] = context?.getImageData(4, 4, 1, 1).data ?? [];
    return r > 200 && g < 60 && b < 60;
  }, shot.toString('base64'));
}

test('a base map from a file is drawn, and there again after a restart', async ({ app }, info) => {
  const planner = await app.start({ sample: true });
  const path = info.outputPath('离线底图.mbtiles');
  writeMbtiles(path);
  const panel = await app.openPanel('layers');
  const section = panel.getByRole('region', { name: app.text('baseMap.title') });
  const choice = (name: string) => section.getByRole('radio', { name });
  await expect(choice(app.text('baseMap.none'))).toBeChecked();
  expect(await isRed(planner)).toBe(false);

  await test.step('a file that is no base map is refused in one sentence', async () => {
    await section.locator('input[type=file]').setInputFiles('test/fixtures/import/points.csv');
    await expect(section.getByRole('alert')).toContainText(app.text('format.tiles.unknown'));
  });
  await test.step('the file is kept and drawn', async () => {
    await section.locator('input[type=file]').setInputFiles(path);
    await expect(choice('离线底图.mbtiles')).toBeChecked();
    await expect.poll(() => isRed(planner)).toBe(true);
  });
  await test.step('it is there after the window was loaded anew', async () => {
    await planner.reload();
    await app.map.waitFor();
    await expect.poll(() => isRed(planner)).toBe(true);
  });
  await test.step('it goes when it is removed', async () => {
    await app.openPanel('layers');
    await section
      .getByRole('button', { name: app.text('baseMap.remove', { name: '离线底图.mbtiles' }) })
      .click();
    await expect(choice(app.text('baseMap.none'))).toBeChecked();
    await expect.poll(() => isRed(planner)).toBe(false);
  });
});

test('an address on the network is asked while it is switched on, and at no other time', async ({
  app,
}) => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(redPng);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const planner = await app.start({ sample: true });
    const panel = await app.openPanel('layers');
    const section = panel.getByRole('region', { name: app.text('baseMap.title') });
    await section.getByRole('button', { name: app.text('baseMap.openOnline') }).click();
    const { port } = server.address() as AddressInfo;
    await section
      .getByRole('textbox', { name: app.text('baseMap.template.own') })
      .fill(`http://127.0.0.1:${port}/{z}/{x}/{y}.png`);
    expect(asked).toBe(0);
    const online = section.getByRole('switch', { name: app.text('baseMap.useOnline') });
    await online.click();
    await expect.poll(() => isRed(planner)).toBe(true);
    expect(asked).toBeGreaterThan(0);

    await online.click();
    await expect.poll(() => isRed(planner)).toBe(false);
    const before = asked;
    await app.map.press('+');
    await app.map.press('ArrowRight');
    await planner.reload();
    await app.map.waitFor();
    await planner.getByRole('contentinfo').waitFor();
    expect(asked).toBe(before);
    expect(app.foreignRequests).toEqual([]);
  } finally {
    server.close();
  }
});
