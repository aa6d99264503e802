import { labelOf, type Spoken } from '#modules/wheel'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf, whoseOf } from '#shared/person.ts'
import { areaNames } from '#ui/area.tsx'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { CustodyChoices, NameFields, SealedNote } from '../named.parts.tsx'
import type { TwinForm } from './twin.ts'

/** Each child has a page, a responsibility and a plan of its own. */
export function TwinPage(props: TwinForm & FormState) {
  const {
    child,
    isProtected,
    guardians,
    bars,
    said,
    adults,
    viewer,
    submission,
    typed = {},
    errors = {},
  } = props
  const back = paths.particulars.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Ett barn till föddes"
        title={nameOf(child.person)}
        lead="Syskonet får en egen sida, med samma ansvariga och samma födelsedag. Varje barn är sig självt."
      />
      {isProtected && <SealedNote />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard={!isProtected} hidden={{ submission }}>
        <NameFields {...{ child, typed, errors }} />
        <CustodyChoices
          guardians={guardians}
          description="Ingen ser något om syskonet förrän ni har pratat med varandra."
          {...{ typed, errors }}
        />
        {said.length > 0 && (
          <Choices
            name="said"
            type="checkbox"
            label={`Vad av det som är skrivet om ${nameOf(child.person)} gäller syskonet också?`}
            description="Välj bara det som stämmer för just det barnet. Det andra följer inte med."
            optional
            {...{ typed, errors }}
            options={said.map((one) => ({
              value: one.itemId,
              label: wordsOf(one),
              hint: `${areaNames[one.area]}, ${labelOf(one, child, adults)}`,
            }))}
          />
        )}
        <Buttons primary="Skriv upp syskonet" cancel={{ href: back }} />
      </Form>
      {bars.length > 0 && (
        <p class="soft">
          Det som är dolt för någon följer med: den som inte ska se {callOf(child.person)}, eller en
          verksamhet, ska inte heller se det hos syskonet. Ni kan gå igenom det sedan, på syskonets sida.
        </p>
      )}
      <p class="soft">
        Varje barn har en egen plan. Mål och insatser i {whoseOf(child.person)} plan följer inte med. Det som
        gäller båda skriver ni hos båda.
      </p>
    </>
  )
}

const wordsOf = ({ words }: Spoken) =>
  [words.working, words.challenging].flatMap((text) => text?.reveal() ?? []).join(' ')
