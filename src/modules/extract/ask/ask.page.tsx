import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import type { Extract } from '../extract.ts'
import type { MyExtracts } from './ask.ts'

type Props = MyExtracts & { viewer: Viewer; submission: string }

/** A register extract: asked for by one button, and taken out here when it has been looked through. */
export function AskPage({ child, extracts, canAsk, viewer, submission }: Props) {
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{callOf(child.person)}</BackLink>
      <Intro
        kicker="Registerutdrag"
        title={nameOf(child.person)}
        lead={`Du har rätt att få läsa vad som står om ${callOf(child.person)}.`}
      />
      {canAsk && (
        <Form viewer={viewer} hidden={{ submission }}>
          <p>
            Någon som har arbetat med {callOf(child.person)} går igenom allt innan du får det, inom en månad.
          </p>
          <Buttons primary="Be om ett utdrag" />
        </Form>
      )}
      {extracts.length > 0 && (
        <Section id="mina" title="Det du har bett om">
          <Lines items={extracts.map((one) => lineOf(child.id, one))} />
        </Section>
      )}
      <Note>
        <p class="small soft">
          Det som är skyddat av sekretess för just dig står inte i utdraget. Det här är vad verksamheten som
          ansvarar har skrivit. Andra verksamheter svarar för det som de har skrivit själva: fråga dem också.
          Är du inte nöjd kan du be om ett skriftligt beslut, och det går att överklaga.
        </p>
      </Note>
    </>
  )
}

const lineOf = (childId: string, { id, askedOn, dueOn, isAnswered }: Extract) =>
  isAnswered ? (
    <>
      <b>Klart.</b> Du bad om det {dayInWords(askedOn)}.{' '}
      <a class="ds-link" href={paths.extract.pdf.to({ childId, requestId: id })}>
        Hämta att läsa (PDF)
      </a>{' '}
      <a class="ds-link" href={paths.extract.json.to({ childId, requestId: id })}>
        Hämta som data (JSON)
      </a>
    </>
  ) : (
    <>
      <b>På väg.</b> Du bad om det {dayInWords(askedOn)}. Det kommer senast {dayInWords(dueOn)}.
    </>
  )
