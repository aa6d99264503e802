import { dayWithYear } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { codes } from './codes.ts'
import type { About } from './seen-access.ts'

type Line = { label: string; value: string }
const line = (label: string, value: string | undefined): Line[] => (value ? [{ label, value }] : [])
const times = ({ from, until }: { from: string; until: string | undefined }) =>
  until ? `från den ${dayWithYear(from)} till den ${dayWithYear(until)}` : `sedan den ${dayWithYear(from)}`

/** Who the child is, and what is noted about the one who asks. */
export const aboutLines = ({ child, bornOn, expectedOn, places, guardian, you }: About): Line[] => [
  ...line('Barnets namn', nameOf(child.person)),
  ...line('Född', bornOn && dayWithYear(bornOn)),
  ...line('Väntas', expectedOn && dayWithYear(expectedOn)),
  ...places.flatMap(({ unit, className, ...spell }) =>
    line('Hör till', [unit, className, times(spell)].filter((word) => word !== undefined).join(', ')),
  ),
  ...line('Ditt namn', you.name),
  ...you.phones.flatMap((phone) => line('Din telefon', phone.reveal())),
  ...guardian.flatMap((one) =>
    line(
      'Du är',
      `${codes.guardian[one.kind].toLowerCase()}, kallas ${one.called}, ${times(one)}. Uppgiften kommer från: ${one.source}`,
    ),
  ),
]
