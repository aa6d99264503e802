import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, TimelineList } from '#ui/parts.tsx'
import { eventNames } from '../timeline.ts'
import type { Timeline } from './show-timeline.ts'

export function TimelinePage({ child, relation, events }: Timeline) {
  const isSelf = relation === 'self'
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>
        {isSelf ? 'Min sida' : nameOf(child.person)}
      </BackLink>
      <Intro
        kicker="Tidslinjen"
        title={isSelf ? 'Det här har hänt' : nameOf(child.person)}
        lead={`Det som har hänt i samarbetet runt ${isSelf ? 'dig' : callOf(child.person)}. Inget mer än så.`}
      />
      {events.length === 0 ? (
        <Empty>Här är det tomt än så länge.</Empty>
      ) : (
        <TimelineList
          entries={events.map(({ kind, day }) => ({
            date: day,
            what: eventNames[kind],
            more: dayWithYear(day),
          }))}
        />
      )}
    </>
  )
}
