import { type ConsentText, consentText, currentConsentText } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaList } from '#ui/area.tsx'
import { Buttons, Conflict, ErrorSummary, Form, MoreDetails, TextField, type Texts } from '#ui/form.tsx'
import {
  Actions,
  BackLink,
  Done,
  Facts,
  Intro,
  Lines,
  LinkButton,
  Note,
  ScreenOnly,
  Section,
  StateMark,
} from '#ui/parts.tsx'
import { AsWritten, listed, localeOfReader, reader, say, sayWith } from '#ui/say.tsx'
import { languageName } from '../consent.ts'
import { ownStateText, stateMarks } from '../labels.ts'
import { readIn } from '../read-in.ts'
import { answerOf, type Line, type Sheet, type Signer, signerState } from '../sheet.ts'
import type { OpenSheet } from './answer-consent.ts'
import { meaningOf, PaperSheet } from './paper-sheet.parts.tsx'
import { SignInFirst } from './sign-in-first.parts.tsx'
import { TakeBack } from './take-back.parts.tsx'
import { presetAnswers, typedAnswers, UnitAnswers } from './unit-answers.parts.tsx'

type Props = OpenSheet & FormState

/** The sheet: what it is about and what a yes and a no mean, before anybody answers. */
export function SheetPage(props: Props) {
  const { child, sheet, me, signsInFirst, paperIn } = props
  const text = consentText(sheet.textVersion) ?? currentConsentText
  return (
    <>
      <BackLink href={paths.sharing.consents.to({ childId: child.id })}>{say('Samtycke')}</BackLink>
      <Intro kicker={say('Samtycke')} title={nameOf(child.person)} lead={say(text.title)} />
      {me && <Trouble {...props} />}
      {me && <Answered {...props} me={me} />}
      {paperIn && paperIn !== 'sv' ? (
        <ScreenOnly>
          <Question {...{ sheet, text }} />
        </ScreenOnly>
      ) : (
        <Question {...{ sheet, text }} />
      )}
      {me && !sheet.over && (signsInFirst ? <SignInFirst {...props} /> : <Answer {...props} me={me} />)}
      {me && <TakeBack {...props} me={me} />}
      {!me && (
        <>
          <PaperSheet {...props} />
          <Actions>
            <LinkButton href={paths.sharing.noteAnswer.to({ childId: child.id, consentId: sheet.id })}>
              Notera ett svar
            </LinkButton>
          </Actions>
        </>
      )}
    </>
  )
}

/** What is asked: why, until when, who reads what, and what a yes and a no mean. */
function Question({ sheet, text }: { sheet: Sheet; text: ConsentText }) {
  return (
    <>
      <Facts
        items={[
          [
            say('Varför'),
            <span class="prewrap">
              <AsWritten>{sheet.purpose.reveal()}</AsWritten>
            </span>,
          ],
          [say('Till och med'), dayWithYear(sheet.lastDay)],
          [say('Språk'), languageOf(sheet)],
        ]}
      />
      <Section id="vilka" title={say('Vilka får veta vad?')}>
        <Lines
          items={sheet.lines.map(({ name, areas }) => (
            <>
              <b>{name}</b>
              <AreaList areas={areas} />
            </>
          ))}
        />
      </Section>
      <Meaning text={text} />
    </>
  )
}

const languageOf = ({ language, interpreter }: OpenSheet['sheet']) =>
  (language !== 'sv' || interpreter) &&
  listed([nameOfLanguage(language), ...(interpreter ? [say('med tolk')] : [])])

/** In the reader's own language, as far as it has a name for it. */
const nameOfLanguage = (code: string): string =>
  reader().language === 'sv'
    ? languageName(code)
    : (new Intl.DisplayNames(localeOfReader(), { type: 'language' }).of(code) ?? code)

const Meaning = ({ text }: { text: ConsentText }) =>
  meaningOf(text).map(({ title, sentences }, place) => (
    <Section id={`text-${place + 1}`} title={title}>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Section>
  ))

/** What did not work, first on the page. */
function Trouble({ sheet, typed = {}, errors = {}, conflict, nothingTaken }: Props) {
  return (
    <>
      {nothingTaken && (
        <Note title={say('Inget har tagits tillbaka')}>
          <p>
            {sayWith(
              'Det du skickade kom inte fram helt. <link>Tryck en gång till</link> på det ja du vill ta tillbaka.',
              { link: (words) => <a href="#ta-tillbaka">{words}</a> },
            )}
          </p>
        </Note>
      )}
      {conflict && (
        <Conflict
          mine={<Lines items={typedAnswers(sheet, typed)} />}
          theirs={<Lines items={sheet.lines.map((line) => `${line.name}: ${nowOf(sheet, line)}`)} />}
        >
          {say('Ett svar har redan sparats för dig. Läs båda, och svara igen om det inte stämmer.')}
        </Conflict>
      )}
      <ErrorSummary errors={errors} />
    </>
  )
}

/** Where the signer's own answers stand, first on the page. */
function Answered({ sheet, me }: Props & { me: Signer }) {
  if (!sheet.lines.some((line) => answerOf(line, me))) return null
  return (
    <Done title={say('Tack. Så här är det nu.')}>
      <Lines
        items={sheet.lines.map((line) => {
          const state = signerState(sheet, line)
          return (
            <>
              <b>{line.name}</b> <StateMark state={stateMarks[state]} label={ownStateText(state, sheet)} />
            </>
          )
        })}
      />
    </Done>
  )
}

function Answer(props: Props & { me: Signer }) {
  const { child, sheet, me, viewer, submission, errors = {} } = props
  const typed = props.typed ?? presetAnswers(sheet, me)
  const answered = sheet.lines.every((line) => answerOf(line, me))
  const { language } = reader()
  const form = (
    <Form viewer={viewer} guard hidden={{ submission, seen: String(sheet.answered), language }}>
      <p class="soft">
        {say('Du kan svara på en i taget. {person} får samma hjälp som förut vad du än svarar.', {
          person: callOf(child.person),
        })}
      </p>
      <UnitAnswers {...{ sheet, typed, errors }} labels={{ yes: say('Ja'), no: say('Nej') }} />
      {readIn(language).machineTranslated && <Interpreter {...{ typed, errors }} />}
      <Buttons primary={answered ? say('Ändra mitt svar') : say('Skicka mitt svar')} />
    </Form>
  )
  if (answered && !props.typed)
    return <MoreDetails summary={say('Ändra svar, eller stryk något mer')}>{form}</MoreDetails>
  return (
    <Section id="svar" title={say('Vad säger du?')}>
      {form}
    </Section>
  )
}

/** Nobody says yes to a text that only a machine has put into words. */
const Interpreter = ({ typed, errors }: { typed: Texts; errors: Texts }) => (
  <TextField
    name="interpreter"
    fact
    label={say('Vem tolkar för dig?')}
    description={say(
      'En maskin har översatt frågan, och ingen människa har läst översättningen än. För att säga ja behöver du någon som tolkar. Nej kan du alltid säga.',
    )}
    optional
    {...{ typed, errors }}
  />
)

const nowOf = (sheet: Sheet, line: Line) => ownStateText(signerState(sheet, line), sheet)
