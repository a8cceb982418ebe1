/** The part of mapshaper that the bench calls; the package brings no types of its own. */
declare module 'mapshaper' {
  const mapshaper: {
    /** Runs a command line on files in memory; answers the files it writes. */
    applyCommands: (
      commands: string,
      input: Record<string, unknown>,
    ) => Promise<Record<string, Uint8Array | string>>;
  };
  export default mapshaper;
}
