/** How a class of issues behaves in the sample. */
export interface Habit {
  /** How common, relative to the others. */
  weight: number;
  /** By month, January first; all the same when missing. */
  months?: readonly number[];
  /** Hours of the day in which it is found; the working day when missing. */
  hours?: readonly [from: number, to: number];
  /** Point kinds around which it is many times as common. */
  near?: readonly string[];
  texts: readonly string[];
}

const summerNights = [0.1, 0.1, 0.4, 0.9, 1.5, 2, 2.2, 2.1, 1.4, 0.7, 0.3, 0.1];
const roads = ['main-road', 'side-street', 'crossing'];
const stations = ['metro-station', 'bus-stop', 'railway-station', 'coach-station'];
const homes = ['old-compound', 'compound', 'community'];

export const habits: Record<string, Habit> = {
  litter: {
    weight: 11,
    near: ['market', 'waste-station', ...homes],
    texts: ['有暴露垃圾约两平方米', '绿地内散落白色垃圾', '墙根堆放生活垃圾', '有大件垃圾未清运'],
  },
  'bin-overflow': {
    weight: 5,
    near: ['old-compound', 'compound', 'restaurant'],
    texts: ['垃圾桶满冒', '桶站周边有散落垃圾', '厨余桶盖未关'],
  },
  'fallen-leaves': {
    weight: 3.4,
    months: [0.1, 0, 0, 0.1, 0.1, 0, 0, 0.1, 0.4, 3, 9, 2.5],
    near: ['side-street', 'park', 'main-road'],
    texts: ['落叶堆积未清扫', '雨箅被落叶堵塞', '便道落叶成片'],
  },
  'snow-ice': {
    weight: 1.2,
    near: ['crossing', 'bus-stop', 'side-street'],
    texts: ['便道积雪未清', '路面结冰有滑倒风险', '台阶积雪未扫'],
  },
  'dirty-pavement': {
    weight: 4,
    near: ['restaurant', 'market', 'commercial-street'],
    texts: ['路面油污', '便道有积尘', '路面有遗撒'],
  },
  'public-toilet': {
    weight: 1.2,
    near: ['public-toilet'],
    texts: ['公厕地面有积水', '公厕异味较重', '洗手台不洁'],
  },
  'street-vending': {
    weight: 6,
    months: summerNights,
    hours: [17, 22],
    near: ['metro-station', 'commercial-street', 'mall', 'market'],
    texts: ['有三处流动摊贩', '占道经营烧烤', '夜间游商聚集', '车辆占道售卖水果'],
  },
  'goods-outside': {
    weight: 4,
    near: ['market', 'commercial-street', 'restaurant'],
    texts: ['店外摆放货物', '商户越门经营', '外摆桌椅占用便道'],
  },
  'posted-bills': {
    weight: 3,
    near: ['bus-stop', 'old-compound'],
    texts: ['灯杆有小广告', '墙面有涂写', '站牌有张贴物'],
  },
  clutter: {
    weight: 3.5,
    near: homes,
    texts: ['便道堆放杂物', '空地堆放建筑材料', '门前堆放纸箱'],
  },
  'broken-facility': {
    weight: 3,
    near: roads,
    texts: ['便道砖松动', '护栏损坏', '井盖有异响', '座椅破损'],
  },
  'bicycle-clutter': {
    weight: 46,
    months: [0.7, 0.6, 1, 1.1, 1.2, 1.1, 1, 1, 1.2, 1.2, 1, 0.8],
    hours: [7, 21],
    near: stations,
    texts: [
      '共享单车乱停占用便道',
      '非机动车停放压盲道',
      '共享单车倒伏成片',
      '电动自行车未入位',
      '出入口单车淤积',
    ],
  },
  jaywalking: {
    weight: 1.5,
    hours: [7, 19],
    near: ['crossing'],
    texts: ['行人闯红灯较多', '电动车逆行', '非机动车越线停车'],
  },
  'road-sign': {
    weight: 0.8,
    near: roads,
    texts: ['标线磨损不清', '指示牌被树枝遮挡', '停止线褪色'],
  },
  'illegal-parking': {
    weight: 9,
    hours: [7, 22],
    near: ['hospital', 'school', 'restaurant', 'mall', 'scenic'],
    texts: ['机动车违停占用便道', '路侧禁停区停车', '机动车停在非机动车道', '接送车辆并排停放'],
  },
  'fire-lane': {
    weight: 1.6,
    hours: [18, 23],
    near: ['old-compound', 'compound'],
    texts: ['消防通道被占用', '楼前通道停车堵塞'],
  },
  'market-dirty': {
    weight: 2.2,
    hours: [6, 17],
    near: ['market'],
    texts: ['市场地面有积水', '摊位下有烂菜叶', '水产区污水外溢'],
  },
  'market-stall': {
    weight: 1.6,
    hours: [6, 17],
    near: ['market'],
    texts: ['摊位越线摆放', '通道被货箱占用'],
  },
  'stairwell-clutter': {
    weight: 3,
    near: ['old-compound'],
    texts: ['楼道堆放杂物', '楼梯间停放自行车', '楼道有废旧家具'],
  },
  'flying-wires': {
    weight: 1.4,
    near: ['old-compound'],
    texts: ['飞线充电', '私拉电线为电动车充电'],
  },
  'green-damage': {
    weight: 0.8,
    months: [0.2, 0.3, 1.2, 2, 1.8, 1.4, 1, 1, 1, 0.8, 0.5, 0.2],
    near: ['compound', 'old-compound'],
    texts: ['绿地内种菜', '绿地被车辆碾压'],
  },
  'notice-wrong-character': { weight: 0.25, near: ['notice-board'], texts: ['公益广告有错字'] },
  'notice-missing-character': { weight: 0.25, near: ['notice-board'], texts: ['公益广告缺字'] },
  'notice-ambiguous': { weight: 0.08, near: ['notice-board'], texts: ['公益广告语句有歧义'] },
  'notice-broken-line': { weight: 0.15, near: ['notice-board'], texts: ['公益广告断句不当'] },
  'notice-faded': {
    weight: 0.9,
    near: ['notice-board', 'construction-site'],
    texts: ['公益广告褪色', '围挡公益广告褪色'],
  },
  'notice-soiled': {
    weight: 0.7,
    near: ['notice-board', 'bus-stop'],
    texts: ['公益广告有污损', '展板破损卷边'],
  },
  'notice-covered': {
    weight: 0.5,
    near: ['notice-board'],
    texts: ['公益广告被绿植遮挡', '公益广告被车辆遮挡'],
  },
  'opinion-watch': { weight: 0.12, texts: ['网上反映环境问题待核实'] },
  'opinion-transfer': { weight: 0.12, texts: ['网上反映停车问题已转办'] },
  'opinion-handling': { weight: 0.15, texts: ['网上反映噪声问题处置中'] },
  'opinion-response': { weight: 0.08, texts: ['网上反映问题待公开回应'] },
  'staff-absent': {
    weight: 0.35,
    hours: [6, 19],
    texts: ['巡查时点位无人值守', '早间六点四十前人员未到位'],
  },
  'work-lacking': { weight: 0.3, hours: [7, 19], texts: ['整改后又反弹', '保洁频次不足'] },
  'attention-lacking': { weight: 0.05, hours: [8, 18], texts: ['点位负责人不清楚职责'] },
};

/** Where at a spot: put before the text of most issues. */
export const whereabouts: readonly string[] = [
  '',
  '',
  '门前',
  '北侧',
  '南侧',
  '东侧便道',
  '西侧',
  '路口',
  '出入口',
  '后巷',
];
