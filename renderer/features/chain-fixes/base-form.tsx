import { typedPosition } from '#renderer/features/search/typed-position.ts';
import { moveTeamBase } from '#shared/edits/commands/move-team-base.ts';
import { FixForm, type FixFormProps } from './fix-form.tsx';
import { PositionItem, positionWords } from './position-item.tsx';

/** Where a team's base goes; the place it comes too late to is offered. */
export function BaseForm({ fix, apply }: FixFormProps<'move-base'>) {
  return (
    <FixForm<{ position: string }>
      initial={{ position: positionWords(fix.at) }}
      onSubmit={({ position }) => {
        const base = typedPosition(position);
        if (base) apply(moveTeamBase, { teamId: fix.teamId, base });
      }}
    >
      <PositionItem />
    </FixForm>
  );
}
