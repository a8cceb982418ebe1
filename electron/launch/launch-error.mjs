/**
 * Something expected went wrong (no network, no disk space, a broken source file): its message is
 * a sentence for the user and is printed without a stack.
 */
export class LaunchError extends Error {}

/** Runs `main`; ends the process with its answer, or with 1 after printing a LaunchError. */
export async function runToExit(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
