import type { Written } from '#modules/documents'
import { dayWithYear } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import { listed, say } from '#ui/say.tsx'
import { codes } from './codes.ts'
import type { About } from './seen-access.ts'

type Fact = { label: string; value: string | Written }
const fact = (label: string, value: string | undefined): Fact[] =>
  value ? [{ label: say(label), value }] : []
const asWritten = (label: string, written: string): Fact[] =>
  written ? [{ label: say(label), value: { written } }] : []

/** `från den 1 augusti 2024 till den 9 juni 2026`. */
export const times = ({ from, until }: { from: string; until?: string | undefined }): string =>
  until
    ? say('från den {from} till den {until}', { from: dayWithYear(from), until: dayWithYear(until) })
    : say('sedan den {day}', { day: dayWithYear(from) })

/** Who the child is, and what is noted about the one who asks. */
export const aboutLines = ({ child, bornOn, expectedOn, places, guardian, you }: About): Fact[] => [
  ...fact(message('Barnets namn'), nameOf(child.person)),
  ...fact(message('Född'), bornOn && dayWithYear(bornOn)),
  ...fact(message('Väntas'), expectedOn && dayWithYear(expectedOn)),
  ...places.flatMap(({ unit, className, ...spell }) =>
    fact(message('Hör till'), listed([unit, className, times(spell)].filter((word) => word !== undefined))),
  ),
  ...asWritten(message('Ditt namn'), you.name),
  ...you.phones.flatMap((phone) => asWritten(message('Din telefon'), phone.reveal())),
  ...guardian.flatMap((one) => [
    ...fact(message('Du är'), say(codes.guardian[one.kind])),
    ...asWritten(message('Du kallas'), one.called),
    ...fact(message('När'), times(one)),
    ...asWritten(message('Uppgiften kommer från'), one.source),
  ]),
]
