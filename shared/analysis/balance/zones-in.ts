import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';

/** Ground that can be divided anew: a street's, or that of the whole district. */
export function scopeGround(document: DocumentView, streetId: string | null): Area | null {
  const record =
    streetId === null ? document.all('district')[0] : document.find('street', streetId);
  return record?.geometry ?? null;
}

/** Tells where areas lie on some ground, by a place well inside each; `outside` for those without ground. */
export function whereOn(ground: Area): (area: Area) => ReturnType<BandedArea['locate']> {
  const banded = new BandedArea(ground);
  return (area) => {
    const [x, y] = innerPlace(area) ?? [];
    return x === undefined || y === undefined ? 'outside' : banded.locate(toGrid(x), toGrid(y));
  };
}

/** Blocks for all classes whose ground lies, by a place well inside, on some ground. */
export function blocksOn(document: DocumentView, ground: Area): BlockZone[] {
  const where = whereOn(ground);
  return document.all('zone').filter((zone): zone is BlockZone => {
    if (zone.shape !== 'block' || zone.categories.length > 0) return false;
    return where(zone.geometry) !== 'outside';
  });
}
