import type { Geometry } from 'geojson';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type HolderOptions, placeHolders, publicAttributes } from './place-holders.ts';
import { TableBuilder } from './table-builder.ts';

/** A finding as readers of a file need it, its text already in their language. */
export interface FindingRow {
  id: string;
  rule: string;
  ruleName: string;
  severity: string;
  severityName: string;
  message: string;
  /** Names of the records concerned. */
  places: string;
  areaM2: number | null;
  widthM: number | null;
  lengthM: number | null;
  /** [longitude, latitude]. */
  at: number[];
  geometry: Geometry | null;
}

export interface ExportOptions extends HolderOptions {
  /** Issues that the filter lets through. */
  issues: Iterable<Issue>;
  findings: readonly FindingRow[];
  /** Whether a place is wanted; all are by default. */
  only?: (record: AnyRecord) => boolean;
}

function zoneFields(zone: Zone): Record<string, CellValue> {
  const { shape, categories } = zone;
  const common = { shape, categories: categories.join('、') };
  if (zone.shape === 'strip') return { ...common, widthM: zone.widthM };
  return zone.shape === 'site' ? { ...common, radiusM: zone.radiusM } : common;
}

function nameOf(document: DocumentView, id: string | null): string {
  const record = id === null ? undefined : document.get(id);
  return record && 'name' in record ? record.name : '';
}

type Writer = (
  document: DocumentView,
  options: Required<ExportOptions>,
  table: TableBuilder,
) => void;

function writeAreas(kind: 'street' | 'community' | 'zone'): Writer {
  return (document, options, table) => {
    const holders = placeHolders(document, options);
    for (const record of document.all(kind)) {
      if (!options.only(record)) continue;
      const parent =
        record.kind === 'street'
          ? null
          : record.kind === 'community'
            ? record.streetId
            : record.parentId;
      table.add(
        record.geometry,
        { id: record.id, name: record.name, code: record.code },
        { parentId: parent, parentName: nameOf(document, parent) },
        record.kind === 'zone' ? zoneFields(record) : {},
        holders(record.id, record.kind),
        publicAttributes(record.attributes, options.phones),
      );
    }
  };
}

const writers: Record<LayerId, Writer> = {
  district: (document, options, table) => {
    for (const outline of document.all('district')) {
      if (!options.only(outline)) continue;
      const { geometry, ...district } = outline;
      const { id, name, code, reviewNumber, source, licence } = district;
      table.add(
        geometry,
        { id, name, code, reviewNumber, source, licence },
        publicAttributes(district.attributes, options.phones),
      );
    }
  },
  streets: writeAreas('street'),
  communities: writeAreas('community'),
  zones: writeAreas('zone'),
  points: (document, options, table) => {
    const holders = placeHolders(document, options);
    for (const point of document.all('point')) {
      if (!options.only(point)) continue;
      const { id, name, code, pointKind, address } = point;
      table.add(
        { type: 'Point', coordinates: point.position },
        { id, name, code, pointKind, address },
        holders(id, 'point'),
        publicAttributes(point.attributes, options.phones),
      );
    }
  },
  issues: (document, options, table) => {
    const classes = document.all('project')[0]?.schemes.issueClasses ?? [];
    const names = new Map(classes.map(({ key, name }) => [key, name]));
    for (const issue of options.issues) {
      const { kind: _, position, lostPoints, text, ...facts } = issue;
      table.add(
        { type: 'Point', coordinates: position },
        { ...facts, className: names.get(issue.issueClass) ?? null },
        publicAttributes({ text }, options.phones),
        { lostPoints: lostPoints || null },
      );
    }
  },
  baseUnits: (document, options, table) => {
    for (const { geometry, id, name, code, attributes } of document.all('baseUnit')) {
      table.add(geometry, { id, name, code }, publicAttributes(attributes, options.phones));
    }
  },
  exceptions: (document, _, table) => {
    for (const { geometry, kind: _kind, ...exception } of document.all('exception')) {
      table.add(geometry, exception);
    }
  },
  findings: (_, options, table) => {
    for (const { geometry, at, ...finding } of options.findings) {
      table.add(geometry ?? { type: 'Point', coordinates: at }, finding);
    }
  },
};

/** The chosen layers of a project as tables, with no telephone number unless asked for. */
export function exportTables(
  document: DocumentView,
  layers: readonly LayerId[],
  options: ExportOptions,
): Table[] {
  const all = { ...options, only: options.only ?? (() => true) };
  return layers.map((layer) => {
    const table = new TableBuilder(layer);
    writers[layer](document, all, table);
    return table.table();
  });
}

/** What a file must say about itself: the 审图号 under which the outline may be published. */
export function exportMembers(document: DocumentView): Record<string, string> {
  const reviewNumber = document.all('district')[0]?.reviewNumber ?? '';
  return reviewNumber === '' ? {} : { 审图号: reviewNumber };
}
