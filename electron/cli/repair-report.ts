import type { i18n } from 'i18next';
import type { Finding } from '#shared/checks/finding.ts';
import { readable } from '#shared/checks/amount.ts';
import type { LayerChange, LayerRepair } from '#shared/jobs/repair-layer.ts';
import type { MendLimits } from '#shared/model/propose-mends.ts';
import type { GroundMove } from '#shared/topology/repair/repair-question.ts';

/** What both forms of the answer are made of. */
export interface RepairAnswer {
  repair: LayerRepair;
  /** Names of the zones by id. */
  names: ReadonlyMap<string, string>;
  /** Exceptions, which are never changed. */
  exceptionIds: ReadonlySet<string>;
  limits: MendLimits;
  /** Where to, how many zones are not what they were, and how many of them in corners only. */
  written: { file: string; changed: number; cornersOnly: number };
  /** Milliseconds. */
  timings: { read: number; repair: number; write: number };
  warnings: string[];
}

/** Ground that went from some zones to others; nobody is an empty list. */
interface Transfer {
  from: string[];
  to: string[];
  areaM2: number;
}

/** Moves of one finding, those with the same givers and takers added up; zones by name. */
function transfersOf(moves: readonly GroundMove[], nameOf: (id: string) => string): Transfer[] {
  const byKey = new Map<string, Transfer>();
  for (const { from, to, areaM2 } of moves) {
    // Two zones that split their ground both give and take.
    const isSplit = to.length > 1;
    const losers = isSplit ? from : from.filter((id) => !to.includes(id));
    const takers = from.length > 0 && !isSplit ? to.filter((id) => from.includes(id)) : to;
    const key = `${losers.join()}>${takers.join()}`;
    const known = byKey.get(key);
    if (known) known.areaM2 += areaM2;
    else byKey.set(key, { from: losers.map(nameOf), to: takers.map(nameOf), areaM2 });
  }
  return [...byKey.values()];
}

/** Why a finding is still there, as the end of a key under `cli.repair.left`. */
function reasonLeft(finding: Finding, answer: RepairAnswer): string {
  const { repair, names, limits, exceptionIds } = answer;
  const { rule, recordIds, areaM2, widthM, fixes } = finding;
  const [fix] = fixes;
  if (rule === 'invalid' && recordIds.some((id) => exceptionIds.has(id))) return 'exception';
  if (rule === 'invalid' && !recordIds.some((id) => names.has(id))) return 'outline';
  if (rule === 'invalid') return fix ? 'unmended' : 'noGround';
  if (fix?.kind === 'keep-line' && (widthM ?? 0) > limits.maxWidthM) return 'wide';
  if (fix?.kind !== 'keep-line' && (areaM2 ?? 0) > limits.maxAreaM2) return 'large';
  if (recordIds.some((id) => repair.sparedIds.includes(id))) return 'spared';
  return 'noFix';
}

const describe = (finding: Finding, translator: i18n): string =>
  translator.t(`finding.${finding.message.key}`, finding.message.params);

function changeJson(change: LayerChange, { names }: RepairAnswer, translator: i18n): object {
  const nameOf = (id: string) => names.get(id) ?? id;
  const { finding } = change;
  const common = {
    rule: finding.rule,
    at: finding.at,
    zones: finding.recordIds.map(nameOf),
    message: describe(finding, translator),
  };
  if (change.kind === 'ground') {
    const ground = transfersOf(change.moves, nameOf).map(({ from, to, areaM2 }) => {
      return { from, to, area: areaM2 };
    });
    return { kind: 'ground', ...common, ground };
  }
  if (change.kind === 'rings') return { kind: 'rings', ...common };
  const { zoneIds, keptId } = change;
  return {
    kind: 'removed',
    ...common,
    removed: zoneIds.map(nameOf),
    kept: nameOf(keptId),
    area: finding.areaM2,
  };
}

/** Ground in m² that changed hands, noise left out. */
function totalM2({ changes }: LayerRepair): number {
  return changes.reduce((sum, change) => {
    const moves = change.kind === 'ground' ? change.moves : [];
    return sum + moves.reduce((all, { areaM2 }) => all + areaM2, 0);
  }, 0);
}

/** The answer for programs. Areas are in m², lengths in metres, timings in milliseconds. */
export function repairJson(answer: RepairAnswer, translator: i18n): string {
  const { repair, names, written, timings, warnings } = answer;
  const { after, noise } = repair;
  const left = after.findings.map((finding) => ({
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    zones: finding.recordIds.flatMap((id) => names.get(id) ?? []),
    area: finding.areaM2,
    width: finding.widthM,
    at: finding.at,
    message: describe(finding, translator),
    reason: reasonLeft(finding, answer),
  }));
  return `${JSON.stringify({
    ok: after.ok,
    nothing: after.nothing,
    out: written.file,
    changes: repair.changes.map((change) => changeJson(change, answer, translator)),
    totals: {
      changes: repair.changes.length,
      area: totalM2(repair),
      noise: noise.count,
      noiseArea: noise.areaM2,
      zonesChanged: written.changed,
      cornersOnly: written.cornersOnly,
    },
    left,
    areas: after.areas,
    timings,
    warnings,
  })}\n`;
}

/** The answer for people: each change with its areas, what was left and why, and the file. */
export function repairText(answer: RepairAnswer, planar: boolean, translator: i18n): string {
  const { repair, names, limits, written } = answer;
  const { changes, noise, after } = repair;
  const t = (key: string, params: Record<string, string | number> = {}) =>
    translator.t(`cli.repair.${key}`, params);
  const nameOf = (id: string) => names.get(id) ?? id;
  const list = (zones: readonly string[]) => (zones.length > 0 ? zones.join('、') : t('nobody'));
  const place = ({ at }: Finding) => {
    const [x = 0, y = 0] = at.map((value) => value.toFixed(planar ? 3 : 7));
    return `   ${translator.t('cli.at', { x, y })}`;
  };
  const lines: string[] = [];
  if (changes.length > 0) lines.push(t('changes', { n: changes.length }), '');
  changes.forEach((change, i) => {
    const { finding } = change;
    lines.push(
      `${i + 1}. ${translator.t(`rule.${finding.rule}`)}  ${describe(finding, translator)}`,
    );
    if (change.kind === 'ground') {
      for (const { from, to, areaM2 } of transfersOf(change.moves, nameOf)) {
        const area = readable(areaM2);
        lines.push(`   → ${t('ground', { area, from: list(from), to: list(to) })}`);
      }
    } else if (change.kind === 'rings') lines.push(`   → ${t('rings')}`);
    else {
      const removed = list(change.zoneIds.map(nameOf));
      lines.push(`   → ${t('removed', { removed, kept: nameOf(change.keptId) })}`);
    }
    lines.push(place(finding));
  });
  if (changes.length > 0) lines.push('');
  lines.push(t('total', { n: changes.length, area: readable(totalM2(repair)) }));
  if (noise.count > 0) lines.push(t('noise', { n: noise.count, area: readable(noise.areaM2) }));
  if (after.findings.length > 0) {
    lines.push('', t('leftOver', { n: after.findings.length }), '');
    after.findings.forEach((finding, i) => {
      lines.push(
        `${i + 1}. ${translator.t(`rule.${finding.rule}`)}  ${describe(finding, translator)}`,
        `   ${t(`left.${reasonLeft(finding, answer)}`, { area: limits.maxAreaM2, width: limits.maxWidthM })}`,
        place(finding),
      );
    });
  } else {
    const covered = after.ok ? 'cli.covered' : 'cli.nothingFound';
    lines.push('', translator.t(covered, { zones: after.counts.zones }));
  }
  if (after.nothing) lines.push(translator.t(`finding.nothing.${after.nothing}`));
  lines.push('', t('written', { file: written.file, n: written.changed }));
  if (written.cornersOnly > 0) lines.push(t('corners', { n: written.cornersOnly }));
  return `${lines.join('\n')}\n`;
}
