import { Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import type { Host, HostDisplay } from '#shared/host/host.ts';

/** Asks on which display the wall is to stand, then opens it there. */
export function WallDialog(props: { host: Host; projectId: string; onClose: () => void }) {
  const text = useText();
  const [displays, setDisplays] = useState<HostDisplay[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    props.host.listDisplays().then(
      (found) => {
        setDisplays(found);
        setChosen((found.find((display) => !display.primary) ?? found[0])?.id ?? null);
      },
      () => setDisplays([]),
    );
  }, [props.host]);

  return (
    <Modal
      open
      title={text('wallDialog.title')}
      okText={text('wallDialog.open')}
      width={440}
      onCancel={props.onClose}
      onOk={() => {
        void props.host.openWindow({
          window: 'wall',
          projectId: props.projectId,
          displayId: chosen,
        });
        props.onClose();
      }}
    >
      <p>{text('wallDialog.hint')}</p>
      <Radio.Group
        vertical
        value={chosen}
        onChange={(event) => setChosen(event.target.value as string)}
        options={displays.map((display) => ({
          value: display.id,
          label: text(display.primary ? 'wallDialog.primary' : 'wallDialog.display', {
            label: display.label,
            width: display.width,
            height: display.height,
          }),
        }))}
      />
    </Modal>
  );
}
