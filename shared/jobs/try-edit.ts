import { groundConsequence, type ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import type { Command, CommandResult, Refusal } from '#shared/edits/command.ts';
import { splitByWork } from './split-by-work.ts';
import { fillGap } from '#shared/edits/commands/fill-gap.ts';
import { changeStrip } from '#shared/edits/commands/change-strip.ts';
import { cutOut } from '#shared/edits/commands/cut-out.ts';
import { drawSite } from '#shared/edits/commands/draw-site.ts';
import { drawStrip } from '#shared/edits/commands/draw-strip.ts';
import { drawZone } from '#shared/edits/commands/draw-zone.ts';
import { givePart } from '#shared/edits/commands/give-part.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveSite } from '#shared/edits/commands/move-site.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Lock } from '#shared/model/lock.ts';

/** Commands on ground that can be tried before they are carried out. */
const commands = {
  fillGap,
  changeStrip,
  cutOut,
  drawSite,
  drawStrip,
  drawZone,
  givePart,
  mergeZones,
  moveSite,
  paintGround,
  splitByWork,
  splitEvenly,
  splitZone,
};
type Commands = typeof commands;
type Name = keyof Commands;

/** A command by its name, with its arguments. */
export type EditRequest = {
  [K in Name]: { command: K; args: Commands[K] extends Command<infer Args> ? Args : never };
}[Name];

/** What an edit would do, or why it would not. */
export type EditOutcome =
  | Refusal
  | {
      result: Extract<CommandResult, { patch: Patch }>;
      consequences: ZoneConsequence[];
      moves: GroundMove[];
    };

/**
 * Tries an edit of ground on a document, which stays as it is.
 * @param locks what may not change, where the document does not hold it
 */
export function tryEdit(
  document: DocumentView,
  request: EditRequest,
  locks: readonly Lock[],
): EditOutcome {
  const view: DocumentView = {
    get: (id) => document.get(id),
    find: (kind, id) => document.find(kind, id),
    all: (kind) => (kind === 'lock' ? (locks as never) : document.all(kind)),
  };
  const command = commands[request.command] as Command<unknown>;
  const result = runCommand(view, command, request.args);
  if ('refused' in result) return result;
  const changes = changesOf(result.patch);
  return {
    result,
    consequences: groundConsequence(view, changes),
    moves: groundMoves(view, changes, []),
  };
}
