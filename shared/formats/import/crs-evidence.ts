import type { Problem } from '#shared/formats/source/problem.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { findCrs } from '#shared/geo/crs/crs.ts';
import type { CrsGuess } from '#shared/geo/crs/guess-crs.ts';

/** A share as per cent, with a decimal where whole numbers would hide the difference. */
function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}

/** What a rival would have given, when it is told apart by a share. */
interface Rival {
  /** Id of the system that comes second. */
  other: string;
  otherShare: number;
}

/** What the guess is held against: what the file says, else plain degrees, else the next best. */
function rivalOf(
  guess: CrsGuess,
  others: readonly CrsGuess[],
  of: 'inside' | 'onLine',
): Rival | null {
  const rivals = others.filter((one) => one !== guess && one.crs !== guess.crs);
  const rival =
    rivals.find(({ declared }) => declared) ??
    rivals.find(({ crs }) => crs === 'EPSG:4326' || crs === 'EPSG:4490') ??
    rivals[0];
  return rival ? { other: rival.crs, otherShare: percent(rival[of] ?? 0) } : null;
}

/**
 * What speaks for a guess, each a key under `crs.evidence` with its parameters; `other` among them
 * is the id of another system, to be put into words.
 */
export function crsEvidence(
  layer: SourceLayer,
  guess: CrsGuess,
  guesses: readonly CrsGuess[],
): Problem[] {
  const evidence: Problem[] = [];
  const say = (key: string, params: Problem['params'] = {}) => evidence.push({ key, params });
  const { crs } = layer;
  if (guess.declared && crs) say('declared', { from: crs.from, text: crs.text });
  else if (!crs) say('undeclared');
  else if (crs.id === null) say('unknown', { from: crs.from, text: crs.text });
  if (guess.hinted) say('hinted');
  if (guess.inside === null) {
    if (!guess.declared && !guess.hinted) say('numbers');
  } else {
    const share = percent(guess.inside);
    const rival = rivalOf(guess, guesses, 'inside');
    if (rival && rival.otherShare < share) say('only', { share, ...rival });
    else {
      say('inside', { share });
      const line = rivalOf(guess, guesses, 'onLine');
      const lineShare = percent(guess.onLine ?? 0);
      if (line && line.otherShare < lineShare) say('line', { share: lineShare, ...line });
    }
  }
  if (guess.swapped) say('swapped');
  const metres = findCrs(guess.crs)?.uncertaintyM ?? 0;
  if (metres >= 10) say('uncertain', { metres });
  return evidence;
}
