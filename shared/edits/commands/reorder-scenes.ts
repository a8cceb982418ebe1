import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Puts the scenes in the order of `ids`, which names every scene once. */
export const reorderScenes: Command<{ ids: readonly string[] }> = (document, { ids }) => {
  const scenes = ids.flatMap((id) => document.find('scene', id) ?? []);
  const isComplete =
    new Set(ids).size === ids.length &&
    scenes.length === ids.length &&
    scenes.length === document.all('scene').length;
  if (!isComplete) return { refused: 'edit.refused.scenesChanged' };
  const put = putPatch(
    document,
    scenes.map((scene, index) => ({ ...scene, order: index + 1 })),
  );
  if ('refused' in put) return put;
  return { patch: put.patch, label: { key: 'edit.reorderScenes', params: {} }, selection: [] };
};
