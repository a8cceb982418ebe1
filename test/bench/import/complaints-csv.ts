/**
 * A list of complaints as a city publishes it: a number, dates in American order, a class, a status, an
 * address, a text and a position in degrees; some fields quoted, some empty. The same at every run.
 */
export function complaintsCsv(count: number): Uint8Array<ArrayBuffer> {
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const classes = ['市容秩序', '环境卫生', '农贸市场', '老旧小区', '交通秩序'];
  const streets = ['学院路', '花园路', '清河', '上地', '北太平庄', '羊坊店'];
  const two = (value: number) => String(value).padStart(2, '0');
  const day = () =>
    `2025-${two(1 + random(12))}-${two(1 + random(28))} ${two(random(24))}:${two(random(60))}:00`;
  const lines = ['工单编号,创建时间,状态,结案时间,问题类别,地址,街道,邮编,问题描述,经度,纬度'];
  for (let i = 0; i < count; i += 1) {
    const closed = random(10) > 1;
    const street = streets[random(streets.length)] ?? '';
    lines.push(
      [
        `25-${String(1_000_000 + i)}`,
        day(),
        closed ? '已结案' : '处理中',
        closed ? day() : '',
        classes[random(classes.length)],
        `"${street} ${random(400)} 号, ${random(30)} 层"`,
        street,
        String(100_000 + random(99)),
        random(3) === 0 ? '' : `门前堆放杂物, 影响通行 ${random(1000)}`.replace(', ', '，'),
        (116.1 + random(300_000) / 1e6).toFixed(6),
        (39.88 + random(280_000) / 1e6).toFixed(6),
      ].join(','),
    );
  }
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) as Uint8Array<ArrayBuffer>;
}
