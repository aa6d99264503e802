import type { Child } from '#modules/children'
import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { DateField, Select, saidBeside, TextField, type Texts } from '#ui/form.tsx'
import { say } from '#ui/say.tsx'
import { first } from '#ui/texts.ts'
import type { Meeting } from './meeting.ts'
import { lengths } from './meeting-fields.ts'

type Props = { child: Child; today: string; typed: Texts; errors: Texts }

/** When, for how long and where. */
export function TimeAndPlace({ child, today, typed, errors }: Props) {
  const time = first(typed, 'time') ?? ''
  return (
    <>
      <DateField name="day" label="Vilken dag?" min={today} {...{ typed, errors }} />
      <TextField
        name="time"
        fact
        label="Vilken tid?"
        type={/^(\d\d:\d\d)?$/.test(time) ? 'time' : 'text'}
        width="s"
        {...{ typed, errors }}
      />
      <Select
        name="minutes"
        label="Hur länge?"
        options={lengths.map((minutes) => ({ value: minutes, label: `${minutes} minuter` }))}
        {...{ typed, errors }}
      />
      <TextField
        name="place"
        reads={child.person.kind === 'protected' ? saidBeside : 'dem som är inbjudna'}
        label="Var?"
        description={
          child.person.kind === 'protected'
            ? 'Barnet har skyddade uppgifter. Platsen syns bara för er. Berätta själva för dem som ska komma.'
            : 'Rummet, eller länken om ni ses på video.'
        }
        {...{ typed, errors }}
      />
    </>
  )
}

/** `tisdag 8 december klockan 14.30`. */
export const timeInWords = ({ startsAt }: Pick<Meeting, 'startsAt'>): string =>
  say('{day} klockan {clock}', { day: dayInWords(swedishDay(startsAt)), clock: swedishClock(startsAt) })

const hour = 60

/** `45 minuter`, `en timme`, `en och en halv timme`. */
export function lengthInWords(minutes: number): string {
  if (minutes === hour) return say('en timme')
  if (minutes === 90) return say('en och en halv timme')
  return minutes % hour === 0
    ? say('{hours, plural, one {# timme} other {# timmar}}', { hours: minutes / hour })
    : say('{minutes, plural, one {# minut} other {# minuter}}', { minutes })
}
