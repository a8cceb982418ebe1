import { create } from 'zustand';

interface PassphraseState {
  /** The file that asks for its passphrase, and whether one did not fit; null when none asks. */
  asked: { file: string; isAgain: boolean } | null;
  answer: (passphrase: string | null) => void;
}

export const usePassphrase = create<PassphraseState>()(() => ({ asked: null, answer: () => {} }));

/** Asks the user for the passphrase of a file; null when they would rather not. */
function ask(file: string, isAgain: boolean): Promise<string | null> {
  return new Promise((resolve) => {
    usePassphrase.setState({
      asked: { file, isAgain },
      answer: (passphrase) => {
        usePassphrase.setState({ asked: null });
        resolve(passphrase);
      },
    });
  });
}

/**
 * Reads a file by `open`, asking for its passphrase as often as needed. Answers null when the user gave up.
 * @throws what `open` throws otherwise
 */
export async function withPassphrase<T>(
  file: string,
  open: (passphrase: string | null) => Promise<T>,
): Promise<{ done: T; passphrase: string | null } | null> {
  let passphrase: string | null = null;
  for (;;) {
    try {
      return { done: await open(passphrase), passphrase };
    } catch (error) {
      const key = error instanceof Error && 'key' in error ? error.key : '';
      const isLocked = key === 'storage.file.locked';
      if (!isLocked && key !== 'storage.file.wrongPassphrase') throw error;
      passphrase = await ask(file, !isLocked);
      if (passphrase === null) return null;
    }
  }
}
