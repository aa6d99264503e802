import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, TextField } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Empty, Intro, NextStep, PersonList, Section } from '#ui/parts.tsx'
import type { Guardian, Source } from '../guardian-store.ts'
import type { GuardiansForm } from './guardians.ts'

type Props = GuardiansForm & FormState

export function GuardiansPage(props: Props) {
  const { child, guardians, writes, hasMatter, viewer, errors = {} } = props
  const childId = child.id
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Vårdnadshavare"
        title={nameOf(child.person)}
        lead={`Vem bestämmer om det som rör ${callOf(child.person)}? Det är dem ni pratar med och frågar.`}
      />
      <ErrorSummary errors={errors} />
      <Section id="vardnadshavare" title="De som är uppskrivna" quiet>
        {guardians.length === 0 ? (
          <Empty>Ingen vårdnadshavare är uppskriven än.</Empty>
        ) : (
          <PersonList
            people={guardians.map((guardian) => ({
              place: nameOf(guardian.person),
              who: guardian.called,
              phone: guardian.phone?.reveal(),
              note: knownBy(guardian),
            }))}
          />
        )}
        <Mistakes {...{ guardians, childId, viewer }} />
      </Section>
      {guardians.length > 0 && hasMatter && (
        <NextStep
          label="Nästa steg"
          main="Prata med familjen"
          action={{ href: paths.family.talk.to({ childId }), label: 'Till samtalet' }}
        />
      )}
      {writes && <NewGuardian {...props} />}
    </>
  )
}

const sourceTexts: Readonly<Record<Source, string>> = {
  register: 'Sett i folkbokföringen',
  guardian: 'Har själv sagt det',
  other: 'Någon annan har sagt det',
}

const knownBy = ({ source, since }: Guardian) =>
  source ? `${sourceTexts[source]}, ${dayWithYear(since)}` : 'Enligt folkbokföringen'

type MistakesProps = { guardians: readonly Guardian[]; childId: string; viewer: Viewer }

/** A way back, for those that were written down by hand. */
function Mistakes({ guardians, childId, viewer }: MistakesProps) {
  const byHand = guardians.filter(({ source }) => source !== undefined)
  if (byHand.length === 0) return null
  return (
    <details class="ds-details">
      <summary>Blev det fel?</summary>
      <div>
        {byHand.map(({ personId, person }) => (
          <Form viewer={viewer} action={paths.family.endGuardian.to({ childId, personId })}>
            <button class="ds-button" data-variant="secondary" type="submit">
              Ta bort {nameOf(person)}
            </button>
          </Form>
        ))}
      </div>
    </details>
  )
}

function NewGuardian({ child, guardians, viewer, submission, typed = {}, errors = {} }: Props) {
  return (
    <Section
      id="ny"
      title={guardians.length === 0 ? 'Skriv upp vårdnadshavare' : 'Skriv upp en till'}
      lead="Den du skriver upp kan inte logga in. Ni antecknar det som sägs på telefon, på papper eller när ni ses."
    >
      <Form viewer={viewer} guard hidden={{ submission }}>
        <TextField fact name="givenName" label="Förnamn" {...{ typed, errors }} />
        <TextField fact name="familyName" label="Efternamn" {...{ typed, errors }} />
        <TextField
          name="called"
          fact
          label={`Vad säger ${callOf(child.person)}?`}
          description="Till exempel mamma, pappa eller farmor."
          width="m"
          {...{ typed, errors }}
        />
        <Choices
          name="source"
          label="Hur vet ni det?"
          {...{ typed, errors }}
          options={[
            { value: 'register', label: 'Vi har sett det i folkbokföringen' },
            { value: 'guardian', label: 'Vårdnadshavaren har själv sagt det' },
            { value: 'other', label: 'Någon annan har sagt det' },
          ]}
        />
        <TextField name="phone" label="Telefon" type="tel" width="m" optional {...{ typed, errors }} />
        <p class="soft">Har personen skyddade personuppgifter? Skriv då inte upp namnet här.</p>
        <Buttons primary="Skriv upp" cancel={{ href: paths.child.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}
