import type { IssueStatus } from '#shared/model/issue.ts';

/** Words of each status; earlier lines win, so that "未结案" is not taken for "结案". */
const words: readonly (readonly [RegExp, IssueStatus])[] = [
  [
    /未(结案|办结|完成|处理|处置|整改|派遣)|待(处理|派|受理)|^not |^open|^new\b|上报|受理|立案|登记/,
    'reported',
  ],
  [/派遣|已派|转办|交办|分派|assigned|dispatched|pending/, 'dispatched'],
  [/处理中|处置中|办理中|整改中|核查|反馈|in ?progress|started|handling/, 'handling'],
  [/结案|办结|完成|已处理|已处置|已整改|关闭|closed|completed|resolved|done/, 'closed'],
];

const exact: Record<string, IssueStatus> = {
  reported: 'reported',
  dispatched: 'dispatched',
  handling: 'handling',
  closed: 'closed',
};

/** Status that the words of an office mean; null when they are none we know. */
export function parseStatus(text: string): IssueStatus | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (Object.hasOwn(exact, word)) return exact[word] as IssueStatus;
  return words.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
