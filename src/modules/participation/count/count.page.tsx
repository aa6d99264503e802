import { dayAndMonth, dayInWords, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextField } from '#ui/form.tsx'
import { Actions, BackLink, Done, Intro, Lines, LinkButton, Note, Section } from '#ui/parts.tsx'
import {
  answers,
  answerTexts,
  type FamilyVoice,
  familyVoices,
  fieldOf,
  type Occasion,
  questionsFor,
  questionTexts,
} from '../participation.ts'
import type { CountForm } from './count.ts'

/** The papers that have come in, counted by hand: numbers alone. */
export function CountPage({
  known,
  occasion,
  counting,
  most,
  viewer,
  submission,
  ...state
}: CountForm & FormState) {
  const { child } = known
  const ids = { childId: child.id, occasionId: occasion.id }
  const back = occasion.isMeeting
    ? paths.meeting.show.to({ childId: child.id, meetingId: occasion.id })
    : paths.plan.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Tillbaka</BackLink>
      <Intro
        kicker={whenOf(occasion)}
        title="Svar på papper"
        lead={`${nameOf(child.person)}. Här räknar du ihop det som de utan e-legitimation har svarat på papper.`}
      />
      {counting ? (
        <>
          {state.conflict && (
            <Note title="Det du skrev nu räknades inte">
              <p>
                Pappren från det här tillfället var redan räknade. Annars hade samma svar räknats två gånger.
              </p>
            </Note>
          )}
          <Done title="Pappren är räknade">
            <p>
              {counting.by} räknade dem {dayInWords(swedishDay(counting.at))}. Siffrorna har lagts ihop med
              andras och går inte att läsa här. Riv pappren.
            </p>
          </Done>
          <Actions>
            <LinkButton href={back}>Gå tillbaka</LinkButton>
          </Actions>
        </>
      ) : (
        <>
          <Section id="sa-gor-du" title="Så gör du">
            <Lines
              items={[
                'Vänta tills alla som vill har lämnat sin lapp. Pappren från ett tillfälle räknas en gång och går inte att ändra.',
                'Skriv bara hur många som svarade vad. Det en enda person har svarat sparas ingenstans.',
                'Har någon svarat i sin mobil? Räkna inte den lappen. Riv alla lappar när du är klar.',
              ]}
            />
            <p>
              <a href={paths.participation.slips.to(ids)}>Skriv ut lappar (PDF)</a>
            </p>
          </Section>
          <ErrorSummary errors={state.errors ?? {}} />
          <Form viewer={viewer} hidden={{ submission }}>
            {familyVoices
              .filter((voice) => most[voice] > 0)
              .map((voice) => (
                <Section id={voice} title={voiceTitles[voice]}>
                  {questionsFor('family').map((question) => (
                    <fieldset class="ds-fieldset">
                      <legend>{questionTexts[question]}</legend>
                      <div class="three">
                        {answers.map((answer) => (
                          <TextField
                            name={fieldOf(voice, question, answer)}
                            label={answerTexts[answer]}
                            fact
                            width="s"
                            inputmode="numeric"
                            optional
                            {...state}
                          />
                        ))}
                      </div>
                    </fieldset>
                  ))}
                </Section>
              ))}
            <Buttons primary="Räkna in svaren" cancel={{ href: back }} />
          </Form>
        </>
      )}
    </>
  )
}

const voiceTitles: Readonly<Record<FamilyVoice, string>> = {
  child: 'Lappen från barnet',
  guardian: 'Lapparna från vårdnadshavarna',
}

const whenOf = ({ isMeeting, happenedOn }: Occasion) =>
  `${isMeeting ? 'Mötet' : 'Uppföljningen'} ${dayAndMonth(happenedOn)}`
