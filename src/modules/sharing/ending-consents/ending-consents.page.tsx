import { dayAndMonth } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, TaskGroup, TaskRow } from '#ui/parts.tsx'
import type { Ending } from '../ending-store.ts'
import type { EndingConsents } from './ending-consents.ts'

export function EndingConsentsPage({ ending, next }: EndingConsents) {
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        title="Samtycken som går ut"
        lead="Prata med familjen i god tid. Frågar ni inte igen slutar det av sig självt, och det är också helt okej."
      />
      {ending.length === 0 && <Empty>Inget går ut den närmaste månaden.</Empty>}
      <Group id="snart" title="Går snart ut" rows={ending.filter(({ over }) => !over)} />
      <Group id="slut" title="Har gått ut" rows={ending.filter(({ over }) => over)} />
      {next && (
        <p>
          <a href={`${paths.sharing.ending.to({})}?efter=${next}`}>Visa fler</a>
        </p>
      )}
    </>
  )
}

function Group({ id, title, rows }: { id: string; title: string; rows: readonly Ending[] }) {
  if (rows.length === 0) return null
  return (
    <TaskGroup id={id} title={title}>
      {rows.map(({ childId, child, consentId, lastDay }) => (
        <TaskRow
          href={`${paths.sharing.ask.to({ childId })}?igen=${consentId}`}
          date={lastDay}
          name={nameOf(child)}
          step="Fråga familjen igen"
          when={`Sista dagen är ${dayAndMonth(lastDay)}`}
        />
      ))}
    </TaskGroup>
  )
}
