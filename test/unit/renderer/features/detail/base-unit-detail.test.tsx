import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { BaseUnitDetail } from '#renderer/features/detail/base-unit-detail.tsx';
import { createTranslator } from '#shared/i18n/translate.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

it('says how large a base unit is and all that its file said of it, but nothing empty', () => {
  const unit = record('baseUnit', 2, {
    name: '三号',
    code: '110108001003',
    geometry: box(116, 39, 116.01, 39.01),
    attributes: { 人口: 812, 备注: '', 用地: '居住' },
  });
  const card = renderToStaticMarkup(
    <I18nextProvider i18n={createTranslator('zh-CN')}>
      <BaseUnitDetail unit={unit} />
    </I18nextProvider>,
  );
  for (const said of ['96.', 'ha', '其他属性（2）', '人口', '812', '用地', '居住']) {
    expect(card).toContain(said);
  }
  expect(card).not.toContain('备注');
});
