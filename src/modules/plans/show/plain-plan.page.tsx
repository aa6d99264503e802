import { mayObject, ObjectLink } from '#modules/objections'
import { HowItWas } from '#modules/participation'
import { callOf, nameOf, whoseOf } from '#shared/person.ts'
import { Empty, Intro, Section, type Viewer } from '#ui/page.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { HelpedTaps } from '../follow-up/helped-taps.parts.tsx'
import { Contacts, GoalsAndActions } from '../plan.parts.tsx'
import { type Action, type Goal, isOver, ofKind } from '../plan.ts'
import { mayAnswerHelped } from '../plan-policy.ts'
import { Readings } from '../readings.parts.tsx'
import { GoneWell } from './gone-well.parts.tsx'
import { PlanLinks } from './links.parts.tsx'
import { News } from './news.parts.tsx'
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
        kicker={say('Barnets plan')}
        title={isSelf ? say('Hej, {name}', { name: called }) : nameOf(child.person)}
        lead={
          isSelf
            ? say('Planen är din. Så här hjälps vi åt.')
            : say('Planen är {whose}. Så här hjälps vi åt.', { whose: whoseOf(child.person) })
        }
      />
      <Readings childId={child.id} now="plain" />
      <HasEnded {...props} />
      {plan.followUpAt && !plan.endedAt && <FollowUpPanel {...props} at={plan.followUpAt} />}
      <GoneWell {...props} />
      <News {...props} />
      <HowItWas childId={child.id} occasions={props.occasions} />
      <Section
        id="mal"
        title={isSelf ? say('Det här vill du') : say('Det här vill {name}', { name: called })}
        lead={whoReads(props)}
      >
        {parts.length === 0 && <Empty>{say('Här står inget än.')}</Empty>}
        <GoalsAndActions
          {...{ parts, helped, today, called }}
          plain={{ told: isSelf ? say('dig') : called }}
          beside={(part) => <Beside {...props} part={part} />}
        />
      </Section>
      <Section id="kontakt" title={say('Hit kan du ringa')}>
        <Contacts parts={parts} bba={leads.bba} />
      </Section>
      {worse.length > 0 && (
        <Section id="svarare" title={say('Om det blir svårare')}>
          {worse.map(({ body }) => (
            <p class="prewrap">
              <AsWritten>{body.text.reveal()}</AsWritten>
            </p>
          ))}
        </Section>
      )}
      <Section id="mer" title={say('Läs mer och svara')}>
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
          {...(part.kind === 'goal' && { label: say('Målet stämmer inte') })}
        />
      )}
    </>
  )
}

/** Who reads what one answers beside the actions. */
const whoReads = ({ leads, occasionId, plan }: Props) =>
  occasionId && !plan.endedAt
    ? say('Det du svarar läser {name}, och de som gör det.', {
        name: leads.bba?.name ?? say('Barnets bästa-ansvarig'),
      })
    : undefined

const titleOf = (part: Goal | Action) => (part.kind === 'goal' ? part.body.words : part.body.what).reveal()
