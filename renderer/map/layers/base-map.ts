import type { LayerSpecification } from 'maplibre-gl';
import type { TileArchiveInfo } from '#shared/formats/tiles/tile-archive.ts';
import type { Palette } from '#renderer/map/palette.ts';

export const baseSource = 'base-map';

/** What a layer of vector tiles shows, by the names that the usual schemas give it. */
function sortOf(
  name: string,
): 'water' | 'green' | 'road' | 'building' | 'border' | 'name' | 'other' {
  if (/water|ocean|river|lake|hydro|水/i.test(name) && !/name|label/i.test(name)) return 'water';
  if (/land(use|cover)|park|wood|green|grass|forest|绿/i.test(name)) return 'green';
  if (/name|label|place|poi|注记/i.test(name)) return 'name';
  if (/road|transport|street|rail|highway|path|道路/i.test(name)) return 'road';
  if (/build|建筑/i.test(name)) return 'building';
  return /bound|admin|border|界/i.test(name) ? 'border' : 'other';
}

/**
 * Layers of a base map, quiet enough to lie under everything: pictures as they are, vector tiles of
 * whatever schema by the shapes they have, in the colours of the theme.
 */
export function baseMapLayers(
  info: TileArchiveInfo,
  palette: Palette,
  opacity: number,
): LayerSpecification[] {
  if (info.kind === 'raster') {
    return [
      {
        id: `${baseSource}-raster`,
        type: 'raster',
        source: baseSource,
        paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 },
      },
    ];
  }
  const common = (name: string, part: string) => ({
    id: `${baseSource}-${part}-${name}`,
    source: baseSource,
    'source-layer': name,
  });
  const areas = info.layers.filter((name) => ['water', 'green', 'building'].includes(sortOf(name)));
  const lines = info.layers.filter((name) => !['name', 'building', 'green'].includes(sortOf(name)));
  const labelled = info.layers.filter((name) => ['name', 'road'].includes(sortOf(name)));
  return [
    ...areas.map((name): LayerSpecification => {
      const water = sortOf(name) === 'water';
      return {
        ...common(name, 'fill'),
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: {
          'fill-color': water ? palette.water : palette.line,
          'fill-opacity': opacity * (water ? 0.8 : 0.35),
        },
      };
    }),
    ...lines.map((name): LayerSpecification => {
      const water = sortOf(name) === 'water';
      return {
        ...common(name, 'line'),
        type: 'line',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: {
          'line-color': water ? palette.water : palette.line,
          'line-opacity': opacity,
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 14, 1.5, 18, 6],
        },
      };
    }),
    ...labelled.map(
      (name): LayerSpecification => ({
        ...common(name, 'label'),
        type: 'symbol',
        layout: {
          'text-field': [
            'coalesce',
            ['get', 'name:zh-Hans'],
            ['get', 'name:zh'],
            ['get', 'name'],
            '',
          ],
          'text-size': 11,
          'symbol-placement': sortOf(name) === 'road' ? 'line' : 'point',
        },
        paint: {
          'text-color': palette.quiet,
          'text-halo-color': palette.ground,
          'text-halo-width': 1,
          'text-opacity': opacity,
        },
      }),
    ),
  ];
}
