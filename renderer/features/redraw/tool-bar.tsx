import { Button, Checkbox, Select, Tooltip } from 'antd';
import { X } from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './redraw.module.css';
import type { Tool } from './tool.ts';
import type { ToolHand } from './tool-hand.ts';
import { allow, takeTool, useTools } from './tool-store.ts';
import { TypedPlaceField } from './typed-place-field.tsx';

const levelChoices = ['refuse', 'stay', 'move'] as const;

/** What the tool in hand can be told: its settings, typed places, and what the planner allows. */
export function ToolBar(props: { tool: Tool; hand: ToolHand }) {
  const { tool, hand } = props;
  const text = useText();
  const { allowances, mayType, refusal, question } = useTools();
  const { Settings, allows = ['levels', 'allowInvalid'] } = tool;
  return (
    <div className={styles.bar}>
      <div>
        <div className={styles.row}>
          <strong>{text(textKey(`redraw.${tool.id}.name`))}</strong>
          {Settings && <Settings />}
          {mayType && <TypedPlaceField hand={hand} />}
          {allows.includes('beyondLevels') && (
            <Checkbox
              checked={allowances.beyondLevels}
              onChange={({ target }) => allow({ beyondLevels: target.checked })}
            >
              {text('redraw.beyondLevels')}
            </Checkbox>
          )}
          {allows.includes('levels') && (
            // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
            <label>
              {text('redraw.levels.label')}
              <Select
                size="small"
                value={allowances.levels}
                options={levelChoices.map((value) => ({
                  value,
                  label: text(textKey(`redraw.levels.${value}`)),
                }))}
                onChange={(levels) => allow({ levels })}
                popupMatchSelectWidth={false}
                aria-label={text('redraw.levels.label')}
              />
            </label>
          )}
          {allows.includes('allowInvalid') && (
            <Tooltip title={text('redraw.allowInvalidWhy')}>
              <Checkbox
                checked={allowances.allowInvalid}
                onChange={({ target }) => allow({ allowInvalid: target.checked })}
              >
                {text('redraw.allowInvalid')}
              </Checkbox>
            </Tooltip>
          )}
        </div>
        <Button
          size="small"
          type="text"
          icon={<X size={14} aria-hidden />}
          aria-label={text('redraw.putAway')}
          onClick={() => takeTool(null)}
        />
      </div>
      {question ? (
        <div className={styles.question} role="alertdialog" aria-label={text('redraw.levels.ask')}>
          <p>{text(textKey(question.reason.key), question.reason.params)}</p>
          <Button size="small" autoFocus onClick={() => hand.answer(null)}>
            {text('redraw.levels.keep')}
          </Button>
          <Button size="small" onClick={() => hand.answer('stay')}>
            {text('redraw.levels.stay')}
          </Button>
          <Button size="small" onClick={() => hand.answer('move')}>
            {text('redraw.levels.move')}
          </Button>
        </div>
      ) : (
        <p className={styles.refusal} role="status">
          {refusal && text(textKey(refusal.key), refusal.params)}
        </p>
      )}
    </div>
  );
}
