import { suffixOf } from '#shared/formats/detect/detect.ts';
import { signatureOf } from '#shared/formats/detect/signature.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { limits } from '#shared/formats/limits.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type {
  ReadAny,
  ReadOptions,
  Source,
  SourceLayer,
  Unpacking,
} from '#shared/formats/source/source.ts';
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
/** Zips within each other, beyond which none is opened: there are some that hold themselves. */
const deepest = 2;

/** Takes what a zip within the zip unpacks to off what is left. @throws FormatError when that is too little */
function charge(bytes: Uint8Array, unpacking: Unpacking): void {
  if (signatureOf(bytes) !== 'zip') return;
  for (const { size } of listZip(bytes, unpacking.bytesLeft)) unpacking.bytesLeft -= size;
}

/** What is wrong with a file, said of it as a part of its zip. */
const within = (zip: string, { key, params, file }: FormatError) =>
  new FormatError(key, params, file === null ? zip : `${zip}/${file}`);

/**
 * Layers of the files in a zip: shapefiles, several of them, or whatever else is read, other zips too.
 * A file of it that cannot be read is named as a problem of the others.
 * @throws FormatError when not one can be read
 */
export async function readZipOfFiles(
  source: Source,
  options: ReadOptions,
  readAny: ReadAny,
): Promise<SourceLayer[]> {
  const { depth, bytesLeft } = options.unpacking ?? { depth: 0, bytesLeft: limits.unpackedBytes };
  if (depth >= deepest) throw new FormatError('format.zip.nothing');
  const entries = listZip(source.bytes).filter(
    ({ path, size }) => size > 0 && !besides.has(suffixOf(path)),
  );
  const files = [...unpackEntries(source.bytes, entries)].map(([name, bytes]) => ({ name, bytes }));
  const sources = groupFiles(files);
  if (sources.length === 0) throw new FormatError('format.zip.nothing');
  const layers: SourceLayer[] = [];
  const failures: FormatError[] = [];
  const unpacking = { depth: depth + 1, bytesLeft };
  for (const one of sources) {
    await options.pause?.();
    try {
      charge(one.bytes, unpacking);
      const read = await readAny(one, { ...options, unpacking });
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
      failures.push(error.of(one.name));
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
