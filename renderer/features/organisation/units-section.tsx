import { Button } from 'antd';
import { ChevronsDownUp, ChevronsUpDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { DelayedSearch } from '#renderer/features/roster/delayed-search.tsx';
import { useKept } from '#renderer/features/roster/use-kept.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { textMatcher } from '#shared/analysis/roster/text-matcher.ts';
import { changeOrganisation } from '#shared/edits/commands/change-organisation.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './organisation.module.css';
import { RemoveUnitDialog } from './remove-unit-dialog.tsx';
import { UnitForm } from './unit-form.tsx';
import { UnitList } from './unit-list.tsx';
import { unitNodes } from './unit-tree.ts';

/** Units without one above: open at first. */
const tops = (document: Document) =>
  document.all('organisation').flatMap(({ id, parentId }) => (parentId === null ? [id] : []));

type Dialog = { kind: 'add' | 'edit' | 'remove'; id: string | null };

/** The units: their tree, and what can be done with the one that is chosen. */
export function UnitsSection(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const say = useSayResult();
  const mayEdit = useMayEdit();
  const { document, revision, selectedId } = props;
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(tops(document)));
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const figures = useKept(useAnswer('units', {}, 'present').answer);
  const figureOf = useMemo(() => new Map(figures?.map((one) => [one.id, one])), [figures]);
  const { units, classNames } = useMemo(() => {
    void revision;
    const classes = document.all('project')[0]?.schemes.issueClasses ?? [];
    return {
      units: document.all('organisation'),
      classNames: new Map(classes.map(({ key, name }) => [key, name])),
    };
  }, [document, revision]);
  const nodes = useMemo(() => {
    const fits = textMatcher(typed);
    const found =
      fits && (({ name }: { name: string }) => fits({ people: [], names: [name], phones: [] }));
    return unitNodes(units, (id) => opened.has(id), found);
  }, [units, opened, typed]);
  const chosen = document.find('organisation', selectedId ?? '');

  // What is selected elsewhere is brought to light.
  useEffect(() => {
    const above = new Set<string>();
    let at = document.find('organisation', selectedId ?? '');
    while (at?.parentId && !above.has(at.parentId)) {
      above.add(at.parentId);
      at = document.find('organisation', at.parentId);
    }
    setOpened((was) => ([...above].every((id) => was.has(id)) ? was : new Set([...was, ...above])));
  }, [document, selectedId]);

  const open = (id: string, isOpen: boolean) => {
    const next = new Set(opened);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpened(next);
  };
  const anyClosed = nodes.some((node) => node.hasChildren && !node.open);
  const close = () => setDialog(null);
  const subject = document.find('organisation', dialog?.id ?? '') ?? null;
  return (
    <section className={styles.section} aria-label={text('organisation.tree')}>
      <div className={styles.bar} role="toolbar" aria-label={text('organisation.tree')}>
        <strong>{text('organisation.tree')}</strong>
        <DelayedSearch value={typed} onChange={setTyped} />
        <Button
          size="small"
          type="text"
          icon={
            anyClosed ? (
              <ChevronsUpDown size={14} aria-hidden />
            ) : (
              <ChevronsDownUp size={14} aria-hidden />
            )
          }
          onClick={() => setOpened(new Set(anyClosed ? units.map(({ id }) => id) : []))}
        >
          {text(anyClosed ? 'organisation.expand' : 'organisation.fold')}
        </Button>
        {mayEdit && (
          <span className={styles.acts}>
            <Button
              size="small"
              disabled={!chosen}
              icon={<Pencil size={13} aria-hidden />}
              onClick={() => chosen && setDialog({ kind: 'edit', id: chosen.id })}
            >
              {text('organisation.edit')}
            </Button>
            <Button
              size="small"
              disabled={!chosen}
              icon={<Trash2 size={13} aria-hidden />}
              onClick={() => chosen && setDialog({ kind: 'remove', id: chosen.id })}
            >
              {text('organisation.remove')}
            </Button>
            <Button
              size="small"
              icon={<Plus size={13} aria-hidden />}
              onClick={() => setDialog({ kind: 'add', id: null })}
            >
              {text('organisation.add')}
            </Button>
          </span>
        )}
      </div>
      <UnitList
        nodes={nodes}
        figures={figureOf}
        classNames={classNames}
        selectedId={selectedId}
        mayEdit={mayEdit}
        onSelect={props.onSelect}
        onOpen={open}
        onEdit={(id) => mayEdit && setDialog({ kind: 'edit', id })}
        onRemove={(id) => mayEdit && setDialog({ kind: 'remove', id })}
        onMove={(id, parentId) => {
          const moved = say(edit(changeOrganisation, { id, changes: { parentId } }));
          if (moved && parentId !== null) open(parentId, true);
        }}
      />
      {nodes.length === 0 && (
        <p className={styles.empty}>
          {text(units.length === 0 ? 'organisation.none' : 'organisation.noHit')}
        </p>
      )}
      {dialog && dialog.kind !== 'remove' && (
        <UnitForm
          unit={subject}
          parentId={chosen?.id ?? null}
          onDone={props.onSelect}
          onClose={close}
        />
      )}
      {dialog?.kind === 'remove' && subject && (
        <RemoveUnitDialog document={document} unit={subject} onClose={close} />
      )}
    </section>
  );
}
