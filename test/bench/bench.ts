/** One line of a measurement: the product's figure beside the reference's of the same run. */
export interface Row {
  what: string;
  value: number;
  unit: string;
  /** The same of the reference, or null when nothing comparable exists. */
  reference: number | null;
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
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A Markdown table of a bench, with the ratio of each value to its reference. */
export function table({ name, reference }: Bench, rows: Row[]): string {
  const lines = rows.map(({ what, value, unit, reference: other }) => {
    const ratio = other === null ? '–' : `${(value / other).toFixed(2)}×`;
    return `| ${what} | ${figure(value)} ${unit} | ${figure(other)} ${other === null ? '' : unit} | ${ratio} |`;
  });
  return [
    `## ${name}`,
    '',
    `| | Hengzong | ${reference} | ratio |`,
    '| --- | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
