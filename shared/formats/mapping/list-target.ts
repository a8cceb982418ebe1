import type { TableDescription } from './describe-table.ts';
import type { ImportTarget } from './fields.ts';
import { normaliseHeading } from './headings.ts';

/** Headings that only such a list has, and words in the names of files with such lists. */
const signs: readonly {
  target: ImportTarget;
  headings: RegExp;
  /** With a heading of these. */
  fileNames: RegExp;
  needs: RegExp;
}[] = [
  {
    target: 'duty',
    headings: /^(值班|值守|备勤)(日期|人员?|人姓名)$/,
    fileNames: /值班|值守|备勤|排班|duty|roster/i,
    needs: /姓名|人员|名字|^name$|电话|手机|phone/,
  },
  {
    target: 'checkIn',
    headings: /^(上班1?)?(签到|打卡|到岗)(时间|人员?)?$|^check(edin|in)?(at|time)?$/,
    fileNames: /签到|打卡|到岗|考勤|check-?in/i,
    needs: /时间|time/,
  },
  {
    target: 'team',
    headings: /^(队伍名?称?|队名|应急队伍|队员(名单)?)$/,
    fileNames: /队伍|应急队|teams?/i,
    needs: /名称|成员|队员|驻地|name/,
  },
  {
    target: 'department',
    headings: /^(负责类别|管理类别|负责事项)$/,
    fileNames: /部门|条线|委办局|departments?/i,
    needs: /部门|单位|department/,
  },
];

/** What a sheet without any place is a list of, if it is one: by its headings, else by its file's name. */
export function listTarget(
  columns: TableDescription['columns'],
  fileName: string,
): ImportTarget | null {
  const headings = columns.map(({ name }) => normaliseHeading(name));
  const has = (pattern: RegExp) => headings.some((heading) => pattern.test(heading));
  const named = signs.find((sign) => sign.fileNames.test(fileName) && has(sign.needs));
  return (named ?? signs.find((sign) => has(sign.headings)))?.target ?? null;
}
