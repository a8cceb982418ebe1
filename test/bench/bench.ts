/** One line of a measurement: the product's figure beside the reference's of the same run. */
export interface Row {
  what: string;
  value: number;
  unit: string;
  /** The same of the reference, or null when nothing comparable exists. */
  reference: number | null;
  /** What the reference is, where rows have different ones. */
  against?: string;
  /** Heading of the part of the table that the row belongs to, if it has parts. */
  section?: string;
}

/** What a `*.bench.ts` exports. */
export interface Bench {
  name: string;
  /** What `reference` is, for the table's heading. */
  reference: string;
  run(): Promise<Row[]>;
}

/** The middle value: single runs on a shared machine are far off. @throws RangeError when empty. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('no values');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function figure(value: number | null): string {
  if (value === null) return '–';
  if (value === 0 || Number.isInteger(value)) return value.toLocaleString('en-US');
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value < 1e-4 ? '< 0.0001' : value.toPrecision(3);
}

function line({ what, value, unit, reference, against }: Row): string {
  const ratio = reference === null || reference === 0 ? '–' : `${(value / reference).toFixed(2)}×`;
  const other = [
    figure(reference),
    reference === null ? '' : unit,
    against ? `(${against})` : '',
  ].filter(Boolean);
  const cells = [what, `${figure(value)} ${unit}`.trim(), other.join(' '), ratio];
  return `| ${cells.join(' | ')} |`;
}

/** Markdown tables of a bench, one for each section, with the ratio of each value to its reference. */
export function table({ name, reference }: Bench, rows: Row[]): string {
  const lines = [`## ${name}`, ''];
  let section: string | null | undefined = null;
  for (const row of rows) {
    if (row.section !== section) {
      if (section !== null) lines.push('');
      ({ section } = row);
      if (section !== undefined) lines.push(`### ${section}`, '');
      lines.push(`| | Hengzong | ${reference} | ratio |`, '| --- | ---: | ---: | ---: |');
    }
    lines.push(line(row));
  }
  return [...lines, ''].join('\n');
}
