/** Marks the place of the fuses in Electron's binary; after it: version, count, one byte each. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Names of Electron's fuses, in the order they stand in the binary (version 1 of the wire). */
const names = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/** The state of each fuse in a binary. */
export function readFuses(binary: Buffer): Record<string, boolean> {
  const start = binary.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  return Object.fromEntries(
    names.map((name, index) => [name, String.fromCharCode(binary[start + index] ?? 0) === '1']),
  );
}

/** An executable with nothing in it but fuses, all of them in the wrong position. */
export function fuseStub(): Buffer {
  const wrong = names.map((name) => (/Encryption|Asar/.test(name) ? '0' : '1')).join('');
  return Buffer.concat([
    Buffer.from(`\u007fELF ${fuseSentinel}`, 'latin1'),
    Buffer.from([1, names.length]),
    Buffer.from(`${wrong} end`, 'latin1'),
  ]);
}
