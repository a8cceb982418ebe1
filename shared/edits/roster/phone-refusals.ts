import type { PhoneFault } from '#shared/model/phone-fault.ts';

/** The sentence for each fault of a phone number. */
export const phoneRefusals: Record<PhoneFault, string> = {
  signs: 'edit.rosterRefused.phoneSigns',
  short: 'edit.rosterRefused.phoneShort',
  long: 'edit.rosterRefused.phoneLong',
};
