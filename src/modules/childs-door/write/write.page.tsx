import { awaySentence } from '#modules/responsibility'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro, Section } from '#ui/parts.tsx'
import { HelpLines } from '../help.parts.tsx'
import { answerWayNames, answerWays } from '../message.ts'
import type { Write } from './write.ts'

export function WritePage({ child, lead, readBy, viewer, submission, typed, errors }: Write & FormState) {
  const home = paths.childsDoor.home.to({ childId: child.id })
  const name = lead.name.split(' ')[0] ?? lead.name
  return (
    <>
      <BackLink href={home}>Min sida</BackLink>
      <Intro
        title={`Skriv till ${name}`}
        lead={`${lead.name}, ${lead.title} på ${lead.unitName}, läser det du skriver.`}
      >
        {lead.insteadOf && <p>{awaySentence(lead.insteadOf)}</p>}
        <p>
          {name} läser senast {dayInWords(readBy)}. Är {name} borta läser någon annan på {lead.unitName}.
        </p>
        <p>Det du skickar syns inte här sedan. Dina föräldrar ser det inte här.</p>
      </Intro>
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <TextArea name="words" label="Vad vill du berätta?" reads={lead.name} {...{ typed, errors }} />
        <Choices
          name="answer"
          label="Hur vill du ha svar?"
          options={answerWayNames.map((value) => ({ value, label: answerWays[value] }))}
          {...{ typed, errors }}
        />
        <Buttons primary="Skicka" cancel={{ href: home }} />
      </Form>
      <Section id="ring" title="Vill du prata nu?">
        <HelpLines />
      </Section>
    </>
  )
}
