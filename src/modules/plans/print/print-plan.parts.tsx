import { ageText } from '#modules/children'
import type { PrintedPlan } from '#modules/documents'
import { areaNames } from '#modules/knowledge'
import { aboutText, onPaperOf } from '#modules/objections'
import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { contactName } from '../changes.parts.tsx'
import { helpedFacts, whenOf } from '../plan.parts.tsx'
import { type Action, isOver, ofKind, stateOn } from '../plan.ts'
import type { Lead } from '../plan-store.ts'
import { agreementWords, askedName, capital, endWords, momentOnPaper, stateWords } from '../plan-words.ts'
import { toChild } from '../to-child.parts.tsx'
import type { PlanOnPaper } from './print-plan.ts'

/** The plan in words for paper: dates with their year, and who it was printed for. */
export function onPaper(paper: PlanOnPaper): PrintedPlan {
  const { known, plan, parts, leads, own, at, readerName, printedBy, today } = paper
  const { child } = known
  const called = callOf(child.person)
  const age = ageText(child, today)
  const goals = ofKind(parts, 'goal')
  const loose = ofKind(parts, 'action').filter(({ goalId }) => !goals.some(({ id }) => id === goalId))
  const printed = goals.map((goal) => ({
    words: goal.body.words.reveal(),
    area: goal.areas[0] && areaNames.names[goal.areas[0]],
    better: goal.body.better?.reveal(),
    beside: besideOf(paper, goal.id),
    actions: actionsOf(paper, (action) => action.goalId === goal.id),
  }))
  const others = { words: undefined, area: undefined, better: undefined, beside: [] }
  return {
    // On paper not even that there is something to hide.
    name: child.person.kind === 'protected' ? 'Barnet' : nameOf(child.person),
    lead: own
      ? `Den här delen av planen är för ${readerName}.`
      : `${age ? `${age}. ` : ''}Planen är barnets. Alla här hjälps åt med den.`,
    next: plan.endedAt
      ? { label: 'Planen är avslutad', value: dayWithYear(swedishDay(plan.endedAt)) }
      : {
          label: 'Nästa uppföljning',
          value: plan.followUpAt ? capital(momentOnPaper(plan.followUpAt)) : 'Ingen dag än',
        },
    responsible: [
      { label: 'Barnets bästa-ansvarig', value: leadText(leads.bba) },
      { label: 'Samverkansansvarig', value: leadText(leads.collaboration) },
    ].filter(({ value }) => value !== ''),
    contacts: ofKind(parts, 'contact').map((contact) => ({
      place: contact.unit.name,
      who: contactName(contact),
      phone: contact.body.phone?.reveal() ?? contact.person?.phone,
    })),
    notes: notesOf(paper),
    compact: own,
    goalsTitle: goals.length > 0 ? `Det här vill ${called}` : 'Det här görs',
    goals: [
      ...printed,
      ...(loose.length > 0 ? [{ ...others, actions: actionsOf(paper, (a) => loose.includes(a)) }] : []),
    ],
    footer: `Utskrift ${dayWithYear(swedishDay(at))} för ${readerName}. Planen är ${called === 'barnet' ? 'barnets' : `${called}s`}. Spara den där ingen annan läser.`,
    watermark: `${printedBy}, ${dayWithYear(swedishDay(at))} kl ${swedishClock(at)}`,
  }
}

const leadText = (lead: Lead | undefined) =>
  lead ? [`${lead.name}, ${lead.title}, ${lead.unitName}`, lead.phone].filter(Boolean).join(', ') : ''

const besideOf = ({ objections, known }: PlanOnPaper, partId: string) =>
  aboutText(objections, partId).map((one) => onPaperOf(one, known.child))

const actionsOf = (paper: PlanOnPaper, wanted: (action: Action) => boolean) => {
  const { parts, helped, known, today } = paper
  return ofKind(parts, 'action')
    .filter(wanted)
    .map((action) => {
      const called = callOf(known.child.person)
      const { what, who } = action.body
      const said = helpedFacts(
        helped.filter(({ partId }) => partId === action.id),
        called,
        false,
      )
      return {
        what: what.reveal(),
        facts: [
          { label: 'Vem', value: who.reveal() },
          { label: 'När', value: whenOf(action) },
          { label: 'Läge', value: stateWords[stateOn(action, today)] },
          ...(isOver(action.state)
            ? []
            : [{ label: `Så säger vi till ${called}`, value: toChild(action, parts) }]),
          ...said.map(([label, value]) => ({ label, value })),
        ],
        beside: besideOf(paper, action.id),
      }
    })
}

function notesOf({ parts, agreements, held, known, plan, leads }: PlanOnPaper): PrintedPlan['notes'] {
  const worse = ofKind(parts, 'if_worse').map(({ body }) => body.text.reveal())
  const references = ofKind(parts, 'reference').map(({ body }) => body.what.reveal())
  const called = callOf(known.child.person)
  const answers = agreements.map(({ asked, answer, why, whyIsOpen }) => {
    const reason = why && whyIsOpen ? ` ”${why.reveal()}”` : ''
    const hidden =
      answer === 'disagrees' && !reason
        ? ` Varför läser bara ${leads.bba?.name ?? 'Barnets bästa-ansvarig'}.`
        : ''
    return `${askedName(asked, false, called)} ${agreementWords[answer]}.${reason}${hidden}`
  })
  return [
    { title: 'Varför planen är avslutad', texts: plan.endedBecause ? [endWords[plan.endedBecause]] : [] },
    ...(held ? [{ title: `Uppföljningen ${dayWithYear(held.heldOn)}`, texts: saidAt(held) }] : []),
    { title: 'Om det blir svårare', texts: worse },
    { title: 'Andra planer', texts: references },
    { title: 'Är vi med på planen?', texts: answers },
  ].filter(({ texts }) => texts.length > 0)
}

const saidAt = ({ words, next }: NonNullable<PlanOnPaper['held']>): string[] =>
  [words && `”${words.reveal()}”`, next?.reveal()].filter((text) => text !== undefined)
