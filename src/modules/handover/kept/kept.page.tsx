import { NoteText } from '#modules/meetings'
import { type PlanHistory, stateWords } from '#modules/plans'
import { wheelOf } from '#modules/wheel'
import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { BackLink, Empty, Intro, Lines, Section, TimelineList } from '#ui/parts.tsx'
import { WheelWords } from '#ui/wheel-words.tsx'
import type { Kept } from './kept.ts'

/** For those who carried it before: what is theirs to keep, and nothing that has come since. */
export function KeptPage({ child, plans, meetings, statements, notes, today }: Kept) {
  const wheel = wheelOf({ child, statements, adults: [], areas: [], today, partial: true, linked: false })
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Det som ni har skrivit"
        title={nameOf(child.person)}
        lead="En annan verksamhet är ansvarig nu. Det här har ni skrivit. Ni kan läsa det, men inte ändra."
      />
      <p class="soft">Familjen kan se att ni har läst.</p>
      {plans.map((plan, place) => (
        <Section id={`plan-${place + 1}`} title={`Barnets plan ${daysOf(plan)}`}>
          <PlanText plan={plan} />
        </Section>
      ))}
      {meetings.map(({ heldOn, came, note }, place) => (
        <Section id={`mote-${place + 1}`} title={`Samverkansmöte ${dayWithYear(heldOn)}`}>
          {note ? (
            <NoteText note={note} parties={came} lead={undefined} name={callOf(child.person)} />
          ) : (
            <Empty>Ingenting är skrivet från mötet.</Empty>
          )}
        </Section>
      ))}
      {statements.length > 0 && (
        <Section id="hjulet" title="Det ni skrev i hjulet">
          <WheelWords wheel={wheel} id="hjul" />
        </Section>
      )}
      {notes.length > 0 && (
        <Section id="anteckningar" title="Era anteckningar">
          <TimelineList
            entries={notes.map(({ text, by, on }) => ({
              date: on,
              what: by,
              more: <span class="prewrap">{text.reveal()}</span>,
            }))}
          />
        </Section>
      )}
    </>
  )
}

const daysOf = ({ startedOn, endedOn }: PlanHistory) =>
  endedOn ? `från ${dayWithYear(startedOn)} till ${dayWithYear(endedOn)}` : `från ${dayWithYear(startedOn)}`

const PlanText = ({ plan }: { plan: PlanHistory }) => (
  <>
    {plan.goals.length > 0 && (
      <>
        <h3>Mål</h3>
        <Lines items={plan.goals.map((words) => words.reveal())} />
      </>
    )}
    {plan.actions.length > 0 && (
      <>
        <h3>Insatser</h3>
        <Lines
          items={plan.actions.map(({ what, unit, state }) => (
            <p>
              <b>{what.reveal()}</b>
              <br />
              <span class="soft">{[unit?.name, stateWords[state]].filter(Boolean).join(', ')}</span>
            </p>
          ))}
        />
      </>
    )}
    {plan.followUps.map(({ heldOn, words, next }) => (
      <>
        <h3>Uppföljning {dayWithYear(heldOn)}</h3>
        {words && <p class="prewrap">{words.reveal()}</p>}
        {next && <p class="prewrap">{next.reveal()}</p>}
      </>
    ))}
  </>
)
