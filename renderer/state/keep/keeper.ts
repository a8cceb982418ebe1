import { getHost } from '#renderer/host/host.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { lastSavedAt } from '#renderer/state/project-file.ts';
import { backupKey } from '#renderer/storage/backup-keys.ts';
import { oneByOne } from '#renderer/state/one-by-one.ts';
import { useProject } from '#renderer/state/project.ts';
import { whenSaved } from '#renderer/state/project-actions.ts';
import { nameBackup, readBackupName } from '#shared/keep/backup-name.ts';
import { roomLeft } from '#shared/keep/room.ts';
import { isBackupDue, outOfRotation } from '#shared/keep/rotation.ts';
import { type Backup, useKeep } from './keep-state.ts';
import { noteSealing, sealingOf } from './sealing.ts';
import { runKeepJob } from './run-keep-job.ts';
import { sealOld } from './seal-old.ts';
import { writeChecked } from './write-checked.ts';

/** How often it is seen whether a backup is due and how much room is left, in ms. */
const roundMs = 60_000;
const dayMs = 86_400_000;
/** A project that was just opened is looked through after so long, when the window has its hands free. */
const firstLookMs = 10_000;

/** Reads the list of backups anew. @throws HostError */
export async function refreshBackups(): Promise<Backup[]> {
  const host = await getHost();
  const place = await host.backupPlace();
  const backups = (await host.listBackups())
    .flatMap((one) => {
      const facts = readBackupName(one.name);
      return facts ? [{ ...one, ...facts }] : [];
    })
    .sort((a, b) => b.time - a.time);
  useKeep.setState({ place, backups });
  return backups;
}

/** Lets the user choose the folder for backups, or grant it again. @throws HostError */
export async function chooseBackupPlace(): Promise<void> {
  await (await getHost()).chooseBackupPlace();
  await refreshBackups();
}

/** Whether everything that was edited is stored, so that the database is what the user sees. */
function isAtRest(): boolean {
  const { status, saving, role } = useProject.getState();
  return status === 'ready' && !saving && role === 'writer';
}

/** One backup at a time: a second that was begun meanwhile might take the name of the first, or its place. */
const inTurn = oneByOne();

/** Writes a backup of the open project now and clears away what is out of rotation. @throws HostError, JobError */
export const backUpNow = (): Promise<void> => inTurn(writeNow);

async function writeNow(): Promise<void> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return;
  const host = await getHost();
  const sealed = (await sealingOf(projectId)) !== null;
  const { bytes, sequence, project } = await runKeepJob('pack', { projectId, sealed });
  const now = Date.now();
  await writeChecked(host, {
    projectId,
    name: nameBackup({ time: now, sequence, project }),
    bytes,
  });
  await refreshBackups();
  // While something is wrong in the data, nobody knows which is the last backup without it.
  if (!useKeep.getState().problems?.length) await clearAway(projectId, now);
  useKeep.setState({ failed: null });
}

/** Removes the backups of a project that are out of rotation. @throws HostError */
async function clearAway(projectId: string, now: number): Promise<void> {
  const host = await getHost();
  const own = backupsOf(projectId);
  const old = new Set(
    outOfRotation(
      own.map(({ time }) => time),
      now,
    ),
  );
  for (const { name, time } of own) if (old.has(time)) await host.removeBackup({ projectId, name });
  const isLeft = (one: Backup) => one.projectId !== projectId || !old.has(one.time);
  useKeep.setState(({ backups }) => ({ backups: backups.filter(isLeft) }));
}

/** Seals the backups that were written before the project had a passphrase. @throws HostError */
async function sealOldBackups(projectId: string): Promise<void> {
  await refreshBackups();
  await sealOld(await getHost(), backupsOf(projectId), (of, bytes) =>
    runKeepJob('seal', { of, bytes }),
  );
  await noteSealing(projectId, 'sealed');
}

/** The backups of a project as far as the list was read, newest first. */
const backupsOf = (projectId: string): Backup[] =>
  useKeep.getState().backups.filter((one) => one.projectId === projectId);

async function backUpIfDue(): Promise<void> {
  const { project, history } = useProject.getState();
  if (!project || !isAtRest()) return;
  const known = useKeep.getState().place;
  const place = await (await getHost()).backupPlace();
  if (known?.state !== place.state || known.name !== place.name) await refreshBackups();
  const isReady = place.state === 'ready';
  const kept = Math.max(backupsOf(project.id)[0]?.time ?? 0, lastSavedAt(project.id));
  const sealing = await sealingOf(project.id);
  // Rather than an open backup none is written.
  const locked = sealing !== null && (await backupKey(project.id)) === null;
  useKeep.setState({ isBare: !isReady && Date.now() - kept > dayMs, locked });
  if (!isReady || locked) return;
  try {
    if (sealing === 'with-old-backups') await sealOldBackups(project.id);
  } finally {
    // Also where an old one is beyond reading: that is said, and new ones are written all the same.
    await writeIfDue(project.id, history.length);
  }
}

async function writeIfDue(projectId: string, sequence: number): Promise<void> {
  const isDue = () => isBackupDue(backupsOf(projectId), { sequence, now: Date.now() });
  if (!isDue()) return;
  // Reading the list takes longer the more there are: only when it matters whether it is the newest.
  await refreshBackups();
  if (isDue()) await writeNow();
}

async function lookForRoom(): Promise<void> {
  const [{ usage = 0, quota = Infinity }, host] = await Promise.all([
    navigator.storage.estimate(),
    getHost(),
  ]);
  useKeep.setState({ room: roomLeft({ usage, quota, diskFree: await host.diskFree() }) });
}

/** Looks through the open project; what is found is in {@link useKeep}. @throws JobError */
export async function checkNow(): Promise<void> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return;
  useKeep.setState({ checking: true });
  try {
    const problems = await runKeepJob('check', projectId);
    if (useProject.getState().project?.id === projectId) useKeep.setState({ problems });
  } finally {
    useKeep.setState({ checking: false });
  }
}

/** Takes the open project as it stands for what was stored, and looks through it again. @throws StorageError, JobError */
export async function trustAsItStands(): Promise<void> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return;
  await whenSaved();
  await runKeepJob('recount', projectId);
  await checkNow();
}

/** One round; what fails is said in the status bar and tried again in the next. */
async function round(): Promise<void> {
  try {
    await lookForRoom();
    await inTurn(backUpIfDue);
    useKeep.setState({ failed: null });
  } catch (error) {
    useKeep.setState({ failed: errorText(error) });
  }
}

/** Watches over the open project of this window. The returned function ends it. */
export function startKeeping(): () => void {
  let looked: string | null = null;
  let look: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    const { status, project } = useProject.getState();
    const open = status === 'ready' ? (project?.id ?? null) : null;
    if (open === looked) return;
    looked = open;
    clearTimeout(look);
    useKeep.setState({ problems: null, isBare: false, locked: false, failed: null });
    if (open === null) return;
    void sealingOf(open);
    // The browser may refuse; then nothing but backups helps when the disk runs full.
    void navigator.storage.persist().catch(() => false);
    look = setTimeout(() => {
      void lookForRoom().catch((error: unknown) => console.warn(error));
      void checkNow().catch((error: unknown) => console.warn(error));
    }, firstLookMs);
  };
  follow();
  const unsubscribe = useProject.subscribe(follow);
  const rounds = setInterval(() => void round(), roundMs);
  return () => {
    unsubscribe();
    clearTimeout(look);
    clearInterval(rounds);
  };
}
