import { describe, expect, it } from 'vitest';
import { brushTool } from '#renderer/features/redraw/ground/brush-tool.ts';
import { cutOutTool } from '#renderer/features/redraw/ground/cut-out-tool.ts';
import { drawSiteTool } from '#renderer/features/redraw/ground/draw-site-tool.ts';
import { drawStripTool } from '#renderer/features/redraw/ground/draw-strip-tool.ts';
import { drawZoneTool } from '#renderer/features/redraw/ground/draw-zone-tool.ts';
import { fillGapTool } from '#renderer/features/redraw/ground/fill-gap-tool.ts';
import { giveTool } from '#renderer/features/redraw/ground/give-tool.ts';
import { moveSiteTool } from '#renderer/features/redraw/ground/move-site-tool.ts';
import { moveStripTool } from '#renderer/features/redraw/ground/move-strip-tool.ts';
import { splitAlongTool } from '#renderer/features/redraw/ground/split-along-tool.ts';
import { splitEvenlyTool } from '#renderer/features/redraw/ground/split-evenly-tool.ts';
import { splitTool } from '#renderer/features/redraw/ground/split-tool.ts';
import type { Place, Tool, ToolSettings } from '#renderer/features/redraw/tool.ts';
import { useTools } from '#renderer/features/redraw/tool-store.ts';
import { Document } from '#shared/edits/document.ts';
import { tryEdit } from '#shared/jobs/try-edit.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { at, line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

//  +-------+-------+-------+
//  | A     |   B   | (bare)|     S is a site in A, R a road in B; community X is the left half of B
//  |   S   | ==R== |       |
//  +-------+-------+-------+
const plan = () =>
  district(
    [box(0, 0, 30, 10)],
    {
      A: [box(0, 0, 10, 10)],
      B: [box(10, 0, 20, 10)],
      S: { shape: 'site', radiusM: 10, geometry: { type: 'Point', coordinates: at(3, 3) } },
      R: {
        shape: 'strip',
        widthM: 6,
        geometry: { type: 'LineString', coordinates: line([12, 2], [18, 2]) },
      },
    },
    [
      record('community', 0x80, {
        name: 'X',
        code: '1',
        streetId: null,
        geometry: area(box(10, 0, 15, 10)),
      }),
    ],
  );

const place = (x: number, y: number, shift = false): Place => {
  const [x1, y1] = [at(x + 0.3, y)[0], at(x, y + 0.3)[1]];
  const position = at(x, y);
  return {
    position,
    exact: position,
    reach: [x1 - position[0], y1 - position[1]],
    snap: null,
    shift,
    seesBaseUnits: true,
  };
};

function hold(
  tool: Tool,
  document: Document,
  selected: string | null = null,
  settings: Partial<ToolSettings> = {},
) {
  const { allowances, settings: usual } = useTools.getState();
  const gesture = tool.take(() => ({
    document,
    selectedId: selected && zoneNamed(document, selected).id,
    settings: { ...usual, ...settings },
  }));
  const request = () => gesture.request!(allowances);
  return {
    gesture,
    request,
    hover: (x: number, y: number) => gesture.tell({ type: 'hover', at: place(x, y) }),
    click: (x: number, y: number, shift = false) =>
      gesture.tell({ type: 'click', at: place(x, y, shift) }),
    drag: (...places: [number, number][]) => {
      const [first, ...more] = places;
      gesture.tell({ type: 'press', at: place(...first!) });
      for (const one of more) gesture.tell({ type: 'drag', at: place(...one) });
      gesture.tell({ type: 'release', at: place(...places.at(-1)!) });
    },
    finish: () => gesture.tell({ type: 'finish' }),
    back: () => gesture.tell({ type: 'back' }),
    /** The names of the zones that what is asked for would change. */
    changed: () => {
      const asked = request();
      if (!asked) return null;
      const outcome = tryEdit(document, asked, []);
      if ('refused' in outcome) return outcome.refused.replace('edit.redraw.refused.', '');
      return outcome.consequences.map(({ name }) => name).sort();
    },
  };
}

describe('the tool that splits', () => {
  it('cuts the selected zone by several lines, of which the last follows the pointer', () => {
    const tool = hold(splitTool, plan(), 'A');
    tool.click(-1, 5);
    expect(tool.changed()).toBeNull();
    tool.hover(5, 5);
    expect(tool.changed()).toBe('noCut');
    tool.hover(11, 5);
    expect(tool.changed()).toEqual(['A', 'A-2']);
    tool.click(11, 5);
    tool.click(5, -1, true);
    tool.hover(5, 11);
    expect(tool.changed()).toEqual(['A', 'A-2', 'A-3', 'A-4']);
    tool.back();
    tool.back();
    tool.finish();
    expect(tool.gesture.isComplete).toBe(false);
  });

  it('finds the zone by the line where none is selected, and ends without the pointer', () => {
    const tool = hold(splitTool, plan());
    tool.click(15, -1);
    tool.click(15, 11);
    // The second click of a double click is no corner.
    tool.click(15, 11);
    tool.hover(40, 40);
    tool.finish();
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.changed()).toEqual(['B', 'B-2']);
  });

  it('follows a line of another layer', () => {
    const tool = hold(splitAlongTool, plan());
    tool.hover(17, 8);
    expect(tool.request()).toBeNull();
    tool.click(15.1, 8);
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.changed()).toEqual(['B', 'B-2']);
  });

  it('follows the border of a base unit', () => {
    const unit = record('baseUnit', 0xa0, {
      name: '一',
      code: '',
      geometry: area(box(13, -2, 30, 12)),
    });
    const tool = hold(splitAlongTool, new Document([...plan().everything(), unit]));
    tool.click(13.1, 8);
    expect(tool.changed()).toEqual(['B', 'B-2']);
  });

  it('makes equal parts, shown by a first click and made by a second', () => {
    const tool = hold(splitEvenlyTool, plan(), null, { parts: 3 });
    tool.click(5, 5);
    expect(tool.gesture.isComplete).toBe(false);
    expect(tool.changed()).toEqual(['A', 'A-2', 'A-3']);
    tool.click(5, 6);
    expect(tool.gesture.isComplete).toBe(true);
  });
});

describe('tools that give ground', () => {
  it('give a drawn part of the selected zone to the one clicked', () => {
    const tool = hold(giveTool, plan(), 'A');
    for (const [x, y] of [
      [8, 2],
      [10, 2],
      [10, 4],
    ] as const) {
      tool.click(x, y);
    }
    tool.finish();
    expect(tool.gesture.isComplete).toBe(false);
    tool.hover(15, 5);
    expect(tool.request()?.command).toBe('givePart');
    expect(tool.changed()).toEqual(['A', 'B']);
    tool.back();
    expect(tool.request()).toBeNull();
    tool.click(8, 2);
    tool.click(15, 5);
    expect(tool.gesture.isComplete).toBe(true);
  });

  it('paint communities in one stroke from the zone where it begins', () => {
    const tool = hold(brushTool, plan());
    tool.drag([5, 5], [12, 5], [14, 5]);
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.changed()).toEqual(['A', 'B']);
  });

  it('give a stroke up when Esc is pressed in the middle of it', () => {
    const tool = hold(brushTool, plan(), 'A');
    tool.gesture.tell({ type: 'press', at: place(12, 5) });
    expect([tool.gesture.canStepBack, tool.gesture.isHolding]).toEqual([true, true]);
    tool.back();
    tool.gesture.tell({ type: 'drag', at: place(14, 5) });
    tool.gesture.tell({ type: 'release', at: place(14, 5) });
    expect([tool.gesture.isComplete, tool.request()]).toEqual([false, null]);
  });

  it('paint cells, and leave none out under a quick pointer', () => {
    const document = plan();
    const tool = hold(brushTool, document, 'A', { units: 'cell', cellM: 11 });
    tool.drag([11, 5], [17, 5]);
    const request = tool.request();
    expect(request?.command === 'paintGround' && request.args.units.length).toBeGreaterThan(5);
    expect(tool.changed()).toEqual(['A', 'B']);
  });

  it('paint base units that the project holds, each as a whole', () => {
    const units = [11, 13, 15].map((x, n) =>
      record('baseUnit', 0xa0 + n, {
        name: String(n),
        code: '',
        geometry: area(box(x, 4, x + 2, 6)),
      }),
    );
    const document = new Document([...plan().everything(), ...units]);
    const tool = hold(brushTool, document, 'A', { units: 'baseUnit' });
    tool.drag([12, 5], [14, 5]);
    const request = tool.request();
    expect(request?.command === 'paintGround' && request.args.units).toEqual(
      units.slice(0, 2).map(({ geometry }) => geometry),
    );
    expect(tool.changed()).toEqual(['A', 'B']);
  });

  it('draw an enclave, named after the zone that it is in', () => {
    const tool = hold(drawZoneTool, plan());
    for (const [x, y] of [
      [6, 6],
      [8, 6],
      [8, 8],
    ] as const) {
      tool.click(x, y);
    }
    expect(tool.gesture.isComplete).toBe(false);
    tool.click(6, 6);
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.changed()).toEqual(['A', 'A-2']);
  });

  it('cut a piece out of one zone alone, into a zone of its own or left to nobody', () => {
    const document = plan();
    const corners = [
      [8, 6],
      [12, 6],
      [12, 8],
    ] as const;
    const tool = hold(cutOutTool, document);
    for (const [x, y] of corners) tool.click(x, y);
    expect(tool.gesture.isComplete).toBe(false);
    expect(tool.changed()).toEqual(['A', 'A-2']);
    tool.back();
    expect(tool.request()).toBeNull();
    tool.hover(12, 8);
    expect(tool.request()?.command).toBe('cutOut');
    const bare = hold(cutOutTool, document, 'B', { cutTo: 'nobody' });
    expect(bare.gesture.hint()).toEqual({ key: 'redraw.cutOut.ready', params: { zone: 'B' } });
    for (const [x, y] of corners) bare.click(x, y);
    bare.finish();
    expect(bare.gesture.isComplete).toBe(true);
    expect(bare.changed()).toBe('leavesBare');
  });

  it('make bare ground a zone with one click', () => {
    const tool = hold(fillGapTool, plan());
    tool.click(25, 5);
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.changed()).toEqual(['区-2']);
  });
});

describe('tools for 点 and 条', () => {
  it('draw a new strip, seen as far as the pointer and belonging to what is round it', () => {
    const document = plan();
    const tool = hold(drawStripTool, document, null, { newWidthM: 4 });
    tool.click(11, 8);
    expect(tool.request()).toBeNull();
    tool.hover(14, 8);
    expect(tool.request()?.args).toMatchObject({ line: line([11, 8], [14, 8]), widthM: 4 });
    tool.click(14, 8);
    // The second click of a double click, then the end.
    tool.click(14, 8);
    tool.finish();
    expect(tool.gesture.isComplete).toBe(true);
    const parentId = document.all('community')[0]!.id;
    expect(tool.request()?.args).toMatchObject({ parentId, name: 'X 条' });
    expect(tool.changed()).toEqual(['X 条']);
    tool.back();
    expect(tool.request()).toBeNull();
  });

  it('put a new site down with a click, or draw it corner by corner', () => {
    const document = plan();
    const tool = hold(drawSiteTool, document, null, { newRadiusM: 12 });
    tool.hover(14, 7);
    expect(tool.changed()).toEqual(['X 点']);
    expect(tool.gesture.ghosts(), 'the circle is seen before').toHaveLength(2);
    tool.click(7, 7);
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.request()?.args).toMatchObject({
      parentId: null,
      name: '区 点',
      ground: { at: at(7, 7), radiusM: 12 },
    });
    const polygon = hold(drawSiteTool, document, null, { siteForm: 'polygon' });
    for (const [x, y] of [
      [6, 6],
      [8, 6],
      [8, 8],
    ] as const) {
      polygon.click(x, y);
    }
    expect(polygon.gesture.isComplete).toBe(false);
    polygon.click(6, 6);
    expect(polygon.gesture.isComplete).toBe(true);
    expect(polygon.changed()).toEqual(['区 点']);
    polygon.back();
    expect(polygon.request()).toBeNull();
  });

  it('name a new site after what is there', () => {
    const document = plan();
    const market = record('point', 0x81, {
      name: '集市',
      code: '2',
      pointKind: 'market',
      position: at(7.2, 7),
    });
    document.apply({ added: { [market.id]: market }, updated: {}, removed: {} });
    const tool = hold(drawSiteTool, document);
    tool.click(7, 7);
    expect(tool.request()?.args).toMatchObject({ name: '集市 点' });
  });

  it('drag a site by where it was taken, and give it another radius', () => {
    const document = plan();
    const tool = hold(moveSiteTool, document);
    tool.drag([3.2, 3], [6.2, 6]);
    expect(tool.gesture.isComplete).toBe(true);
    const request = tool.request();
    const [x, y] = (request?.command === 'moveSite' && request.args.at) || [0, 0];
    expect([x, y].map((part) => part.toFixed(6))).toEqual(at(6, 6).map((part) => part.toFixed(6)));
    const wider = hold(moveSiteTool, document, 'S', { radiusM: 15 });
    wider.finish();
    expect(wider.changed()).toEqual(['S']);
  });

  it('draw the line of a strip anew', () => {
    const tool = hold(moveStripTool, plan());
    tool.click(15, 2);
    tool.click(12, 7);
    tool.click(18, 7);
    tool.finish();
    expect(tool.gesture.isComplete).toBe(true);
    expect(tool.request()?.args).toMatchObject({ lines: [line([12, 7], [18, 7])] });
  });
});

it('asks for nothing that cannot be sent to a worker', () => {
  const tool = hold(splitTool, plan(), 'A');
  tool.click(-1, 5);
  tool.hover(11, 5);
  const request = tool.request();
  expect(structuredClone(request)).toEqual(request);
});
