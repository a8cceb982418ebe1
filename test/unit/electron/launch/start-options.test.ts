import { expect, test } from 'vitest';
import { LaunchError } from '#electron/launch/launch-error.mjs';
import { readStartOptions } from '#electron/launch/start-options.mjs';

test('without flags it is Electron with a window', () => {
  expect(readStartOptions([])).toEqual({
    help: false,
    browser: false,
    open: true,
    port: null,
    profile: null,
  });
});

test.each([['--browser'], ['--no-open'], ['--port', '40123']])(
  '%s means the browser host',
  (...args) => {
    expect(readStartOptions(args).browser).toBe(true);
  },
);

test.each([
  ['--port', '80'],
  ['--port', '70000'],
  ['--port', 'x'],
  ['--port', '1.5'],
  ['--nonsense'],
  ['file'],
])('refuses %s %s with a sentence', (...args) => {
  expect(() => readStartOptions(args)).toThrow(LaunchError);
});
