import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import { reader, say } from '#ui/say.tsx'
import type { Extract } from '../extract.ts'
import type { MyExtracts } from './ask.ts'

type Props = MyExtracts & { viewer: Viewer; submission: string }

/** A register extract: asked for by one button, and taken out here when it has been looked through. */
export function AskPage({ child, extracts, canAsk, viewer, submission }: Props) {
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{callOf(child.person)}</BackLink>
      <Intro
        kicker={say('Registerutdrag')}
        title={nameOf(child.person)}
        lead={say('Du har rätt att få läsa vad som står om {name}.', { name: callOf(child.person) })}
      />
      {canAsk && (
        <Form viewer={viewer} hidden={{ submission }}>
          <p>
            {say(
              'Du frågar en gång. Varje verksamhet som du vet är eller har varit med runt {name} går igenom sitt och svarar för sig, inom en månad.',
              { name: callOf(child.person) },
            )}
          </p>
          <Buttons primary={say('Be om ett utdrag')} />
        </Form>
      )}
      {extracts.length > 0 && (
        <Section id="mina" title={say('Det du har bett om')}>
          <Lines items={extracts.map((one) => lineOf(child.id, one))} />
        </Section>
      )}
      <Note>
        <p class="small soft">
          {say(
            'Det som är skyddat av sekretess för just dig står inte i utdraget. I utdraget från den som ansvarar nu står också vad du har svarat om att dela, och vilka som har läst. Andra verksamheter än de du ser här svarar för det som de har skrivit själva: fråga dem också. Är du inte nöjd kan du be om ett skriftligt beslut, och det går att överklaga.',
          )}{' '}
          {reader().language !== 'sv' &&
            say('Det som någon har skrivit står på det språk det skrevs på. Filen med data är på svenska.')}
        </p>
      </Note>
    </>
  )
}

const lineOf = (childId: string, { id, unit, askedOn, dueOn, isAnswered }: Extract) => {
  const from = unit ?? say('Verksamheten som ansvarar')
  return isAnswered ? (
    <>
      <b>{say('{unit}: klart.', { unit: from })}</b>{' '}
      {say('Du bad om det {day}.', { day: dayInWords(askedOn) })}{' '}
      <a class="ds-link" href={paths.extract.pdf.to({ childId, requestId: id })}>
        {say('Hämta att läsa (PDF)')}
        <span class="sr">: {from}</span>
      </a>{' '}
      <a class="ds-link" href={paths.extract.json.to({ childId, requestId: id })}>
        {say('Hämta som data (JSON)')}
        <span class="sr">: {from}</span>
      </a>
    </>
  ) : (
    <>
      <b>{say('{unit}: på väg.', { unit: from })}</b>{' '}
      {say('Du bad om det {day}.', { day: dayInWords(askedOn) })}{' '}
      {say('Det kommer senast {day}.', { day: dayInWords(dueOn) })}
    </>
  )
}
