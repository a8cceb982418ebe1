import { suffixOf } from '#shared/formats/detect/detect.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { ReadAny, ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { listZip, unpackEntries } from './read-zip.ts';

/** Suffixes of what is not data, left unread and unnamed. */
const besides = new Set([
  'txt',
  'md',
  'pdf',
  'doc',
  'docx',
  'xml',
  'htm',
  'html',
  'lyr',
  'mxd',
  'qgz',
  'qml',
  'sld',
  'ini',
  'db',
  'url',
]);
/** Suffixes of zips within the zip, which are not opened. */
const nested = new Set(['zip', 'kmz', 'rar', '7z', 'gz', 'ovkmz']);

/** What is wrong with a file, said of it as a part of its zip. */
const within = (zip: string, { key, params, file }: FormatError) =>
  new FormatError(key, params, file === null ? zip : `${zip}/${file}`);

/**
 * Layers of the files in a zip: shapefiles, several of them, or whatever else is read. A file of it
 * that cannot be read is named as a problem of the others.
 * @throws FormatError when not one can be read
 */
export async function readZipOfFiles(
  source: Source,
  options: ReadOptions,
  readAny: ReadAny,
): Promise<SourceLayer[]> {
  const entries = listZip(source.bytes).filter(({ path, size }) => {
    const suffix = suffixOf(path);
    return size > 0 && !nested.has(suffix) && !besides.has(suffix);
  });
  const files = [...unpackEntries(source.bytes, entries)].map(([name, bytes]) => ({ name, bytes }));
  const sources = groupFiles(files);
  if (sources.length === 0) throw new FormatError('format.zip.nothing');
  const layers: SourceLayer[] = [];
  const failures: FormatError[] = [];
  for (const one of sources) {
    try {
      const read = await readAny(one, options);
      const several = sources.length > 1;
      const name = one.name.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
      layers.push(
        ...read.map((layer) => ({
          ...layer,
          layer: several && layer.layer === '' ? name : layer.layer,
        })),
      );
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      failures.push(error);
    }
  }
  const [first] = layers;
  const [failure] = failures;
  if (!first) throw failure ? within(source.name, failure) : new FormatError('format.zip.nothing');
  for (const { file } of failures) {
    first.problems = [...first.problems, { key: 'fileLeft', params: { name: file ?? '' } }];
  }
  return layers;
}
