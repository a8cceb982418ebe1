/** A CPU profile of the browser, as far as it is looked at. */
export interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** Milliseconds of script in a profile. */
export interface ScriptShare {
  /** All but the map library's: our code, what draws the window, messages to workers, collections of garbage. */
  window: number;
  /** What the map library does in its own code, drawing and taking up changes of its sources. */
  map: number;
}

type Owner = keyof ScriptShare | 'nobody' | 'garbage';

/** By the names of the browser's own entries. */
const own: Record<string, Owner> = {
  '(root)': 'nobody',
  '(program)': 'nobody',
  '(idle)': 'nobody',
  '(garbage collector)': 'garbage',
};

/**
 * Who spent the script of a profile. A sample is the library's when the innermost function that stands in a
 * file stands in the library's own; what it calls of ours is ours. Garbage is counted with what ran before it,
 * and with the window after a pause.
 */
export function scriptShare({ nodes, samples = [], timeDeltas = [] }: Profile): ScriptShare {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, Owner>();
  const walk = (id: number, above: Owner): void => {
    const node = byId.get(id);
    if (!node) return;
    const { functionName, url } = node.callFrame;
    const file: Owner = url.includes('/maplibre-') ? 'map' : 'window';
    const owner = own[functionName] ?? (url === '' ? above : file);
    owners.set(id, owner);
    for (const child of node.children ?? []) walk(child, owner === 'nobody' ? 'window' : owner);
  };
  if (nodes[0]) walk(nodes[0].id, 'window');
  const micros = { window: 0, map: 0 };
  let before: keyof ScriptShare = 'window';
  for (const [i, id] of samples.entries()) {
    const owner = owners.get(id) ?? 'window';
    if (owner !== 'garbage') before = owner === 'map' ? 'map' : 'window';
    if (owner !== 'nobody') micros[before] += timeDeltas[i] ?? 0;
  }
  return { window: micros.window / 1000, map: micros.map / 1000 };
}
