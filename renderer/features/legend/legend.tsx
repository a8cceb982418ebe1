import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, type ReactNode, useId, useState } from 'react';
import type { HeatScale } from '#renderer/map/map-view-props.ts';
import { PointSymbols } from '#renderer/map/point-symbols.ts';
import { issueStates } from '#renderer/map/symbols.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useUncovered } from '#renderer/state/uncovered.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { verticalRules } from '#shared/model/rule.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import { Entry, Line, Patch, Symbol } from './entry.tsx';
import { HeatRamp } from './heat-ramp.tsx';
import styles from './legend.module.css';

interface LegendProps {
  document: Document;
  findings: readonly Finding[];
  heat: HeatScale | null;
  /** Kinds of the points in view, as the map tells them; without it all that the project has. */
  pointKinds?: readonly string[];
}

/** On a small laptop the legend begins folded, so that the map keeps its room. */
const roomy = '(min-height: 1000px)';

/** What the signs on the map mean: only those that are shown now. */
export const Legend = memo(function Legend(props: LegendProps) {
  const text = useText();
  // The document changes in place.
  useRevision();
  const layers = useView((view) => view.layers);
  const theme = useView((view) => view.theme);
  const hasUncovered = useUncovered(({ ids }) => ids.length > 0);
  const [open, setOpen] = useState(() => matchMedia(roomy).matches);
  const bodyId = useId();
  const Fold = open ? ChevronDown : ChevronUp;

  return (
    <section className={styles.legend} aria-label={text('legend.title')}>
      {open && (
        <div id={bodyId} className={styles.body}>
          <Borders
            layers={layers}
            theme={theme}
            hasBaseUnits={has(props.document, 'baseUnit')}
            hasExceptions={has(props.document, 'exception')}
            hasDisputes={props.document.all('border').some(({ disputed }) => disputed)}
          />
          {layers.findings > 0 && <Defects findings={props.findings} theme={theme} />}
          {layers.points > 0 && (
            <PointKinds document={props.document} shown={props.pointKinds} theme={theme} />
          )}
          {layers.teams > 0 && has(props.document, 'team') && (
            <ul className={styles.list}>
              <Entry sign={<Symbol name="team" theme={theme} />}>{text('legend.team')}</Entry>
            </ul>
          )}
          {hasUncovered && (
            <ul className={styles.list}>
              <Entry sign={<Patch pattern="uncovered" theme={theme} />}>
                {text('legend.uncovered')}
              </Entry>
            </ul>
          )}
          {layers.issues > 0 && (
            <Group title={text('legend.issues')}>
              {issueStates.map((state) => (
                <Entry key={state} sign={<Symbol name={`issue-${state}`} theme={theme} />}>
                  {text(`legend.state.${state}`)}
                </Entry>
              ))}
            </Group>
          )}
        </div>
      )}
      {props.heat && <HeatRamp scale={props.heat} />}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        onClick={() => setOpen(!open)}
      >
        {text('legend.title')}
        <Fold size={14} aria-hidden />
      </button>
    </section>
  );
});

function has(document: Document, kind: 'exception' | 'team' | 'baseUnit'): boolean {
  return document.all(kind).length > 0;
}

function Group(props: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={props.title}>
      <h3 className={styles.title}>{props.title}</h3>
      <ul className={styles.list}>{props.children}</ul>
    </div>
  );
}

function Borders(props: {
  layers: LayerOpacities;
  theme: 'light' | 'dark';
  hasBaseUnits: boolean;
  hasExceptions: boolean;
  hasDisputes: boolean;
}) {
  const text = useText();
  const { layers, theme } = props;
  const ranks = { district: 'district', streets: 'street', communities: 'community' } as const;
  const shown = (['district', 'streets', 'communities'] as const)
    .filter((layer) => layers[layer] > 0)
    .map((layer) => ranks[layer]);
  return (
    <Group title={text('legend.borders')}>
      {shown.map((rank) => (
        <Entry key={rank} sign={<Line rank={rank} />}>
          {text(`legend.${rank}`)}
        </Entry>
      ))}
      {layers.baseUnits > 0 && props.hasBaseUnits && (
        <Entry sign={<Line rank="base-unit" />}>{text('legend.baseUnit')}</Entry>
      )}
      {layers.zones > 0 && (
        <Entry sign={<span className={styles.zones} />}>{text('legend.zone')}</Entry>
      )}
      {layers.disputes > 0 && props.hasDisputes && (
        <Entry sign={<Line rank="dispute" />}>{text('legend.dispute')}</Entry>
      )}
      {layers.exceptions > 0 && props.hasExceptions && (
        <Entry sign={<Patch pattern="exception" theme={theme} />}>{text('legend.exception')}</Entry>
      )}
    </Group>
  );
}

const chainRules: ReadonlySet<string> = new Set(verticalRules);

function Defects(props: { findings: readonly Finding[]; theme: 'light' | 'dark' }) {
  const text = useText();
  const { theme } = props;
  const rules = new Set<string>(props.findings.map((finding) => finding.rule));
  if (rules.has('duplicate')) rules.add('overlap');
  if (rules.size === 0) return null;
  const chain = [...rules].some((rule) => chainRules.has(rule));
  const ground = [...rules].some((rule) => !chainRules.has(rule) && rule !== 'stray');
  return (
    <Group title={text('legend.defects')}>
      {(['gap', 'overlap', 'outside'] as const)
        .filter((rule) => rules.has(rule))
        .map((rule) => (
          <Entry key={rule} sign={<Patch pattern={rule} theme={theme} />}>
            {text(`legend.${rule}`)}
          </Entry>
        ))}
      {rules.has('mismatch') && (
        <Entry sign={<Line rank="mismatch" />}>{text('legend.mismatch')}</Entry>
      )}
      {rules.has('nesting') && (
        <Entry sign={<Line rank="nesting" />}>{text('legend.nesting')}</Entry>
      )}
      {rules.has('stray') && <Entry sign={<Line rank="stray" />}>{text('legend.stray')}</Entry>}
      {ground && (
        <Entry sign={<Symbol name="pin-ground" theme={theme} letter="2" />}>
          {text('legend.pin')}
        </Entry>
      )}
      {chain && (
        <Entry sign={<Symbol name="pin-chain" theme={theme} letter="2" />}>
          {text('legend.chain')}
        </Entry>
      )}
    </Group>
  );
}

function PointKinds(props: {
  document: Document;
  shown: readonly string[] | undefined;
  theme: 'light' | 'dark';
}) {
  const text = useText();
  const kinds = props.document.all('project')[0]?.schemes.pointKinds ?? [];
  const symbols = new PointSymbols(kinds);
  const present = new Set(
    props.shown ?? props.document.all('point').map(({ pointKind }) => pointKind),
  );
  const listed = kinds.filter(({ key }) => present.has(key));
  if (listed.length === 0) return null;
  return (
    <Group title={text('legend.points')}>
      {listed.map(({ key, name }) => {
        const { shape, letter } = symbols.of(key);
        return (
          <Entry
            key={key}
            sign={<Symbol name={`point-${shape}`} theme={props.theme} letter={letter} />}
          >
            {name}
          </Entry>
        );
      })}
    </Group>
  );
}
