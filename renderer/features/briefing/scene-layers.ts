import { type LayerOpacities, publicLayers } from '#shared/model/layer.ts';
import type { Scene } from '#shared/model/scene.ts';

/**
 * Layers as a scene shows them: those that it does not name stay as they are in `before`, all but base
 * units, of which scenes older than these know nothing.
 */
export function sceneLayers(
  scene: Pick<Scene, 'layers'>,
  before: LayerOpacities = publicLayers,
): LayerOpacities {
  return { ...before, baseUnits: 0, ...scene.layers };
}
