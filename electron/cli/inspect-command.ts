import type { Command } from './command.ts';

/** `hengzong inspect`: what files are, with the evidence for it. */
export const inspectCommand: Command = {
  options: {
    valued: ['--boundary', '--encoding', '--lang'],
    switches: ['--json'],
    words: 'files',
  },
  run: async (options, translator) => {
    // Loaded when asked for, so that other commands start as fast as without it.
    const { runInspect } = await import('./run-inspect.ts');
    return runInspect(options, translator);
  },
};
