import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, Select, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro } from '#ui/parts.tsx'
import type { Held } from './many-store.ts'
import { addressOf, type ManyForm } from './name-many.ts'

type Props = ManyForm & FormState

export function ManyPage(props: Props) {
  const { held, classes, inClass, errors } = props
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker="Barnets bästa-ansvarig"
        title="Byt för flera barn"
        lead="Det gäller från och med nu. Familjerna ser vem det är, och både den nya och den förra får veta."
      />
      <ErrorSummary errors={errors} />
      {(classes.length > 0 || inClass) && <ClassChoice {...props} />}
      {held.length > 0 ? (
        <ChooseForm {...props} />
      ) : inClass ? (
        <Empty>Just nu är ingen hos er Barnets bästa-ansvarig för ett barn i den klassen.</Empty>
      ) : (
        <Empty>Just nu är ingen hos er Barnets bästa-ansvarig för ett barn som du arbetar med.</Empty>
      )}
    </>
  )
}

const ClassChoice = ({ classes, inClass }: Props) => (
  <Form method="get" action={paths.lead.many.to({})}>
    <Select
      name="klass"
      label="Visa barnen i en klass"
      empty="Alla klasser"
      options={classes.map((name) => ({ value: name, label: name }))}
      typed={{ klass: inClass }}
    />
    <div class="actions">
      <button class="ds-button" data-variant="secondary" type="submit">
        Visa
      </button>
    </div>
  </Form>
)

const chosenAs = ({ childId, tenureId }: Held) => `${childId}.${tenureId}`

/** A whole class is chosen from the start: whoever stays is taken out of it. */
function ChooseForm({ held, next, inClass, colleagues, viewer, typed, errors }: Props) {
  const atFirst = inClass ? { children: held.map(chosenAs) } : undefined
  return (
    <Form viewer={viewer}>
      <Choices
        name="children"
        type="checkbox"
        label={inClass ? `Vilka barn i ${inClass}?` : 'Vilka barn?'}
        options={held.map((one) => ({
          value: chosenAs(one),
          label: nameOf(one.child),
          hint: `Nu: ${one.name}`,
        }))}
        typed={typed ?? atFirst}
        errors={errors}
      />
      {next && (
        <p>
          <a href={addressOf({ inClass, after: next })}>Visa nästa barn</a>
        </p>
      )}
      <Select
        name="who"
        label="Vem tar över?"
        empty="Välj"
        options={colleagues.map(({ engagementId, name, title }) => ({
          value: engagementId,
          label: `${name}, ${title}`,
        }))}
        {...{ typed, errors }}
      />
      <TextArea
        name="why"
        label="Varför?"
        rows={3}
        reads="dig, och den som har uppdraget hos er"
        {...{ typed, errors }}
      />
      <Buttons primary="Byt Barnets bästa-ansvarig" cancel={{ href: paths.tasks.to({}) }} />
    </Form>
  )
}
