import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startKillable } from './killable-browser.ts';
import { expect, newProject, open, test } from './storage-test.ts';
import type { Deed } from './unattended.ts';

/** How often the browser is killed; the nightly run asks for ten times as many. */
const kills = Number(process.env['HENGZONG_KILLS'] ?? 20);

/** Two kills of three fall into edits and imports, the third into a project file that comes in. */
const deeds: readonly Deed[] = ['edits', 'imports', 'files'];

/** After so many kills the projects so far are put away, so that looking through them stays quick. */
const killsPerProject = 6;

/** Hears what the page says is stored. */
function listen(page: { on(event: 'console', hear: (message: { text(): string }) => void): void }) {
  const stored = { rows: [] as string[], projects: [] as string[] };
  page.on('console', (message) => {
    const [, told] = /^stored (.*)$/.exec(message.text()) ?? [];
    if (!told) return;
    const { row, project } = JSON.parse(told) as { row?: string; project?: string };
    if (row) stored.rows.push(row);
    if (project) stored.projects.push(project);
  });
  return stored;
}

test('whatever was stored is there after the browser is killed, and nothing is there by half', async ({
  harnessUrl,
}) => {
  test.setTimeout(60_000 + kills * 10_000);
  const profile = await mkdtemp(join(tmpdir(), 'hengzong-killed-'));
  let browser = await startKillable(profile, harnessUrl);
  /** What was said to be stored, of the projects that are still there. */
  let rows: string[] = [];
  let projects: string[] = [];
  let current = '';
  let heard = 0;
  try {
    await newProject(browser.page);
    await browser.close();
    browser = await startKillable(profile, harnessUrl);
    for (let kill = 0; kill < kills; kill++) {
      const { page } = browser;
      if (kill % killsPerProject === 0) {
        await page.evaluate(async () => {
          for (const { id } of await window.harness.listProjects()) {
            await window.harness.deleteProject(id);
          }
        });
        current = await newProject(page);
        [rows, projects] = [[], [current]];
      } else {
        await open(page, current);
      }
      const stored = listen(page);
      const deed = deeds[kill % deeds.length] as Deed;
      void page.evaluate((what) => window.harness.workOn(what), deed).catch(() => undefined);
      const moment = 20 + Math.random() * 380;
      await wait(moment);
      await browser.kill();
      heard += stored.rows.length + stored.projects.length;
      rows.push(...stored.rows);
      projects.push(...stored.projects);

      browser = await startKillable(profile, harnessUrl);
      const found = await browser.page.evaluate(() => window.harness.lookThrough());
      const at = `kill ${kill + 1}, ${Math.round(moment)} ms into ${deed}`;
      expect(found.faults, at).toEqual([]);
      expect(found.rows, at).toEqual(expect.arrayContaining(rows));
      expect(found.ids, at).toEqual(expect.arrayContaining(projects));
    }
    // Otherwise nothing has been tried.
    expect(heard).toBeGreaterThan(0);
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
