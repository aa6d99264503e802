import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { ErrorSummary } from '#ui/form.tsx'
import { BackLink, Intro, Note } from '#ui/parts.tsx'
import { SendBack } from './send-back.parts.tsx'
import type { HandoverView } from './show-handover.ts'

type Props = Extract<HandoverView, { side: 'sees_to' }> & FormState

/** Nobody has answered: whoever sees to that somebody does learns the name, and that it waits. */
export function SeeingTo({ child, offer, viewer, typed, errors }: Props) {
  const { from, to, offeredOn } = offer
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker="En överlämning väntar"
        title={nameOf(child.person)}
        lead={`${to} fick frågan av ${from} den ${dayAndMonth(offeredOn)}, och ingen har svarat. ${from} har ansvaret så länge.`}
      />
      <ErrorSummary errors={errors} />
      <Note title={`Prata med ${to}, så att någon där svarar`}>
        <p>Vad det gäller läser bara den som kan ta emot.</p>
      </Note>
      <SendBack
        title={`Kan ${to} inte svara?`}
        ids={{ childId: child.id, handoverId: offer.id }}
        reads={from}
        {...{ viewer, typed, errors }}
      />
    </>
  )
}
