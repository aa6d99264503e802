import type { Child } from 'hono/jsx'
import { areaNames, type ConsentText, consentText, currentConsentText } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import type { WheelArea } from '#shared/schema.ts'
import { Buttons, Form } from '#ui/form.tsx'
import { type Language, languages } from '#ui/languages.ts'
import { PaperLanguage } from '#ui/paper-language.tsx'
import { ByPen, Lines, Note, PrintOnly, ScreenOnly } from '#ui/parts.tsx'
import { AsWritten, InLanguage, saidIn, say, together } from '#ui/say.tsx'
import { byMachine } from '#ui/translated.tsx'
import { answerWords, signerName, wayWords } from '../labels.ts'
import { readIn } from '../read-in.ts'
import { answerOf, type Line, type Sheet, type Signer } from '../sheet.ts'
import type { OpenSheet } from './answer-consent.ts'

/** On paper: for one who has answered a receipt, for the others boxes to tick and a line to sign on. */
export function PaperSheet(open: OpenSheet) {
  const { child, sheet, onPaper, paperIn = 'sv' } = open
  const of = (signer: Signer) => signerName(signer, child.person)
  if (onPaper)
    return (
      <>
        <ScreenOnly>
          <Note title={`Till ${of(onPaper)}`}>
            <p>Skriv ut sidan. På pappret står bara frågan och det som rör {of(onPaper)}.</p>
            <Form method="get" hidden={{ vem: onPaper.id }}>
              <PaperLanguage wanted={paperIn} />
              <Buttons primary="Byt språk på pappret" />
            </Form>
          </Note>
        </ScreenOnly>
        <PrintOnly>
          {paperIn !== 'sv' && <InBoth {...{ sheet, language: paperIn }} />}
          {sheet.lines.some((line) => answerOf(line, onPaper)) ? (
            <Receipt {...open} signer={onPaper} language={paperIn} />
          ) : (
            <Boxes {...open} signer={onPaper} language={paperIn} />
          )}
        </PrintOnly>
      </>
    )
  return (
    <>
      <ScreenOnly>
        <Note title="Svar och kvitto på papper">
          <p>Skriv ut för en i taget. Då får ingen se vad någon annan har svarat.</p>
          <Lines
            items={sheet.signers.map((signer) => (
              <a
                href={`${paths.sharing.sheet.to({ childId: child.id, consentId: sheet.id })}?vem=${signer.id}`}
              >
                Papper till {of(signer)}
              </a>
            ))}
          />
        </Note>
      </ScreenOnly>
      <PrintOnly>
        {sheet.signers.map((signer) => (
          <Boxes {...open} signer={signer} language="sv" />
        ))}
      </PrintOnly>
    </>
  )
}

/** What a yes and a no mean, part by part. */
export const meaningOf = ({ about, yes, no, withdraw }: ConsentText) =>
  (
    [
      [say('Så här fungerar det'), about],
      [say('Om du säger ja'), yes],
      [say('Om du säger nej'), no],
      [say('Om du ändrar dig'), withdraw],
    ] as const
  ).map(([title, sentences]) => ({ title, sentences: sentences.map((sentence) => say(sentence)) }))

/** The same in Swedish and in the signer's language, after each other on one line. */
const both = (language: Language, words: () => string): string =>
  language === 'sv' ? words() : `${words()} / ${saidIn(language, words)}`

/** The Swedish, which is signed, and beside it the same in the signer's language. */
const Pair = ({ language, said: Said }: { language: Language; said: () => Child }) =>
  language === 'sv' ? (
    <Said />
  ) : (
    <div class="two-languages">
      <div>
        <Said />
      </div>
      <div lang={language} dir={languages[language].dir}>
        <InLanguage language={language}>
          <Said />
        </InLanguage>
      </div>
    </div>
  )

/** What is asked, part by part. What somebody wrote stands once, as they wrote it. */
function InBoth({ sheet, language }: { sheet: Sheet; language: Language }) {
  const text = consentText(sheet.textVersion) ?? currentConsentText
  const parts = [
    () => <p>{say(text.title)}</p>,
    () => (
      <p>
        <b>{say('Till och med')}:</b> {dayWithYear(sheet.lastDay)}
      </p>
    ),
    () => (
      <>
        <h2>{say('Vilka får veta vad?')}</h2>
        {sheet.lines.map(({ name, areas }) => (
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>
            : {areasSaid(areas)}
          </p>
        ))}
      </>
    ),
    ...meaningOf(text).map((_, place) => () => <Meant {...{ text, place }} />),
  ]
  return (
    <>
      {readIn(language).machineTranslated && (
        <Pair language={language} said={() => <p>{say(byMachine)}</p>} />
      )}
      <p>
        <b>{both(language, () => say('Varför'))}:</b>{' '}
        <span class="prewrap">
          <AsWritten>{sheet.purpose.reveal()}</AsWritten>
        </span>
      </p>
      {parts.map((said) => (
        <Pair {...{ language, said }} />
      ))}
    </>
  )
}

function Meant({ text, place }: { text: ConsentText; place: number }) {
  const meant = meaningOf(text)[place]
  return (
    <>
      <h2>{meant?.title}</h2>
      {meant?.sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </>
  )
}

const areasSaid = (areas: readonly WheelArea[]) => together(areas.map((area) => say(areaNames.names[area])))

type ForOne = OpenSheet & { signer: Signer; language: Language }

const Boxes = ({ child, sheet, signer, language }: ForOne) => (
  <section>
    <h2>{signerName(signer, child.person)}</h2>
    {sheet.lines.map(({ name }) => (
      <p>
        ☐ {both(language, () => say('Ja'))} &nbsp; ☐ {both(language, () => say('Nej'))} &nbsp; {name}
      </p>
    ))}
    <Pair
      language={language}
      said={() => (
        <p>{say('Stryk under "{title}" det som inte ska delas.', { title: say('Vilka får veta vad?') })}</p>
      )}
    />
    {readIn(language).machineTranslated && (
      <>
        <Pair
          language={language}
          said={() => <p>{say('Ett ja gäller bara om någon har tolkat. Ett nej gäller alltid.')}</p>}
        />
        <ByPen after={both(language, () => say('Tolk'))} />
      </>
    )}
    <ByPen after={both(language, () => say('Datum och underskrift'))} />
  </section>
)

/** What one has answered, and how to change it, to keep. */
const Receipt = ({ child, sheet, signer, lead, language }: ForOne) => (
  <section>
    <Pair
      language={language}
      said={() => (
        <>
          <h2>{say('Kvitto till {name}', { name: signerName(signer, child.person) })}</h2>
          {sheet.lines.map((line) => (
            <p>
              <b>
                <bdi>{line.name}</bdi>
              </b>
              : {saidOf(line, signer)}
            </p>
          ))}
          <p>
            {lead
              ? say('Du kan ändra dig när du vill. Säg det till {who}.', { who: reachedAt(lead) })
              : say('Du kan ändra dig när du vill. Säg det till den som gav dig pappret.')}{' '}
            {say('Det gäller direkt, och du behöver inte säga varför. {name} får samma hjälp som förut.', {
              name: nameOf(child.person),
            })}
          </p>
        </>
      )}
    />
  </section>
)

const reachedAt = ({ name, title, unitName, phone }: NonNullable<OpenSheet['lead']>) =>
  [name, title, unitName, phone].filter(Boolean).join(', ')

function saidOf(line: Line, signer: Signer): string {
  const said = answerOf(line, signer)
  if (!said) return say('inget svar än')
  const { answer, answeredOn, way, struck } = said
  const words = say('{answer}, den {day}, {way}.', {
    answer: say(answerWords[answer]),
    day: dayWithYear(answeredOn),
    way: say(wayWords[way]),
  })
  return struck.length > 0
    ? `${words} ${say('Du har strukit {areas}.', { areas: areasSaid(struck) })}`
    : words
}
