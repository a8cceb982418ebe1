import type { Feature } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import { positionCount } from '#shared/geo/position-count.ts';

/** Most positions in one difference, and what a feature weighs beside its own. */
const diffWeight = 20_000;
const featureWeight = 5;

/**
 * Features of one GeoJSON source of the map. Changes are collected and handed on as one difference;
 * what the map holds is never replaced as a whole for the sake of a few. Every feature carries its
 * id as the property `id` (MapLibre keeps no text ids otherwise).
 */
export class SourceFeed {
  private readonly features = new Map<string, Feature>();
  private readonly changed = new Set<string>();

  readonly sourceId: string;

  constructor(sourceId: string) {
    this.sourceId = sourceId;
  }

  /** Adds, changes or (null) removes a feature; one that stays as it is makes no change. */
  set(id: string, feature: Omit<Feature, 'type'> | null): void {
    if (feature) {
      const before = this.features.get(id);
      if (before && alike(before, feature)) return;
      this.features.set(id, {
        type: 'Feature',
        geometry: feature.geometry,
        properties: { ...feature.properties, id },
      });
    } else if (!this.features.delete(id)) return;
    this.changed.add(id);
  }

  /** Puts these features in the place of all others. */
  replace(features: Iterable<[string, Omit<Feature, 'type'>]>): void {
    const next = new Map(features);
    for (const id of this.features.keys()) if (!next.has(id)) this.set(id, null);
    for (const [id, feature] of next) this.set(id, feature);
  }

  /** A property of a feature as it is drawn; undefined where there is none. */
  propertyOf(id: string, name: string): unknown {
    return this.features.get(id)?.properties?.[name];
  }

  /**
   * What to tell a source that has had every earlier difference; null when nothing changed. Of many
   * changes only as much as is copied to the map's worker in some milliseconds; the rest is for the
   * next call.
   */
  takeDiff(): GeoJSONSourceDiff | null {
    if (this.changed.size === 0) return null;
    const diff: Required<Pick<GeoJSONSourceDiff, 'add' | 'remove'>> = { add: [], remove: [] };
    let weight = 0;
    for (const id of this.changed) {
      const feature = this.features.get(id);
      const own = featureWeight + (feature ? positionCount(feature.geometry) : 0);
      if (weight > 0 && weight + own > diffWeight) break;
      weight += own;
      this.changed.delete(id);
      if (feature) diff.add.push(feature);
      else diff.remove.push(id);
    }
    return diff;
  }

  /** Counts every feature as changed: for a source that is new and empty. */
  startAnew(): void {
    this.changed.clear();
    for (const id of this.features.keys()) this.changed.add(id);
  }
}

/** Whether a feature still looks the same; of shapes only points are compared number by number. */
function alike(before: Feature, after: Omit<Feature, 'type'>): boolean {
  const samePlace =
    before.geometry === after.geometry ||
    (before.geometry.type === 'Point' &&
      after.geometry.type === 'Point' &&
      before.geometry.coordinates[0] === after.geometry.coordinates[0] &&
      before.geometry.coordinates[1] === after.geometry.coordinates[1]);
  if (!samePlace) return false;
  const { id: _, ...properties } = before.properties ?? {};
  const keys = Object.keys(after.properties ?? {});
  return (
    keys.length === Object.keys(properties).length &&
    keys.every((key) => properties[key] === after.properties?.[key])
  );
}
