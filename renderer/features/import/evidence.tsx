import { crsName } from '#renderer/ui/crs-name.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { WeighedGuess } from '#shared/formats/import/weigh-guesses.ts';
import styles from './evidence.module.css';
import shared from './import-dialog.module.css';

/** What speaks for the system chosen, or that nothing does; and for its rivals where the question is open. */
export function Evidence(props: {
  guess: WeighedGuess | null;
  guesses: readonly WeighedGuess[];
  chosen: boolean;
}) {
  const text = useText();
  const { guess, guesses, chosen } = props;
  const words = ({ evidence }: WeighedGuess) =>
    evidence
      .map(({ key, params }) => {
        const { other } = params;
        const named =
          typeof other === 'string' ? { ...params, other: crsName(text, other) } : params;
        return text(textKey(`crs.evidence.${key}`), named);
      })
      .join(text('import.source.and'));
  const rivals = guesses.filter((one) => one !== guess && guess?.trust !== 'sure');
  return (
    <ul className={styles.evidence}>
      {guess && (
        <li data-trust={guess.trust}>
          <strong>{text(`import.source.trust.${guess.trust}`)}</strong>
          {words(guess)}
        </li>
      )}
      {!guess && chosen && <li>{text('import.source.yours')}</li>}
      {rivals.map((one) => (
        <li key={`${one.crs}/${one.swapped}`} className={shared.quiet}>
          {text('import.source.instead', { name: crsName(text, one.crs) })}
          {words(one)}
        </li>
      ))}
    </ul>
  );
}
