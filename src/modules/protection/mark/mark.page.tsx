import { dayInWords, dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, DateField, ErrorSummary, Form } from '#ui/form.tsx'
import { Actions, BackLink, Facts, Intro, LinkButton, Note, Section } from '#ui/parts.tsx'
import { GroupSection } from '../group/group.parts.tsx'
import type { Kind, Mark, Source } from '../protection.ts'
import { theChild } from './mark.form.ts'
import type { Shield } from './mark.ts'

type Props = Shield & FormState

export function ShieldPage(props: Props) {
  const { child, marks, marksHere, errors } = props
  const isMarked = marks.length > 0
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Skyddade personuppgifter"
        title={nameOf(child.person)}
        lead={
          isMarked
            ? 'Bara de som står här nere får veta vem och var. Alla andra ser ”Skyddat barn”.'
            : 'Har ni fått veta att barnet eller någon i familjen har skyddade personuppgifter? Skriv det här.'
        }
      />
      <ErrorSummary errors={errors} />
      {marks.map((mark) => (
        <MarkSection mark={mark} {...props} />
      ))}
      {isMarked && <Siblings />}
      {isMarked && <GroupSection {...props} />}
      {marksHere && <NewMark {...props} />}
    </>
  )
}

function MarkSection({ mark, told, sealed, child, ...props }: Props & { mark: Mark }) {
  const hidden = sealed?.get(mark.id)
  const at = { childId: child.id, markId: mark.id }
  return (
    <Section id={`skydd-${mark.id}`} title={titleOf(mark, props)}>
      <Facts
        items={[
          ['Vad det är', kindNames[mark.kind]],
          ['Hur ni vet det', sourceNames[mark.source]],
          ['Sedan', dayInWords(mark.markedOn)],
          ['Upphörde', mark.liftedOn && dayInWords(mark.liftedOn)],
          ['Namn', hidden?.name?.reveal()],
          ['Född', hidden?.bornOn && dayWithYear(hidden.bornOn.reveal())],
          ['Personnummer', hidden?.numbers.map((number) => number.reveal()).join(', ') || undefined],
          ['Går på', hidden?.places.map((place) => place.reveal()).join(', ') || undefined],
          ['Telefon', hidden?.phones.map((phone) => phone.reveal()).join(', ') || undefined],
        ]}
      />
      {told && (
        <Actions>
          {!hidden && (
            <LinkButton href={`${paths.shield.show.to({ childId: child.id })}?visa=allt`} secondary>
              Visa det som är skyddat
            </LinkButton>
          )}
          <a href={paths.shield.again.to(at)}>
            {mark.liftedOn ? 'Välj vad som ska synas igen' : 'Skyddet har upphört'}
          </a>
        </Actions>
      )}
    </Section>
  )
}

/** A mark is a child's own: a sibling in the same school whose place is shown tells where both are. */
const Siblings = () => (
  <p>
    <b>Har barnet syskon?</b> Skriv det hos varje syskon också. Går de på samma ställe och syns det hos ett av
    dem, så syns det för båda.
  </p>
)

function NewMark({ marks, family, viewer, submission, typed = {}, errors = {} }: Props) {
  const stands = (personId?: string) => marks.some((mark) => mark.personId === personId && !mark.liftedOn)
  const options = [
    ...(stands() ? [] : [{ value: theChild, label: 'Barnet' }]),
    ...family
      .filter(({ id }) => !stands(id))
      .map(({ id, person, called }) => ({ value: id, label: `${nameOf(person)} (${called})` })),
  ]
  if (options.length === 0) return null
  return (
    <Section id="ny" title={marks.length > 0 ? 'Gäller det någon mer?' : 'Någon har fått skyddade uppgifter'}>
      <Note title="Det här händer direkt">
        <p>
          Namn, födelsedag, personnummer, skola och telefon låses in och försvinner från alla sidor, listor
          och papper. Familjen ser ingen skillnad mer än att namn på platser är borta. De ser inte att det är
          noterat.
        </p>
      </Note>
      {marks.length === 0 && <Siblings />}
      <Form viewer={viewer} hidden={{ submission }}>
        <Choices name="who" label="Vem gäller det?" options={options} {...{ typed, errors }} />
        <Choices name="kind" label="Vad är det?" options={optionsOf(kindNames)} {...{ typed, errors }} />
        <Choices name="source" label="Hur vet ni det?" options={sourceOptions} {...{ typed, errors }} />
        <DateField name="markedOn" label="Vilken dag fick ni veta det?" {...{ typed, errors }} />
        <Buttons primary="Skydda nu" />
      </Form>
    </Section>
  )
}

function titleOf({ personId, liftedOn }: Mark, { family }: Pick<Props, 'family'>): string {
  const whom = personId
    ? `Barnets ${family.find(({ id }) => id === personId)?.called ?? 'tidigare vårdnadshavare'}`
    : 'Barnet'
  return liftedOn ? `${whom} hade skyddade uppgifter` : `${whom} har skyddade uppgifter`
}

const kindNames: Readonly<Record<Kind, string>> = {
  sekretessmarkering: 'Sekretessmarkering',
  skyddad_folkbokforing: 'Skyddad folkbokföring',
}
const sourceNames: Readonly<Record<Source, string>> = {
  skatteverket: 'Skatteverket har meddelat det',
  familjen: 'Familjen har berättat det',
  socialtjansten: 'Socialtjänsten har berättat det',
  polisen: 'Polisen har berättat det',
  annan: 'Någon annan har berättat det',
}
const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
export const sourceOptions = optionsOf(sourceNames)
