import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Lines, Note, PrintOnly, ScreenOnly } from '#ui/parts.tsx'
import { answerWords, areaWords, signerName, wayWords } from '../labels.ts'
import { answerOf, type Line, type Signer } from '../sheet.ts'
import type { OpenSheet } from './answer-consent.ts'

/** On paper: for one who has answered a receipt, for the others boxes to tick and a line to sign on. */
export function PaperSheet(open: OpenSheet) {
  const { child, sheet, onPaper } = open
  const of = (signer: Signer) => signerName(signer, child.person)
  if (onPaper)
    return (
      <>
        <ScreenOnly>
          <Note title={`Till ${of(onPaper)}`}>
            <p>Skriv ut sidan. På pappret står bara frågan och det som rör {of(onPaper)}.</p>
          </Note>
        </ScreenOnly>
        <PrintOnly>
          {sheet.lines.some((line) => answerOf(line, onPaper)) ? (
            <Receipt {...open} signer={onPaper} />
          ) : (
            <Boxes {...open} signer={onPaper} />
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
          <Boxes {...open} signer={signer} />
        ))}
      </PrintOnly>
    </>
  )
}

type ForOne = OpenSheet & { signer: Signer }

const Boxes = ({ child, sheet, signer }: ForOne) => (
  <section>
    <h2>{signerName(signer, child.person)}</h2>
    {sheet.lines.map(({ name }) => (
      <p>☐ Ja &nbsp; ☐ Nej &nbsp; {name}</p>
    ))}
    <p>Stryk under "Vilka får veta vad?" det som inte ska delas.</p>
    <p>Datum och underskrift: ____________________________________________</p>
  </section>
)

/** What one has answered, and how to change it, to keep. */
const Receipt = ({ child, sheet, signer, lead }: ForOne) => (
  <section>
    <h2>Kvitto till {signerName(signer, child.person)}</h2>
    {sheet.lines.map((line) => (
      <p>
        <b>{line.name}</b>: {saidOf(line, signer)}
      </p>
    ))}
    <p>
      Du kan ändra dig när du vill. Säg det till {lead ? reachedAt(lead) : 'den som gav dig pappret'}. Det
      gäller direkt, och du behöver inte säga varför. {nameOf(child.person)} får samma hjälp som förut.
    </p>
  </section>
)

const reachedAt = ({ name, title, unitName, phone }: NonNullable<OpenSheet['lead']>) =>
  [`${name}, ${title} på ${unitName}`, phone].filter(Boolean).join(', ')

function saidOf(line: Line, signer: Signer): string {
  const said = answerOf(line, signer)
  if (!said) return 'inget svar än'
  const { answer, answeredOn, way, struck } = said
  const left = struck.length > 0 ? `. Du har strukit ${areaWords(struck)}` : ''
  return `${answerWords[answer]}, den ${dayWithYear(answeredOn)}, ${wayWords[way]}${left}.`
}
