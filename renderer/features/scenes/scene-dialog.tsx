import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { type Scene, scene as sceneSchema } from '#shared/model/scene.ts';
import styles from './scenes.module.css';

const places = [0, 1, 2] as const;

/** Words of one scene: a short title, one sentence, at most three numbers, presenter's notes. */
export function SceneDialog(props: {
  scene: Scene;
  onSave: (scene: Scene) => void;
  onClose: () => void;
}) {
  const text = useText();
  const [draft, setDraft] = useState(props.scene);
  const cleaned = {
    ...draft,
    numbers: draft.numbers.filter(({ label, value }) => label.trim() !== '' || value.trim() !== ''),
  };
  const parsed = sceneSchema.safeParse(cleaned);
  const setNumber = (place: number, changed: { label?: string; value?: string }) => {
    const numbers = places.map((at) => draft.numbers[at] ?? { label: '', value: '' });
    numbers[place] = { ...(numbers[place] ?? { label: '', value: '' }), ...changed };
    setDraft({ ...draft, numbers });
  };
  return (
    <Modal
      open
      title={text('scenes.dialog')}
      okText={text('common.save')}
      okButtonProps={{ disabled: !parsed.success }}
      onOk={() => parsed.success && props.onSave(parsed.data)}
      onCancel={props.onClose}
    >
      <Form layout="vertical">
        <Form.Item label={text('scenes.name')} htmlFor="scene-title">
          <Input
            id="scene-title"
            autoFocus
            showCount
            maxLength={20}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={text('scenes.sentence')} htmlFor="scene-sentence">
          <Input
            id="scene-sentence"
            maxLength={200}
            value={draft.sentence}
            onChange={(event) => setDraft({ ...draft, sentence: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={text('scenes.numbers')}>
          {places.map((place) => (
            <div key={place} className={styles.number}>
              <Input
                maxLength={20}
                aria-label={text('scenes.numberValue', { place: place + 1 })}
                placeholder={text('scenes.numberValue', { place: place + 1 })}
                value={draft.numbers[place]?.value ?? ''}
                onChange={(event) => setNumber(place, { value: event.target.value })}
              />
              <Input
                maxLength={20}
                aria-label={text('scenes.numberLabel', { place: place + 1 })}
                placeholder={text('scenes.numberLabel', { place: place + 1 })}
                value={draft.numbers[place]?.label ?? ''}
                onChange={(event) => setNumber(place, { label: event.target.value })}
              />
            </div>
          ))}
        </Form.Item>
        <Form.Item label={text('scenes.notes')} htmlFor="scene-notes">
          <Input.TextArea
            id="scene-notes"
            rows={3}
            value={draft.notes}
            onChange={(event) => setDraft({ ...draft, notes: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
