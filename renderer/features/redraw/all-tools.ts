import { groundTools } from './ground/ground-tools.ts';
import type { Tool } from './tool.ts';
import { deleteVertexTool } from './tools/delete-vertex-tool.ts';
import { drawBorderTool } from './tools/draw-border-tool.ts';
import { insertVertexTool } from './tools/insert-vertex-tool.ts';
import { moveEdgeTool } from './tools/move-edge-tool.ts';
import { moveVertexTool } from './tools/move-vertex-tool.ts';
import { simplifyTool } from './tools/simplify-tool.ts';
import { smoothTool } from './tools/smooth-tool.ts';
import { straightenTool } from './tools/straighten-tool.ts';
import { traceTool } from './tools/trace-tool.ts';

/** Every tool of the map, in the order of the palette. */
export const allTools: readonly Tool[] = [
  moveVertexTool,
  moveEdgeTool,
  insertVertexTool,
  deleteVertexTool,
  drawBorderTool,
  traceTool,
  straightenTool,
  simplifyTool,
  smoothTool,
  ...groundTools,
];

export function toolOf(id: string | null): Tool | null {
  return allTools.find((tool) => tool.id === id) ?? null;
}
