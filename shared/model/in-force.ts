import type { Exception } from './exception.ts';

/** Whether an exception counts on `day`, `YYYY-MM-DD`; its first and last day both do. */
export function isInForce({ from, expires }: Pick<Exception, 'from' | 'expires'>, day: string) {
  return from <= day && day <= expires;
}
