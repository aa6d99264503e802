import type { Day } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'

/** What the population register calls it. To us both mean the same: nobody else is told who or where. */
export const kinds = ['sekretessmarkering', 'skyddad_folkbokforing'] as const
export type Kind = (typeof kinds)[number]
export const sources = ['skatteverket', 'familjen', 'socialtjansten', 'polisen', 'annan'] as const
export type Source = (typeof sources)[number]

/** What a person decides about, one by one, when the mark is gone. */
export const fields = ['name', 'birth', 'places', 'contact'] as const
export type Field = (typeof fields)[number]

export type Mark = {
  id: string
  /** A guardian; undefined: the child itself. */
  personId: string | undefined
  kind: Kind
  source: Source
  markedOn: Day
  liftedOn: Day | undefined
  shown: Readonly<Record<Field, boolean>>
}

/** That a mark is gone, as one in the group says: nothing is changed until another one has said so too. */
export type Proposal = {
  id: string
  source: Source
  on: Day
  by: string
  mine: boolean
  answer: { accepted: boolean; on: Day; by: string; why: SealedText | undefined } | undefined
}

/** Somebody who is told who and where. */
export type Member = {
  id: string
  /** The engagement, or the guardian. */
  who: string
  name: string
  title: string | undefined
  isMe: boolean
}

/** Somebody whom a mark can be about, or who can be told. */
export type Somebody = { id: string; person: Person; called: string }

/** What a mark has sealed, for the group. */
export type Hidden = {
  name: SealedText | undefined
  bornOn: SealedText | undefined
  numbers: readonly SealedText[]
  places: readonly SealedText[]
  phones: readonly SealedText[]
}

/** The fields of this mark that are still sealed, in the order they can be shown: a birth date belongs to a name. */
export const stillSealed = ({ personId, shown }: Mark): readonly Field[] =>
  (personId ? (['name', 'contact'] as const) : (['name', 'birth', 'places'] as const)).filter(
    (field) => !shown[field],
  )
