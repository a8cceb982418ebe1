import type { Format } from '#shared/formats/table.ts';
import { readGeoJson } from './read.ts';
import { writeGeoJson } from './write.ts';

export const geoJson: Format = {
  id: 'geojson',
  extensions: ['geojson', 'json'],
  read: readGeoJson,
  write: writeGeoJson,
};
