import type { i18n } from 'i18next';
import { findCrs } from '#shared/geo/crs/crs.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { WeighedGuess } from '#shared/formats/import/weigh-guesses.ts';
import type { InspectedLayer } from './inspect-layer.ts';

export interface InspectedFile {
  file: string;
  format: string;
  bytes: number;
  layers: InspectedLayer[];
}

/** Name of a system in words. */
export function crsName(id: string, translator: i18n): string {
  const crs = findCrs(id);
  return crs ? translator.t(`crs.${crs.name.key}`, crs.name.params) : id;
}

/** Evidence in words, the other system by its name. */
export function evidenceText(evidence: readonly Problem[], translator: i18n): string {
  return evidence
    .map(({ key, params }) => {
      const other = typeof params['other'] === 'string' ? crsName(params['other'], translator) : '';
      return translator.t(`crs.evidence.${key}`, { ...params, other });
    })
    .join('；');
}

function shapesText({ counts }: InspectedLayer, translator: i18n): string {
  const parts = (
    [
      ['areas', counts.area],
      ['lines', counts.line],
      ['points', counts.point],
      ['unreadable', counts.unreadable],
    ] as const
  )
    .filter(([, n]) => n > 0)
    .map(([key, n]) => translator.t(`cli.inspect.${key}`, { n }));
  return parts.length > 0 ? parts.join('、') : translator.t('cli.inspect.noShapes');
}

function guessLines(guesses: readonly WeighedGuess[], translator: i18n): string[] {
  return guesses.flatMap((guess, index) => {
    const name = crsName(guess.crs, translator);
    const trust = translator.t(`cli.inspect.trust.${guess.trust}`);
    const head =
      index === 0
        ? translator.t('cli.inspect.crs', { name, trust })
        : translator.t('cli.inspect.other', { name });
    return [`    ${head}`, `      ${evidenceText(guess.evidence, translator)}`];
  });
}

const shownColumns = 12;

function layerLines(one: InspectedLayer, translator: i18n): string[] {
  const { layer, guesses, target, fields, hasPositions } = one;
  const facts = { name: layer.layer, rows: layer.rows.length, shapes: shapesText(one, translator) };
  const lines = [
    `  ${translator.t(layer.layer === '' ? 'cli.inspect.bareLayer' : 'cli.inspect.layer', facts)}`,
  ];
  if (layer.columns.length > 0) {
    const names = layer.columns.slice(0, shownColumns).join('、');
    const more = layer.columns.length > shownColumns ? '…' : '';
    const params = { n: layer.columns.length, names: names + more };
    lines.push(`    ${translator.t('cli.inspect.columns', params)}`);
  }
  if (layer.encoding) {
    const { encoding, from } = layer.encoding;
    const params = { encoding: encoding.toUpperCase(), from: translator.t(`encoding.${from}`) };
    lines.push(`    ${translator.t('cli.inspect.encoding', params)}`);
  }
  const [best] = guesses;
  if (best?.trust === 'open' && best.inside === null && findCrs(best.crs)?.unit === 'metres') {
    lines.push(`    ${translator.t('cli.inspect.metres', { n: one.guessCount })}`);
  } else if (guesses.length > 0) {
    // Rivals are worth a line only where the question is open.
    const shown = guesses[0]?.trust === 'sure' ? guesses.slice(0, 1) : guesses;
    lines.push(...guessLines(shown, translator));
  } else if (hasPositions) {
    const { text = '' } = layer.crs ?? {};
    const key = layer.crs?.id ? 'cli.inspect.wrongCrs' : 'cli.inspect.noCrs';
    lines.push(`    ${translator.t(key, { text })}`);
  }
  if (target) {
    const words = Object.entries(fields).map(
      ([field, column]) => `${translator.t(`import.field.${field}`)}=${column}`,
    );
    const params = { target: translator.t(`import.target.${target}`), fields: words.join('、') };
    const key = words.length > 0 ? 'cli.inspect.target' : 'cli.inspect.bareTarget';
    lines.push(`    ${translator.t(key, params)}`);
  }
  for (const { key, params } of layer.problems) {
    const problem = translator.t(`format.problem.${key}`, params);
    lines.push(`    ${translator.t('cli.inspect.problem', { problem })}`);
  }
  return lines;
}

/** The answer for people. */
export function textInspection(files: readonly InspectedFile[], translator: i18n): string {
  const lines = files.flatMap(({ file, format, layers }) => [
    translator.t('cli.inspect.file', { file, format: translator.t(`format.name.${format}`) }),
    ...layers.flatMap((layer) => layerLines(layer, translator)),
  ]);
  return `${lines.join('\n')}\n`;
}

/** The answer for programs. */
export function jsonInspection(files: readonly InspectedFile[], translator: i18n): string {
  const answer = files.map(({ file, format, bytes, layers }) => ({
    file,
    format,
    bytes,
    layers: layers.map(({ layer, counts, guesses, target, fields }) => ({
      name: layer.layer,
      rows: layer.rows.length,
      shapes: counts,
      columns: layer.columns,
      encoding: layer.encoding,
      declaredCrs: layer.crs,
      crs: guesses.map(({ crs, swapped, trust, inside, onLine, evidence }) => ({
        id: crs,
        name: crsName(crs, translator),
        swapped,
        trust,
        inside,
        onLine,
        evidence: evidenceText(evidence, translator),
      })),
      target,
      fields,
      problems: layer.problems.map(({ key, params }) => ({
        key,
        ...params,
        message: translator.t(`format.problem.${key}`, params),
      })),
    })),
  }));
  return `${JSON.stringify({ files: answer })}\n`;
}
