import { FamilyButtons, FamilyLine, FamilyText } from '#modules/plain-words'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaChoices, ErrorSummary, Form, saidBeside, type Texts } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { AsInPlan, asGoal } from '../as-in-plan.parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { SavedMeanwhile } from '../plan.parts.tsx'
import type { Goal } from '../plan.ts'
import type { GoalForm } from './goal.ts'

const filled = (goal: Goal | undefined): Texts =>
  goal ? { words: goal.body.words.reveal(), better: goal.body.better?.reveal(), areas: goal.areas } : {}

export function GoalPage({ known, plan, part, parts, ...props }: GoalForm & FormProps) {
  const { viewer, submission, seen, errors, conflict } = props
  const { child } = known
  const typed = props.typed ?? filled(part)
  const back = paths.plan.show.to({ childId: child.id })
  const hidden = { submission, version: seen ?? String(plan.version) }
  return (
    <>
      {conflict && <SavedMeanwhile {...{ parts, typed, field: 'words' }} partId={part?.id} />}
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro kicker={part ? 'Ändra mål' : 'Nytt mål'} title={nameOf(child.person)} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={hidden} guard>
        <FamilyLine
          name="words"
          reads="familjen och de som är med i planen"
          label={`Vad vill ${callOf(child.person)}?`}
          description="Gärna med barnets egna ord: ”Jag vill att det ska vara lugnt på morgonen.”"
          {...{ typed, errors }}
        />
        <FamilyText
          name="better"
          label="Hur märker vi att det blir bättre?"
          optional
          rows={2}
          reads={saidBeside}
          {...{ typed, errors }}
        />
        <AreaChoices name="areas" label="Vad hör det till i hjulet?" optional {...{ typed, errors }} />
        <FamilyButtons
          typed={typed}
          read={{ words: 'Mål', better: 'Så märker vi att det blir bättre' }}
          shown={<AsInPlan called={callOf(child.person)} parts={[asGoal(typed)]} />}
          primary="Spara"
          others={part ? [{ name: 'outcome', value: 'end', label: 'Avsluta målet' }] : []}
          cancel={{ href: back }}
        />
      </Form>
    </>
  )
}
