import { ageText } from '#modules/children'
import { glossary } from '#modules/knowledge'
import { aboutText, mayObject, Objections, WhatIsWrong } from '#modules/objections'
import { CountPapers, HowItWas } from '#modules/participation'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf, whoseOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import {
  Actions,
  Empty,
  Facts,
  Intro,
  Lines,
  LinkButton,
  NextStep,
  Section,
  Term,
  TwoColumns,
} from '#ui/parts.tsx'
import { AsWritten, listed, say } from '#ui/say.tsx'
import { Agreements, Contacts, GoalsAndActions } from '../plan.parts.tsx'
import { type Action, type Goal, ofKind, type Part } from '../plan.ts'
import { mayCarryPlan, mayReadWholePlan, mayWritePlan } from '../plan-policy.ts'
import type { Lead } from '../plan-store.ts'
import { dayNear } from '../plan-words.ts'
import { Readings } from '../readings.parts.tsx'
import { GoneWell } from './gone-well.parts.tsx'
import { PlanLinks } from './links.parts.tsx'
import { News } from './news.parts.tsx'
import { FollowUpPanel, HasEnded } from './next.parts.tsx'
import type { PlanThere, ShownPlan } from './show-plan.ts'

export function ShowPlanPage(shown: ShownPlan) {
  const { known, plan, leads, today } = shown
  if (!plan) return <NoPlanYet {...shown} />
  const { child, standing } = known
  const own = standing.part === 'own'
  const age = ageText(child, today)
  const lead = own
    ? 'Här är din del i planen: det du har lovat, när, och vem du ringer.'
    : `${age ? `${age}. ` : ''}${say('Planen är {whose}. Alla här hjälps åt med den.', { whose: whoseOf(child.person) })}`
  return (
    <TwoColumns asideLabel={say('Nästa steg och vem som ansvarar')} aside={<Aside {...shown} plan={plan} />}>
      <Intro kicker={say('Barnets plan')} title={nameOf(child.person)} lead={lead} />
      {mayReadWholePlan(standing) && <Readings childId={child.id} now="whole" />}
      <HasEnded {...shown} plan={plan} />
      <GoneWell {...shown} plan={plan} />
      <News {...shown} plan={plan} />
      <HowItWas childId={child.id} occasions={shown.occasions} />
      <CountPapers known={known} occasions={shown.occasions} />
      <PlanSections {...shown} bba={leads.bba?.name} />
    </TwoColumns>
  )
}

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
  const wants =
    standing.relation === 'self' ? say('Det här vill du') : say('Det här vill {name}', { name: called })
  return (
    <>
      <Section
        id="mal"
        title={own ? 'Din del' : ofKind(parts, 'goal').length > 0 ? wants : say('Det här gör vi')}
      >
        {ofKind(parts, 'action').length === 0 && ofKind(parts, 'goal').length === 0 && (
          <Empty>{own ? 'Du har ingen insats i planen just nu.' : say('Här står inget än.')}</Empty>
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
        <Section id="senast" title={say('Uppföljningen {day}', { day: dayNear(held.heldOn, today) })}>
          {held.words && (
            <p class="prewrap">
              ”<AsWritten>{held.words.reveal()}</AsWritten>”
            </p>
          )}
          {held.next && (
            <p class="prewrap">
              <AsWritten>{held.next.reveal()}</AsWritten>
            </p>
          )}
        </Section>
      )}
      <Section id="kontakt" title={own ? 'Din kontakt' : say('En kontakt på varje ställe')}>
        <Contacts parts={parts} />
        {writes && (
          <p class="no-print solo">
            <a href={paths.plan.contacts.to(to)}>Ändra kontakter</a>
          </p>
        )}
      </Section>
      {(worse.length > 0 || (writes && !own)) && (
        <Section id="svarare" title={say('Om det blir svårare')}>
          {worse.map(({ body }) => (
            <p class="prewrap">
              <AsWritten>{body.text.reveal()}</AsWritten>
            </p>
          ))}
          {worse.length === 0 && <Empty>Skriv vad ni gör, och vem man ringer.</Empty>}
        </Section>
      )}
      {references.length > 0 && (
        <Section id="andra-planer" title={say('Andra planer')}>
          <Lines items={references.map(({ body }) => <AsWritten>{body.what.reveal()}</AsWritten>)} />
        </Section>
      )}
      {writes && (
        <p class="no-print solo">
          <a href={paths.plan.other.to(to)}>Ändra uppföljningsdag, andra planer och ”om det blir svårare”</a>
        </p>
      )}
      {agreements.length > 0 && (
        <Section id="samsyn" title={own ? 'Ditt svar' : say('Är vi med på planen?')}>
          <Agreements {...{ agreements, called, bba }} />
        </Section>
      )}
    </>
  )
}

/** What is not agreed with stands at the part itself. */
export const besideOf =
  ({ known, objections }: Pick<ShownPlan, 'known' | 'objections'>) =>
  ({ id }: Goal | Action) => <Objections child={known.child} objections={aboutText(objections, id)} />

const textsOf = (parts: readonly Part[]) => [
  ...ofKind(parts, 'goal').map(({ id, body }) => ({
    id,
    label: say('Målet: {what}', { what: body.words.reveal() }),
  })),
  ...ofKind(parts, 'action').map(({ id, body }) => ({
    id,
    label: say('Insatsen: {what}', { what: body.what.reveal() }),
  })),
]

const editOf =
  (childId: string) =>
  (part: Part): string =>
    part.kind === 'goal'
      ? paths.plan.changeGoal.to({ childId, partId: part.id })
      : paths.plan.changeAction.to({ childId, partId: part.id })

const leadText = ({ name, unitName }: Lead) => listed([name, unitName])

function Aside(shown: PlanThere) {
  const { known, plan, leads } = shown
  const { child, standing } = known
  const to = { childId: child.id }
  return (
    <>
      {plan.followUpAt && !plan.endedAt && <FollowUpPanel {...shown} at={plan.followUpAt} />}
      <Facts
        side
        items={[
          [
            <Term word="Barnets bästa-ansvarig" meaning={glossary.BestInterestsLead.meaning} />,
            leads.bba && leadText(leads.bba),
          ],
          [
            <Term word={message('Samverkansansvarig')} meaning={glossary.CollaborationLead.meaning} />,
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
      <PlanLinks {...shown} />
    </>
  )
}

function NoPlanYet({ known }: ShownPlan) {
  const may = mayCarryPlan(known.standing)
  return (
    <>
      <Intro
        kicker={say('Barnets plan')}
        title={nameOf(known.child.person)}
        lead={say('Här finns ingen plan än.')}
      />
      {may ? (
        <NextStep
          label="När ni har setts"
          main="Skriv Barnets plan"
          action={{ href: paths.plan.start.to({ childId: known.child.id }), label: 'Börja' }}
        >
          <p class="soft">Vilket stöd, vem, och när. Resten kan komma sedan.</p>
        </NextStep>
      ) : (
        <Empty>{say('När ni har gjort en plan tillsammans står den här.')}</Empty>
      )}
    </>
  )
}
