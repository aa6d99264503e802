import { type Day, dayAndMonth } from '#shared/dates.ts'
import type { HandoverKind, MatterOutcome } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'

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

const askedTo = {
  whole: message('{unit} har fått frågan om att ta över, den {day}.'),
  next_lead: message('{unit} har fått frågan om att bli nästa Barnets bästa-ansvarig, den {day}.'),
} as const satisfies Record<HandoverKind, string>

/** Never why. */
export const awaySentence = ({ name, closedUntil }: InsteadOf): string =>
  closedUntil
    ? say('{name} har stängt till och med {day}.', { name, day: dayAndMonth(closedUntil) })
    : say('{name} är borta just nu.', { name })

/** Whose turn it is, in a sentence or two for everybody around the child. */
export function turnSentence({ lead, asked }: Turn): string {
  const { insteadOf, name, unitName } = lead
  const who = { name, unit: unitName }
  return [
    insteadOf && awaySentence(insteadOf),
    insteadOf
      ? say('Så länge är {name} på {unit} Barnets bästa-ansvarig.', who)
      : say('{name} på {unit} är Barnets bästa-ansvarig.', who),
    asked && say(askedTo[asked.kind], { unit: asked.unitName, day: dayAndMonth(asked.since) }),
    asked?.waitsLong && say('Ingen har svarat än, och fler hos dem har fått veta att det väntar.'),
    asked && say('{name} har ansvaret tills de har svarat.', { name }),
  ]
    .filter(Boolean)
    .join(' ')
}
