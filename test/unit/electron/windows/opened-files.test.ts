import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { projectFilesIn } from '#electron/windows/opened-files.ts';

vi.mock('electron', () => ({ app: { isPackaged: true } }));

describe('projectFilesIn', () => {
  it('finds project files, also relative to where the second start happened', () => {
    const words = ['.', '--flag=x.hengzong', '海淀区.hengzong', '/tmp/B.HENGZONG', 'a.zip'];
    expect(projectFilesIn(words, '/home/user')).toEqual([
      resolve('/home/user', '海淀区.hengzong'),
      resolve('/tmp/B.HENGZONG'),
    ]);
  });
});
