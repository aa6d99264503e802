import { PresenceLinks, PresenceNotes } from '#modules/absence'
import { LastSignIn, UnusualSignIn } from '#modules/identity'
import { type Day, dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Intro, Lines, NextStep, Note, TaskGroup, TaskRow, TwoColumns } from '#ui/parts.tsx'
import { stepOf } from '../step.ts'
import { type Finished, markText, type Waiting } from '../task.ts'
import { dueText, greetingAt, groupNames, groupOf, groups, leadText } from '../when.ts'
import type { TaskList } from './list-tasks.ts'

export function TaskListPage({
  waiting,
  next,
  finished,
  timesAsked,
  questions,
  usesQuestions,
  alarms,
  at,
  acting,
  administers,
  presence,
  leads,
  givenName,
  signIns,
}: TaskList) {
  const today = swedishDay(at)
  const children = new Set(waiting.map(({ childId }) => childId))
  const [first] = waiting
  return (
    <TwoColumns
      aside={
        <Aside
          finished={finished}
          reviews={alarms !== undefined}
          administers={administers}
          presence={presence}
          leads={leads}
          usesQuestions={usesQuestions}
          signIns={signIns}
        />
      }
      asideLabel="Mer du kan göra"
    >
      <Intro
        kicker={`${capital(dayInWords(today))}.${acting ? ` Du arbetar som ${acting}.` : ''}`}
        title={[greetingAt(swedishClock(at)), givenName].filter(Boolean).join(', ')}
        lead={leadText(children.size, next !== undefined, first ? callOf(first.child) : '')}
      />
      <UnusualSignIn signIns={signIns} />
      <PresenceNotes presence={presence} today={today} />
      {timesAsked > 0 && (
        <Note title="Någon undrar om du kan hålla en tid">
          <p>
            <a href={paths.meeting.holds.to({})}>Svara på frågan om tid</a>
          </p>
        </Note>
      )}
      {alarms !== undefined && alarms > 0 && (
        <Note title="Något behöver granskas nu">
          <p>
            <a href={paths.review.list.to({})}>Granska loggen</a>
          </p>
        </Note>
      )}
      {questions.length > 0 && (
        <TaskGroup id="fragor" title="Frågor utan namn">
          {questions.map(({ id, answered, since, other }) => (
            <TaskRow
              href={paths.consultation.show.to({ consultationId: id })}
              date={since}
              name={answered ? 'Svar på en fråga utan namn' : 'En fråga utan namn'}
              step={answered ? `${other} har svarat` : `${other} undrar något`}
            />
          ))}
        </TaskGroup>
      )}
      {groups.map((group) => {
        const rows = waiting.filter(({ dueOn }) => groupOf(dueOn, today) === group)
        return (
          rows.length > 0 && (
            <TaskGroup id={group} title={groupNames[group]}>
              {rows.map((task) => (
                <Row task={task} today={today} />
              ))}
            </TaskGroup>
          )
        )
      })}
      {next && (
        <p>
          <a href={`${paths.tasks.to({})}?efter=${markText(next)}`}>Visa fler</a>
        </p>
      )}
    </TwoColumns>
  )
}

function Row({ task, today }: { task: Waiting; today: Day }) {
  const { words, href } = stepOf(task)
  const when = dueText(task.dueOn, today)
  return (
    <TaskRow
      href={href}
      date={task.dueOn}
      name={nameOf(task.child)}
      step={words}
      when={task.standsIn ? `${when}. Du står in.` : when}
    />
  )
}

type AsideProps = {
  finished: readonly Finished[]
  reviews: boolean
  administers: boolean
  presence: TaskList['presence']
  leads: boolean
  usesQuestions: boolean
  signIns: TaskList['signIns']
}
const Aside = ({ finished, reviews, administers, presence, leads, usesQuestions, signIns }: AsideProps) => (
  <>
    <NextStep
      label="Har du sett något?"
      main="Uppmärksamma ett barn"
      action={{ href: paths.noticing.notice.to({}), label: 'Börja' }}
    >
      <p class="soft">Två rutor att fylla i. Det som går bra räknas också.</p>
    </NextStep>
    {finished.length > 0 && (
      <details class="ds-details">
        <summary>Klart den här veckan</summary>
        <Lines
          items={finished.map(({ childId, child, kind }) => (
            <>
              <a href={paths.child.to({ childId })}>{nameOf(child)}</a>:{' '}
              {lower(stepOf({ kind, childId, aboutId: undefined }).words)}
            </>
          ))}
        />
      </details>
    )}
    <p class="solo">
      <a href={paths.workday.others.to({})}>Väntar på andra</a>
    </p>
    <p>
      <a href={paths.workday.dates.to({})}>Nästa datum</a>
    </p>
    {leads && (
      <p>
        <a href={paths.workday.load.to({})}>Så har arbetslaget det</a>
      </p>
    )}
    {usesQuestions && (
      <p>
        <a href={paths.consultation.list.to({})}>Frågor utan namn</a>
      </p>
    )}
    <p>
      <a href={paths.sharing.ending.to({})}>Samtycken som går ut</a>
    </p>
    {reviews && (
      <p>
        <a href={paths.review.list.to({})}>Granska loggen</a>
      </p>
    )}
    {administers && (
      <p>
        <a href={paths.organisation.home.to({})}>Verksamheter och medarbetare</a>
      </p>
    )}
    <PresenceLinks presence={presence} />
    <p>
      <a href={paths.emergency.ask.to({})}>Nödläge: se ett barns plan</a>
    </p>
    <p class="small soft">Här står bara namn, steg och dag. Varför ser du först när du öppnar.</p>
    <LastSignIn signIns={signIns} />
  </>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
