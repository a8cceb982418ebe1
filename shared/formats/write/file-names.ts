/** What no file name may hold, on any system. */
const unsafe = /[\\/:*?"<>|]|\p{Cc}|\p{Cs}/gu;

/** Names that Windows keeps for devices, with whatever suffix. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const longest = 60;

/** A name of a file, without folder and suffix, that every system takes. */
export function safeFileName(name: string): string {
  const kept = name
    .replace(unsafe, '_')
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trim();
  // Windows drops dots and blanks at the end.
  const base = kept.replace(/[. ]+$/, '') || '_';
  return devices.test(base.split('.')[0] ?? '') ? `${base}_` : base;
}
