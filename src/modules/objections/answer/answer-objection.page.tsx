import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { Actions, BackLink, Intro, LinkButton, Note, Section } from '#ui/parts.tsx'
import { TextLines } from '../object/object.page.tsx'
import { correctingOf, type Objection, whatText } from '../objection.ts'
import { AnswerLine, capital, saidBy } from '../objections.parts.tsx'
import type { AnswerForm } from './answer-objection.ts'

export function AnswerObjectionPage({ child, objection, text, isChanged, ...state }: AnswerForm & FormState) {
  const { viewer, typed, errors, conflict } = state
  const { answer, saidOn, dueOn, words } = objection
  const called = callOf(child.person)
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker="Svara på det som familjen inte håller med om"
        title={nameOf(child.person)}
        lead={
          answer
            ? 'Det här är besvarat.'
            : `${isKept(objection) ? capital(called) : 'Familjen'} väntar på ditt svar, senast ${dayInWords(dueOn)}.`
        }
      />
      {conflict && (
        <Note title="Någon annan hann svara före dig">
          <p>Svaret står här nedanför. Familjen läser det, och inget av ditt har skickats.</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Section
        id="sagt"
        title={`${saidBy(objection, child)} håller inte med`}
        lead={`Skrivet ${dayInWords(saidOn)}.`}
      >
        <blockquote>
          <p class="prewrap">{words.reveal()}</p>
        </blockquote>
        {answer && <AnswerLine answer={answer} />}
      </Section>
      {!objection.inside && !answer && (
        <Note title="Du läser inte själva texten">
          <p>
            Den finns i en annan verksamhet i er organisation, där ingen kan svara just nu. Ta reda på hur det
            är, och svara familjen.
          </p>
        </Note>
      )}
      {text && (
        <Section
          id="text"
          title={`${whatText(text.what)}${isChanged ? ', så som det står nu' : ''}`}
          lead={isChanged ? 'Texten är ändrad sedan de skrev.' : undefined}
        >
          <TextLines text={text} />
          {!answer && (
            <Actions>
              <LinkButton href={correctingOf(child.id, text)} secondary>
                {isChanged ? 'Ändra igen' : 'Rätta texten'}
              </LinkButton>
            </Actions>
          )}
        </Section>
      )}
      {!answer && (
        <Section
          id="svara"
          title="Ditt svar"
          lead={isKept(objection) ? `Svaret visas inte för ${called}. Berätta det i ett samtal.` : undefined}
        >
          <Form viewer={viewer} guard>
            <Choices
              name="outcome"
              label="Vad blev det?"
              options={[
                {
                  value: 'corrected',
                  label: 'Vi har rättat texten',
                  hint: 'Det som stod förut finns kvar som en tidigare version.',
                },
                { value: 'stands', label: 'Texten står kvar', hint: 'Skriv varför. Båda sidor syns.' },
              ]}
              {...{ typed, errors }}
            />
            <FamilyText
              name="why"
              label={isKept(objection) ? `Så svarar ni ${called}` : 'Så svarar ni familjen'}
              description="Behövs när texten står kvar."
              rows={3}
              reads={
                isKept(objection)
                  ? 'dem som arbetar med texten'
                  : 'den som inte höll med, och dem som läser texten'
              }
              optional
              {...{ typed, errors }}
            />
            <FamilyButtons
              typed={typed}
              read={{ why: 'Vårt svar' }}
              primary={isKept(objection) ? 'Spara svaret' : 'Svara familjen'}
              cancel={{ href: paths.tasks.to({}) }}
            />
          </Form>
        </Section>
      )}
    </>
  )
}

/** A child has kept it to itself: then neither that nor the answer is shown where others may look. */
const isKept = ({ by, isOpen }: Objection) => by.isChild && !isOpen
