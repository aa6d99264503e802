import type { UnitKind } from '#shared/schema.ts'

/** A municipality on the map, in numbers of units. `silent`: nothing is told of them, not even proposed. */
export type Place = {
  code: string
  name: string
  units: number
  told: number
  proposed: number
  silent: number
}

export type OnMap = { id: string; name: string; kind: UnitKind }

export const missings = ['text', 'own-text', 'receiver'] as const
export type Missing = (typeof missings)[number]
export const missingWords: Readonly<Record<Missing, string>> = {
  text: 'Ingen text alls',
  'own-text': 'Bara ett förslag till text',
  receiver: 'Ingen som tar emot',
}

export type Wanted = { municipality: string | undefined; missing: Missing; page: number }

/** How far a municipality has come, in one sentence. */
export function placeText({ units, told, proposed, silent }: Omit<Place, 'code' | 'name'>): string {
  if (told === units) return 'Alla har berättat själva.'
  if (proposed === units) return 'Alla har ett förslag till text, ingen har skrivit sin egen.'
  const parts = [
    `${told} av ${units} har berättat själva`,
    proposed > 0 && `${proposed} har ett förslag`,
    silent > 0 && `${silent} har ingen text`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
