import { create } from 'zustand';
import type { WrittenFormat } from '#shared/formats/write-registry.ts';

/** Formats to choose from; a loose shapefile is several files, so it comes as a zip. */
export const offeredFormats = [
  'geojson',
  'shapefileZip',
  'kml',
  'geopackage',
  'xlsx',
  'csv',
] as const satisfies WrittenFormat[];
export type OfferedFormat = (typeof offeredFormats)[number];

export const offeredSystems = ['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09'] as const;

interface ExportSettings {
  format: OfferedFormat;
  crs: (typeof offeredSystems)[number];
  encoding: 'utf-8' | 'gb18030';
  holders: boolean;
}

/** How the last export was made, for as long as the window is open; full phones are asked for anew each time. */
export const useExportSettings = create<ExportSettings>()(() => ({
  format: 'geojson',
  crs: 'EPSG:4326',
  encoding: 'utf-8',
  holders: true,
}));
