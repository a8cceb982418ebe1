import { balanceGround } from './balance-ground.ts';
import { certificateJob } from './certificate.ts';
import { checkJob } from './check.ts';
import { compareGround } from './compare-ground.ts';
import { exportLayers, exportLosses } from './export-layers.ts';
import { forgetImport } from './import-files.ts';
import { packProject } from './pack-project.ts';
import { parseImport } from './parse-import.ts';
import { planImportJob } from './plan-import.ts';
import { readBarriers } from './read-barriers.ts';
import { tryMends } from './try-mends.ts';
import { writeTables } from './write-tables.ts';

/**
 * Every long task by the name under which a window asks its worker for it. The heat layer is drawn
 * from a worker of its own, so that it never waits behind an import.
 */
export const handlers = {
  balanceGround,
  certificate: certificateJob,
  check: checkJob,
  compareGround,
  exportLayers,
  exportLosses,
  forgetImport,
  packProject,
  parseImport,
  planImport: planImportJob,
  readBarriers,
  tryMends,
  writeTables,
};

export type JobName = keyof typeof handlers;
export type JobInput<Name extends JobName> = Parameters<(typeof handlers)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof handlers)[Name]>>;
