import type { Scene } from '#shared/model/scene.ts';
import styles from './briefing.module.css';

/** The words of a scene over its map: title, at most three numbers, one sentence. */
export function SceneWords(props: { scene: Scene }) {
  const { scene } = props;
  return (
    <div className={styles.words}>
      <h1>{scene.title}</h1>
      {scene.numbers.length > 0 && (
        <dl className={styles.numbers}>
          {scene.numbers.map((number) => (
            <div key={number.label}>
              <dd>{number.value}</dd>
              <dt>{number.label}</dt>
            </div>
          ))}
        </dl>
      )}
      {scene.sentence !== '' && <p>{scene.sentence}</p>}
    </div>
  );
}
