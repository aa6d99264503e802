import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Conflict, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import { CandidateSelect, Outside } from '../candidates.parts.tsx'
import type { Naming } from '../lead-store.ts'
import type { LeadForm } from './name-lead.ts'

type Props = LeadForm & FormState

export function LeadPage(props: Props) {
  const { child, naming, tenures, lead } = props
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro kicker="Barnets bästa-ansvarig" title={nameOf(child.person)} lead={whoIsIt(props)} />
      {props.conflict && (
        <Conflict
          mine={<p class="prewrap">{String(props.typed?.['why'] ?? '')}</p>}
          theirs={`${lead.name}, ${lead.title}, är Barnets bästa-ansvarig.`}
        >
          Någon annan har redan valt. Välj igen om det fortfarande behövs.
        </Conflict>
      )}
      {props.isNews && (
        <Form viewer={props.viewer} action={paths.lead.read.to({ childId: child.id })}>
          <Buttons primary="Jag har läst" />
        </Form>
      )}
      {naming?.chooses && <Choose {...props} naming={naming} />}
      {naming && !naming.chooses && <UntilBack {...naming} />}
      {tenures.length > 1 && <Earlier tenures={tenures} />}
    </>
  )
}

function whoIsIt({ lead, isMe, naming }: Props): string {
  if (!isMe) return `${lead.name}, ${lead.title} på ${lead.unitName}, är Barnets bästa-ansvarig.`
  const before = naming && naming.heldBy.engagementId !== lead.engagementId ? naming.heldBy : undefined
  if (!before) return 'Du är Barnets bästa-ansvarig.'
  return `Du är nu Barnets bästa-ansvarig, för att ${before.name} ${before.hasLeft ? 'har slutat' : 'inte kan vara det just nu'}.`
}

function Choose({
  child,
  naming,
  viewer,
  submission,
  typed,
  errors,
}: Props & Required<Pick<Props, 'naming'>>) {
  if (!naming) return null
  return (
    <Section
      id="valj"
      title={naming.isInside ? 'Välj någon annan' : 'Välj vem som ska vara det'}
      lead="Det gäller från och med nu. Familjen ser vem det är, och både den nya och den förra får veta."
    >
      {!naming.isInside && <Outside child={child} />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, seen: naming.tenureId }} guard>
        <CandidateSelect candidates={naming.candidates} {...{ typed, errors }} />
        <TextArea
          name="why"
          label="Varför?"
          rows={3}
          reads={`dig, och den som har uppdraget på ${naming.heldBy.unitName}`}
          {...{ typed, errors }}
        />
        <Buttons
          primary="Byt Barnets bästa-ansvarig"
          cancel={{ href: paths.child.to({ childId: child.id }) }}
        />
      </Form>
    </Section>
  )
}

/** For whoever goes in: nothing is given away for good while somebody is away. */
const UntilBack = ({ heldBy }: Naming) => (
  <Note>
    <p>
      Det gäller så länge kollegan är borta. Ska någon annan vara det sedan väljer den som har uppdraget på{' '}
      {heldBy.unitName}.
    </p>
  </Note>
)

const Earlier = ({ tenures }: Pick<Props, 'tenures'>) => (
  <Section id="forut" title="Så har det varit">
    <Lines
      items={tenures.map(({ name, title, from, until, why }) => (
        <>
          <b>{name}</b>, {title}
          <br />
          <span class="soft">
            Från {dayWithYear(from)}
            {until && ` till ${dayWithYear(until)}`}
          </span>
          {why && <p class="prewrap">{why.reveal()}</p>}
        </>
      ))}
    />
  </Section>
)
