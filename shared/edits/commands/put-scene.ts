import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { Scene } from '#shared/model/scene.ts';

/** Adds a scene to the briefing, or changes one. */
export const putScene: Command<{ scene: Scene }> = (document, { scene }) => {
  const put = putPatch(document, [scene]);
  if ('refused' in put) return put;
  const key = document.find('scene', scene.id) ? 'edit.changeScene' : 'edit.addScene';
  return {
    patch: put.patch,
    label: { key, params: { title: scene.title } },
    selection: [scene.id],
  };
};
