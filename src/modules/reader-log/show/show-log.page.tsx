import { dayAndMonth, dayInWords, dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Intro, Leaf, Lines, LinkButton, PrintOnly, Section } from '#ui/parts.tsx'
import { AsWritten, inWords, say } from '#ui/say.tsx'
import { firstOf, type Line, type Month } from '../reading.ts'
import { placeText } from '../reading-words.ts'
import { Emergencies } from './emergencies.parts.tsx'
import { Days, LineText, ofWhom } from './line.parts.tsx'
import type { ReaderLog } from './show-log.ts'
import { howItWorks } from './show-log-texts.ts'

type Props = ReaderLog & FormState

/** Who has read about the child, day by day; or the form to ask about one of the lines. */
export const ShowLogPage = (props: Props) =>
  props.about ? <AskAbout {...props} about={props.about} /> : <Log {...props} />

const monthAndYear = inWords({ month: 'long', year: 'numeric' })
const monthText = (month: Month) => monthAndYear(new Date(`${firstOf(month)}T00:00:00Z`))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Log(props: Props) {
  const { child, reader, month, older, newer, lines, questions, viewer, today } = props
  const childId = child.id
  const here = paths.readerLog.show.to({ childId })
  return (
    <>
      <BackLink href={paths.sharing.whoSees.to({ childId })}>{say('Vem ser vad')}</BackLink>
      <PrintOnly>
        <p>{say('Utskrivet för {name} den {day}.', { name: viewer.name, day: dayWithYear(today) })}</p>
      </PrintOnly>
      <Intro
        kicker={nameOf(child.person)}
        title={
          reader === 'self'
            ? say('Vem har läst om dig?')
            : say('Vem har läst om {name}?', { name: callOf(child.person) })
        }
        lead={say('Här ser du vilka som har läst, dag för dag. Det som läses i dag syns i morgon.')}
      />
      {questions.length > 0 && <Questions {...props} />}
      <Emergencies {...props} />
      <Section id="lasning" title={capital(monthText(month))}>
        {lines.length === 0 ? (
          <Empty>{say('Här finns inget att visa för den här månaden.')}</Empty>
        ) : (
          <Days log={props} askHref={(line) => `${here}?${new URLSearchParams({ fraga: line.id })}`} />
        )}
        <Actions>
          {older && (
            <LinkButton href={`${here}?${new URLSearchParams({ manad: older })}`} secondary>
              {say('Äldre: {month}', { month: monthText(older) })}
            </LinkButton>
          )}
          {newer && (
            <LinkButton href={`${here}?${new URLSearchParams({ manad: newer })}`} secondary>
              {say('Nyare: {month}', { month: monthText(newer) })}
            </LinkButton>
          )}
        </Actions>
      </Section>
      <Section id="sa-fungerar" title={say('Så fungerar det')}>
        <Lines items={howItWorks(props)} />
      </Section>
    </>
  )
}

/** What one has asked, with the answer or the day when it is owed. */
const Questions = ({ questions }: Props) => (
  <Section id="fragor" title={say('Dina frågor')}>
    <ul class="log">
      {questions.map((asked) => (
        <li>
          <Leaf date={asked.askedOn} />
          <div class="readings">
            <p class="soft">
              {say('Om läsningen {place} den {day}', {
                place: placeText(asked),
                day: dayAndMonth(asked.day),
              })}
            </p>
            <p class="prewrap">
              <AsWritten>{asked.question.reveal()}</AsWritten>
            </p>
            {asked.answer && asked.answeredOn ? (
              <div>
                <p>
                  <b>{say('Svar den {day}', { day: dayAndMonth(asked.answeredOn) })}</b>
                </p>
                <p class="prewrap">
                  <AsWritten>{asked.answer.reveal()}</AsWritten>
                </p>
              </div>
            ) : (
              <p>{say('Frågan är skickad. Du får svar senast {day}.', { day: dayInWords(asked.dueOn) })}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  </Section>
)

function AskAbout(props: Props & { about: Line }) {
  const { child, about, viewer, submission, typed, errors } = props
  const back = paths.readerLog.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{say('Vem har läst')}</BackLink>
      <Intro
        kicker={nameOf(child.person)}
        title={say('Fråga om det här')}
        lead={capital(dayInWords(about.day))}
      />
      <LineText line={about} to={ofWhom(props)} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission, line: about.id }} action={back}>
        <TextArea
          name="question"
          label={say('Vad undrar du?')}
          description={say('Du får svar här inom en vecka. Ingen annan i familjen ser det.')}
          reads={say('den som ansvarar på stället som har läst')}
          {...{ typed, errors }}
        />
        <Buttons primary={say('Skicka frågan')} cancel={{ href: back }} />
      </Form>
    </>
  )
}
