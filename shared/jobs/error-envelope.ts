import { FormatError } from '#shared/formats/format-error.ts';
import type { ErrorEnvelope } from './envelope.ts';

/** An error in a form that any thread understands. */
export function toErrorEnvelope(error: unknown): ErrorEnvelope {
  if (error instanceof FormatError) {
    const { name, message, key, params } = error;
    return { name, message, key, params };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** The error again, a FormatError as such. */
export function fromErrorEnvelope(envelope: ErrorEnvelope): Error {
  if (envelope.name === 'FormatError' && envelope.key !== undefined) {
    return new FormatError(envelope.key, envelope.params);
  }
  const error = new Error(envelope.message);
  error.name = envelope.name;
  return error;
}
