import { timeInWords } from '#modules/meetings'
import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form } from '#ui/form.tsx'
import { PaperLanguage } from '#ui/paper-language.tsx'
import { Actions, BackLink, Facts, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import type { MakePaper } from './make-paper.ts'

type Props = MakePaper & FormState

/** The child's way in to one meeting, without an eID and with no adult beside it. */
export function MakePaperPage(props: Props) {
  const { child, meeting, isTold, paper, until, errors } = props
  const ids = { childId: child.id, meetingId: meeting.id }
  const name = callOf(child.person)
  return (
    <>
      <BackLink href={paths.meeting.show.to(ids)}>Samverkansmöte</BackLink>
      <Intro
        kicker="Ett papper till barnet"
        title={nameOf(child.person)}
        lead={`Med en kod på papper kommer ${name} själv in till mötet ${timeInWords(meeting)}, i sin egen mobil.`}
      />
      <ErrorSummary errors={errors} />
      {isTold ? (
        <>
          {paper && <Living {...props} paper={paper} />}
          <Section id="nytt" title={paper ? 'Gör ett nytt papper' : 'Gör pappret'}>
            <Lines
              items={[
                `${name} läser om mötet och planen, säger hur mötet ska vara och skriver till sin Barnets bästa-ansvarig.`,
                'Inget annat öppnas, och inget som rör ett annat möte.',
                `Pappret gäller till och med ${dayInWords(until)}. Det slutar tidigare om mötet ställs in eller planen avslutas.`,
                'Vi vet inte vem som har pappret i handen. Det står i loggen att det var pappret.',
              ]}
            />
            <Make {...props} name={name} />
          </Section>
        </>
      ) : (
        <Note title={`${name} behöver först få veta vad det här är`}>
          <p>
            Berätta vad Kronobarnsmodellen är, och skriv upp att ni har pratat. Då går det att göra pappret.
          </p>
          <p>
            <a href={paths.family.talk.to(ids)}>Familjen</a>
          </p>
        </Note>
      )}
    </>
  )
}

function Living({
  child,
  meeting,
  paper,
  lead,
  until,
  viewer,
}: Props & { paper: NonNullable<MakePaper['paper']> }) {
  const ids = { childId: child.id, meetingId: meeting.id }
  const { madeAt, isChildsOwn, byMe } = paper
  return (
    <Section id="papper" title="Pappret som gäller nu">
      <Facts
        items={[
          ['Gjort', `${dayInWords(swedishDay(madeAt))} klockan ${swedishClock(madeAt)}`],
          ['Får ligga', isChildsOwn ? 'Bara hos barnet' : 'Hemma'],
          ['Gäller till och med', dayInWords(until)],
        ]}
      />
      {!byMe && (
        <p>
          Bara den som gjorde pappret kan skriva ut det. Behövs det igen gör du ett nytt
          {lead && ', och säger till den som gjorde det förra'}.
        </p>
      )}
      {byMe && (
        <Form method="get" action={paths.meeting.paperPdf.to(ids)}>
          <PaperLanguage />
          <Buttons primary="Skriv ut pappret" />
        </Form>
      )}
      <Actions>
        <Form viewer={viewer} action={paths.meeting.endPaper.to(ids)}>
          <button type="submit" class="ds-button" data-variant="secondary">
            Ta tillbaka pappret
          </button>
        </Form>
      </Actions>
    </Section>
  )
}

const Make = ({ viewer, submission, typed, errors, paper, name }: Props & { name: string }) => (
  <Form viewer={viewer} hidden={{ submission }}>
    <Choices
      name="keeper"
      label="Var får pappret ligga?"
      options={[
        {
          value: 'home',
          label: 'Hemma, där andra kan se det',
          hint: 'Då visar det högst det som alla vårdnadshavare får se.',
        },
        {
          value: 'child',
          label: `${name} har det för sig själv`,
          hint: `Då visar det också det som en vårdnadshavare inte får se. Kom överens med ${name} om var det ska ligga.`,
        },
      ]}
      {...{ typed, errors }}
    />
    <Actions>
      <button type="submit" class="ds-button" {...(paper?.byMe && { 'data-variant': 'secondary' })}>
        {paper ? 'Gör ett nytt, det förra slutar gälla' : 'Gör pappret'}
      </button>
    </Actions>
  </Form>
)
