import { App } from 'antd';
import { useMemo } from 'react';
import { borderLock, outsideLock, zoneLock } from '#renderer/features/locks/locks-on.ts';
import { useLocks } from '#renderer/features/locks/use-locks.ts';
import { toolOf } from '#renderer/features/redraw/all-tools.ts';
import { takeTool, useTools } from '#renderer/features/redraw/tool-store.ts';
import { fixWords } from '#renderer/features/repair/fix-words.ts';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { chooseAlso, useChosenZones } from '#renderer/state/chosen-zones.ts';
import { type MenuTarget, useContextMenu } from '#renderer/state/context-menu.ts';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { openHandOver } from '#renderer/state/hand-over.ts';
import { useProject } from '#renderer/state/project.ts';
import { holdFix } from '#renderer/state/repair.ts';
import { useView } from '#renderer/state/view.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { borderNear } from '#shared/edits/redraw/border-near.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import { touchesDuty } from '#shared/edits/touches-duty.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { MenuGroup, MenuItem } from './menu-item.ts';

/** What the menu needs of the window around. */
export interface MenuContext {
  document: Document;
  onRecord: (id: string) => void;
  onFinding: (finding: Finding) => void;
  onSpot: (position: LonLat) => void;
  onJump: (sequence: number) => void;
}

/** Tools that begin with a zone, by what its ground is made of. */
const toolsOf = {
  rings: ['split', 'splitEvenly', 'splitAlong', 'give', 'cutOut', 'brush'],
  circle: ['moveSite'],
  line: ['moveStrip'],
};

/** Tools that draw something new on the map. */
const drawingTools = ['draw', 'drawStrip', 'drawSite'];

interface Menu {
  title: string;
  groups: MenuGroup[];
}

/** Digits of a position as it is copied: some 10 cm. */
const digits = 6;

const shown = (position: LonLat): string => position.map((part) => part.toFixed(digits)).join(', ');

/** What can be done with what the menu is about. */
export function useMenuItems(context: MenuContext): Menu {
  const { document, onRecord, onFinding, onSpot, onJump } = context;
  const text = useText();
  const findings = useFindings((state) => listedFindings(state.report));
  const { message } = App.useApp();
  const mayEdit = useMayEdit();
  const target = useContextMenu((state) => state.open?.target);
  const chosen = useChosenZones((state) => state.ids);
  const history = useProject((state) => state.history);
  const locks = useLocks(document);
  const select = useView((view) => view.select);
  const not = mayEdit ? null : text('edit.refused.reader');

  const spotItems = (position: LonLat): MenuItem[] => [
    { key: 'whose', label: text('menuHere.whose'), run: () => onSpot(position) },
    {
      key: 'copy',
      label: text('menuHere.copy'),
      run: () =>
        void navigator.clipboard
          .writeText(shown(position))
          .then(() => message.success(text('menuHere.copied', { position: shown(position) }))),
    },
  ];

  const lockItems = (zone: Zone): MenuItem[] => {
    const lock = zoneLock(document, zone.id);
    const outside = outsideLock(document);
    const free = chosen.includes(zone.id) ? chosen : [zone.id];
    const items: MenuItem[] = [
      {
        key: 'lock',
        label: text(lock ? 'locks.unlock' : 'locks.lock'),
        not,
        run: () => (lock ? locks.unlock(lock) : locks.lockZone(zone.id)),
      },
      {
        key: 'only',
        label:
          free.length > 1 ? text('locks.onlyMany', { count: free.length }) : text('locks.only'),
        not,
        run: () => locks.lockOutside(free),
      },
    ];
    if (outside) {
      items.push({
        key: 'endOnly',
        label: text('locks.endOnly'),
        not,
        run: () => locks.unlock(outside),
      });
    }
    return items;
  };

  /** Tools taken in hand; with a zone that they begin with, which is selected then. */
  const toolItems = (toolIds: readonly string[], zoneId: string | null): MenuItem[] =>
    toolIds.flatMap((toolId) => {
      const tool = toolOf(toolId);
      if (!tool) return [];
      const run = () => {
        if (zoneId !== null) select(zoneId);
        if (useTools.getState().activeId !== toolId) takeTool(toolId);
      };
      return [
        { key: toolId, label: text(textKey(`redraw.${toolId}.name`)), keys: tool.key, not, run },
      ];
    });
  const zoneToolItems = (zone: Zone): MenuItem[] => {
    const made = hasRings(zone) ? 'rings' : zone.shape === 'strip' ? 'line' : 'circle';
    return toolItems(toolsOf[made], zone.id);
  };

  const spot = target?.of === 'record' ? target.spot : null;
  // The records stay the same objects while the history does.
  const border = useMemo(() => {
    void history;
    return spot ? borderNear(document, spot.position, spot.reach) : null;
  }, [document, history, spot]);
  const borderItems = (): MenuItem[] => {
    if (!border) return [];
    const [a = '?', b = '?'] = border.zoneIds.map((id) => document.find('zone', id)?.name);
    const lock = borderLock(document, border.line);
    return [
      {
        key: 'lockBorder',
        label: lock ? text('locks.unlockBorder') : text('locks.lockBorder', { a, b }),
        not,
        run: () => (lock ? locks.unlock(lock) : locks.lockBorder(border)),
      },
    ];
  };

  const ofRecord = (id: string, spot: Spot): Menu => {
    const record = document.get(id);
    if (!record) return { title: '', groups: [] };
    const here = findings.filter((finding) => finding.recordIds.includes(id));
    const first: MenuItem[] = [
      {
        key: 'go',
        label: text('menuHere.go'),
        keys: text('menuHere.keys.enter'),
        run: () => onRecord(id),
      },
    ];
    if (here[0]) {
      const [finding] = here;
      const label = text('menuHere.findings', { count: here.length });
      first.push({ key: 'findings', label, run: () => onFinding(finding) });
    }
    const groups: MenuGroup[] = [{ items: first }];
    if (record.kind === 'zone') {
      const isChosen = chosen.includes(id);
      first.push({
        key: 'also',
        label: text(isChosen ? 'menuHere.chooseLess' : 'menuHere.chooseAlso'),
        keys: text('menuHere.keys.shiftClick'),
        run: () => chooseAlso(id),
      });
      groups.push({ title: text('menuHere.change'), items: zoneToolItems(record) });
      groups.push({ items: [...lockItems(record), ...borderItems()] });
    }
    if (spot) {
      groups.push({ title: text('menuHere.draw'), items: toolItems(drawingTools, null) });
      groups.push({ items: spotItems(spot.position) });
    } else if (record.kind === 'point') {
      groups.push({ items: spotItems(record.position as LonLat) });
    }
    return { title: recordTitle(record), groups };
  };

  const ofFinding = (finding: Finding): Menu => ({
    title: text(textKey(`rule.${finding.rule}`)),
    groups: [
      {
        items: [
          {
            key: 'go',
            label: text('menuHere.go'),
            keys: text('menuHere.keys.enter'),
            run: () => onFinding(finding),
          },
        ],
      },
      {
        items: finding.fixes.map((fix, i) => ({
          key: `fix${i}`,
          label: fixWords(text, document, { finding, fix }).long,
          ...(i === 0 && { keys: 'F' }),
          not,
          run: () => {
            onFinding(finding);
            holdFix({ finding, fix }, globalThis.document.activeElement as HTMLElement | null);
          },
        })),
      },
      { items: finding.at ? spotItems(finding.at as LonLat) : [] },
    ],
  });

  const ofStep = (sequence: number): Menu => {
    const row = history[sequence - 1];
    if (!row) return { title: '', groups: [] };
    const items: MenuItem[] = [
      { key: 'jump', label: text('menuHere.toStep'), not, run: () => onJump(sequence) },
    ];
    if (touchesDuty(row.patch)) {
      items.push({
        key: 'handOver',
        label: text('menuHere.handOver'),
        run: () => openHandOver([sequence, sequence]),
      });
    }
    return { title: text(textKey(row.label.key), row.label.params), groups: [{ items }] };
  };

  const menuOf = (): Menu => {
    switch (target?.of) {
      case 'record':
        return ofRecord(target.id, target.spot);
      case 'finding':
        return ofFinding(target.finding);
      case 'step':
        return ofStep(target.sequence);
      case 'spot':
        return {
          title: text('menuHere.spot'),
          groups: [
            { title: text('menuHere.draw'), items: toolItems(['fillGap', ...drawingTools], null) },
            { items: spotItems(target.position) },
          ],
        };
      case undefined:
        return { title: '', groups: [] };
    }
  };
  const { title, groups } = menuOf();
  return { title, groups: groups.filter(({ items }) => items.length > 0) };
}

type Spot = Extract<MenuTarget, { of: 'record' }>['spot'];
