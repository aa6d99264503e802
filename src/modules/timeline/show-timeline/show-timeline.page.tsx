import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, TimelineList } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { eventNames } from '../timeline.ts'
import type { Timeline } from './show-timeline.ts'

export function TimelinePage({ child, relation, events }: Timeline) {
  const isSelf = relation === 'self'
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>
        {isSelf ? say('Min sida') : nameOf(child.person)}
      </BackLink>
      <Intro
        kicker={say('Tidslinjen')}
        title={isSelf ? say('Det här har hänt') : nameOf(child.person)}
        lead={
          isSelf
            ? say('Det som har hänt i samarbetet runt dig. Inget mer än så.')
            : say('Det som har hänt i samarbetet runt {name}. Inget mer än så.', {
                name: callOf(child.person),
              })
        }
      />
      {events.length === 0 ? (
        <Empty>{say('Här är det tomt än så länge.')}</Empty>
      ) : (
        <TimelineList
          entries={events.map(({ kind, day }) => ({
            date: day,
            what: say(eventNames[kind]),
            more: dayWithYear(day),
          }))}
        />
      )}
    </>
  )
}
