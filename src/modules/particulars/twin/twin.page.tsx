import { labelOf, type Spoken } from '#modules/wheel'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf, whoseOf } from '#shared/person.ts'
import { areaNames } from '#ui/area.tsx'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { CustodyChoices, NameFields } from '../named.parts.tsx'
import type { TwinForm } from './twin.ts'

/** Each child has a page, a responsibility and a plan of its own. */
export function TwinPage(props: TwinForm & FormState) {
  const { child, guardians, said, adults, viewer, submission, typed = {}, errors = {} } = props
  const back = paths.particulars.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Ett barn till föddes"
        title={nameOf(child.person)}
        lead="Syskonet får en egen sida, med samma ansvariga och samma födelsedag. Varje barn är sig självt."
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission }}>
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
      <p class="soft">
        Mål och insatser i {whoseOf(child.person)} plan skriver ni för sig, när ni vet vad som behövs.
      </p>
    </>
  )
}

const wordsOf = ({ words }: Spoken) =>
  [words.working, words.challenging].flatMap((text) => text?.reveal() ?? []).join(' ')
