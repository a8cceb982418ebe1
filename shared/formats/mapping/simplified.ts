/** Traditional signs of headings, each before its simplified form. */
const pairs =
  '經经緯纬稱称號号編编碼码類类別别狀状態态時时間间電电話话負负責责聯联繫系區区網网鎮镇鄉乡單单職职務务備备註注詳详細细級级長长門门點点檢检問问題题處处結结標标徑径寬宽據据來来許许權权層层線线範范圍围歲岁員员領领導导組组織织隊队裡里車车辦办關关應应報报內内開开';

const simple = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2)
  simple.set(pairs[i] as string, pairs[i + 1] as string);

/** A heading with the traditional signs that lists of offices use as simplified ones. */
export function simplified(heading: string): string {
  let text = '';
  for (const sign of heading) text += simple.get(sign) ?? sign;
  return text;
}
