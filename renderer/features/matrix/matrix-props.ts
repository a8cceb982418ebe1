import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';

export interface MatrixProps {
  document: Document;
  revision: number;
  onChoose: (id: string) => void;
  onFinding: (finding: Finding) => void;
}
