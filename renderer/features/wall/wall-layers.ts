import { type LayerOpacities, publicLayers } from '#shared/model/layer.ts';

/** What the wall shows: where issues are many, under the zones, and no single points. */
export const wallLayers: LayerOpacities = {
  ...publicLayers,
  zones: 0.55,
  heat: 0.9,
  points: 0,
  teams: 0,
  communities: 0.5,
};
