import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { strict } from './strict.ts';

type Asked =
  | { kind: 'open'; options: OpenDialogOptions }
  | { kind: 'save'; options: SaveDialogOptions }
  | { kind: 'message'; options: MessageBoxOptions };

/** What the user of a test does in native dialogs: answers lie ready before they are asked for. */
export class DialogQueue {
  /** Every dialog that came up, in order. */
  readonly asked: Asked[] = [];
  readonly #open: string[][] = [];
  readonly #save: ((suggested: string) => string | null)[] = [];

  /** The next "open" dialog answers these paths; none cancels it. */
  answerOpen(paths: readonly string[]): void {
    this.#open.push([...paths]);
  }

  /** The next "save" dialog answers this path, made of the suggested one if need be; null cancels it. */
  answerSave(answer: string | null | ((suggested: string) => string)): void {
    this.#save.push(typeof answer === 'function' ? answer : () => answer);
  }

  /** The `dialog` of the stand-in. A dialog that nobody expected is an error. */
  readonly dialog = strict('dialog', {
    showOpenDialog: async (_window: unknown, options: OpenDialogOptions) => {
      this.asked.push({ kind: 'open', options });
      const filePaths = this.#open.shift();
      if (!filePaths) throw new Error(`Nobody answers the dialog "${options.title}".`);
      return { canceled: filePaths.length === 0, filePaths };
    },
    showSaveDialog: async (_window: unknown, options: SaveDialogOptions) => {
      this.asked.push({ kind: 'save', options });
      const answer = this.#save.shift();
      if (!answer) throw new Error(`Nobody answers the dialog "${options.title}".`);
      const filePath = answer(options.defaultPath ?? '');
      return { canceled: filePath === null, filePath: filePath ?? '' };
    },
    showMessageBox: async (_window: unknown, options: MessageBoxOptions) => {
      this.asked.push({ kind: 'message', options });
      return { response: 0, checkboxChecked: false };
    },
  } as unknown as Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>);
}
