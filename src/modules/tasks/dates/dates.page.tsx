import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, TaskGroup, TaskRow } from '#ui/parts.tsx'
import { type Coming, markText } from '../task.ts'
import type { Dates } from './dates.ts'

export const DatesPage = ({ coming, next }: Dates) => (
  <>
    <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
    <Intro title="Nästa datum" lead="Möten, uppföljningar och stöd att titta på igen, närmast först." />
    {coming.length === 0 && <Empty>Inget är inbokat just nu.</Empty>}
    {coming.length > 0 && (
      <TaskGroup id="datum" title="Det som kommer">
        {coming.map((one) => (
          <TaskRow
            href={hrefOf(one)}
            date={one.day}
            name={nameOf(one.child)}
            step={words[one.what]}
            when={[dayInWords(one.day), one.clock && `klockan ${one.clock}`].filter(Boolean).join(', ')}
          />
        ))}
      </TaskGroup>
    )}
    {next && (
      <p>
        <a href={`${paths.workday.dates.to({})}?efter=${markText(next)}`}>Visa fler</a>
      </p>
    )}
  </>
)

const words = {
  meeting: 'Samverkansmöte',
  follow_up: 'Uppföljning av planen',
  review: 'Titta igen på stödet',
} as const satisfies Record<Coming['what'], string>

function hrefOf({ what, childId, id }: Coming): string {
  if (what === 'meeting') return paths.meeting.show.to({ childId, meetingId: id })
  if (what === 'review') return paths.support.show.to({ childId, itemId: id })
  return paths.plan.show.to({ childId })
}
