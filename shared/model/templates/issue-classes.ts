import type { IssueClass } from '#shared/model/scheme.ts';

function group(name: string, classes: [key: string, name: string, daysToClose: number | null][]) {
  return classes.map(
    ([key, className, daysToClose]): IssueClass => ({
      key,
      name: className,
      group: name,
      daysToClose,
    }),
  );
}

/**
 * Issue classes that a new project starts with. Names are data that the office edits, so they are
 * kept in the language of the field. Days are a starting point, not an official limit.
 */
export const issueClassTemplate: readonly IssueClass[] = [
  ...group('环境卫生', [
    ['litter', '暴露垃圾', 1],
    ['bin-overflow', '垃圾桶满冒', 0.5],
    ['fallen-leaves', '落叶堆积', 2],
    ['snow-ice', '积雪结冰', 1],
    ['dirty-pavement', '路面不洁', 2],
    ['public-toilet', '公厕不洁', 1],
  ]),
  ...group('市容秩序', [
    ['street-vending', '占道经营', 1],
    ['goods-outside', '店外经营', 2],
    ['posted-bills', '乱贴小广告', 2],
    ['clutter', '乱堆物料', 3],
    ['broken-facility', '设施破损', 7],
  ]),
  ...group('交通秩序', [
    ['bicycle-clutter', '非机动车乱停', 1],
    ['jaywalking', '行人车辆不守规则', 1],
    ['road-sign', '标志标线不清', 7],
  ]),
  ...group('停车管理', [
    ['illegal-parking', '机动车违停', 0.5],
    ['fire-lane', '占用消防通道', 0.5],
  ]),
  ...group('农贸市场', [
    ['market-dirty', '市场脏乱', 1],
    ['market-stall', '摊位越线', 2],
  ]),
  ...group('老旧小区', [
    ['stairwell-clutter', '楼道堆物', 5],
    ['flying-wires', '飞线充电', 3],
    ['green-damage', '毁绿占绿', 10],
  ]),
  ...group('公益广告', [
    ['notice-wrong-character', '错字', 2],
    ['notice-missing-character', '缺字', 2],
    ['notice-ambiguous', '歧义', 3],
    ['notice-broken-line', '断句', 3],
    ['notice-faded', '褪色', 7],
    ['notice-soiled', '污损', 3],
    ['notice-covered', '遮挡', 3],
  ]),
  // The four steps of public opinion work: each is a task of its own with its own time limit.
  ...group('舆情', [
    ['opinion-watch', '监测', 0.25],
    ['opinion-transfer', '转办', 0.5],
    ['opinion-handling', '处置', 2],
    ['opinion-response', '应对', 1],
  ]),
  ...group('创建督导', [
    ['staff-absent', '人员不到位', 1],
    ['work-lacking', '工作不到位', 3],
    ['attention-lacking', '思想重视不到位', null],
  ]),
];
