import { profileHeader } from './answer-request.ts';

/** Whether the program that listens on `port` is this profile's own server. */
export async function isRunningInstance(port: number, profileId: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(2_000),
    });
    return answer.headers.get(profileHeader) === profileId;
  } catch {
    return false;
  }
}
