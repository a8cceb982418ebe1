import { FormDialog } from '#renderer/features/roster/form-dialog.tsx';
import { useTry } from '#renderer/features/roster/use-roster-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { removeOrganisation } from '#shared/edits/commands/remove-organisation.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Organisation } from '#shared/model/organisation.ts';

/** A unit is given up: who gets what it had is said before. */
export function RemoveUnitDialog(props: {
  document: DocumentView;
  unit: Organisation;
  onClose: () => void;
}) {
  const text = useText();
  const attempt = useTry();
  const { document, unit } = props;
  const parent = document.find('organisation', unit.parentId ?? '')?.name;
  const counts = {
    units: document.all('organisation').filter(({ parentId }) => parentId === unit.id).length,
    people: document.all('person').filter((one) => one.organisationId === unit.id).length,
    posts: document.all('post').filter((one) => one.organisationId === unit.id).length,
  };
  return (
    <FormDialog
      title={text('organisation.removal.title', { unit: unit.name })}
      ok={text('organisation.removal.ok')}
      danger
      onOk={() => attempt(removeOrganisation, { id: unit.id })}
      onClose={props.onClose}
    >
      <p>
        {parent === undefined
          ? text('organisation.removal.alone', counts)
          : text('organisation.removal.heir', { ...counts, parent })}
      </p>
    </FormDialog>
  );
}
