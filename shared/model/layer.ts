/** Layers of the map, from bottom to top; scenes and layer switches name them so. */
export const mapLayers = [
  'exceptions',
  'zones',
  'heat',
  'baseUnits',
  'communities',
  'streets',
  'district',
  'disputes',
  'issues',
  'points',
  'teams',
  'labels',
  'findings',
] as const;
export type MapLayer = (typeof mapLayers)[number];

/** Opacity of each layer, 0 (hidden) to 1. */
export type LayerOpacities = Record<MapLayer, number>;

export const defaultLayers: LayerOpacities = {
  exceptions: 1,
  zones: 1,
  heat: 0,
  baseUnits: 1,
  communities: 1,
  streets: 1,
  district: 1,
  disputes: 1,
  issues: 0,
  points: 1,
  teams: 1,
  labels: 1,
  findings: 1,
};

/** Where others look at a map: base units are a help in drawing and only seen where somebody asks for them. */
export const publicLayers: LayerOpacities = { ...defaultLayers, baseUnits: 0 };
