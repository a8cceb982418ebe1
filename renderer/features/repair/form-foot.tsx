import { Button } from 'antd';
import { dropFix } from '#renderer/state/repair.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** The end of a form that a fix asks for: carries the fix out, or leaves it. */
export function FormFoot({ submit }: { submit: string }) {
  const text = useText();
  return (
    <footer>
      <Button type="primary" size="small" htmlType="submit">
        {submit}
      </Button>
      <Button size="small" onClick={() => dropFix()}>
        {text('common.cancel')}
      </Button>
    </footer>
  );
}
