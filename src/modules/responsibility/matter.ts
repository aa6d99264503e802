import type { MatterOutcome } from '#shared/schema.ts'

/** How the BBA can end what is going on; the other ends come by themselves, from a plan or a noticing. */
export const closings = [
  'own_support',
  'ordinary_help',
  'thanked',
  'no_collaboration',
  'family_ended',
  'other',
] as const satisfies readonly MatterOutcome[]

export const closingNames: Readonly<Record<(typeof closings)[number], string>> = {
  own_support: 'Stödet hos oss har gett det som behövdes',
  ordinary_help: 'Hjälp i vardagen räcker',
  thanked: 'Inget mer behövs just nu',
  no_collaboration: 'Familjen vill inte samverka',
  family_ended: 'Familjen vill sluta här',
  other: 'Annat',
}
