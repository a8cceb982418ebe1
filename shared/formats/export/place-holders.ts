import type { CellValue } from '#shared/formats/table.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { PostLevel } from '#shared/model/post.ts';

export interface HolderOptions {
  /** Names and organisations of those who answer for a place. */
  holders: boolean;
  /** Their telephone numbers too; personal data leaves the house only when asked for. */
  phones: boolean;
  /** Day on which they are in office, `YYYY-MM-DD`. */
  today: string;
}

/** For a place, who holds the first required role of its level on the day. */
export function placeHolders(
  document: DocumentView,
  options: HolderOptions,
): (id: string, level: PostLevel) => Record<string, CellValue> {
  if (!options.holders) return () => ({});
  const roles = document.all('project')[0]?.schemes.roles ?? [];
  const byTarget = Map.groupBy(
    document.all('post').filter((post) => inOffice(post, options.today)),
    (post) => post.targetId,
  );
  const roleOf = (level: PostLevel) =>
    roles.find((role) => role.level === level && role.required) ??
    roles.find((role) => role.level === level);

  return (id, level) => {
    const role = roleOf(level)?.key;
    const people = (byTarget.get(id) ?? [])
      .filter((post) => post.role === role && post.personId !== null)
      .map((post) => document.find('person', post.personId as string))
      .filter((person) => person !== undefined);
    const organisations = people.map(
      (person) =>
        (person.organisationId && document.find('organisation', person.organisationId)?.name) || '',
    );
    return {
      holder: people.map((person) => person.name).join('、'),
      organisation: [...new Set(organisations)].filter((name) => name !== '').join('、'),
      ...(options.phones && { phone: people.map((person) => person.phone).join('、') }),
    };
  };
}

const phoneKey = /电话|手机|联系方式|phone|mobile|\btel\b/i;
const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Attributes without those that hold a telephone number, unless numbers are wanted. */
export function publicAttributes(
  attributes: Record<string, CellValue>,
  phones: boolean,
): Record<string, CellValue> {
  if (phones) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([key, value]) => !phoneKey.test(key) && !mobileNumber.test(String(value)),
    ),
  );
}
