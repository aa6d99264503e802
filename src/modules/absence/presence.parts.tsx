import { type Day, dayAndMonth } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Lines, Note } from '#ui/parts.tsx'
import type { Presence } from './presence-store.ts'

/** Above the list of tasks: that one is noted as away, and who leaves. */
export function PresenceNotes({ presence, today }: { presence: Presence; today: Day }) {
  const { awayUntil, leaving } = presence
  return (
    <>
      {awayUntil && (
        <Note title={`Du är inskriven som borta till och med ${dayAndMonth(awayUntil)}`}>
          <p>
            Någon annan går in för dig. <a href={paths.absence.mine.to({})}>Är du tillbaka?</a>
          </p>
        </Note>
      )}
      {leaving.length > 0 && (
        <Note title="Barn behöver någon annan">
          <Lines
            items={leaving.map(({ name, lastDay }) =>
              lastDay < today
                ? `${name} slutade ${dayAndMonth(lastDay)} och har barn eller uppgifter kvar.`
                : `${name} slutar ${dayAndMonth(lastDay)} och har barn eller uppgifter.`,
            )}
          />
        </Note>
      )}
    </>
  )
}

/** Beside the list of tasks. */
export const PresenceLinks = ({ presence: { rosterUnitId, takes } }: { presence: Presence }) => (
  <>
    <p>
      <a href={paths.absence.mine.to({})}>Jag är borta</a>
    </p>
    {rosterUnitId && (
      <p>
        <a href={paths.absence.unit.to({ unitId: rosterUnitId })}>Borta och stängt</a>
      </p>
    )}
    {takes && (
      <p>
        <a href={paths.unheld.to({})}>Det som ingen närvarande håller i</a>
      </p>
    )}
  </>
)
