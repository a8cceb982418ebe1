import { FormatError } from '#shared/formats/format-error.ts';

/** First bytes of a sealed project file; a plain one begins as a zip. */
const magic = new TextEncoder().encode('HZSEALED');

/** Number of the newest container that this build reads and writes. */
const containerVersion = 1;

/** PBKDF2 with HMAC-SHA-256; other ways to a key would have other numbers. */
const derivation = 1;

/** Rounds of the derivation: well above the 600,000 that OWASP asks for; about half a second. */
const usualRounds = 1_000_000;

/** What is accepted when reading: fewer would be no protection, more would be no file of ours. */
const acceptedRounds = { least: 100_000, most: 10_000_000 };

const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
/** magic 8, version 1, derivation 1, rounds 4, salt 16, nonce 12. */
const headerBytes = magic.length + 6 + saltBytes + nonceBytes;

/** Whether the bytes are a project file that asks for a passphrase. */
export function isSealed(bytes: Uint8Array): boolean {
  return bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);
}

/**
 * The key of a passphrase. What a keyboard makes of the same characters (full-width letters, composed
 * accents) is made one by NFKC first.
 */
async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number) {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/**
 * Seals a project file with a passphrase: AES-256-GCM, the header authenticated with the content. Salt
 * and nonce are drawn anew each time. The layout stands in docs/project-file.md.
 */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  rounds = usualRounds,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(headerBytes);
  header.set(magic);
  const view = new DataView(header.buffer);
  view.setUint8(8, containerVersion);
  view.setUint8(9, derivation);
  view.setUint32(10, rounds);
  crypto.getRandomValues(header.subarray(14));
  const salt = header.slice(14, 14 + saltBytes);
  const nonce = header.slice(14 + saltBytes);
  const content = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: header, tagLength: tagBytes * 8 },
    await keyOf(passphrase, salt, rounds),
    bytes,
  );
  const sealed = new Uint8Array(headerBytes + content.byteLength);
  sealed.set(header);
  sealed.set(new Uint8Array(content), headerBytes);
  return sealed;
}

/**
 * The project file inside a sealed one.
 * @throws FormatError when the passphrase does not fit (or a single bit was changed: the two cannot be
 *   told apart), the file is cut off, or a newer version sealed it.
 */
export async function unseal(
  sealed: Uint8Array,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed.length < headerBytes + tagBytes) throw new FormatError('storage.file.cut');
  const header = sealed.slice(0, headerBytes);
  const view = new DataView(header.buffer);
  if (view.getUint8(8) > containerVersion || view.getUint8(9) !== derivation) {
    throw new FormatError('storage.file.newer', {
      found: view.getUint8(8),
      known: containerVersion,
    });
  }
  const rounds = view.getUint32(10);
  if (rounds < acceptedRounds.least || rounds > acceptedRounds.most) {
    throw new FormatError('storage.file.notOurs');
  }
  const salt = header.slice(14, 14 + saltBytes);
  const nonce = header.slice(14 + saltBytes);
  const key = await keyOf(passphrase, salt, rounds);
  try {
    const content = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: header, tagLength: tagBytes * 8 },
      key,
      sealed.slice(headerBytes),
    );
    return new Uint8Array(content);
  } catch {
    throw new FormatError('storage.file.wrongPassphrase');
  }
}
