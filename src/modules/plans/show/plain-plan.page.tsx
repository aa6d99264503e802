import { mayObject, ObjectLink } from '#modules/objections'
import { HowItWas } from '#modules/participation'
import { callOf, nameOf, whoseOf } from '#shared/person.ts'
import { Empty, Intro, Section, type Viewer } from '#ui/page.tsx'
import { HelpedTaps } from '../follow-up/helped-taps.parts.tsx'
import { Contacts, GoalsAndActions } from '../plan.parts.tsx'
import { type Action, type Goal, isOver, ofKind } from '../plan.ts'
import { mayAnswerHelped } from '../plan-policy.ts'
import { Readings } from '../readings.parts.tsx'
import { PlanLinks } from './links.parts.tsx'
import { Bright, News } from './news.parts.tsx'
import { FollowUpPanel, HasEnded } from './next.parts.tsx'
import { besideOf } from './show-plan.page.tsx'
import type { PlanThere } from './show-plan.ts'

type Props = PlanThere & { viewer: Viewer; submission: string }

/** The plan in plain words, for a guardian and a young person: what happens next, who does what, and whom to call. */
export function PlainPlanPage(props: Props) {
  const { known, plan, parts, leads, helped, today } = props
  const { child, standing } = known
  const isSelf = standing.relation === 'self'
  const called = callOf(child.person)
  const worse = ofKind(parts, 'if_worse')
  return (
    <>
      <Intro
        kicker="Barnets plan"
        title={isSelf ? `Hej, ${called}` : nameOf(child.person)}
        lead={`Planen är ${isSelf ? 'din' : whoseOf(child.person)}. Så här hjälps vi åt.`}
      />
      <Readings childId={child.id} now="plain" />
      <HasEnded {...props} />
      {plan.followUpAt && !plan.endedAt && <FollowUpPanel {...props} at={plan.followUpAt} />}
      <Bright {...props} />
      <News {...props} />
      <HowItWas childId={child.id} occasions={props.occasions} />
      <Section id="mal" title={isSelf ? 'Det här vill du' : `Det här vill ${called}`} lead={whoReads(props)}>
        {parts.length === 0 && <Empty>Här står inget än.</Empty>}
        <GoalsAndActions
          {...{ parts, helped, today, called }}
          plain={{ told: isSelf ? 'dig' : called }}
          beside={(part) => <Beside {...props} part={part} />}
        />
      </Section>
      <Section id="kontakt" title="Hit kan du ringa">
        <Contacts parts={parts} bba={leads.bba} />
      </Section>
      {worse.length > 0 && (
        <Section id="svarare" title="Om det blir svårare">
          {worse.map(({ body }) => (
            <p class="prewrap">{body.text.reveal()}</p>
          ))}
        </Section>
      )}
      <Section id="mer" title="Läs mer och svara">
        <PlanLinks {...props} />
      </Section>
    </>
  )
}

/** What one can say of a part: whether it helps, and that it is not right. */
function Beside({ part, ...props }: Props & { part: Goal | Action }) {
  const { known, plan, helped, occasionId, viewer, submission } = props
  const { child, standing } = known
  const asks =
    part.kind === 'action' &&
    !isOver(part.state) &&
    !plan.endedAt &&
    occasionId !== undefined &&
    mayAnswerHelped(standing)
  return (
    <>
      {besideOf(props)(part)}
      {asks && (
        <HelpedTaps
          childId={child.id}
          action={part}
          said={helped.find((one) => one.mine && one.partId === part.id && one.occasionId === occasionId)}
          {...{ viewer, submission }}
        />
      )}
      {mayObject(standing) && (
        <ObjectLink
          childId={child.id}
          thingId={part.id}
          about={titleOf(part)}
          {...(part.kind === 'goal' && { label: 'Målet stämmer inte' })}
        />
      )}
    </>
  )
}

/** Who reads what one answers beside the actions. */
const whoReads = ({ leads, occasionId, plan }: Props) =>
  occasionId && !plan.endedAt
    ? `Det du svarar läser ${leads.bba?.name ?? 'Barnets bästa-ansvarig'}, och de som gör det.`
    : undefined

const titleOf = (part: Goal | Action) => (part.kind === 'goal' ? part.body.words : part.body.what).reveal()
