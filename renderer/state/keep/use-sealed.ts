import { useEffect, useState } from 'react';
import { sealingOf } from './sealing.ts';

/** Whether a project has a passphrase; null until that is read. */
export function useSealed(projectId: string): boolean | null {
  const [sealed, setSealed] = useState<boolean | null>(null);
  useEffect(() => {
    let isWanted = true;
    void sealingOf(projectId).then((sealing) => isWanted && setSealed(sealing !== null));
    return () => {
      isWanted = false;
    };
  }, [projectId]);
  return sealed;
}
