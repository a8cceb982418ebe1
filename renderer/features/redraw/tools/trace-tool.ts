import { Route } from 'lucide-react';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import {
  nextStretch,
  noStretch,
  type StretchGesture,
} from '#renderer/features/redraw/stretch-gesture.ts';
import { stretchGhosts } from '#renderer/features/redraw/stretch-ghosts.ts';
import {
  defineTool,
  type Place,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import { traceLine } from '#shared/edits/commands/trace-line.ts';
import { linesNear, type TraceLine } from '#shared/edits/redraw/lines-near.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { courseAlong } from '#shared/topology/redraw/lay-course.ts';
import { begunAwayFrom, lineAt } from '#shared/topology/redraw/line-at.ts';

interface Tracing extends StretchGesture {
  /** The line under the pointer. */
  line: TraceLine | null;
  done: boolean;
}

const idle: Tracing = { ...noStretch, line: null, done: false };

function lineUnder(
  document: DocumentView,
  { exact, reach, seesBaseUnits }: Place,
): TraceLine | null {
  const [x, y] = exact;
  const [east, north] = reach;
  const near = linesNear(document, [x - east, y - north, x + east, y + north], seesBaseUnits);
  const number = lineAt(
    near.map(({ line }) => line),
    exact,
    reach,
  );
  return near[number] ?? null;
}

/** The line between both ends of the stretch. */
function courseOn({ stretch, line }: Tracing): LonLat[] {
  if (!stretch || !line) return [];
  const { from, to } = stretch;
  return courseAlong(begunAwayFrom(line.line, [from, to]), from, to) as LonLat[];
}

/** Lays a stretch of border along a line that is there already: a street, a border, another layer's line. */
export const tracing: ToolSpec<Tracing> = {
  id: 'trace',
  group: 'border',
  key: 'T',
  icon: Route,
  begin: () => idle,
  next(state, event, context) {
    const { document } = context;
    if (state.fixed && event.type === 'hover') {
      const line = event.at && lineUnder(document, event.at);
      return line?.line === state.line?.line ? state : { ...state, line };
    }
    if (state.fixed && event.type === 'click') {
      const line = lineUnder(document, event.at);
      return line ? { ...state, line, done: true } : state;
    }
    const next = nextStretch(state, event, context);
    return next === state ? state : { ...state, ...next, line: null };
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ from }) => from !== null,
  proposal(state) {
    const { stretch } = state;
    const line = courseOn(state);
    if (!stretch || line.length === 0) return null;
    return (document, allowances) => traceLine(document, { ...stretch, line, ...allowances });
  },
  ghosts(state, { document }) {
    const course = courseOn(state);
    const { line } = state;
    return [
      ...stretchGhosts(state, document, state.line ? 'old' : 'line'),
      ...(line ? [lineGhost('old', line.line as LonLat[])] : []),
      ...(course.length > 0 ? [lineGhost('line', course)] : []),
    ];
  },
  hint({ from, fixed, line }): Words {
    if (line) return { key: 'redraw.trace.ready', params: { name: line.name } };
    const key = fixed ? 'line' : from ? 'second' : 'first';
    return { key: `redraw.trace.${key}`, params: {} };
  },
  where: ({ over }) => over,
};

export const traceTool = defineTool(tracing);
