import { timeWords } from '#modules/directory'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, LinkButton, Note } from '#ui/parts.tsx'
import { LookedThrough } from '../thread.parts.tsx'
import { inWriting } from './ask.form.ts'
import type { AskForm } from './ask.ts'

const howTo =
  'Fråga så att ingen kan förstå vilket barnet är. Skriv ålder och vad du undrar, inte namn, skola eller adress.'
const notYet = 'Frågor utan namn har inte börjat mellan er och dem än. Ring dem i stället.'

export function AskPage({ unit, begun, answers, times, ...state }: AskForm & FormState) {
  const { viewer, submission, typed = { time: inWriting }, errors, conflict } = state
  const back = paths.directory.unit.to({ unitId: unit.id })
  return (
    <>
      <BackLink href={back}>{unit.name}</BackLink>
      <Intro kicker="En fråga utan namn" title={unit.name} lead={begun ? howTo : notYet} />
      {!begun && <LinkButton href={back}>Se deras telefonnummer</LinkButton>}
      {begun && !answers && <Empty>Här finns ingen som tar emot frågor just nu. Ring dem i stället.</Empty>}
      {conflict && (
        <Note title="Tiden hann bli tagen">
          <p>Någon annan bokade den före dig. Inget är skickat, och det du skrev står kvar. Välj igen.</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      {begun && answers && (
        <Form viewer={viewer} hidden={{ submission }} guard>
          <TextArea
            name="words"
            label="Vad undrar du?"
            rows={6}
            description="Du kan berätta vem det gäller senare, om familjen vill."
            reads={`dem som tar emot på ${unit.name} och dem som tar emot hos er`}
            {...{ typed, errors }}
          />
          {times.length > 0 && (
            <Choices
              name="time"
              label="Hur vill du få svar?"
              options={[
                { value: inWriting, label: 'Skriftligt, här' },
                ...times.map((time) => ({ value: time.id, label: `Vi pratar ${timeWords(time)}` })),
              ]}
              {...{ typed, errors }}
            />
          )}
          <LookedThrough {...{ typed, errors }} />
          <Buttons primary="Skicka frågan" cancel={{ href: back }} />
        </Form>
      )}
    </>
  )
}
