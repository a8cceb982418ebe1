import { Document } from '#shared/edits/document.ts';
import type { DuplicateChoice, ImportPlan, ImportSource } from '#shared/formats/import/plan.ts';
import { planImport } from '#shared/formats/import/plan-import.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import { declaredChoice, layerInWgs84, toWgs84 } from '#shared/formats/import/convert-layer.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { buffersOf } from '#shared/model/buffers-of.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { type ImportFile, readImport } from './import-files.ts';
import { breathe, type JobContext, type JobHandler, pausesIn } from './job.ts';

export interface PlanImportInput {
  /**
   * Files with a mapping for each of their tables; null leaves a table out. `systems` are the
   * coordinate systems of the tables where the user chose one; else what the file says holds.
   */
  files: (ImportFile & {
    mappings: (TableMapping | null)[];
    systems?: (CrsChoice | null)[];
  })[];
  /** Records of the project that the import goes into. */
  records: AnyRecord[];
  /** Day on which new posts begin, `YYYY-MM-DD`. */
  today: string;
  /** See {@link PlanContext.choices}. */
  choices?: Readonly<Record<string, string>>;
  /** See {@link PlanContext.duplicates}. */
  duplicates?: DuplicateChoice;
}

/** Has issues of lower rows read by the thread that has them, too; undefined where there are none. */
function readAhead(
  { columns, lower }: SourceLayer,
  mapping: TableMapping,
  system: CrsChoice,
  { signal }: JobContext,
): ImportSource['ahead'] {
  if (!lower) return undefined;
  const { kept, rows, bytes } = lower;
  return (offset) => ({
    coming: rows.read({ columns, kept, mapping, system, offset }, signal),
    bytes,
  });
}

/** Works out what importing files would do; changes nothing. */
export const planImportJob: JobHandler<PlanImportInput, ImportPlan> = async (input, context) => {
  const sources: ImportSource[] = [];
  for (const file of input.files) {
    await breathe(context);
    const { layers } = await readImport(file, context);
    for (const [index, layer] of layers.entries()) {
      const mapping = file.mappings[index];
      if (!mapping) continue;
      const choice = file.systems?.[index] ?? declaredChoice(layer);
      const table = await layerInWgs84(layer, choice);
      const convert = await toWgs84(choice);
      const ahead = table === layer ? readAhead(layer, mapping, choice, context) : undefined;
      sources.push({ file: file.name, table, mapping, toWgs84: convert, system: choice, ahead });
    }
  }
  context.progress(0.2);
  const rest = pausesIn(context);
  const plan = await planImport(sources, new Document(input.records), {
    today: input.today,
    newId: () => crypto.randomUUID(),
    choices: input.choices ?? {},
    ...(input.duplicates ? { duplicates: input.duplicates } : {}),
    pause: async (fraction) => {
      context.progress(0.2 + 0.8 * fraction);
      await rest();
    },
  });
  context.progress(1);
  context.handOver?.(
    plan.records.flatMap((record) => (record.kind === 'issueChunk' ? buffersOf(record) : [])),
  );
  return plan;
};
