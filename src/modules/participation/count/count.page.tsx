import { dayAndMonth, dayInWords, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, MoreDetails, TextField } from '#ui/form.tsx'
import { PaperLanguage } from '#ui/paper-language.tsx'
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
        lead={`${nameOf(child.person)}. Här räknar du ihop det som familjen har svarat på papper.`}
      />
      <ErrorSummary errors={state.errors ?? {}} />
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
                'Skriv bara hur många som kryssade vad. Vad en enda person har svarat sparas ingenstans.',
                'Har någon svarat i sin mobil? Räkna inte den lappen. Riv alla lappar när du är klar.',
              ]}
            />
            <MoreDetails summary="Skriv ut lappar att svara på">
              <Form method="get" action={paths.participation.slips.to(ids)}>
                <PaperLanguage forMany />
                <Buttons primary="Skriv ut lappar" />
              </Form>
            </MoreDetails>
          </Section>
          <Form viewer={viewer} hidden={{ submission }}>
            {familyVoices
              .filter((voice) => most[voice] > 0)
              .map((voice) => (
                <Section id={voice} {...saidOf[voice](most[voice])}>
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
                            optional="said"
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

const one = 'Skriv 1 vid det som är kryssat. Lämna tomt vid det andra.'

const saidOf: Readonly<Record<FamilyVoice, (most: number) => { title: string; lead: string }>> = {
  child: () => ({ title: 'Lappen från barnet', lead: one }),
  guardian: (most) =>
    most === 1
      ? { title: 'Lappen från vårdnadshavaren', lead: one }
      : {
          title: 'Lapparna från vårdnadshavarna',
          lead: `Skriv hur många som kryssade vad, högst ${most} på varje fråga. Lämna tomt vid det som ingen kryssade.`,
        },
}

const whenOf = ({ isMeeting, happenedOn }: Occasion) =>
  `${isMeeting ? 'Mötet' : 'Uppföljningen'} ${dayAndMonth(happenedOn)}`
