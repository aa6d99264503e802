import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Conflict, DateField, ErrorSummary, Form, TextField } from '#ui/form.tsx'
import { Actions, BackLink, Facts, Intro, LinkButton, NextStep, Section } from '#ui/parts.tsx'
import { groundText, PageLines, Why } from '../page.parts.tsx'
import { paperKinds } from '../page-line.ts'
import type { PaperView } from './show-paper.ts'

type Props = PaperView & FormState

export function PaperPage(props: Props) {
  const { child, paper, hasPlan, decides, errors, conflict, typed } = props
  const childId = child.id
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{nameOf(child.person)}</BackLink>
      <Intro kicker="Överlämning på papper" title={nameOf(child.person)} lead={leadFor(props)} />
      {conflict && (
        <Conflict mine={String(typed?.['by'] ?? '')} theirs={paper.received?.by.reveal() ?? ''}>
          Någon annan har redan skrivit vem som tog emot.
        </Conflict>
      )}
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          ['Till', paper.receiver.reveal()],
          ['Vad det gäller', <span class="prewrap">{paper.why.reveal()}</span>],
          ['Familjen', paper.familyThinks && <span class="prewrap">{paper.familyThinks.reveal()}</span>],
          ['Därför får det följa med', groundText(paper.ground, false)],
          ['Sagt ja', paper.yes?.reveal()],
          ['Tog emot', paper.received && receivedText(paper.received)],
        ]}
      />
      {paperKinds.map((kind) => (
        <PageLines lines={paper.lines} kind={kind} child={child} />
      ))}
      {paper.reason && <Why {...paper.reason} />}
      <Actions>
        <LinkButton href={paths.handover.paperPdf.to({ childId, paperId: paper.id })} secondary>
          Skriv ut papperet
        </LinkButton>
      </Actions>
      {decides && !paper.received && <Received {...props} />}
      {decides && paper.received && hasPlan && (
        <NextStep
          label="De har tagit emot"
          main="Avsluta planen, och berätta för barnet först"
          action={{ href: paths.plan.end.to({ childId }), label: 'Avsluta planen' }}
        />
      )}
    </>
  )
}

const receivedText = ({ on, by }: NonNullable<PaperView['paper']['received']>) =>
  `${by.reveal()}, ${dayWithYear(on)}`

function leadFor({ paper, hasPlan, matterId }: Props): string {
  if (!paper.received)
    return 'Ge eller skicka papperet på ett säkert sätt. Ni har ansvaret tills de har tagit emot.'
  return matterId && hasPlan
    ? 'De har tagit emot. Planen här är kvar att avsluta.'
    : 'De har tagit emot, och det som pågick här är avslutat.'
}

const Received = ({ viewer, typed, errors, today }: Props) => (
  <Section id="mottaget" title="Har de tagit emot?">
    <Form viewer={viewer} guard>
      <TextField
        fact
        name="by"
        label="Vem tog emot?"
        description="Namn och arbetsplats."
        {...{ typed, errors }}
      />
      <DateField name="on" label="Vilken dag?" max={today} {...{ typed, errors }} />
      <Buttons primary="De har tagit emot" />
    </Form>
  </Section>
)
