import { describe, expect, it } from 'vitest';
import { hasMaskedPhone, maskPhone, maskPhonesIn } from '#shared/model/mask-phone.ts';

describe('maskPhone', () => {
  it('keeps the first three digits and the last four', () => {
    expect(maskPhone('13812340000')).toBe('138****0000');
    expect(maskPhone('199-0000-1234')).toBe('199-****-1234');
    expect(maskPhone('+8613812340000')).toBe('+861******0000');
    expect(maskPhone('010-5550-1234')).toBe('010-****-1234');
  });

  it('hides most of short numbers too, and has nothing to hide in none', () => {
    expect(maskPhone('62345678')).toBe('6*****78');
    expect(maskPhone('8010')).toBe('8*10');
    expect(maskPhone('')).toBe('');
    expect(maskPhone('无')).toBe('无');
  });
});

describe('maskPhonesIn', () => {
  it('finds numbers in a text, however they are grouped, and leaves other digits alone', () => {
    expect(maskPhonesIn('联系王某13812340000，或 010-55501234')).toBe(
      '联系王某138****0000，或 010-****1234',
    );
    expect(maskPhonesIn('电话 138 1234 0000。')).toBe('电话 138 **** 0000。');
    const other = '编号 110108020001，2026-05-20 14:31，116.3512345，订单 1381234000055';
    expect(maskPhonesIn(other)).toBe(other);
  });
});

describe('hasMaskedPhone', () => {
  it('knows a number that was masked', () => {
    for (const text of ['138****0000', '199-****-1234', '138 **** 0000']) {
      expect(hasMaskedPhone(text)).toBe(true);
    }
    for (const text of ['13812340000', '**重要**', '5*3', '']) {
      expect(hasMaskedPhone(text)).toBe(false);
    }
  });
});
