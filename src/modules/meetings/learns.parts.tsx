import type { Person } from '#shared/person.ts'
import { callOf } from '#shared/person.ts'
import { Lines } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { learns, type Party } from './meeting.ts'
import { partyName } from './party.parts.tsx'

/** Who learns of whom, so that the family sees it before it answers. */
export function WhoLearns({ parties, child }: { parties: readonly Party[]; child: Person }) {
  const name = callOf(child)
  const units = parties.filter(({ role, inside }) => role === 'unit' && !inside)
  if (units.length === 0)
    return (
      <p>
        {say('Ingen annan verksamhet är inbjuden. Det ni säger stannar hos er och Barnets bästa-ansvarig.')}
      </p>
    )
  return (
    <>
      <Lines
        items={units.map((unit) => (
          <>
            <b>{partyName(unit)}</b>
            <br />
            {unitLearns(unit, name)}
          </>
        ))}
      />
      <p class="soft">
        {say('I rummet träffas förstås alla som kommer. Vill ni inte det, säg till Barnets bästa-ansvarig.')}
      </p>
    </>
  )
}

/** How much a unit that is invited learns, as the family reads it before it answers. */
export const unitLearns = (unit: Party, name: string): string => learnsNames[learns(unit)](name)

const learnsNames = {
  everything: () => say('Får veta varför vi ses, vilka som kommer och vad vi kommer fram till.'),
  own_part: (name: string) =>
    say('Får veta vad {name} heter, tid och plats och vem som är Barnets bästa-ansvarig. Inte mer.', {
      name,
    }),
  nothing: () => say('Får inte veta något, för de har inte ert ja just nu.'),
} as const
