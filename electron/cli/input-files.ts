import type { i18n } from 'i18next';
import { declaredCrs } from '#shared/formats/geojson/crs.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { FromFile } from './check-records.ts';
import { warningsOf } from './feature-warnings.ts';
import { type FeatureFile, featuresOf, type FileFeature, parseJson } from './parse-features.ts';
import { readText } from './read-text.ts';

/** Systems in degrees that lie over each other as near as maps can tell. */
const degreesOfMaps: readonly (string | null)[] = ['EPSG:4326', 'EPSG:4490'];

type GeometryType = FileFeature['geometry']['type'];

/** A file as it was read: its features, and the JSON value they come from. */
export interface InputFile {
  from: FromFile;
  content: FeatureFile;
  value: unknown;
}

interface Terms {
  planar: boolean;
  nameProperty: string | null;
  /** See FromFile. */
  asDrawn?: boolean;
  /** Whether features that are no zones are written again with the zones. */
  keepsOthers?: boolean;
}

/** Reads the files of one command and gathers a warning for each feature that it leaves aside. */
export class InputFiles {
  readonly warnings: string[] = [];
  /** Milliseconds spent on reading alone. */
  readMs = 0;
  private readonly terms: Terms;
  private readonly translator: i18n;

  constructor(terms: Terms, translator: i18n) {
    this.terms = terms;
    this.translator = translator;
  }

  /** @param pick the features that are meant, where a file has several layers. @throws BadInput */
  async read(
    file: string,
    pick: (features: readonly FileFeature[]) => readonly FileFeature[] = (all) => all,
  ): Promise<InputFile> {
    const started = performance.now();
    const text = await readText(file);
    this.readMs += performance.now() - started;
    const { planar, nameProperty, asDrawn = false } = this.terms;
    const value = parseJson(file, text);
    if (!planar) this.warnOfCrs(file, value);
    const parsed = featuresOf(file, value, planar);
    const content = { ...parsed, features: [...pick(parsed.features)] };
    return {
      value,
      content,
      from: { file, features: content.features, planar, nameProperty, asDrawn },
    };
  }

  /** The zones of a file, as `make` makes them. @throws BadInput */
  zones(
    input: InputFile,
    make: (from: FromFile) => { zones: Zone[]; left: Set<number> },
  ): { zones: Zone[]; left: Set<number> } {
    const made = make(input.from);
    this.warn(input, ({ number }) => !made.left.has(number), this.terms.keepsOthers);
    return made;
  }

  /** What `make` makes of the features of some types. @throws BadInput */
  only<T>(input: InputFile, types: readonly GeometryType[], make: (from: FromFile) => T): T {
    this.warn(input, ({ geometry }) => types.includes(geometry.type));
    return make(input.from);
  }

  /** A file may name another system (GeoJSON of 2008): its numbers are taken for WGS84 all the same. */
  private warnOfCrs(file: string, value: unknown): void {
    const { crs = null } = (value ?? {}) as { crs?: unknown };
    const declared = declaredCrs(crs);
    if (declared === null || degreesOfMaps.includes(declared.id)) return;
    this.warnings.push(this.translator.t('cli.warning.otherCrs', { file, crs: declared.text }));
  }

  private warn({ from, content }: InputFile, wants: (f: FileFeature) => boolean, kept = false) {
    this.warnings.push(...warningsOf(from.file, content, wants, this.translator, kept));
  }
}
