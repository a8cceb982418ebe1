import type { Refusal } from '#shared/edits/command.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Person } from '#shared/model/person.ts';

/** Somebody on the roster, or somebody new by name alone. */
export type PersonChoice = { id: string } | { newId: string; name: string };

/** A person of that name about whom nothing else is known yet. */
export function newPerson(id: string, name: string): Person {
  return { kind: 'person', id, name: name.trim(), phone: '', organisationId: null, leave: [] };
}

/** Who is meant, with the records to put for it: none for somebody known. */
export function chosenPerson(
  document: DocumentView,
  choice: PersonChoice,
): { person: Person; put: Person[] } | Refusal {
  if ('id' in choice) {
    const person = document.find('person', choice.id);
    return person ? { person, put: [] } : { refused: 'edit.refused.missing' };
  }
  if (choice.name.trim() === '') return { refused: 'edit.rosterRefused.noName' };
  const person = newPerson(choice.newId, choice.name);
  return { person, put: [person] };
}
