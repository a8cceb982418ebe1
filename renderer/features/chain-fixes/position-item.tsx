import { Form, Input } from 'antd';
import { typedPosition } from '#renderer/features/search/typed-position.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** A position as it is typed: `116.35120, 39.98710`. */
export const positionWords = ([x = 0, y = 0]: readonly number[]) =>
  `${x.toFixed(5)}, ${y.toFixed(5)}`;

/** The field `position`: longitude and latitude of a base. */
export function PositionItem() {
  const text = useText();
  return (
    <Form.Item
      name="position"
      label={text('chainFix.base')}
      rules={[
        {
          validator: (_, typed: string) =>
            typedPosition(typed)
              ? Promise.resolve()
              : Promise.reject(new Error(text('chainFix.baseNeeded'))),
        },
      ]}
    >
      <Input />
    </Form.Item>
  );
}
