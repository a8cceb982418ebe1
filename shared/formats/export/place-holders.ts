import type { CellValue } from '#shared/formats/table.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { maskPhone, maskPhonesIn } from '#shared/model/mask-phone.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { PostLevel } from '#shared/model/post.ts';

export interface HolderOptions {
  /** Names and organisations of those who answer for a place. */
  holders: boolean;
  /** Telephone numbers in full; else they are masked (138****0000): personal data stays in the house. */
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
      phone: people
        .map(({ phone }) => (options.phones ? phone : maskPhone(phone)))
        .filter((phone) => phone !== '')
        .join('、'),
    };
  };
}

const phoneKey = /电话|手机|联系方式|phone|mobile|\btel\b/i;

/** Attributes with telephone numbers masked, unless they are wanted in full. */
export function publicAttributes(
  attributes: Record<string, CellValue>,
  phones: boolean,
): Record<string, CellValue> {
  if (phones) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      if (value === null || typeof value === 'boolean') return [key, value];
      const text = String(value);
      const masked = phoneKey.test(key) ? maskPhone(text) : maskPhonesIn(text);
      return [key, masked === text ? value : masked];
    }),
  );
}
