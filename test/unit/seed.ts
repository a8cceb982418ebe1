import fc from 'fast-check';

/**
 * Property tests draw the same cases at every run, so that a failure is the change's and not the
 * day's. HENGZONG_SEED=random draws new ones, HENGZONG_SEED=NUMBER those of that seed.
 */
const wanted = process.env['HENGZONG_SEED'] ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
