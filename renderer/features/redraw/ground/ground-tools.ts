import type { Tool } from '#renderer/features/redraw/tool.ts';
import { brushTool } from './brush-tool.ts';
import { cutOutTool } from './cut-out-tool.ts';
import { drawSiteTool } from './draw-site-tool.ts';
import { drawStripTool } from './draw-strip-tool.ts';
import { drawZoneTool } from './draw-zone-tool.ts';
import { fillGapTool } from './fill-gap-tool.ts';
import { giveTool } from './give-tool.ts';
import { moveSiteTool } from './move-site-tool.ts';
import { moveStripTool } from './move-strip-tool.ts';
import { splitAlongTool } from './split-along-tool.ts';
import { splitEvenlyTool } from './split-evenly-tool.ts';
import { splitTool } from './split-tool.ts';

/** Tools that divide ground anew, in the order of the palette. */
export const groundTools: readonly Tool[] = [
  splitTool,
  splitAlongTool,
  splitEvenlyTool,
  giveTool,
  brushTool,
  drawZoneTool,
  cutOutTool,
  fillGapTool,
  drawSiteTool,
  moveSiteTool,
  drawStripTool,
  moveStripTool,
];
