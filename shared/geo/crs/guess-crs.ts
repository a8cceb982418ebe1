import type { MultiPolygon, Polygon, Position } from 'geojson';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { type CrsCandidate, crsCandidates } from './crs-candidates.ts';
import { crsConverter } from './converter.ts';
import { findCrs } from './crs.ts';

/** What is known beside the numbers of a layer. */
export interface CrsClues {
  /** Id of the system that the file names. */
  declared: string | null;
  /** Ids that its names and headings speak of, such as 百度经度. */
  hinted: readonly string[];
  /** Ground in WGS84 that the layer should lie in: the district's outline, else other layers. */
  reference: readonly (Polygon | MultiPolygon)[];
}

/** A system the positions may be in, with what speaks for it. */
export interface CrsGuess extends CrsCandidate {
  declared: boolean;
  hinted: boolean;
  /** Share of the sampled positions inside the reference; null without one. */
  inside: number | null;
  /** Share of them on the very line of the reference, within 2 m. */
  onLine: number | null;
  /**
   * `sure`: the file says so and nothing speaks against it, or only so do the positions lie where
   * they should. `likely`: the best of several. `open`: the user has to say.
   */
  trust: 'sure' | 'likely' | 'open';
}

const sampleCount = 1500;
const fewSamples = 100;
/** About 2 m in degrees of latitude: less than any two systems differ by, more than rounding. */
const lineWidth = 2e-5;

/** Positions evenly spread over a list. */
export function samplePositions(positions: readonly Position[], count = sampleCount): Position[] {
  const step = Math.max(1, positions.length / count);
  const samples: Position[] = [];
  for (let at = 0; at < positions.length; at += step) {
    samples.push(positions[Math.floor(at)] as Position);
  }
  return samples;
}

interface Score {
  inside: number;
  onLine: number;
}

function score(places: readonly Position[], reference: readonly AreaIndex[]): Score {
  let [inside, onLine] = [0, 0];
  for (const place of places) {
    const found = reference.map((area) => area.locate(place, lineWidth));
    if (found.includes('border')) onLine += 1;
    if (found.some((one) => one !== 'outside')) inside += 1;
  }
  const count = Math.max(1, places.length);
  return { inside: inside / count, onLine: onLine / count };
}

function middleLongitude(reference: readonly AreaIndex[]): number | null {
  const [first] = reference;
  return first ? (first.bounds[0] + first.bounds[2]) / 2 : null;
}

function rank(guess: CrsGuess): number[] {
  return [
    Math.round(100 * (guess.inside ?? 0)),
    Math.round(20 * (guess.onLine ?? 0)),
    Number(guess.declared),
    Number(guess.hinted),
  ];
}

function byRank(a: CrsGuess, b: CrsGuess): number {
  const [one, other] = [rank(a), rank(b)];
  for (let i = 0; i < one.length; i++) {
    const difference = (other[i] ?? 0) - (one[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Lead in the share inside, or on the line, that settles a question. */
const clearLead = 0.02;
const clearLine = 0.1;

function trustOf(best: CrsGuess, second: CrsGuess | undefined): CrsGuess['trust'] {
  if (best.inside === null) return best.declared ? 'sure' : best.hinted ? 'likely' : 'open';
  if (best.inside < 0.5) return 'open';
  if (!second) return 'sure';
  const isClear =
    best.inside - (second.inside ?? 0) >= clearLead ||
    (best.onLine ?? 0) - (second.onLine ?? 0) >= clearLine;
  if (isClear) return best.inside >= 0.9 ? 'sure' : 'likely';
  return best.declared ? 'sure' : 'likely';
}

/** Degrees of WGS84 and CGCS2000 are the same to us: what the file says is what it is called. */
function merged(candidates: readonly CrsCandidate[], clues: CrsClues): CrsCandidate[] {
  const { declared, hinted } = clues;
  const named = [declared, ...hinted].filter((id) => id !== null);
  const chinese = named.includes('EPSG:4490') && !named.includes('EPSG:4326');
  const list = candidates.map(({ crs, swapped }) => ({
    crs: chinese && crs === 'EPSG:4326' ? 'EPSG:4490' : crs,
    swapped,
  }));
  for (const crs of named) {
    if (findCrs(crs) && !list.some((one) => one.crs === crs)) list.push({ crs, swapped: false });
  }
  return list;
}

/**
 * Systems that the positions of a layer may be in, the best first, each tried against the reference:
 * what the file names is a candidate like the others, since files lie. Positions are as in the file.
 * Empty when the numbers fit no system: then only control points help.
 */
export async function guessCrs(
  positions: readonly Position[],
  clues: CrsClues,
): Promise<CrsGuess[]> {
  const samples = samplePositions(positions);
  if (samples.length === 0) return [];
  const reference = clues.reference.map((area) => new AreaIndex(area));
  // Whether they lie on earth at all is seen from few.
  const tried = reference.length > 0 ? samples : samplePositions(samples, fewSamples);
  const guesses: CrsGuess[] = [];
  for (const { crs, swapped } of merged(
    crsCandidates(samples, middleLongitude(reference)),
    clues,
  )) {
    const converter = await crsConverter(crs);
    if (!converter) continue;
    const places = tried.map(([x = 0, y = 0]) => converter.toWgs84(swapped ? [y, x] : [x, y]));
    const isEarthly = ([x = Number.NaN, y = Number.NaN]: Position) =>
      Math.abs(x) <= 180 && Math.abs(y) <= 90;
    if (places.filter(isEarthly).length < places.length / 2) continue;
    const found = reference.length > 0 ? score(places, reference) : null;
    guesses.push({
      crs,
      swapped,
      declared: crs === clues.declared,
      hinted: clues.hinted.includes(crs),
      inside: found?.inside ?? null,
      onLine: found?.onLine ?? null,
      trust: 'open',
    });
  }
  guesses.sort(byRank);
  return guesses.map((guess, i) => ({
    ...guess,
    trust: i === 0 ? trustOf(guess, guesses[1]) : 'open',
  }));
}
