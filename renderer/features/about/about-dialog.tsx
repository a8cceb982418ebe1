import { Modal } from 'antd';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './about-dialog.module.css';

/** What the app is, and where the open project's data comes from and under which licence. */
export function AboutDialog(props: { version: string; onClose: () => void }) {
  const text = useText();
  const project = useProject((state) => state.project);
  const district = useProject((state) => state.document?.all('district')[0]);
  return (
    <Modal
      open
      title={text('about.title', { version: props.version })}
      footer={null}
      width={600}
      onCancel={props.onClose}
    >
      <p>{text('about.what')}</p>
      <p>{text('about.licence')}</p>
      {project && (
        <>
          <h3 className={styles.heading}>{text('about.sources', { project: project.name })}</h3>
          {project.invented && <p className={styles.invented}>{text('about.invented')}</p>}
          <dl className={styles.sources}>
            {project.sources.map((source) => (
              <div key={source.what}>
                <dt>{source.what}</dt>
                <dd>{source.from}</dd>
                <dd>{text('about.under', { licence: source.licence })}</dd>
              </div>
            ))}
          </dl>
          <p>
            {district?.reviewNumber
              ? text('about.review', { number: district.reviewNumber })
              : text('about.noReview')}
          </p>
        </>
      )}
    </Modal>
  );
}
