import type { Child } from '#modules/children'
import type { Line } from '#modules/documents'
import { dayAndMonth, dayWithYear, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { MoreDetails } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { Lines } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import type { Objection } from './objection.ts'

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What they are called among those who read it. */
export const saidBy = ({ by }: Objection, child: Child): string =>
  by.isChild ? capital(callOf(child.person)) : capital(by.called ?? say('en vårdnadshavare'))

type Props = { child: Child; objections: readonly Objection[] }

/** What somebody in the family does not agree with, beside the text, with the answer. Nothing when there is none. */
export const Objections = ({ child, objections }: Props) =>
  objections.length === 0 ? null : (
    <aside class="told" aria-label={say('Någon håller inte med')}>
      <Lines items={objections.map((one) => <ObjectionLine child={child} objection={one} />)} />
    </aside>
  )

function ObjectionLine({ child, objection }: { child: Child; objection: Objection }) {
  const { by, words, saidOn, thingAt, dueOn, ours, answer, id } = objection
  return (
    <>
      <b>
        {by.isMe
          ? say('Du håller inte med, {day}', { day: dayAndMonth(saidOn) })
          : say('{who} håller inte med, {day}', { who: saidBy(objection, child), day: dayAndMonth(saidOn) })}
      </b>
      <p class="prewrap">
        ”<AsWritten>{words.reveal()}</AsWritten>”
      </p>
      {answer ? (
        <AnswerLine answer={answer} />
      ) : ours ? (
        <p class="no-print">
          <a href={paths.objection.answer.to({ childId: child.id, objectionId: id })}>Svara familjen</a>
        </p>
      ) : (
        <p class="soft small">
          {say('Svar kommer senast {day}.', { day: dayAndMonth(dueOn) })} {whoAnswers(objection)}
        </p>
      )}
      <p class="soft small">
        {say('Det gäller texten som den skrevs {day}.', { day: dayAndMonth(swedishDay(thingAt)) })}
      </p>
    </>
  )
}

/** In words, for the one who waits. The same whoever it is inside the unit: who works there now is not told here. */
function whoAnswers({ from }: Objection): string {
  if (!from) return ''
  const { unit } = from
  if (from.byReviewer)
    return unit
      ? say(
          'Ingen på {unit} kan svara just nu. Den som granskar åt organisationen ser till att du får svar.',
          { unit },
        )
      : say(
          'Ingen där texten är skriven kan svara just nu. Den som granskar åt organisationen ser till att du får svar.',
        )
  return unit
    ? say('Den som ansvarar på {unit} ser till att du får svar.', { unit })
    : say('Den som ansvarar där texten är skriven ser till att du får svar.')
}

/** The same on paper, in days that bear their year. Who it was is said by what they are called, never "Du". */
export const onPaperOf = (objection: Objection, child: Child): { title: string; texts: readonly Line[] } => {
  const { words, saidOn, dueOn, thingAt, answer } = objection
  return {
    title: say('{who} håller inte med, {day}', { who: saidBy(objection, child), day: dayWithYear(saidOn) }),
    texts: [
      { written: `”${words.reveal()}”` },
      answer
        ? `${say(answerWords[answer.outcome])}, ${dayWithYear(answer.on)}.`
        : say('Svar kommer senast {day}.', { day: dayWithYear(dueOn) }),
      ...(answer?.why ? [{ written: answer.why.reveal() }] : []),
      say('Det gäller texten som den skrevs {day}.', { day: dayWithYear(swedishDay(thingAt)) }),
    ],
  }
}

const answerWords = {
  corrected: message('Texten är rättad'),
  stands: message('Texten står kvar'),
} as const

export const AnswerLine = ({ answer }: { answer: NonNullable<Objection['answer']> }) => (
  <>
    <p>
      <b>
        {say(answerWords[answer.outcome])}, {dayAndMonth(answer.on)}
      </b>
    </p>
    {answer.why && (
      <p class="prewrap">
        <AsWritten>{answer.why.reveal()}</AsWritten>
      </p>
    )}
  </>
)

type SayProps = { childId: string; texts: readonly { id: string; label: string }[] }

/** The way in for the family where several texts stand on a page: folded, so that the page is about the texts. */
export const WhatIsWrong = ({ childId, texts }: SayProps) =>
  texts.length === 0 ? null : (
    <div class="no-print">
      <MoreDetails summary={say('Är det något som inte stämmer?')}>
        <Lines
          items={texts.map(({ id, label }) => (
            <a href={paths.objection.say.to({ childId, thingId: id })}>{label}</a>
          ))}
        />
      </MoreDetails>
    </div>
  )

type LinkProps = { childId: string; thingId: string; about?: string; label?: string }

/** The way in for the family, beside a text. `about`: what it says, where several stand on a page. */
export const ObjectLink = ({ childId, thingId, about, label = say('Det här stämmer inte') }: LinkProps) => (
  <p class="no-print solo">
    <a href={paths.objection.say.to({ childId, thingId })}>
      {label}
      {about && <span class="sr">: {about}</span>}
    </a>
  </p>
)
