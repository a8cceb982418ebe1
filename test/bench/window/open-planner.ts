import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect } from '@playwright/test';
import { startServer } from '#electron/browser-host/server.ts';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { AppDriver } from '#test/e2e/driver/app-driver.ts';
import { startBrowserSession } from '#test/e2e/driver/browser-session.ts';
import { browserLaunchOptions } from '#test/e2e/driver/test-browser.ts';

const resources = join(projectFolder, 'resources');

/** The sample with as many issues as wanted: its own over and over, a little moved. */
async function sampleWith(issueCount: number): Promise<Uint8Array> {
  const bytes = await readFile(join(resources, 'sample/haidian.hengzong'));
  const { records } = await unpackProject(bytes);
  const issues = records.flatMap((record) =>
    record.kind === 'issueChunk'
      ? Array.from({ length: record.count }, (_, index) => unpackIssue(record, index))
      : [],
  );
  const more = Array.from({ length: issueCount }, (_, i) => {
    const issue = issues[i % issues.length] as (typeof issues)[0];
    const turn = Math.floor(i / issues.length);
    const [longitude, latitude] = issue.position;
    const position: [number, number] = [longitude + turn * 2e-4, latitude - turn * 2e-4];
    return turn === 0 ? issue : { ...issue, id: randomUUID(), position };
  });
  return packProject([
    ...records.filter(({ kind }) => kind !== 'issueChunk'),
    ...packIssues(more, () => randomUUID()),
  ]);
}

/** A built planner in a browser of its own, for measuring what its window does. */
export interface MeasuredPlanner {
  browser: Browser;
  app: AppDriver;
  close(): Promise<void>;
}

/** The built app at its three doors. */
export async function startPlanner(): Promise<MeasuredPlanner> {
  const server = await startServer({ pages: join(projectFolder, 'out/renderer'), resources });
  const browser = await chromium.launch(browserLaunchOptions());
  const session = await startBrowserSession(browser, server, {
    locale: 'zh-CN',
    reducedMotion: 'no-preference',
    deviceScaleFactor: 1,
  });
  const app = new AppDriver(session, 'zh-CN');
  await app.start();
  return {
    browser,
    app,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the sample with so many issues, and waits until all of it is there and checked. */
export async function openSampleWith(app: AppDriver, issueCount: number): Promise<void> {
  await openPacked(app, await sampleWith(issueCount));
  if ((await app.count('issues')) !== issueCount) throw new Error('Some issues are missing.');
}

/** Opens a project that holds nothing but its own record, and waits until it is at rest. */
export async function openEmptyProject(app: AppDriver): Promise<void> {
  const bytes = await readFile(join(resources, 'sample/haidian.hengzong'));
  const { records } = await unpackProject(bytes);
  await openPacked(app, await packProject(records.filter(({ kind }) => kind === 'project')));
}

async function openPacked(app: AppDriver, bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  try {
    const file = join(folder, 'sample.hengzong');
    await writeFile(file, bytes);
    await app.choosing([file], () =>
      app.planner.getByRole('button', { name: app.text('start.open') }).click(),
    );
    await app.map.waitFor({ timeout: 120_000 });
    // Of a project that holds nothing it says so.
    const proved = new RegExp(`\\d|${app.text('proof.nothing')}`);
    await expect(app.proof('vertical')).toContainText(proved, { timeout: 60_000 });
    // The map has drawn what came last.
    await app.planner.waitForTimeout(3000);
  } finally {
    await rm(folder, { recursive: true });
  }
}
