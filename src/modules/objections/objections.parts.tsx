import type { Child } from '#modules/children'
import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Lines } from '#ui/parts.tsx'
import type { Objection } from './objection.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What they are called among those who read it. */
export const saidBy = ({ by }: Objection, child: Child): string =>
  by.isChild ? capital(callOf(child.person)) : capital(by.called ?? 'en vårdnadshavare')

type Props = { child: Child; objections: readonly Objection[] }

/** What somebody in the family does not agree with, beside the text, with the answer. Nothing when there is none. */
export const Objections = ({ child, objections }: Props) =>
  objections.length === 0 ? null : (
    <aside class="told" aria-label="Någon håller inte med">
      <Lines items={objections.map((one) => <ObjectionLine child={child} objection={one} />)} />
    </aside>
  )

function ObjectionLine({ child, objection }: { child: Child; objection: Objection }) {
  const { by, words, saidOn, thingAt, dueOn, ours, answer, id } = objection
  return (
    <>
      <b>{by.isMe ? 'Du håller inte med' : `${saidBy(objection, child)} håller inte med`}</b>
      <span class="soft">, {dayAndMonth(saidOn)}</span>
      <p class="prewrap">”{words.reveal()}”</p>
      {answer ? (
        <AnswerLine answer={answer} />
      ) : ours ? (
        <p class="no-print">
          <a href={paths.objection.answer.to({ childId: child.id, objectionId: id })}>Svara familjen</a>
        </p>
      ) : (
        <p class="soft small">Svar kommer senast {dayAndMonth(dueOn)}.</p>
      )}
      <p class="soft small">Det gäller texten som den skrevs {dayAndMonth(swedishDay(thingAt))}.</p>
    </>
  )
}

export const AnswerLine = ({ answer }: { answer: NonNullable<Objection['answer']> }) => (
  <p>
    <b>{answer.outcome === 'corrected' ? 'Texten är rättad' : 'Texten står kvar'}</b>
    <span class="soft">, {dayAndMonth(answer.on)}</span>
    {answer.why && (
      <>
        <br />
        <span class="prewrap">{answer.why.reveal()}</span>
      </>
    )}
  </p>
)

/** The way in for the family, at the text. `of`: what it is, for those who hear the page. */
export const ObjectLink = ({ childId, thingId, of }: { childId: string; thingId: string; of?: string }) => (
  <p class="no-print">
    <a href={paths.objection.say.to({ childId, thingId })}>
      Jag håller inte med{of && <span class="sr"> om {of}</span>}
    </a>
  </p>
)
