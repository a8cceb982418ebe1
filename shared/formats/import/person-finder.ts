import type { Person } from '#shared/model/person.ts';
import { type Named, namedKey, PersonMatcher } from '#shared/model/person-matcher.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import type { ImportMatch, PlanContext } from './plan.ts';
import { ensureOrganisation, ensurePerson } from './responsible.ts';

interface Wanted {
  name: string;
  phone: string;
  organisation: string;
}

/** What stands for a name in a list, so that a choice made for it is found again. */
export const matchKey = ({ name, phone, organisation }: Wanted): string =>
  [name, phone, organisation].map((text) => lookupKey(text)).join(' ');

/**
 * Finds the people whom lists mean, and keeps by what each was known. Namesakes are told apart by
 * phone, else by unit, else by what the user has chosen.
 */
export class PersonFinder {
  readonly matches: ImportMatch[] = [];
  private readonly draft: ImportDraft;
  private readonly context: PlanContext;
  private readonly addUnknown: boolean;
  private readonly matcher: PersonMatcher;

  constructor(draft: ImportDraft, context: PlanContext, addUnknown: boolean) {
    this.draft = draft;
    this.context = context;
    this.addUnknown = addUnknown;
    this.matcher = new PersonMatcher(draft.all('person'));
  }

  /** What stands for somebody in a list, the same for all rows that mean the same person. */
  keyOf(named: Named): string {
    return namedKey(named, this.matcher.find(named));
  }

  /** The person meant; null when nobody, or more than one, fits. `where` says in which row. */
  find(wanted: Wanted, where: { file: string; row: number }): Person | null {
    const key = matchKey(wanted);
    const found = this.match(wanted, key);
    const unitOf = (person: Person) =>
      this.draft.find('organisation', person.organisationId ?? '')?.name ?? '';
    const facts = (person: Person) => ({
      id: person.id,
      name: person.name,
      phone: person.phone,
      unit: unitOf(person),
    });
    this.matches.push({
      ...where,
      key,
      ...wanted,
      by: found.by,
      person: found.person && facts(found.person),
      candidates: found.candidates.map(facts),
    });
    return found.person;
  }

  private match(
    { name, phone, organisation }: Wanted,
    key: string,
  ): { person: Person | null; by: ImportMatch['by']; candidates: readonly Person[] } {
    const found = this.matcher.match({ personId: null, name, phone });
    const chosen = found.candidates.find(({ id }) => id === this.context.choices?.[key]);
    if (chosen) return { person: chosen, by: 'chosen', candidates: found.candidates };
    if (found.person) return found;
    if (found.candidates.length > 1 && organisation !== '') {
      const wanted = lookupKey(organisation);
      const [own, ...others] = found.candidates.filter(({ organisationId }) => {
        const unit = this.draft.find('organisation', organisationId ?? '');
        return unit !== undefined && lookupKey(unit.name) === wanted;
      });
      if (own && others.length === 0) {
        return { person: own, by: 'unit', candidates: found.candidates };
      }
    }
    if (found.candidates.length > 0 || !this.addUnknown || name === '') {
      return { ...found, by: found.candidates.length > 0 ? 'ambiguous' : 'unknown' };
    }
    const organisationId = ensureOrganisation(this.draft, organisation, this.context);
    const id = ensurePerson(this.draft, { name, phone, organisationId }, this.context);
    const person = this.draft.find('person', id) as Person;
    this.matcher.set(id, person);
    return { person, by: 'new', candidates: [] };
  }
}
