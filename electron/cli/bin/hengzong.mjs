#!/usr/bin/env node
// The command itself is bundled by the build; this file stands in for it until then.
import { existsSync } from 'node:fs';

const built = new URL('../../../out/cli/hengzong.mjs', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write(
    'hengzong 尚未构建，请先运行 npm run build。 hengzong is not built yet: run npm run build first.\n',
  );
  process.exitCode = 2;
}
