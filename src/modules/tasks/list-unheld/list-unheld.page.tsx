import type { Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, Lines } from '#ui/page.tsx'
import { dueText } from '../when.ts'
import type { UnheldList } from './list-unheld.ts'
import type { Unheld } from './unheld-store.ts'

export function UnheldPage({ unheld, next, today }: UnheldList) {
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        title="Det som ingen närvarande håller i"
        lead="Den som brukar ha de här barnen är inte på plats. Nu är det du som har dem."
      />
      {unheld.length === 0 && <Empty>Inget just nu. Den som har ett barn är på plats.</Empty>}
      <Lines
        items={unheld.map((one) => (
          <>
            <a href={paths.child.to({ childId: one.childId })}>{nameOf(one.child)}</a>
            <span class="hint">{whyText(one, today)}</span>
          </>
        ))}
      />
      {next && (
        <p>
          <a href={`${paths.unheld.to({})}?efter=${next}`}>Visa fler</a>
        </p>
      )}
    </>
  )
}

const whys: Readonly<Record<Unheld['why'], string>> = {
  left: 'har slutat',
  closed: 'har stängt',
  away: 'är borta',
}

const whyText = ({ who, why, dueOn }: Unheld, today: Day) =>
  [`${who} ${whys[why]}.`, dueOn && `${dueText(dueOn, today)}.`].filter(Boolean).join(' ')
