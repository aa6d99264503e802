import { TalkNow } from '#modules/knowledge'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Conflict, ErrorSummary, Form, TextArea, Tick } from '#ui/form.tsx'
import { BackLink, Intro, Section } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { answerWithinWorkingDays, readingOf, type Text, whatText } from '../objection.ts'
import { Objections } from '../objections.parts.tsx'
import type { ObjectForm } from './object.ts'

export function ObjectPage({ child, text, isChild, mine, ...state }: ObjectForm & FormState) {
  const { viewer, submission, typed, errors, conflict } = state
  const back = readingOf(child.id, text)
  return (
    <>
      <BackLink href={back}>{say('Tillbaka till texten')}</BackLink>
      <Intro
        kicker={say('Det här stämmer inte')}
        title={nameOf(child.person)}
        lead={say('Skriv vad som är fel. Texten står kvar, och det du skriver står bredvid. Du får svar.')}
      />
      {conflict && (
        <Conflict mine={<p class="prewrap">{words(typed?.['words'])}</p>} theirs={<TextLines text={text} />}>
          {say(
            'Texten har ändrats sedan du läste den. Läs den nya. Skicka igen om det fortfarande inte stämmer.',
          )}
        </Conflict>
      )}
      <ErrorSummary errors={errors} />
      <Section
        id="text"
        title={say(whatText(text.what))}
        lead={say('Skrivet {day}.', { day: dayInWords(swedishDay(text.at)) })}
      >
        <TextLines text={text} />
      </Section>
      {mine.length > 0 && (
        <Section id="skickat" title={say('Det här har du redan skickat')}>
          <Objections child={child} objections={mine} />
        </Section>
      )}
      <Form viewer={viewer} hidden={{ submission, seen: String(text.at.getTime()) }} guard>
        <TextArea
          name="words"
          label={say('Vad är det som inte stämmer?')}
          rows={4}
          reads={
            isChild
              ? say('dem som hjälper dig där den är skriven')
              : say('dem som får läsa texten i sitt arbete')
          }
          {...{ typed, errors }}
        />
        <Tick
          name="open"
          label={
            isChild
              ? say('Alla som läser texten får läsa mitt svar')
              : say('Andra i {name}s familj som läser texten får också läsa det jag skriver', {
                  name: callOf(child.person),
                })
          }
          {...{ typed, errors }}
        />
        <Buttons primary={say('Skicka')} cancel={{ href: back }} />
      </Form>
      {state.viewer.isChild && (
        <TalkNow read={say('Du får svar inom {days} vardagar.', { days: answerWithinWorkingDays })} />
      )}
    </>
  )
}

const words = (typed: string | readonly string[] | undefined) => [typed ?? ''].flat().join('\n')

/** What stands in the text, as it was written. */
export const TextLines = ({ text }: { text: Text }) => (
  <blockquote>
    {text.lines.map((line) => (
      <p class="prewrap">
        <AsWritten>{line.reveal()}</AsWritten>
      </p>
    ))}
  </blockquote>
)
