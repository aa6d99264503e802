import { type Day, dayAndMonth } from '#shared/dates.ts'
import type { HandoverKind, MatterOutcome } from '#shared/schema.ts'

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

/** Somebody who is away, or a unit that has closed until a day. */
export type InsteadOf = { name: string; closedUntil?: Day }

/** Who is responsible, and which unit has been asked to take over and has not answered. */
export type Turn = {
  lead: { name: string; unitName: string; insteadOf?: InsteadOf | undefined }
  /** `waitsLong`: more people there have been told that it waits. */
  asked: { unitName: string; since: Day; kind: HandoverKind; waitsLong: boolean } | undefined
}

const askedTo: Readonly<Record<HandoverKind, string>> = {
  whole: 'ta över',
  next_lead: 'bli nästa Barnets bästa-ansvarig',
}

/** Never why. */
export const awaySentence = ({ name, closedUntil }: InsteadOf): string =>
  closedUntil ? `${name} har stängt till och med ${dayAndMonth(closedUntil)}.` : `${name} är borta just nu.`

/** Whose turn it is, in a sentence or two for everybody around the child. */
export function turnSentence({ lead, asked }: Turn): string {
  const { insteadOf } = lead
  const now = insteadOf
    ? `${awaySentence(insteadOf)} Så länge är ${lead.name} på ${lead.unitName} Barnets bästa-ansvarig.`
    : `${lead.name} på ${lead.unitName} är Barnets bästa-ansvarig.`
  if (!asked) return now
  const waits = asked.waitsLong ? ' Ingen har svarat än, och fler hos dem har fått veta att det väntar.' : ''
  return `${now} ${asked.unitName} har fått frågan om att ${askedTo[asked.kind]}, den ${dayAndMonth(asked.since)}.${waits} ${lead.name} har ansvaret tills de har svarat.`
}
