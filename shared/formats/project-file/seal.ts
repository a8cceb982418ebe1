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

/** A key with what it was derived by: files that are sealed with it open with its passphrase. */
export interface SealingKey {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  /** Does its work and tells nobody what it is (not extractable). */
  key: CryptoKey;
}

/** Derives a key from a passphrase, with a salt of its own: half a second's work. */
export async function sealingKey(passphrase: string, rounds = usualRounds): Promise<SealingKey> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  return { salt, rounds, key: await keyOf(passphrase, salt, rounds) };
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
  return sealWith(bytes, await sealingKey(passphrase, rounds));
}

/** The same with a key that is there already; the nonce is drawn anew each time. */
export async function sealWith(
  bytes: Uint8Array<ArrayBuffer>,
  { salt, rounds, key }: SealingKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(headerBytes);
  header.set(magic);
  const view = new DataView(header.buffer);
  view.setUint8(8, containerVersion);
  view.setUint8(9, derivation);
  view.setUint32(10, rounds);
  header.set(salt, 14);
  crypto.getRandomValues(header.subarray(14 + saltBytes));
  const nonce = header.slice(14 + saltBytes);
  const content = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: header, tagLength: tagBytes * 8 },
    key,
    bytes,
  );
  const sealed = new Uint8Array(headerBytes + content.byteLength);
  sealed.set(header);
  sealed.set(new Uint8Array(content), headerBytes);
  return sealed;
}

/**
 * The project file inside a sealed one, by its passphrase or by the key that sealed it.
 * @throws FormatError `storage.file.locked` when the key is not the one that sealed it; others when the passphrase does not fit (or a single bit was changed: the two cannot be
 *   told apart), the file is cut off, or a newer version sealed it.
 */
export async function unseal(
  sealed: Uint8Array,
  opener: string | SealingKey,
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
  const isOwn =
    typeof opener === 'string' ||
    (opener.rounds === rounds && opener.salt.every((byte, i) => byte === salt[i]));
  if (!isOwn) throw new FormatError('storage.file.locked');
  const key = typeof opener === 'string' ? await keyOf(opener, salt, rounds) : opener.key;
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
