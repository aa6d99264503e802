import { ageText } from '#modules/children'
import type { PrintedPlan, Written } from '#modules/documents'
import { areaNames } from '#modules/knowledge'
import { aboutText, onPaperOf } from '#modules/objections'
import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { say } from '#ui/say.tsx'
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
    area: goal.areas[0] && say(areaNames.names[goal.areas[0]]),
    better: goal.body.better?.reveal(),
    beside: besideOf(paper, goal.id),
    actions: actionsOf(paper, (action) => action.goalId === goal.id),
  }))
  const others = { words: undefined, area: undefined, better: undefined, beside: [] }
  return {
    // On paper not even that there is something to hide.
    name: child.person.kind === 'protected' ? say('Barnet') : nameOf(child.person),
    lead: own
      ? say('Den här delen av planen är för {name}.', { name: readerName })
      : [age && `${age}.`, say('Planen är barnets. Alla här hjälps åt med den.')].filter(Boolean).join(' '),
    next: plan.endedAt
      ? { label: say('Planen är avslutad'), value: dayWithYear(swedishDay(plan.endedAt)) }
      : {
          label: say('Nästa uppföljning'),
          value: plan.followUpAt ? capital(momentOnPaper(plan.followUpAt)) : say('Ingen dag än'),
        },
    responsible: [
      { label: say('Barnets bästa-ansvarig'), value: leadText(leads.bba) },
      { label: say('Samverkansansvarig'), value: leadText(leads.collaboration) },
    ].flatMap(({ label, value }) => (value ? { label, value: { written: value } } : [])),
    contacts: ofKind(parts, 'contact').map((contact) => ({
      place: contact.unit.name,
      who: contactName(contact),
      phone: contact.body.phone?.reveal() ?? contact.person?.phone,
    })),
    notes: notesOf(paper),
    compact: own,
    goalsTitle: goals.length > 0 ? say('Det här vill {name}', { name: called }) : say('Det här görs'),
    goals: [
      ...printed,
      ...(loose.length > 0 ? [{ ...others, actions: actionsOf(paper, (a) => loose.includes(a)) }] : []),
    ],
    footer: [
      say('Utskrift {day} för {name}.', { day: dayWithYear(swedishDay(at)), name: readerName }),
      say('Planen är barnets. Spara den där ingen annan läser.'),
    ].join(' '),
    watermark: say('{who}, {day} kl {clock}', {
      who: printedBy,
      day: dayWithYear(swedishDay(at)),
      clock: swedishClock(at),
    }),
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
          { label: say('Vem'), value: { written: who.reveal() } },
          { label: say('När'), value: whenOf(action) },
          { label: say('Läge'), value: say(stateWords[stateOn(action, today)]) },
          ...(isOver(action.state)
            ? []
            : [{ label: say('Så säger vi till {to}', { to: called }), value: saidToChild(action, parts) }]),
          ...said.map(([label, value]) => ({ label, value })),
        ],
        beside: besideOf(paper, action.id),
      }
    })
}

function notesOf({ parts, agreements, held, known, plan, leads }: PlanOnPaper): PrintedPlan['notes'] {
  const worse = ofKind(parts, 'if_worse').map(({ body }) => ({ written: body.text.reveal() }))
  const references = ofKind(parts, 'reference').map(({ body }) => ({ written: body.what.reveal() }))
  const called = callOf(known.child.person)
  const answers = agreements.map(({ asked, answer, why, whyIsOpen }) => {
    const reason = why && whyIsOpen ? [{ written: `”${why.reveal()}”` }] : []
    const hidden =
      answer === 'disagrees' && reason.length === 0
        ? [say('Varför läser bara {name}.', { name: leads.bba?.name ?? say('Barnets bästa-ansvarig') })]
        : []
    return [`${askedName(asked, false, called)} ${say(agreementWords[answer])}.`, ...reason, ...hidden]
  })
  return [
    {
      title: say('Varför planen är avslutad'),
      texts: plan.endedBecause ? [say(endWords[plan.endedBecause])] : [],
    },
    ...(held
      ? [{ title: say('Uppföljningen {day}', { day: dayWithYear(held.heldOn) }), texts: saidAt(held) }]
      : []),
    { title: say('Om det blir svårare'), texts: worse },
    { title: say('Andra planer'), texts: references },
    { title: say('Är vi med på planen?'), texts: answers },
  ].filter(({ texts }) => texts.length > 0)
}

const saidAt = ({ words, next }: NonNullable<PlanOnPaper['held']>): Written[] =>
  [words && `”${words.reveal()}”`, next?.reveal()].flatMap((text) => (text ? { written: text } : []))

const saidToChild = (action: Action, parts: PlanOnPaper['parts']): string | Written => {
  const said = toChild(action, parts)
  return action.body.toChild ? { written: said } : said
}
