import type { Random } from './random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);
const givenFirst = Array.from('青知望景云清若思怀禾舒远以嘉初星沐听叙言映念之修予');
const givenSecond = Array.from('禾秋舒行川和安宁溪岚松柏竹棠遥朗谦澄衡岳泽帆晖言白');

/** Invented names, each given once. Given names are made of words for seasons, plants and weather. */
export function personNames(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = random.pick(surnames) + random.pick(givenFirst) + random.pick(givenSecond);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

const placeFirst = Array.from('春和安康明景文嘉永瑞福兴德宁丰华锦祥顺荣翠枫槐柳松桂梅荷兰芳');
const placeSecond = Array.from('晖畅乐泰德馨苑华宁成雅林泉溪园庭学书怡澜');

/** Invented two-character place names, each given once. */
export function placeNames(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = random.pick(placeFirst) + random.pick(placeSecond);
      if (given.has(name) || name[0] === name[1]) continue;
      given.add(name);
      return name;
    }
  };
}

/** Short form of a street's name: 学院路街道 → 学院路, 上庄镇 → 上庄镇. */
export function shortStreet(name: string): string {
  return name.replace(/街道$/, '');
}
