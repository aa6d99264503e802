import { wheelOf } from '#modules/wheel'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Conflict, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Empty, Facts, Intro, NextStep, Section } from '#ui/parts.tsx'
import { WheelWords } from '#ui/wheel-words.tsx'
import { groundText, kindNames, PageLines, Why } from '../page.parts.tsx'
import { lineKinds } from '../page-line.ts'
import { SeeingTo } from './see-to.page.tsx'
import { SendBack } from './send-back.parts.tsx'
import type { HandoverView } from './show-handover.ts'

type Props = Exclude<HandoverView, { side: 'sees_to' }> & FormState

export function HandoverPage(props: HandoverView & FormState) {
  switch (props.side) {
    case 'gives':
      return <Giving {...props} />
    case 'receives':
      return <Receiving {...props} />
    case 'sees_to':
      return <SeeingTo {...props} />
  }
}

const Changed = ({ conflict, typed }: Props) =>
  conflict ? (
    <Conflict
      mine={String(typed?.['answer'] ?? '')}
      theirs="Överlämningen har ändrats, så som den visas här."
    >
      Någon annan hann före. Läs hur det är nu.
    </Conflict>
  ) : null

const About = ({ handover, isSchoolChange }: Props) => (
  <Facts
    items={[
      ['Det som lämnas över', kindNames[handover.kind]],
      ['Vad det gäller', handover.why && <span class="prewrap">{handover.why.reveal()}</span>],
      ['Familjen', handover.familyThinks && <span class="prewrap">{handover.familyThinks.reveal()}</span>],
      ['Det här följer med', handover.onlyName && 'Bara barnets namn'],
      ['Därför får det följa med', handover.ground && groundText(handover.ground, isSchoolChange)],
      ['Frågan ställd', handover.offeredOn && dayWithYear(handover.offeredOn)],
    ]}
  />
)

function Giving(props: Props) {
  const { child, handover, decides, viewer } = props
  const ids = { childId: child.id, handoverId: handover.id }
  const isOpen = handover.state === 'prepared' || handover.state === 'offered'
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker={`Överlämna till ${handover.to.name}`}
        title={nameOf(child.person)}
        lead={leadFor(props)}
      />
      <Changed {...props} />
      <About {...props} />
      <Chosen {...props} />
      {handover.reason && <Why {...handover.reason} />}
      {handover.answer && (
        <Facts items={[['De skrev', <span class="prewrap">{handover.answer.reveal()}</span>]]} />
      )}
      {decides && handover.state === 'prepared' && (
        <NextStep
          label="De ser inget än"
          main="Välj vad som följer med"
          action={{ href: paths.handover.offer.to(ids), label: `Fråga ${handover.to.name}` }}
        />
      )}
      {decides && handover.state === 'returned' && (
        <NextStep
          label="Ansvaret är kvar här"
          main="Välj en ny väg"
          action={{ href: paths.wheel.analyse.to({ childId: child.id }), label: 'Till analysen' }}
        />
      )}
      {decides && isOpen && (
        <Form viewer={viewer} action={paths.handover.takeBack.to(ids)}>
          <div class="actions">
            <button class="ds-button" data-variant="secondary" type="submit">
              Ta tillbaka
            </button>
          </div>
        </Form>
      )}
    </>
  )
}

/** Wishes, what is being done, and what the family has been told. */
const Chosen = ({ handover, child }: Props) =>
  lineKinds.map((kind) => <PageLines lines={handover.lines} kind={kind} child={child} />)

function leadFor({ handover }: Props): string {
  const { to, answeredBy } = handover
  switch (handover.state) {
    case 'prepared':
      return `Förberedd. ${to.name} ser inget än.`
    case 'offered':
      return `${to.name} har fått frågan. Ni har ansvaret tills de har tagit emot.`
    case 'accepted':
      return `${to.name} har tagit emot. ${answeredBy} är nu Barnets bästa-ansvarig.`
    case 'returned':
      return `${to.name} tackar nej. Ansvaret är kvar hos er.`
    case 'withdrawn':
      return 'Överlämningen togs tillbaka.'
  }
}

function Receiving(props: Props) {
  const { child, handover, viewer, typed, errors } = props
  const ids = { childId: child.id, handoverId: handover.id }
  const isOffered = handover.state === 'offered'
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <Intro
        kicker={`${handover.from.name} vill överlämna`}
        title={nameOf(child.person)}
        lead={
          isOffered
            ? `${handover.madeBy} frågar om ni ${handover.kind === 'whole' ? 'tar över' : 'blir nästa Barnets bästa-ansvarig'}. ${handover.from.name} har ansvaret tills ni har svarat.`
            : 'Ni har tagit emot, och har ansvaret nu.'
        }
      />
      <Changed {...props} />
      <ErrorSummary errors={errors} />
      <About {...props} />
      {!handover.onlyName && (handover.ground || isOffered) && <GoesAlong {...props} />}
      <Chosen {...props} />
      {isOffered && (
        <>
          <section class="next">
            <h2>Tar ni emot?</h2>
            <p class="day">Då är du Barnets bästa-ansvarig från den stunden</p>
            <Form viewer={viewer} action={paths.handover.accept.to(ids)}>
              <p>
                <button class="ds-button" type="submit">
                  Vi tar emot
                </button>
              </p>
            </Form>
          </section>
          <SendBack
            title="Hör det inte hemma hos er?"
            ids={ids}
            reads={handover.from.name}
            {...{ viewer, typed, errors }}
          />
        </>
      )}
    </>
  )
}

/** Inside one wall nothing is sent along: what is written is read by whoever takes over. */
function GoesAlong({ child, handover, statements, today }: Props) {
  const wheel = wheelOf({ child, statements, adults: [], areas: [], today, partial: true, linked: false })
  return (
    <Section id="med" title="Det här fungerar med barnet">
      {statements.length === 0 ? (
        <Empty>
          {handover.ground
            ? 'Inget mer följer med. Ring gärna den som frågar.'
            : 'Det som är skrivet läser ni när ni har tagit emot. Ring gärna den som frågar.'}
        </Empty>
      ) : (
        <WheelWords wheel={wheel} id="med-hjulet" />
      )}
    </Section>
  )
}
