import fc from 'fast-check';
import { type Desk, idOf, organisation, person } from './desk.ts';

export type Act = (desk: Desk) => void;

const name = fc.constantFrom('一', '二', '三');
const someone = fc.integer({ min: 20, max: 28 });

/** One edit of somebody, as the app would let it pass. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(someone, name, fc.option(fc.integer({ min: 10, max: 13 }), { nil: undefined })).map(
    ([n, text, unit]): Act =>
      (desk) => {
        // As in the app: nobody is put into a unit that is not there.
        const there = unit !== undefined && desk.document.get(idOf(unit)) ? unit : undefined;
        desk.put(person(n, text, there));
      },
  ),
  fc.tuple(fc.integer({ min: 10, max: 13 }), fc.integer({ min: 10, max: 13 })).map(
    ([n, above]): Act =>
      (desk) => {
        const isThere = n !== above && desk.document.get(idOf(above));
        desk.put(organisation(n, `单位${n}`, isThere ? above : undefined));
      },
  ),
  fc.integer({ min: 10, max: 13 }).map(
    (n): Act =>
      (desk) => {
        if (desk.document.get(idOf(n))) desk.remove(n);
      },
  ),
  someone.map(
    (n): Act =>
      (desk) =>
        desk.remove(n),
  ),
  fc.constant<Act>((desk) => desk.undo()),
  fc.constant<Act>((desk) => desk.redo()),
);

/** Some edits, one after the other. */
export const acts = fc.array(act, { maxLength: 8 });
