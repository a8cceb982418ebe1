import type { PointKind } from '#shared/model/scheme.ts';

function group(name: string, kinds: Record<string, string>) {
  return Object.entries(kinds).map(
    ([key, kindName]): PointKind => ({ key, name: kindName, group: name }),
  );
}

/** Kinds of places that a new project starts with: those whose meaning is publicly obvious. */
export const pointKindTemplate: readonly PointKind[] = [
  ...group('街面', {
    'main-road': '主干道',
    'side-street': '背街小巷',
    crossing: '交通路口',
    'commercial-street': '商业街',
    square: '广场',
    'notice-board': '公益广告阵地',
  }),
  ...group('商贸', {
    market: '农贸市场',
    mall: '商场',
    supermarket: '超市',
    restaurant: '餐饮店',
    hotel: '宾馆饭店',
    bank: '银行网点',
    telecom: '通信营业厅',
    'logistics-stop': '快递网点',
  }),
  ...group('交通', {
    'bus-stop': '公交站',
    'metro-station': '地铁站',
    'railway-station': '火车站',
    'coach-station': '长途汽车站',
    'car-park': '停车场',
    'petrol-station': '加油站',
  }),
  ...group('居住', {
    community: '社区',
    'old-compound': '老旧小区',
    compound: '住宅小区',
    village: '行政村',
    'construction-site': '建筑工地',
  }),
  ...group('公共服务', {
    'government-hall': '政务大厅',
    'community-service': '社区服务站',
    hospital: '医院',
    clinic: '社区卫生服务站',
    'police-station': '派出所',
    'post-office': '邮政网点',
    'public-toilet': '公共厕所',
    'waste-station': '垃圾转运站',
  }),
  ...group('文教', {
    school: '学校',
    kindergarten: '幼儿园',
    library: '图书馆',
    museum: '文博场馆',
    'practice-station': '新时代文明实践站',
  }),
  ...group('休闲', { park: '公园', scenic: '景区', cinema: '影院', 'sports-ground': '体育场馆' }),
];
