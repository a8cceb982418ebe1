import type { TableRow } from '#shared/formats/table.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import type { PlanContext } from './plan.ts';
import type { RowReader } from './row-reader.ts';

/** The organisation called `name`, made if there is none; null for an empty name. */
export function ensureOrganisation(
  draft: ImportDraft,
  name: string,
  context: PlanContext,
): string | null {
  if (name === '') return null;
  const [known] = draft.lookup('organisation', name);
  if (known) return known.id;
  const id = context.newId();
  draft.put({ kind: 'organisation', id, name, parentId: null, line: 'block', categories: [] });
  return id;
}

interface PersonFacts {
  id?: string | null;
  name: string;
  phone: string;
  organisationId: string | null;
}

/**
 * The person meant: by id, else one of that name with the same phone or organisation, else the only
 * one of that name as long as nothing speaks against it. New facts fill what was empty or changed.
 */
export function ensurePerson(draft: ImportDraft, facts: PersonFacts, context: PlanContext): string {
  const { name, phone, organisationId } = facts;
  const sameName = draft
    .lookup('person', name)
    .filter((person) => lookupKey(person.name) === lookupKey(name));
  const known =
    (facts.id ? draft.find('person', facts.id) : undefined) ??
    sameName.find((person) => phone !== '' && person.phone === phone) ??
    sameName.find(
      (person) => organisationId !== null && person.organisationId === organisationId,
    ) ??
    sameName.find(
      (person) =>
        sameName.length === 1 &&
        (phone === '' || person.phone === '') &&
        (organisationId === null || person.organisationId === null),
    );
  const id = known?.id ?? (facts.id && !draft.get(facts.id) ? facts.id : context.newId());
  draft.put({
    kind: 'person',
    id,
    name,
    phone: phone || (known?.phone ?? ''),
    organisationId: organisationId ?? known?.organisationId ?? null,
    leave: known?.leave ?? [],
  });
  return id;
}

interface PostFacts {
  role: string;
  level: PostLevel;
  targetId: string;
  personIds: string[];
  from: string;
  to: string | null;
  source: string;
  deputyId?: string | null;
  /** What the list itself says of the term; a post that stands takes it over. */
  given?: Partial<Pick<Post, 'from' | 'to' | 'deputyId' | 'source'>>;
}

/** Whether a post and a term that is listed have a day in common. */
function meets(post: Post, { from, to }: PostFacts): boolean {
  return (post.to === null || post.to >= from) && (to === null || post.from <= to);
}

/** Posts of the draft by the place they are for, kept up to date while an import runs. */
export class PostBook {
  private readonly draft: ImportDraft;
  private readonly context: PlanContext;
  private readonly byTarget = new Map<string, Set<string>>();
  private readonly written = new Set<string>();
  /** Posts that this import ended, as they were before. */
  private readonly ended = new Map<string, Post>();

  constructor(draft: ImportDraft, context: PlanContext) {
    this.draft = draft;
    this.context = context;
    for (const post of draft.all('post')) this.file(post.id, post.targetId);
  }

  /**
   * Says who holds a role at a place from a day on. Holders that this import does not name end the
   * day before, as the list is the newer truth; a post that stands keeps what the list does not say.
   * Empty posts are filled before new ones are made.
   */
  assign(facts: PostFacts): void {
    const here = this.postsOf(facts.targetId).filter((post) => post.role === facts.role);
    const wanted = new Set(facts.personIds);
    const isWanted = (post: Post) => post.personId !== null && wanted.has(post.personId);
    for (const post of here) {
      // An earlier row of the same list may have ended it.
      const standing = this.ended.get(post.id) ?? post;
      if (!isWanted(standing) || !meets(standing, facts)) continue;
      wanted.delete(standing.personId ?? '');
      this.ended.delete(post.id);
      this.written.add(post.id);
      this.draft.put({ ...standing, ...facts.given });
    }
    for (const post of here) {
      if (this.written.has(post.id) || this.ended.has(post.id)) continue;
      if (inOffice(post, facts.from)) this.end(post, facts, wanted);
    }
    for (const personId of wanted) {
      const post = {
        kind: 'post' as const,
        id: this.context.newId(),
        ...this.termOf(facts, personId),
      };
      this.draft.put(post);
      this.file(post.id, post.targetId);
      this.written.add(post.id);
    }
  }

  private termOf(facts: PostFacts, personId: string) {
    const { personIds: _, given: __, deputyId = null, ...rest } = facts;
    return { ...rest, personId, deputyId, organisationId: null };
  }

  /**
   * Ends a post before the listed term; one that begins that very day, or that nobody holds, is handed
   * to a wanted person instead.
   */
  private end(post: Post, facts: PostFacts, wanted: Set<string>): void {
    const [next] = wanted;
    if (post.from < facts.from && (post.personId !== null || next === undefined)) {
      this.ended.set(post.id, post);
      this.draft.put({ ...post, to: dayBefore(facts.from) });
      return;
    }
    if (next === undefined) return;
    wanted.delete(next);
    const { organisationId } = post;
    this.draft.put({ ...post, ...this.termOf(facts, next), organisationId });
    this.written.add(post.id);
  }

  /** Posts at a place, as they stand by now. */
  postsOf(targetId: string): Post[] {
    return [...(this.byTarget.get(targetId) ?? [])]
      .map((id) => this.draft.find('post', id))
      .filter((post) => post !== undefined);
  }

  private file(id: string, targetId: string): void {
    const ids = this.byTarget.get(targetId);
    if (ids) ids.add(id);
    else this.byTarget.set(targetId, new Set([id]));
  }
}

const separators = /[、,，;；/\n]+/;

/** What a cell lists, parted by 、 or the like. */
export function parts(text: string): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The role that a list of holders means: the one of the level that its heading names (片长), else the
 * first required one, else the first.
 */
export function roleForLevel(draft: ImportDraft, level: PostLevel, heading = ''): string | null {
  const roles = draft.all('project')[0]?.schemes.roles.filter((role) => role.level === level) ?? [];
  const named = roles.find((role) => lookupKey(role.name) === lookupKey(heading));
  return (named ?? roles.find((role) => role.required) ?? roles[0])?.key ?? null;
}

/** Who answers for a place, as its own row says it. */
export interface RowHolders {
  people: { name: string; phone: string }[];
  organisation: string;
  /** Heading of the column with their names. */
  heading: string;
}

/**
 * Holders in a place's row; several are parted by 、 or the like.
 * @throws RowRefused when a text is longer than a person's field.
 */
export function readHolders(row: TableRow, reader: RowReader): RowHolders {
  const names = parts(reader.text(row, 'holder', 200));
  const phones = parts(reader.text(row, 'phone', 200));
  const people = names.map((name, index) => ({
    name,
    phone: ((phones.length === names.length ? phones[index] : phones[0]) ?? '').slice(0, 40),
  }));
  const organisation = reader.text(row, 'organisation', 200);
  return { people, organisation, heading: reader.name('holder') };
}

/** Gives a place to the holders that its row names, from today on. */
export function assignHolders(
  draft: ImportDraft,
  posts: PostBook,
  place: { id: string; kind: PostLevel },
  holders: RowHolders & { source: string },
  context: PlanContext,
): void {
  const role = roleForLevel(draft, place.kind, holders.heading);
  if (holders.people.length === 0 || role === null) return;
  const organisationId = ensureOrganisation(draft, holders.organisation, context);
  posts.assign({
    role,
    level: place.kind,
    targetId: place.id,
    personIds: holders.people.map((person) =>
      ensurePerson(draft, { ...person, organisationId }, context),
    ),
    from: context.today,
    to: null,
    source: holders.source,
  });
}
