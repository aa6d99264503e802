import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { Facts, Note, Section } from '#ui/parts.tsx'
import type { QuestionView } from '../answer-source/answer-source.ts'

type Props = QuestionView & FormState

/** How it goes with the link: to give to somebody, over, or answered. */
export function LinkPart(props: Props) {
  const { link, child, question, viewer, typed } = props
  if (link?.came) return <Came {...props} came={link.came} />
  if (!link || question.answer || typed) return null
  const to = { childId: child.id, itemId: question.itemId }
  if (link.state !== 'open')
    return (
      <Note title="Länken gäller inte längre">
        <p>
          {link.yesWithdrawn ? 'Familjen har tagit tillbaka sitt ja. ' : ''}Inget svar kom med den. Vill du
          fråga igen? <a href={paths.wheel.askAdult.to({ childId: child.id })}>Gör en ny länk</a>
        </p>
        {link.yesWithdrawn && (
          <Form viewer={viewer} action={paths.wheel.answerRead.to(to)}>
            <Buttons primary="Jag har läst" />
          </Form>
        )}
      </Note>
    )
  return (
    <Note title={link.address ? 'Ge länken till den du frågar' : 'En länk väntar på svar'}>
      {link.address ? (
        <>
          <p>
            Den gäller till och med {dayInWords(link.until)} och tar emot ett svar. Skicka den på ett sätt som
            bara når den det gäller. Skriv inget om barnet i samma meddelande.
          </p>
          <p class="prewrap">{link.address}</p>
        </>
      ) : (
        <p>
          Den gäller till och med {dayInWords(link.until)}. Bara {question.askedBy}, som gjorde den, ser den.
        </p>
      )}
      <Form viewer={viewer} action={paths.wheel.endLink.to(to)}>
        <Buttons
          primary="Dra tillbaka länken"
          others={
            question.onYes
              ? [{ name: 'yes', value: 'withdrawn', label: 'Familjen tar tillbaka sitt ja' }]
              : []
          }
        />
      </Form>
    </Note>
  )
}

/** What came, as long as nobody has taken it, and afterwards when it was not put in the wheel. */
function Came({
  came,
  child,
  question,
  said,
  viewer,
  submission,
  typed,
  errors,
}: Props & {
  came: NonNullable<NonNullable<QuestionView['link']>['came']>
}) {
  const { answer, on } = came
  if (said) return null
  const cannot = answer.answer === 'cannot_answer'
  const to = { childId: child.id, itemId: question.itemId }
  return (
    <Section id="svaret" title="Ett svar har kommit">
      <Facts
        items={[
          ['Kom', dayInWords(on)],
          ['Länken gjordes av', question.askedBy],
          ['Svar', cannot && 'Kan inte svara.'],
          ['Det som fungerar', answer.working && <span class="prewrap">{answer.working.reveal()}</span>],
          [
            'Det som är utmanande',
            answer.challenging && <span class="prewrap">{answer.challenging.reveal()}</span>,
          ],
        ]}
      />
      {question.answer === 'answered' && <p class="soft">Svaret står här och inte i hjulet.</p>}
      {!question.answer && (
        <>
          <ErrorSummary errors={errors} />
          <Form
            viewer={viewer}
            action={paths.wheel.takeAnswer.to(to)}
            hidden={{ submission, ...(cannot && { put: 'apart' }) }}
          >
            {!cannot && (
              <Choices
                name="put"
                label="Ska svaret stå i hjulet?"
                options={[
                  { value: 'wheel', label: 'Ja, som den vuxnas röst' },
                  {
                    value: 'apart',
                    label: 'Nej, bara här',
                    hint: 'Till exempel om du inte är säker på vem som har svarat.',
                  },
                ]}
                {...{ typed, errors }}
              />
            )}
            <Buttons primary="Jag har läst" />
          </Form>
        </>
      )}
    </Section>
  )
}
