import type { Command } from './command.ts';

/** `hengzong convert`: files of any format as one of another, in any coordinate system. */
export const convertCommand: Command = {
  options: {
    valued: [
      '--out',
      '--from-crs',
      '--to-crs',
      '--boundary',
      '--encoding',
      '--out-encoding',
      '--layer',
      '--lang',
    ],
    switches: ['--json', '--swapped'],
    short: { '-o': '--out' },
    words: 'files',
  },
  run: async (options, translator) => {
    // Loaded when asked for, so that other commands start as fast as without it.
    const { runConvert } = await import('./run-convert.ts');
    return runConvert(options, translator);
  },
};
