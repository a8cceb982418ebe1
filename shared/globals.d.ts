/**
 * The few globals that browsers, workers and Node all have. `shared/` is compiled without the DOM
 * library so that nothing here can lean on a window; what it may use is listed in this file.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
/** A key that only the engine sees. */
interface CryptoKey {
  readonly type: string;
}
interface AesGcm {
  name: 'AES-GCM';
  iv: Uint8Array<ArrayBuffer>;
  additionalData: Uint8Array<ArrayBuffer>;
  tagLength: number;
}
declare const crypto: {
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  readonly subtle: {
    digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    importKey(
      format: 'raw',
      data: Uint8Array<ArrayBuffer>,
      algorithm: 'PBKDF2',
      extractable: false,
      usages: ['deriveKey'],
    ): Promise<CryptoKey>;
    deriveKey(
      algorithm: {
        name: 'PBKDF2';
        hash: 'SHA-256';
        salt: Uint8Array<ArrayBuffer>;
        iterations: number;
      },
      base: CryptoKey,
      derived: { name: 'AES-GCM'; length: 256 },
      extractable: false,
      usages: ['encrypt', 'decrypt'],
    ): Promise<CryptoKey>;
    encrypt(how: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    decrypt(how: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds?: number): number;
interface MessagePort {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
