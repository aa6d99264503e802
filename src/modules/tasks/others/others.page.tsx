import { type Day, dayAndMonth } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, TaskGroup, TaskRow } from '#ui/parts.tsx'
import { stepOf } from '../step.ts'
import { markText, type OfOthers } from '../task.ts'
import { dueText } from '../when.ts'
import type { Others } from './others.ts'

export function OthersPage({ waiting, next, today }: Others & { today: Day }) {
  const late = waiting.filter(({ dueOn, what }) => dueOn < today && what !== 'consent')
  const rest = waiting.filter((one) => !late.includes(one))
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        title="Väntar på andra"
        lead="Det som någon annan ska göra för barnen du är ansvarig för. Har det dröjt är ett samtal ofta bäst."
      />
      {waiting.length === 0 && <Empty>Du väntar inte på någon just nu.</Empty>}
      <Group id="drojer" title="Har dröjt" rows={late} today={today} />
      <Group id="pa-vag" title="På väg" rows={rest} today={today} />
      {next && (
        <p>
          <a href={`${paths.workday.others.to({})}?efter=${markText(next)}`}>Visa fler</a>
        </p>
      )}
    </>
  )
}

type GroupProps = { id: string; title: string; rows: readonly OfOthers[]; today: Day }
function Group({ id, title, rows, today }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <TaskGroup id={id} title={title}>
      {rows.map((row) => (
        <TaskRow
          href={hrefOf(row)}
          date={row.dueOn}
          name={nameOf(row.child)}
          step={stepText(row)}
          when={
            row.what === 'consent' ? `Frågan ställdes ${dayAndMonth(row.dueOn)}` : dueText(row.dueOn, today)
          }
        />
      ))}
    </TaskGroup>
  )
}

function hrefOf({ childId, id, what }: OfOthers): string {
  if (what === 'answer_link') return paths.wheel.answer.to({ childId, itemId: id })
  if (what === 'consent') return paths.sharing.sheet.to({ childId, consentId: id })
  return paths.child.to({ childId })
}

function stepText({ childId, what, who }: OfOthers): string {
  if (what === 'answer_link') return 'Svar på en fråga med länk'
  if (what === 'consent') return 'Familjens svar om samtycke'
  return `${who}: ${stepOf({ kind: what, childId, aboutId: undefined }).words}`
}
