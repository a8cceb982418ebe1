import { describe, expect, it } from 'vitest';
import { allTools } from '#renderer/features/redraw/all-tools.ts';
import { useTools } from '#renderer/features/redraw/tool-store.ts';
import type {
  Allowances,
  Gesture,
  Place,
  Tool,
  ToolContext,
} from '#renderer/features/redraw/tool.ts';
import { deleteVertexTool } from '#renderer/features/redraw/tools/delete-vertex-tool.ts';
import { drawBorderTool } from '#renderer/features/redraw/tools/draw-border-tool.ts';
import { insertVertexTool } from '#renderer/features/redraw/tools/insert-vertex-tool.ts';
import { moveEdgeTool } from '#renderer/features/redraw/tools/move-edge-tool.ts';
import { moveVertexTool } from '#renderer/features/redraw/tools/move-vertex-tool.ts';
import { simplifyTool } from '#renderer/features/redraw/tools/simplify-tool.ts';
import { straightenTool } from '#renderer/features/redraw/tools/straighten-tool.ts';
import { traceTool } from '#renderer/features/redraw/tools/trace-tool.ts';
import type { Document } from '#shared/edits/document.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';

//  (0,10)----(10,10)---(20,10)
//    |           \         |       the border of A and B: (10,0) (12,3) (9,6) (10,10)
//    |    A      /    B    |
//  (0,0)-----(10,0)----(20,0)
const bent: [number, number][] = [
  [10, 0],
  [12, 3],
  [9, 6],
  [10, 10],
];
const two = (more = {}) =>
  district([box(0, 0, 20, 10)], {
    A: [[[0, 0], ...bent, [0, 10]]],
    B: [[[20, 0], [20, 10], ...bent.toReversed()]],
    ...more,
  });

const unit = Math.abs(at(1, 0)[0] - at(0, 0)[0]);
const place = (x: number, y: number, shift = false): Place => ({
  position: at(x, y),
  exact: at(x, y),
  reach: [unit / 2, unit / 2],
  snap: null,
  shift,
  seesBaseUnits: true,
});

function takeIn(document: Document, tool: Tool, selected: string | null = null): Gesture {
  const context: ToolContext = {
    document,
    selectedId: selected && zoneNamed(document, selected).id,
    settings: { ...useTools.getState().settings, toleranceM: 5 },
  };
  return tool.take(() => context);
}

const strict: Allowances = { levels: 'refuse', allowInvalid: false, beyondLevels: false };

/** Corners of a zone after what the gesture proposes, sorted; the refusal when it is refused. */
function outcome(document: Document, gesture: Gesture, name: string): string[] | string {
  const proposal = gesture.proposal();
  if (!proposal) return 'nothing';
  const result = runCommand(document, proposal, strict);
  if ('refused' in result) return result.refused;
  const zone = result.patch.updated[zoneNamed(document, name).id]?.[1];
  return corners(zone?.kind === 'zone' ? zone.geometry : {});
}

function corners({ coordinates }: { coordinates?: unknown }): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') found.add(value.join());
    else value.forEach(walk);
  };
  walk(coordinates);
  return [...found];
}

const drag = (gesture: Gesture, from: Place, ...to: Place[]) => {
  gesture.tell({ type: 'hover', at: from });
  gesture.tell({ type: 'press', at: from });
  for (const next of to) gesture.tell({ type: 'drag', at: next });
  gesture.tell({ type: 'release', at: to.at(-1) ?? from });
};

describe('the tools', () => {
  it('have a key and a picture each', () => {
    expect(new Set(allTools.map(({ icon }) => icon)).size).toBe(allTools.length);
    expect(new Set(allTools.map(({ key }) => key)).size).toBe(allTools.length);
    // Those of the planner itself.
    for (const { key } of allTools) expect('LCFNP').not.toContain(key);
  });

  it('propose nothing at first, step back from nothing, and bear any event', () => {
    for (const tool of allTools.filter(({ group }) => group === 'border')) {
      const gesture = takeIn(two(), tool, 'A');
      expect([tool.id, gesture.proposal(), gesture.canStepBack, gesture.isHolding]).toEqual([
        tool.id,
        null,
        false,
        false,
      ]);
      gesture.tell({ type: 'back' });
      gesture.tell({ type: 'hover', at: null });
      gesture.tell({ type: 'release', at: place(3, 3) });
      gesture.tell({ type: 'nudge', eastM: 1, northM: 1 });
      expect([tool.id, gesture.isComplete]).toEqual([tool.id, false]);
      expect(gesture.hint().key).toMatch(new RegExp(`^redraw\\.${tool.id}\\.`));
    }
  });
});

describe('moving a vertex', () => {
  it('takes it along for both zones when it is released', () => {
    const document = two();
    const gesture = takeIn(document, moveVertexTool);
    gesture.tell({ type: 'press', at: place(12.2, 3.1) });
    expect(gesture.isHolding).toBe(true);
    expect(gesture.snapping()).toEqual({ without: [at(12, 3)] });
    gesture.tell({ type: 'drag', at: place(13, 4) });
    expect(gesture.isComplete).toBe(false);
    expect(outcome(document, gesture, 'B')).toContain(at(13, 4).join());
    gesture.tell({ type: 'release', at: place(13, 4) });
    expect(gesture.isComplete).toBe(true);
    expect(outcome(document, gesture, 'A')).toContain(at(13, 4).join());
    expect(outcome(document, gesture, 'A')).not.toContain(at(12, 3).join());
  });

  it('lets the map be dragged where there is none', () => {
    const gesture = takeIn(two(), moveVertexTool);
    gesture.tell({ type: 'press', at: place(4, 4) });
    expect(gesture.isHolding).toBe(false);
  });

  it('goes from vertex to vertex by keys, to typed coordinates or by metres', () => {
    const document = two();
    const gesture = takeIn(document, moveVertexTool, 'A');
    for (let i = 0; i < 3; i++) gesture.tell({ type: 'step', by: 1 });
    expect(gesture.where()).toEqual(at(12, 3));
    expect(gesture.anchor()).toEqual({ from: at(12, 3), toward: at(12, 3) });
    gesture.tell({ type: 'nudge', eastM: 0.001, northM: 0 });
    expect(gesture.proposal()).toBeNull();
    gesture.tell({ type: 'nudge', eastM: 1, northM: 0 });
    expect(gesture.proposal()).not.toBeNull();
    gesture.tell({ type: 'back' });
    expect(gesture.proposal()).toBeNull();
    gesture.tell({ type: 'typed', position: at(11, 4) });
    expect(gesture.isComplete).toBe(true);
    expect(outcome(document, gesture, 'B')).toContain(at(11, 4).join());
  });

  it('is refused where borders would cross', () => {
    const document = two();
    const gesture = takeIn(document, moveVertexTool);
    drag(gesture, place(12, 3), place(25, 3));
    expect(outcome(document, gesture, 'A')).toMatch(/refused/);
  });
});

describe('moving an edge', () => {
  it('moves both ends by what it was dragged', () => {
    const document = two();
    const gesture = takeIn(document, moveEdgeTool);
    drag(gesture, place(10.5, 4.5), place(11.5, 4.5));
    expect(gesture.isComplete).toBe(true);
    const after = outcome(document, gesture, 'A');
    expect(after).toContain(at(13, 3).join());
    expect(after).toContain(at(10, 6).join());
  });

  it('is drawn by either end to what is there, while it is dragged', () => {
    const gesture = takeIn(two(), moveEdgeTool);
    gesture.tell({ type: 'press', at: place(10.5, 4.5) });
    const snapping = gesture.snapping();
    expect(snapping?.without).toEqual([at(12, 3), at(9, 6)]);
    const places = snapping?.carried?.map(([x, y]) => {
      const [px, py] = at(10.5, 4.5);
      return [x + px, y + py].map((part) => part.toFixed(7));
    });
    expect(places).toEqual([at(12, 3), at(9, 6)].map((end) => end.map((part) => part.toFixed(7))));
    const drawn = { ...place(11.5, 4.5), snap: { kind: 'vertex' as const } as Place['snap'] };
    gesture.tell({ type: 'drag', at: drawn });
    expect(gesture.hint().key).toBe('redraw.snapped.vertex');
    gesture.tell({ type: 'back' });
    expect(gesture.snapping()).toBeNull();
  });

  it('is nothing when it was only clicked', () => {
    const gesture = takeIn(two(), moveEdgeTool);
    drag(gesture, place(10.5, 4.5));
    expect([gesture.isComplete, gesture.proposal()]).toEqual([false, null]);
    expect(gesture.canStepBack).toBe(true);
    gesture.tell({ type: 'back' });
    expect(gesture.canStepBack).toBe(false);
  });
});

describe('vertices that come and go', () => {
  it('come where the border is clicked, or where they are pulled', () => {
    const document = two();
    const gesture = takeIn(document, insertVertexTool);
    drag(gesture, place(10.5, 4.5), place(12, 5));
    expect(outcome(document, gesture, 'B')).toContain(at(12, 5).join());
  });

  it('go by a click, seen before; junctions stay', () => {
    const document = two();
    const gesture = takeIn(document, deleteVertexTool);
    gesture.tell({ type: 'hover', at: place(9, 6) });
    expect(outcome(document, gesture, 'A')).not.toContain(at(9, 6).join());
    gesture.tell({ type: 'click', at: place(9, 6) });
    expect(gesture.isComplete).toBe(true);
    gesture.restart();
    gesture.tell({ type: 'click', at: place(10, 0) });
    expect(outcome(document, gesture, 'A')).toMatch(/refused/);
  });
});

describe('stretches', () => {
  it('are made straight between two clicks', () => {
    const document = two();
    const gesture = takeIn(document, straightenTool);
    gesture.tell({ type: 'click', at: place(10, 0) });
    gesture.tell({ type: 'hover', at: place(10, 10) });
    expect(gesture.isComplete).toBe(false);
    const after = outcome(document, gesture, 'A');
    expect(after).not.toContain(at(12, 3).join());
    gesture.tell({ type: 'click', at: place(10, 10) });
    expect(gesture.isComplete).toBe(true);
  });

  it('need both ends on one ring, and are chosen anew after a step back', () => {
    const gesture = takeIn(two(), straightenTool);
    gesture.tell({ type: 'click', at: place(0, 0) });
    gesture.tell({ type: 'click', at: place(20, 10) });
    expect([gesture.isComplete, gesture.proposal()]).toEqual([false, null]);
    gesture.tell({ type: 'back' });
    expect(gesture.canStepBack).toBe(false);
  });

  it('wait for a last word where there is something to set; Enter means the whole zone', () => {
    const document = two();
    const gesture = takeIn(document, simplifyTool, 'A');
    gesture.tell({ type: 'finish' });
    expect([gesture.isComplete, gesture.proposal() !== null]).toEqual([false, true]);
    gesture.tell({ type: 'finish' });
    expect(gesture.isComplete).toBe(true);
  });

  it('follow a line that is there', () => {
    const road = {
      shape: 'strip',
      widthM: 4,
      geometry: { type: 'LineString', coordinates: [at(13, 1), at(14, 5), at(9, 9)] },
    };
    const document = two({ 路: road });
    const gesture = takeIn(document, traceTool);
    gesture.tell({ type: 'click', at: place(12, 3) });
    gesture.tell({ type: 'click', at: place(9, 6) });
    expect(gesture.isComplete).toBe(false);
    gesture.tell({ type: 'hover', at: place(5, 5) });
    expect(gesture.proposal()).toBeNull();
    gesture.tell({ type: 'hover', at: place(13.5, 3) });
    expect(gesture.hint()).toEqual({ key: 'redraw.trace.ready', params: { name: '路' } });
    expect(outcome(document, gesture, 'A')).toContain(at(14, 5).join());
    gesture.tell({ type: 'click', at: place(13.5, 3) });
    expect(gesture.isComplete).toBe(true);
  });

  it('are drawn anew, corner by corner, from one vertex of the border to another', () => {
    const document = two();
    const gesture = takeIn(document, drawBorderTool);
    gesture.tell({ type: 'click', at: place(4, 4) });
    expect(gesture.canStepBack).toBe(false);
    gesture.tell({ type: 'click', at: place(10, 0) });
    expect(gesture.anchor()?.from).toEqual(at(10, 0));
    gesture.tell({ type: 'click', at: place(14, 2) });
    gesture.tell({ type: 'click', at: place(15, 9) });
    gesture.tell({ type: 'back' });
    gesture.tell({ type: 'typed', position: at(14, 8) });
    gesture.tell({ type: 'click', at: place(10, 10) });
    expect(gesture.isComplete).toBe(true);
    const after = outcome(document, gesture, 'B');
    expect(after).toContain(at(14, 8).join());
    expect(after).not.toContain(at(15, 9).join());
    expect(after).not.toContain(at(12, 3).join());
  });

  it('take back what was refused', () => {
    const gesture = takeIn(two(), straightenTool);
    gesture.tell({ type: 'click', at: place(10, 0) });
    gesture.tell({ type: 'click', at: place(10, 10) });
    gesture.untell();
    expect(gesture.isComplete).toBe(false);
    expect(gesture.canStepBack).toBe(true);
  });
});
