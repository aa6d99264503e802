import { ageText, type KnownChild } from '#modules/children'
import { glossary } from '#modules/knowledge'
import { aboutText, mayObject, Objections, WhatIsWrong } from '#modules/objections'
import { HowItWas } from '#modules/participation'
import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  Actions,
  BrightMoment,
  Empty,
  Facts,
  Intro,
  Lines,
  LinkButton,
  NextStep,
  Note,
  Section,
  Term,
  TwoColumns,
} from '#ui/parts.tsx'
import { changeSentences } from '../changes.parts.tsx'
import { Agreements, Contacts, GoalsAndActions } from '../plan.parts.tsx'
import { type Action, changesSince, type Goal, ofKind, type Part } from '../plan.ts'
import {
  mayAgree,
  mayAnswerHelped,
  mayCarryPlan,
  mayReadParties,
  mayReadWholePlan,
  mayWritePlan,
} from '../plan-policy.ts'
import type { Lead } from '../plan-store.ts'
import { dayNear, endWords, momentInWords, nearness } from '../plan-words.ts'
import type { ShownPlan } from './show-plan.ts'

export function ShowPlanPage(shown: ShownPlan) {
  const { known, plan, leads, today } = shown
  if (!plan) return <NoPlanYet {...shown} />
  const { child, standing } = known
  const called = callOf(child.person)
  const own = standing.part === 'own'
  const age = ageText(child, today)
  const lead = own
    ? 'Här är din del i planen: det du har lovat, när, och vem du ringer.'
    : `${age ? `${age}. ` : ''}Planen är ${called === 'barnet' ? 'barnets' : genitive(called)}. Alla här hjälps åt med den.`
  return (
    <TwoColumns asideLabel="Nästa steg och vem som ansvarar" aside={<Aside {...shown} plan={plan} />}>
      <Intro kicker="Barnets plan" title={nameOf(child.person)} lead={lead} />
      {plan.endedAt && (
        <Note title={`Planen är avslutad, ${dayNear(swedishDay(plan.endedAt), today)}`}>
          <p>{plan.endedBecause && endWords[plan.endedBecause]} Den går att läsa, men ändras inte mer.</p>
        </Note>
      )}
      <Bright {...shown} />
      <News {...shown} plan={plan} />
      <HowItWas childId={child.id} occasions={shown.occasions} />
      <PlanSections {...shown} bba={leads.bba?.name} />
    </TwoColumns>
  )
}

const genitive = (name: string) => (/[sxz]$/i.test(name) ? name : `${name}s`)

/** Goals, contacts, what to do if it gets worse, other plans, and who goes along. */
export function PlanSections(shown: Omit<ShownPlan, 'leads'> & { bba: string | undefined }) {
  const { known, plan, parts, agreements, helped, held, kept, today, bba } = shown
  const { child, standing } = known
  const called = callOf(child.person)
  const own = standing.part === 'own'
  const writes = mayWritePlan(standing) && plan !== undefined && !plan.endedAt
  const to = { childId: child.id }
  const worse = ofKind(parts, 'if_worse')
  const references = ofKind(parts, 'reference')
  const wants = standing.relation === 'self' ? 'Det här vill du' : `Det här vill ${called}`
  return (
    <>
      <Section id="mal" title={own ? 'Din del' : ofKind(parts, 'goal').length > 0 ? wants : 'Det här gör vi'}>
        {ofKind(parts, 'action').length === 0 && ofKind(parts, 'goal').length === 0 && (
          <Empty>{own ? 'Du har ingen insats i planen just nu.' : 'Här står inget än.'}</Empty>
        )}
        <GoalsAndActions
          {...{ parts, helped, today, called, kept }}
          edit={writes ? editOf(child.id) : undefined}
          beside={besideOf(shown)}
        />
        {mayObject(standing) && <WhatIsWrong childId={child.id} texts={textsOf(parts)} />}
        {writes && (
          <Actions>
            <LinkButton href={paths.plan.addAction.to(to)}>Lägg till insats</LinkButton>
            <a href={paths.plan.addGoal.to(to)}>Lägg till mål</a>
          </Actions>
        )}
      </Section>
      {held && (held.words || held.next) && (
        <Section id="senast" title={`Uppföljningen ${dayNear(held.heldOn, today)}`}>
          {held.words && <p class="prewrap">”{held.words.reveal()}”</p>}
          {held.next && <p class="prewrap">{held.next.reveal()}</p>}
        </Section>
      )}
      <Section id="kontakt" title={own ? 'Din kontakt' : 'En kontakt på varje ställe'}>
        <Contacts parts={parts} />
        {writes && (
          <p class="no-print solo">
            <a href={paths.plan.contacts.to(to)}>Ändra kontakter</a>
          </p>
        )}
      </Section>
      {(worse.length > 0 || (writes && !own)) && (
        <Section id="svarare" title="Om det blir svårare">
          {worse.map(({ body }) => (
            <p class="prewrap">{body.text.reveal()}</p>
          ))}
          {worse.length === 0 && <Empty>Skriv vad ni gör, och vem man ringer.</Empty>}
        </Section>
      )}
      {references.length > 0 && (
        <Section id="andra-planer" title="Andra planer">
          <Lines items={references.map(({ body }) => body.what.reveal())} />
        </Section>
      )}
      {writes && (
        <p class="no-print solo">
          <a href={paths.plan.other.to(to)}>Ändra uppföljningsdag, andra planer och ”om det blir svårare”</a>
        </p>
      )}
      {agreements.length > 0 && (
        <Section id="samsyn" title={own ? 'Ditt svar' : 'Är vi med på planen?'}>
          <Agreements {...{ agreements, called, bba }} />
        </Section>
      )}
    </>
  )
}

/** What is not agreed with stands at the part itself. */
const besideOf =
  ({ known, objections }: Pick<ShownPlan, 'known' | 'objections'>) =>
  ({ id }: Goal | Action) => <Objections child={known.child} objections={aboutText(objections, id)} />

const textsOf = (parts: readonly Part[]) => [
  ...ofKind(parts, 'goal').map(({ id, body }) => ({ id, label: `Målet: ${body.words.reveal()}` })),
  ...ofKind(parts, 'action').map(({ id, body }) => ({ id, label: `Insatsen: ${body.what.reveal()}` })),
]

const editOf =
  (childId: string) =>
  (part: Part): string =>
    part.kind === 'goal'
      ? paths.plan.changeGoal.to({ childId, partId: part.id })
      : paths.plan.changeAction.to({ childId, partId: part.id })

/** Something the child has said that helps. */
function Bright({ helped, parts, known, today }: ShownPlan) {
  const said = helped.find(
    ({ voice, helped: answer, words, partId }) =>
      voice === 'child' &&
      answer === 'yes' &&
      words &&
      ofKind(parts, 'action').some(({ id }) => id === partId),
  )
  if (!said?.words) return null
  const called = callOf(known.child.person)
  const who = known.standing.relation === 'self' ? 'dig' : called
  return (
    <BrightMoment by={`Ljusglimt från ${who}, ${dayNear(swedishDay(said.at), today)}`}>
      {said.words.reveal()}
    </BrightMoment>
  )
}

function News({ plan, parts, leads, today }: ShownPlan & { plan: NonNullable<ShownPlan['plan']> }) {
  const { lookedAt } = plan
  if (!lookedAt || plan.madeAt > lookedAt) return null
  const changes = changesSince(parts, lookedAt).filter(
    (change) => change.kind === 'gone' || !change.part.mine,
  )
  const sentences = changeSentences(changes, today)
  const { collaboration } = leads
  if (
    collaboration &&
    collaboration.since > lookedAt &&
    collaboration.engagementId !== leads.bba?.engagementId
  )
    sentences.push(`${collaboration.name} är samverkansansvarig.`)
  const title = `Nytt sedan du tittade ${dayNear(swedishDay(lookedAt), today)}`
  if (sentences.length === 0) return null
  return (
    <div class="no-print">
      <Section id="nytt" title={title}>
        <Lines items={sentences} />
      </Section>
    </div>
  )
}

const leadText = ({ name, unitName }: Lead) => `${name}, ${unitName}`

function Aside({ known, plan, leads, today }: ShownPlan & { plan: NonNullable<ShownPlan['plan']> }) {
  const { child, standing } = known
  const to = { childId: child.id }
  const whole = mayReadWholePlan(standing)
  const family = standing.relation === 'guardian' || standing.relation === 'self'
  const links: (readonly [string, string] | false)[] = [
    !plan.endedAt && mayAgree(standing) && [paths.plan.agree.to(to), 'Är du med på planen?'],
    whole && [
      paths.plan.childsReading.to(to),
      standing.relation === 'self' ? 'Min plan med bilder' : `Läs som ${callOf(child.person)}`,
    ],
    (family || mayCarryPlan(standing)) && [paths.sharing.whoSees.to(to), 'Vem ser vad, och vem har läst'],
    mayReadParties(standing) && !plan.endedAt && [paths.plan.parties.to(to), 'Vilka som är med'],
    [paths.plan.pdf.to(to), 'Skriv ut, eller spara som PDF'],
    [paths.plan.versions.to(to), 'Hur planen såg ut förut'],
    !plan.endedAt &&
      (mayCarryPlan(standing) || standing.relation === 'guardian') && [
        paths.plan.end.to(to),
        family ? 'Avsluta samverkan' : 'Avsluta planen',
      ],
    plan.endedAt !== undefined && mayCarryPlan(standing) && [paths.plan.end.to(to), 'Hur går ni vidare?'],
  ]
  return (
    <>
      {plan.followUpAt && !plan.endedAt && <FollowUpPanel {...{ known, plan, today }} at={plan.followUpAt} />}
      <Facts
        side
        items={[
          [
            <Term word="Barnets bästa-ansvarig" meaning={glossary.BestInterestsLead.meaning} />,
            leads.bba && leadText(leads.bba),
          ],
          [
            <Term word="Samverkansansvarig" meaning={glossary.CollaborationLead.meaning} />,
            leads.collaboration && (
              <>
                {leadText(leads.collaboration)}
                {mayWritePlan(standing) && !plan.endedAt && (
                  <>
                    <br />
                    <a class="no-print" href={paths.plan.lead.to(to)}>
                      Byt
                    </a>
                  </>
                )}
              </>
            ),
          ],
        ]}
      />
      {links.map(
        (link) =>
          link && (
            <p class="no-print solo">
              <a href={link[0]}>{link[1]}</a>
            </p>
          ),
      )}
    </>
  )
}

type PanelProps = Pick<ShownPlan, 'known' | 'today'> & { at: Date }

function FollowUpPanel({ known, at, today }: PanelProps) {
  const day = swedishDay(at)
  const near = nearness(day, today)
  const passed = day < today
  const label = passed ? 'Uppföljningen har blivit liggande' : `Nästa uppföljning${near ? ` är ${near}` : ''}`
  const action = followUpAction(known, day <= today)
  return <NextStep label={label} main={momentInWords(at)} {...(action && { action })} />
}

/** What stays at the bottom of a phone: the follow-up. */
export function FollowUpLine({ known, plan, today }: Pick<ShownPlan, 'known' | 'plan' | 'today'>) {
  if (!plan?.followUpAt || plan.endedAt) return null
  const day = swedishDay(plan.followUpAt)
  const near = nearness(day, today)
  const action = followUpAction(known, day <= today)
  return (
    <>
      <p>
        <b>{day < today ? 'Uppföljning' : 'Nästa uppföljning'}</b>
        <br />
        {near ? `${near}, ` : ''}
        {dayAndMonth(day)}
      </p>
      {action && <a href={action.href}>{action.label}</a>}
    </>
  )
}

/** What the reader can do about the follow-up; a party with its own part only comes. */
function followUpAction({ child, standing }: KnownChild, isTime: boolean) {
  const href = paths.plan.followUp.to({ childId: child.id })
  if (mayWritePlan(standing)) return { href, label: isTime ? 'Följ upp' : 'Förbered' }
  return mayAnswerHelped(standing) ? { href, label: 'Berätta hur det går' } : undefined
}

function NoPlanYet({ known }: ShownPlan) {
  const may = mayCarryPlan(known.standing)
  return (
    <>
      <Intro kicker="Barnets plan" title={nameOf(known.child.person)} lead="Här finns ingen plan än." />
      {may ? (
        <NextStep
          label="När ni har setts"
          main="Skriv Barnets plan"
          action={{ href: paths.plan.start.to({ childId: known.child.id }), label: 'Börja' }}
        >
          <p class="soft">Vilket stöd, vem, och när. Resten kan komma sedan.</p>
        </NextStep>
      ) : (
        <Empty>När ni har gjort en plan tillsammans står den här.</Empty>
      )}
    </>
  )
}
