import type { FileFeature } from './parse-features.ts';

/** A property as a text without blanks around it; empty when it is neither text nor number. */
export function textOf({ properties }: FileFeature, property: string): string {
  const value = properties[property];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
