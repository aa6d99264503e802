import { fullName } from '#modules/family'
import { guidance } from '#modules/knowledge'
import { FamilyButtons } from '#modules/plain-words'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Choices, ErrorSummary, Form, MoreDetails, Select, TextArea, type Texts } from '#ui/form.tsx'
import { BackLink, Guidance, Intro, TwoColumns } from '#ui/parts.tsx'
import { AsInPlan, asAction } from '../as-in-plan.parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { SavedMeanwhile } from '../plan.parts.tsx'
import { type Action, ofKind } from '../plan.ts'
import { stateWords } from '../plan-words.ts'
import { leftToWrite, proposedAction } from '../start/agreed.parts.tsx'
import { toChild } from '../to-child.parts.tsx'
import { ActionFields, actionRead } from './action.fields.tsx'
import { actionStates } from './action.form.ts'
import type { ActionForm } from './action.ts'

const filled = (action: Action): Texts => ({
  what: action.body.what.reveal(),
  who: action.body.who.reveal(),
  unit: action.unit?.id,
  when: action.body.when?.reveal(),
  startsOn: action.startsOn,
  endsOn: action.endsOn,
  toChild: action.body.toChild?.reveal(),
  goal: action.goalId,
  state: action.state,
})

/** The next thing that the meeting agreed on, and then an empty form. */
function proposed({ fromMeeting, parts, ownUnitId }: ActionForm): Texts {
  const next = leftToWrite(fromMeeting?.agreed, parts)
  return fromMeeting && next ? proposedAction(next, fromMeeting.leads) : { unit: ownUnitId }
}

export function ActionPage(props: ActionForm & FormProps) {
  const { known, plan, part, parts, units, guardians } = props
  const { viewer, submission, seen, errors, conflict } = props
  const { child } = known
  const typed = props.typed ?? (part ? filled(part) : proposed(props))
  const back = paths.plan.show.to({ childId: child.id })
  const fields = { typed, errors }
  const goals = ofKind(parts, 'goal')
  return (
    <TwoColumns asideLabel="Handledning" aside={<Guidance sentences={guidance('plan').sentences} />}>
      {conflict && <SavedMeanwhile {...{ parts, typed, field: 'what' }} partId={part?.id} />}
      <BackLink href={back}>Barnets plan</BackLink>
      <Intro kicker={part ? 'Ändra insats' : 'Ny insats'} title={nameOf(child.person)} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, version: seen ?? String(plan.version) }} guard>
        <ActionFields
          {...{ units, ...fields }}
          called={callOf(child.person)}
          toChild={part && !part.body.toChild ? toChild(part, parts) : undefined}
        />
        {goals.length > 0 && (
          <Select
            name="goal"
            label="Vilket mål hör det till?"
            optional
            empty="Inget av dem"
            options={goals.map(({ id, body }) => ({ value: id, label: body.words.reveal() }))}
            {...fields}
          />
        )}
        {part && (
          <Choices
            name="state"
            label="Hur långt har det kommit?"
            pairs
            options={actionStates.map((value) => ({ value, label: stateWords[value] }))}
            {...fields}
          />
        )}
        {guardians.length > 0 && (
          <MoreDetails
            summary="Ska någon vårdnadshavare inte se det här?"
            open={Boolean(typed['hideFrom'] || errors['hideWhy'])}
          >
            <Choices
              name="hideFrom"
              type="checkbox"
              label="Visas inte för"
              description="Bara när det behövs för barnets trygghet. Den som inte ser insatsen märker inte att den finns."
              optional
              options={guardians.map((guardian) => ({
                value: guardian.personId ?? '',
                label: fullName(guardian),
              }))}
              {...fields}
            />
            <TextArea
              name="hideWhy"
              label="Varför?"
              rows={2}
              reads="er som arbetar med barnet"
              optional
              {...fields}
            />
          </MoreDetails>
        )}
        <FamilyButtons
          typed={typed}
          read={actionRead}
          shown={
            <AsInPlan
              called={callOf(child.person)}
              parts={[...goals.filter(({ id }) => id === typed['goal']), asAction(typed)]}
            />
          }
          primary="Spara"
          others={
            part
              ? [{ name: 'outcome', value: 'end', label: 'Ta bort ur planen' }]
              : [{ name: 'outcome', value: 'another', label: 'Spara och lägg till en till' }]
          }
          cancel={{ href: back }}
        />
      </Form>
    </TwoColumns>
  )
}
