import type { i18n } from 'i18next';
import type { AreaBalance, CheckReport, Finding } from '#shared/checks/finding.ts';
import type { Rule } from '#shared/model/rule.ts';
import { balanceParts } from '#shared/checks/finding.ts';
import { coverageRules } from '#shared/model/rule.ts';

/** What both forms of the answer are made of. */
export interface CheckAnswer {
  report: CheckReport;
  /** Names of the zones by id. */
  names: ReadonlyMap<string, string>;
  /** Whether the levels were held against each other, too. */
  levels?: boolean;
  /** Milliseconds. */
  timings: { read: number; parse: number; check: number };
  warnings: string[];
}

function zonesOf(finding: Finding, names: ReadonlyMap<string, string>): string[] {
  return finding.recordIds.flatMap((id) => names.get(id) ?? []);
}

/** What a finding says, in the language of the reader. */
export function messageOf(finding: Finding, translator: i18n): string {
  return translator.t(`finding.${finding.message.key}`, finding.message.params);
}

/**
 * Without a boundary (`nothing` says so) the ground is what the zones and the gaps they enclose make
 * up: numbers to reckon with, but no proof.
 */
function areasOf(report: CheckReport): AreaBalance {
  if (report.areas) return report.areas;
  const sum = (rule: Rule) =>
    report.findings.reduce((all, f) => all + (f.rule === rule ? (f.areaM2 ?? 0) : 0), 0);
  const [gap, overlap, covered] = [sum('gap'), sum('overlap'), report.coveredM2 ?? 0];
  return { boundary: covered + gap, covered, gap, overlap, outside: 0, exception: 0, balance: 0 };
}

/**
 * The answer for programs. Areas are in m², lengths in metres, timings in milliseconds. Notes stand
 * apart and are counted nowhere.
 */
export function jsonReport(answer: CheckAnswer, translator: i18n): string {
  const { report, names, timings, warnings } = answer;
  const { findings, notes = [] } = report;
  const counts: Record<string, number> = {
    zones: report.counts.zones,
    points: report.counts.points,
    findings: findings.length,
  };
  for (const rule of answer.levels ? ([...coverageRules, 'nesting'] as const) : coverageRules) {
    counts[rule] = findings.filter((finding) => finding.rule === rule).length;
  }
  const forProgram = (finding: Finding) => ({
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    zones: zonesOf(finding, names),
    area: finding.areaM2,
    width: finding.widthM,
    length: finding.lengthM,
    at: finding.at,
    geometry: finding.geometry,
    message: messageOf(finding, translator),
  });
  return `${JSON.stringify({
    ok: report.ok,
    nothing: report.nothing,
    areas: areasOf(report),
    findings: findings.map(forProgram),
    counts,
    timings,
    warnings,
    notes: notes.map(forProgram),
  })}\n`;
}

/** Columns a text takes in a terminal, where a Chinese character takes two. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);
}

function balanceTable(areas: AreaBalance, translator: i18n): string[] {
  const rows = balanceParts.map((row): [string, string] => {
    const rounded = Math.round(areas[row] * 100) / 100 + 0;
    const value = new Intl.NumberFormat(translator.language, { minimumFractionDigits: 2 });
    return [translator.t(`cli.balance.${row}`), value.format(rounded)];
  });
  const label = Math.max(...rows.map(([name]) => columns(name)));
  const width = Math.max(...rows.map(([, value]) => value.length));
  return [
    translator.t('cli.balance.title'),
    ...rows.map(([name, value]) => {
      return `  ${name}${' '.repeat(label - columns(name))}  ${value.padStart(width)}`;
    }),
  ];
}

/** The answer for people. */
export function textReport(answer: CheckAnswer, planar: boolean, translator: i18n): string {
  const { report } = answer;
  const lines: string[] = [];
  const t = (key: string, params: Record<string, string | number> = {}) =>
    translator.t(key, params);
  if (report.nothing) lines.push(t(`finding.nothing.${report.nothing}`));
  else if (report.ok) lines.push(t('cli.covered', { zones: report.counts.zones }));
  const { findings, notes = [] } = report;
  if (findings.length > 0) lines.push(t('cli.findings', { n: findings.length }), '');
  else if (report.nothing && report.nothing !== 'no-zones') lines.push(t('cli.nothingFound'));
  const list = (some: readonly Finding[]) =>
    some.forEach((finding, i) => {
      const head = `${i + 1}. ${t(`rule.${finding.rule}`)}  `;
      lines.push(`${head}${messageOf(finding, translator)}`);
      const [x = 0, y = 0] = finding.at.map((value) => value.toFixed(planar ? 3 : 7));
      lines.push(`   ${t('cli.at', { x, y })}`);
    });
  list(findings);
  if (report.areas) lines.push('', ...balanceTable(report.areas, translator));
  if (notes.length > 0) lines.push('', t('cli.notes', { n: notes.length }));
  list(notes);
  return `${lines.join('\n')}\n`;
}
