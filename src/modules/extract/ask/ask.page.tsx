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
            Du frågar en gång. Varje verksamhet som du vet är eller har varit med runt {callOf(child.person)}{' '}
            går igenom sitt och svarar för sig, inom en månad.
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
          Det som är skyddat av sekretess för just dig står inte i utdraget. I utdraget från den som ansvarar
          nu står också vad du har svarat om att dela, och vilka som har läst. Andra verksamheter än de du ser
          här svarar för det som de har skrivit själva: fråga dem också. Är du inte nöjd kan du be om ett
          skriftligt beslut, och det går att överklaga.
        </p>
      </Note>
    </>
  )
}

const lineOf = (childId: string, { id, unit, askedOn, dueOn, isAnswered }: Extract) => {
  const from = unit ?? 'Verksamheten som ansvarar'
  return isAnswered ? (
    <>
      <b>{from}: klart.</b> Du bad om det {dayInWords(askedOn)}.{' '}
      <a class="ds-link" href={paths.extract.pdf.to({ childId, requestId: id })}>
        Hämta att läsa (PDF)<span class="sr">: {from}</span>
      </a>{' '}
      <a class="ds-link" href={paths.extract.json.to({ childId, requestId: id })}>
        Hämta som data (JSON)<span class="sr">: {from}</span>
      </a>
    </>
  ) : (
    <>
      <b>{from}: på väg.</b> Du bad om det {dayInWords(askedOn)}. Det kommer senast {dayInWords(dueOn)}.
    </>
  )
}
