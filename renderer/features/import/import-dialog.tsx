import { Alert, Button, Modal, Steps } from 'antd';
import { CircleCheck } from 'lucide-react';
import { startTransition, useCallback, useEffect, useState } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { useProject } from '#renderer/state/project.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import type { DataFile } from '#shared/host/host.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { errorSentence, type Sentence } from './error-sentence.ts';
import { FilesStep } from './files-step.tsx';
import styles from './import-dialog.module.css';
import { isReady } from './import-file.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { useImportFiles } from './use-import-files.ts';
import { usePastedFiles } from './use-pasted-files.ts';
import { countPlanned, useImportPlan } from './use-import-plan.ts';

const steps = ['files', 'columns', 'check', 'done'] as const;
type Step = (typeof steps)[number];

/** Import of files in four steps; nothing changes before the last, and then in one undoable edit. */
export function ImportDialog(props: { files: DataFile[]; onClose: () => void }) {
  const text = useText();
  const document = useProject((state) => state.document);
  const [step, setStep] = useState<Step>('files');
  const [choosing, setChoosing] = useState<Sentence | null>(null);
  const { files, add, remove, setMapping, setSystem, setEncoding } = useImportFiles(props.files);
  const planning = useImportPlan();
  const { plan, progress, error, prepare, leave, start, choosePerson, cancel, apply } = planning;
  usePastedFiles(add, step === 'files');

  const reading = files.some((file) => !file.tables && !file.error);
  const readable = files.some((file) => file.tables);
  const allRead = files.length > 0 && files.every((file) => file.tables);
  // Files that came with the dialog need no look at a list of them when all could be read.
  const [given, setGiven] = useState(props.files.length > 0);
  const goesOn = given && allRead;
  useEffect(() => {
    if (!goesOn) return;
    // What is proposed is taken as it is more often than not.
    if (isReady(files)) prepare(files);
    // The fields of the step are many: they are built in slices.
    startTransition(() => {
      setGiven(false);
      setStep('columns');
    });
  }, [goesOn, files, prepare]);
  useEffect(() => leave(files), [files, leave]);

  const choose = useCallback(async () => {
    setChoosing(null);
    try {
      const host = await getHost();
      const chosen = await host.openData({
        title: text('import.title'),
        filters: [{ name: text('import.filter'), extensions: [...importExtensions] }],
        multiple: true,
      });
      add(chosen);
    } catch (failure) {
      setChoosing(errorSentence(failure, 'import.unreadable', { name: '' }));
    }
  }, [add, text]);

  const check = async () => {
    setStep('check');
    if (!(await start(files))) setStep('columns');
  };
  const run = async () => {
    if (await apply(files)) setStep('done');
  };

  const count = plan ? countPlanned(plan) : 0;
  const failure = choosing ?? error;
  const next = {
    files: (
      <Button
        key="next"
        type="primary"
        disabled={!readable || reading || goesOn}
        onClick={() => setStep('columns')}
      >
        {text('import.next')}
      </Button>
    ),
    columns: (
      <Button key="check" type="primary" disabled={!isReady(files)} onClick={() => void check()}>
        {text('import.next')}
      </Button>
    ),
    check: (
      <Button key="run" type="primary" disabled={count === 0} onClick={() => void run()}>
        {text('import.run', { count })}
      </Button>
    ),
    done: (
      <Button key="close" type="primary" onClick={props.onClose}>
        {text('import.close')}
      </Button>
    ),
  }[step];
  const back = step === 'columns' || (step === 'check' && progress === null);

  return (
    <Modal
      open
      title={text('import.title')}
      width={880}
      centered
      mask={{ closable: false }}
      // The file is being read while the dialog comes: a dialog that fades in takes a third of that time.
      transitionName=""
      maskTransitionName=""
      onCancel={props.onClose}
      footer={[
        back && (
          <Button key="back" onClick={() => setStep(step === 'check' ? 'columns' : 'files')}>
            {text('import.back')}
          </Button>
        ),
        progress !== null && (
          <Button key="cancel" onClick={cancel}>
            {text('import.cancel')}
          </Button>
        ),
        next,
      ]}
    >
      <Steps
        size="small"
        current={steps.indexOf(step)}
        items={steps.map((name) => ({ title: text(`import.step.${name}`) }))}
      />
      <div className={styles.body}>
        {failure && (
          <Alert
            type="error"
            showIcon
            title={text(textKey(failure.key), failure.params)}
            role="alert"
          />
        )}
        {step === 'files' && (
          <FilesStep
            files={files}
            onChoose={() => void choose()}
            onPaste={(file) => add([file])}
            onRemove={remove}
          />
        )}
        {step === 'columns' && (
          <ColumnsStep
            files={files}
            onMapping={setMapping}
            onSystem={setSystem}
            onEncoding={setEncoding}
          />
        )}
        {step === 'check' && (
          <CheckStep
            plan={plan}
            progress={progress}
            outline={document?.all('district')[0] ?? null}
            onMatch={(key, personId) => void choosePerson(files, key, personId)}
            duplicates={planning.duplicateChoice}
            onDuplicates={(choice) => void planning.chooseDuplicates(files, choice)}
          />
        )}
        {step === 'done' && plan && (
          <>
            <div className={styles.done} role="status">
              <CircleCheck size={40} aria-hidden />
              <h3>{text('import.done.title', { count })}</h3>
              <p>{text('import.done.undo')}</p>
            </div>
            {plan.rejected.length > 0 && (
              <>
                <p>{text('import.done.rejected', { count: plan.rejected.length })}</p>
                <RejectedRows rows={plan.rejected} />
              </>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
