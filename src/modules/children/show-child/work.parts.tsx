import type { Child as Content } from 'hono/jsx'
import { guidance, type Step } from '#modules/knowledge'
import { dueText, stepOf } from '#modules/tasks'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Guidance, Intro, NextStep, Note, PersonList, Section, TwoColumns } from '#ui/parts.tsx'
import { ageText, type Child, type Standing } from '../child.ts'
import { type Facts, momentInWords, whereWeAre } from '../whereabouts.ts'
import { answers, handOverLink, LinkLines, type MaybeLink, otherLinks, stepLinks } from './links.parts.tsx'
import { NoticedSection, ToldSection } from './noticed.parts.tsx'
import { ProtectedNote } from './protected.parts.tsx'
import type { LeadHub, PartyHub } from './show-child.ts'

/** Those who carry it: where we are, what is next, and the way to everything there is. */
export function LeadPage(props: LeadHub) {
  const { child, standing, facts, noticed, today, mergedInto } = props
  const childId = child.id
  const isOpen = standing.matterId !== undefined
  return (
    <TwoColumns aside={<LeadAside {...props} />} asideLabel="Till hjälp">
      <Intro
        kicker={ageText(child, today)}
        title={nameOf(child.person)}
        lead={whereWeAre(facts, isOpen, today)}
      >
        <ProtectedNote {...props} />
      </Intro>
      {mergedInto ? (
        <NextStep
          label="Det här hör till ett barn som är hittat"
          main="Fortsätt på barnets sida"
          action={{ href: paths.child.to({ childId: mergedInto }), label: 'Till barnet' }}
        />
      ) : (
        <Next {...props} />
      )}
      <Section id="har" title="Här finns">
        <LinkLines links={stepLinks(props)} />
        <details class="ds-details">
          <summary>Mer</summary>
          <LinkLines links={otherLinks(props)} />
        </details>
      </Section>
      {answers(standing) && <NoticedSection childId={childId} lines={noticed} />}
    </TwoColumns>
  )
}

/** One dark panel: what waits for me, else the next day that something happens, else the wheel, or to tell. */
function Next({ child, standing, facts, tasks, today }: LeadHub | PartyHub) {
  const childId = child.id
  if (writesGuardian(child, standing, facts))
    return (
      <NextStep
        label="Ingen vårdnadshavare finns här än"
        main="Skriv upp vårdnadshavare"
        action={{ href: paths.family.guardians.to({ childId }), label: 'Skriv upp' }}
      />
    )
  const task = tasks.find(({ mine }) => mine)
  if (task) {
    const { words, href } = stepOf({ childId, ...task })
    return (
      <NextStep label={dueText(task.dueOn, today)} main={words} action={{ href, label: 'Till nästa steg' }} />
    )
  }
  const { plan, meeting } = facts
  if (meeting)
    return (
      <NextStep
        label="Samverkansmöte"
        main={capital(momentInWords(meeting.at, today))}
        action={{ href: paths.meeting.show.to({ childId, meetingId: meeting.id }), label: 'Till mötet' }}
      />
    )
  if (plan && !plan.ended && plan.followUpAt)
    return (
      <NextStep
        label="Nästa uppföljning"
        main={capital(momentInWords(plan.followUpAt, today))}
        action={{ href: paths.plan.show.to({ childId }), label: 'Öppna planen' }}
      />
    )
  if (standing.relation === 'lead' && standing.matterId)
    return (
      <NextStep
        label="Inget väntar på just dig"
        main="Se hjulet"
        action={{ href: paths.wheel.show.to({ childId }), label: 'Öppna hjulet' }}
      />
    )
  return (
    <NextStep
      label="Har du sett något?"
      main="Uppmärksamma något"
      action={{ href: paths.noticing.noticeChild.to({ childId }), label: 'Börja' }}
    />
  )
}

/** Before the family can be talked with, somebody has to say who they are. */
const writesGuardian = (child: Child, standing: Standing, facts: Facts) =>
  standing.relation === 'lead' &&
  standing.matterId !== undefined &&
  answers(standing) &&
  child.person.kind === 'visible' &&
  facts.lacksGuardian &&
  !facts.unread

function stepNow({ facts, standing }: LeadHub): Step {
  const { plan, meeting, consent, support, gathers } = facts
  if (!standing.matterId) return 'notice'
  if (plan && !plan.ended) return 'followUp'
  if (meeting) return 'meeting'
  if (consent) return consent.complete ? 'callMeeting' : 'consent'
  if (support) return 'ownSupport'
  return gathers ? 'gather' : 'talkWithFamily'
}

function LeadAside(props: LeadHub) {
  const childId = props.child.id
  return (
    <>
      <Guidance sentences={guidance(stepNow(props)).sentences} />
      {props.waitsForTheChild && <AskTheChild {...props} />}
      <Also childId={childId} />
    </>
  )
}

/** That something waits, never what: the child says itself who may read it. */
const AskTheChild = ({ child }: LeadHub) => (
  <Note title="Fråga barnet">
    <p>
      {capital(callOf(child.person))} har berättat något för en vuxen som inte kan läsa det längre. Du ser
      inte vad det är. Nästa gång du{' '}
      <a href={paths.childsDoor.handOver.to({ childId: child.id })}>öppnar barnets läge</a> kan{' '}
      {callOf(child.person)} välja vem som får läsa det.
    </p>
  </Note>
)

const Also = ({ childId, children }: { childId: string; children?: Content }) => (
  <Note title="Mer">
    {children}
    <p>
      <a href={paths.noticing.noticeChild.to({ childId })}>Uppmärksamma något</a>
    </p>
    <p>
      <a href={paths.concern.to({})}>Tror du att barnet far illa?</a>
    </p>
  </Note>
)

/** The unit is asked to take over the whole. */
export const OfferStep = ({ childId, offerId }: { childId: string; offerId: string }) => (
  <NextStep
    label="Ni är tillfrågade"
    main="Ta emot en överlämning"
    action={{ href: paths.handover.show.to({ childId, handoverId: offerId }), label: 'Läs och svara' }}
  />
)

/** Another unit's part: plan and meetings, as far as the family has said yes, and whom to call. */
export function PartyPage(props: PartyHub) {
  const { child, facts, lead, told, standing, today, offerId } = props
  const childId = child.id
  const meeting = facts.meeting ?? facts.lastMeeting
  const links: readonly MaybeLink[] = [
    facts.plan && ['Barnets plan', paths.plan.show.to({ childId })],
    meeting && ['Samverkansmötet', paths.meeting.show.to({ childId, meetingId: meeting.id })],
    standing.part === 'whole' && ['Tidslinjen', paths.timeline.to({ childId })],
    standing.part === 'whole' && handOverLink(child),
    standing.holdsFunction && ['Det vi har läst', paths.readerLog.hold.to({ childId })],
  ]
  return (
    <TwoColumns aside={<Also childId={childId} />} asideLabel="Mer du kan göra">
      <Intro
        kicker={ageText(child, today)}
        title={nameOf(child.person)}
        lead="Du är med i samverkan, så långt familjen har sagt ja."
      >
        <ProtectedNote child={child} />
      </Intro>
      {offerId ? <OfferStep childId={childId} offerId={offerId} /> : <Next {...props} />}
      <Section id="har" title="Här finns">
        <LinkLines links={links} />
      </Section>
      {lead && (
        <Section id="ansvarig" title="Barnets bästa-ansvarig">
          <PersonList
            people={[{ place: lead.unitName, who: `${lead.name}, ${lead.title}`, phone: lead.phone }]}
          />
        </Section>
      )}
      <ToldSection childId={childId} lines={told} />
    </TwoColumns>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
