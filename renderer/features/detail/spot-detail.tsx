import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { SpotChainView } from './spot-chain.tsx';

/** Card of a spot on which nothing was met: who answers here. */
export function SpotDetail(props: {
  document: Document;
  position: LonLat;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
  onClose: () => void;
}) {
  const text = useText();
  const [longitude, latitude] = props.position;
  return (
    <SidePanel
      title={text('chain.here_title')}
      subtitle={`${longitude.toFixed(5)}, ${latitude.toFixed(5)}`}
      onClose={props.onClose}
    >
      <SpotChainView {...props} key={props.position.join()} issueClass={null} />
    </SidePanel>
  );
}
