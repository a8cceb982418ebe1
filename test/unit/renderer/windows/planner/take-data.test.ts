import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { closedProject, type ProjectState, useProject } from '#renderer/state/project.ts';
import { takeData } from '#renderer/windows/planner/take-data.ts';
import type { DataFile } from '#shared/host/host.ts';

const given: DataFile[] = [{ name: 'zones.geojson', bytes: new Uint8Array(3) }];
const away: DataFile[] = [{ name: 'zones.geojson', bytes: new Blob(['{}']) }];

const turn = (status: ProjectState['status']) => useProject.setState({ status });
const shown = () => (useDialogs.getState().open === 'import' ? useDialogs.getState().files : null);

/** Ways on which files take as long as the test likes. */
function ways() {
  const putAway = Promise.withResolvers<void>();
  const forget = vi.fn();
  const create = vi.fn(async () => turn('ready'));
  const readAhead = vi.fn(async () => {
    await putAway.promise;
    return { files: away, forget };
  });
  return { putAway, forget, create, readAhead };
}

beforeEach(() => useProject.setState(closedProject));
afterEach(() => {
  useDialogs.getState().close();
  useProject.setState(closedProject);
});

it('takes files into the open project', async () => {
  turn('ready');
  const { putAway, ...rest } = ways();
  putAway.resolve();
  await takeData(given, rest);
  expect(shown()).toBe(away);
  expect(rest.create).not.toHaveBeenCalled();
  expect(rest.forget).not.toHaveBeenCalled();
});

it('makes a project for them where none is open', async () => {
  const { putAway, forget, ...rest } = ways();
  putAway.resolve();
  await takeData(given, rest);
  expect(rest.create).toHaveBeenCalledOnce();
  expect(shown()).toBe(away);
  expect(forget).not.toHaveBeenCalled();
});

it('puts no new project in the place of one that was opened meanwhile', async () => {
  const { putAway, forget, ...rest } = ways();
  const over = takeData(given, rest);
  await vi.waitFor(() => expect(rest.readAhead).toHaveBeenCalledOnce());
  turn('loading');
  putAway.resolve();
  await Promise.resolve();
  expect(shown()).toBeNull();
  turn('ready');
  await over;
  expect(rest.create).not.toHaveBeenCalled();
  expect(shown()).toBe(away);
  expect(forget).not.toHaveBeenCalled();
});

it('makes one project for files that come while others are put away', async () => {
  const { putAway, forget, ...rest } = ways();
  const first = takeData([{ name: 'points.csv', bytes: new Uint8Array(3) }], rest);
  const second = takeData(given, rest);
  putAway.resolve();
  await first;
  expect(shown()).toBe(away);
  await second;
  expect(rest.create).toHaveBeenCalledOnce();
  expect(rest.readAhead).toHaveBeenCalledTimes(2);
  expect(forget).not.toHaveBeenCalled();
});

it('lets go of the files where the project that was opened meanwhile is broken', async () => {
  const { putAway, forget, ...rest } = ways();
  const over = takeData(given, rest);
  await vi.waitFor(() => expect(rest.readAhead).toHaveBeenCalledOnce());
  turn('broken');
  putAway.resolve();
  await over;
  expect(rest.create).not.toHaveBeenCalled();
  expect(shown()).toBeNull();
  expect(forget).toHaveBeenCalledOnce();
});

it('lets go of the files, and says why, where no project can be made', async () => {
  const { putAway, forget, readAhead } = ways();
  putAway.resolve();
  const create = () => Promise.reject(new Error('no room'));
  await expect(takeData(given, { readAhead, create })).rejects.toThrow('no room');
  expect(forget).toHaveBeenCalledOnce();
  expect(shown()).toBeNull();
});

it('says so where the files cannot be put away', async () => {
  const { create } = ways();
  const readAhead = () => Promise.reject(new Error('no memory'));
  await expect(takeData(given, { readAhead, create })).rejects.toThrow('no memory');
  expect(create).not.toHaveBeenCalled();
});
