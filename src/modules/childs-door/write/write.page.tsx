import { TalkNow } from '#modules/knowledge'
import { awaySentence } from '#modules/responsibility'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { answerWayNames, answerWays } from '../message.ts'
import type { Write } from './write.ts'

export function WritePage({ child, lead, readBy, viewer, submission, typed, errors }: Write & FormState) {
  const home = paths.childsDoor.home.to({ childId: child.id })
  const name = lead.name.split(' ')[0] ?? lead.name
  return (
    <>
      <BackLink href={home}>{say('Min sida')}</BackLink>
      <Intro
        title={say('Skriv till {name}', { name })}
        lead={say('{name}, {title} på {unit}, läser det du skriver.', {
          name: lead.name,
          title: lead.title,
          unit: lead.unitName,
        })}
      >
        {lead.insteadOf && <p>{awaySentence(lead.insteadOf)}</p>}
        <p>
          {say('{name} läser senast {day}. Är {name} borta läser någon annan på {unit}.', {
            name,
            day: dayInWords(readBy),
            unit: lead.unitName,
          })}
        </p>
        <p>{say('Det du skickar syns inte här sedan. Dina föräldrar ser det inte här.')}</p>
      </Intro>
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }}>
        <TextArea name="words" label={say('Vad vill du berätta?')} reads={lead.name} {...{ typed, errors }} />
        <Choices
          name="answer"
          label={say('Hur vill du ha svar?')}
          options={answerWayNames.map((value) => ({ value, label: say(answerWays[value]) }))}
          {...{ typed, errors }}
        />
        <Buttons primary={say('Skicka')} cancel={{ href: home }} />
      </Form>
      <TalkNow read={undefined} />
    </>
  )
}
