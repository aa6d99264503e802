import { GroundFields } from '#modules/sharing'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, saidBeside, TextArea, TextField } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { first } from '#ui/texts.ts'
import { PossibleLines, Rewritten } from '../page.parts.tsx'
import { paperKinds } from '../page-line.ts'
import type { GivePaperForm } from './give-paper.ts'

export function GivePaperPage(props: GivePaperForm & FormState) {
  const { child, grounds, lines, made, viewer, submission, typed, errors } = props
  const back = paths.handover.prepare.to({ childId: child.id })
  const shown = lines.map(({ id, what }) => ({ id, text: what.reveal() }))
  return (
    <>
      <BackLink href={back}>Överlämna</BackLink>
      <Intro
        kicker="Överlämna på papper"
        title={nameOf(child.person)}
        lead="Till någon som inte finns i Kronobarn. Du har ansvaret tills du har skrivit vem som tog emot, och när."
      />
      <ErrorSummary errors={errors} />
      {made ? <Made {...props} made={made} /> : <Rewritten names={paperKinds} typed={typed} shown={shown} />}
      <Form viewer={viewer} guard hidden={{ submission: made?.anew ?? submission }}>
        <TextField
          name="receiver"
          fact
          label="Vem ska ta emot, och var?"
          description="Till exempel en rektor eller en vårdcentral i en annan kommun."
          {...{ typed, errors }}
        />
        <TextArea
          name="why"
          label="Vad behöver barnet hjälp med, och varför hör det hemma där?"
          description="Bara det som behövs för att de ska kunna hjälpa till."
          reads="den som får pappret, och de som arbetar med barnet hos er"
          {...{ typed, errors }}
        />
        <TextArea
          name="familyThinks"
          label="Vad vet och tycker barnet och familjen?"
          optional
          reads={saidBeside}
          {...{ typed, errors }}
        />
        <Choices
          name="basis"
          label="Har familjen sagt ja?"
          options={[
            {
              value: 'consent',
              label: 'Ja, till just den här överlämningen',
              reveals: (
                <TextField
                  name="yes"
                  reads="dem som arbetar med barnet hos er"
                  label="Vem har sagt ja, och när?"
                  {...{ typed, errors }}
                />
              ),
            },
            {
              value: 'ground',
              label: 'Nej, men en regel gör att vi får överlämna',
              reveals: <GroundFields grounds={grounds} {...{ typed, errors }} />,
            },
          ]}
          {...{ typed, errors }}
        />
        {paperKinds.map((kind) => (
          <PossibleLines {...{ kind, lines, child, typed, errors }} />
        ))}
        <Buttons primary="Gör ett papper" cancel={{ href: back }} />
      </Form>
    </>
  )
}

type MadeProps = GivePaperForm & FormState & { made: NonNullable<GivePaperForm['made']> }

/** The page was gone back to: the paper is as it was made, and what was written now would be another. */
const Made = ({ child, typed, made: { paper } }: MadeProps) => (
  <Conflict
    mine={['receiver', 'why', 'familyThinks'].map((name) => <p class="prewrap">{first(typed, name)}</p>)}
    theirs={
      <>
        <p class="prewrap">{paper.receiver.reveal()}</p>
        <p class="prewrap">{paper.why.reveal()}</p>
        <p>
          <a href={paths.handover.paper.to({ childId: child.id, paperId: paper.id })}>Visa pappret</a>
        </p>
      </>
    }
  >
    Från den här sidan är ett papper redan gjort. Det ändras inte. Gör ett papper till om det ska stå något
    annat.
  </Conflict>
)
