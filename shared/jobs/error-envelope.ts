import { FormatError } from '#shared/formats/format-error.ts';
import { type ErrorEnvelope, errorEnvelope } from './envelope.ts';

/** What errors of our own carry beside their name, so that they can be told in any language. */
const told = errorEnvelope.pick({ key: true, params: true });

/** An error in a form that any thread understands. */
export function toErrorEnvelope(error: unknown): ErrorEnvelope {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return { name: error.name, message: error.message, ...told.safeParse(error).data };
}

/** The error again: a FormatError as such, any other with its name, its key and its parameters. */
export function fromErrorEnvelope({ name, message, key, params }: ErrorEnvelope): Error {
  if (name === 'FormatError' && key !== undefined) return new FormatError(key, params);
  const error = new Error(message);
  error.name = name;
  return Object.assign(error, key !== undefined && { key }, params && { params });
}
