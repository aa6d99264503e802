import { dayInWords } from '#shared/dates.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Typed } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import { Written } from '#shared/web.tsx'
import { Buttons, ErrorSummary, Form, TwoSides } from '#ui/form.tsx'
import { Intro, Note } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import type { Letter } from '../link.ts'

type Props = { letter: Letter; typed?: Typed | undefined; errors?: FieldErrors | undefined }

/** For somebody who has no login: the question, who reads the answer, and two boxes. */
export function LetterPage({ letter, typed, errors }: Props) {
  const child = letter.child?.reveal()
  const asks = letter.asks.reveal()
  return (
    <>
      <Intro
        kicker={say('{name} frågar dig', { name: asks })}
        title={child ? say('En fråga om {name}', { name: child }) : say('En fråga om ett barn')}
        lead={
          <span class="prewrap">
            <AsWritten>{letter.question.reveal()}</AsWritten>
          </span>
        }
      />
      <ErrorSummary errors={errors} />
      <Form>
        <TwoSides
          working={{ description: say('Några ord räcker, i den ena eller den andra rutan.') }}
          reads={say('{name}, och de som arbetar med {child} på {unit}', {
            name: asks,
            child: child ?? say('barnet'),
            unit: letter.unit.reveal(),
          })}
          {...{ typed, errors }}
        />
        <p class="soft">
          {say(
            'Barnet och familjen kan också få läsa det du skriver. Du kan svara en gång, till och med {day}.',
            {
              day: dayInWords(letter.until),
            },
          )}
        </p>
        <Buttons
          primary={say('Skicka svaret')}
          others={[{ name: 'answer', value: 'cannot_answer', label: say('Jag kan inte svara') }]}
        />
      </Form>
      <Note title={say('Känner du inte igen frågan?')}>
        <p>
          {say('Stäng sidan och säg till den som gav dig länken. Tror du att ett barn far illa?')}{' '}
          <a href={paths.concern.to({})}>{say('Så gör du då')}</a>
        </p>
      </Note>
    </>
  )
}

export const AnsweredPage = () => (
  <Intro
    title={say('Tack!')}
    lead={say(
      'Ditt svar har kommit fram. Du behöver inte göra något mer, och kan stänga sidan. Länken går inte att använda igen.',
    )}
  />
)

/** The same whether it has been used, is too late, was taken back or never was. What somebody has just written is theirs to keep. */
export const LinkOverPage = ({ typed }: { typed: Typed }) => (
  <>
    <Intro
      title={say('Länken går inte att använda')}
      lead={say(
        'Den kan ha gått ut, ha dragits tillbaka eller redan vara använd. Har du nyss svarat har ditt svar kommit fram. Annars kan du be den som gav dig länken om en ny.',
      )}
    />
    <Written typed={typed} />
  </>
)

export const WaitPage = ({ typed }: { typed: Typed }) => (
  <>
    <Intro
      title={say('Vänta en minut')}
      lead={say('Sidan har öppnats många gånger på kort tid. Inget är skickat. Försök igen om en minut.')}
    />
    <Written typed={typed} />
  </>
)
