import type { Child } from 'hono/jsx'
import type { Day } from '#shared/dates.ts'
import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import type { PlanPartState } from '#shared/schema.ts'
import { Conflict, type Texts } from '#ui/form.tsx'
import { ActionList, ActionRow, Facts, Goal, Goals, Lines, PersonList, StateMark, Told } from '#ui/parts.tsx'
import { AsWritten, listed, saidName, say, together } from '#ui/say.tsx'
import { first } from '#ui/texts.ts'
import type { Agreement } from './agreement.ts'
import { contactName } from './changes.parts.tsx'
import type { HelpedAnswer } from './follow-up-store.ts'
import {
  type Action,
  type Contact,
  datesText,
  type Goal as GoalPart,
  isOver,
  ofKind,
  type Part,
  stateOn,
} from './plan.ts'
import type { Lead } from './plan-store.ts'
import { agreementWords, askedName, capital, helpedWords, stateWords } from './plan-words.ts'
import { ToChild } from './to-child.parts.tsx'

const marks: Record<PlanPartState, 'later' | 'ongoing' | 'done' | 'ended'> = {
  later: 'later',
  ongoing: 'ongoing',
  done: 'done',
  not_done: 'ended',
  no_longer_needed: 'ended',
}

/** Shape and word for how far an action has come. */
export const State = ({ state }: { state: PlanPartState }) => (
  <StateMark state={marks[state]} label={say(stateWords[state])} />
)

/** `Varje skoldag, till 18 december`. */
export function whenOf(action: Action, today?: Day): string {
  return capital(listed([action.body.when?.reveal() ?? '', datesText(action, today)].filter(Boolean)))
}

export type PlanView = {
  parts: readonly Part[]
  helped: readonly HelpedAnswer[]
  today: Day
  /** How one speaks of the child: the given name. */
  called: string
  /** In sentences, for the family. `dig` when the child reads. */
  plain?: { told: string } | undefined
  /** From whom something is kept; nothing for those who need not know. */
  kept?: ReadonlyMap<string, readonly string[]> | undefined
  /** Beside a part: what somebody in the family does not agree with in it, and the way to say so. */
  beside?: ((part: GoalPart | Action) => Child) | undefined
  /** Where a part is changed; left out for those who only read. */
  edit?: ((part: Part) => string) | undefined
}

/** The goals with their actions, and after them the actions that belong to no goal the reader sees. */
export function GoalsAndActions(view: PlanView) {
  const goals = ofKind(view.parts, 'goal')
  const actions = ofKind(view.parts, 'action')
  const loose = actions.filter(({ goalId }) => !goals.some(({ id }) => id === goalId))
  return (
    <>
      {goals.length > 0 && (
        <Goals>
          {goals.map((goal) => (
            <Goal
              area={goal.areas[0]}
              words={<AsWritten>{goal.body.words.reveal()}</AsWritten>}
              better={goal.body.better && <AsWritten>{goal.body.better.reveal()}</AsWritten>}
            >
              <Actions actions={actions.filter(({ goalId }) => goalId === goal.id)} view={view} />
              {names(view.kept, goal.id) && (
                <p class="soft small">Visas inte för {names(view.kept, goal.id)}</p>
              )}
              {view.beside?.(goal)}
              {view.edit && (
                <p class="no-print">
                  <a href={view.edit(goal)}>
                    Ändra målet<span class="sr"> {goal.body.words.reveal()}</span>
                  </a>
                </p>
              )}
            </Goal>
          ))}
        </Goals>
      )}
      {loose.length > 0 && (
        <>
          <h3 class={goals.length === 0 ? 'sr' : undefined}>
            {goals.length === 0 ? say('Insatser') : say('Det här gör vi också')}
          </h3>
          <Actions actions={loose} view={view} />
        </>
      )}
    </>
  )
}

function Actions({ actions, view }: { actions: readonly Action[]; view: PlanView }) {
  if (actions.length === 0) return null
  const { parts, called, edit, plain, beside } = view
  return (
    <ActionList>
      {[...actions].sort(openFirst).map((action) => {
        const { what } = action.body
        return (
          <ActionRow
            id={`insats-${action.id}`}
            what={<AsWritten>{what.reveal()}</AsWritten>}
            told={
              !isOver(action.state) && (
                <Told to={plain?.told ?? called}>
                  <ToChild action={action} parts={parts} />
                </Told>
              )
            }
          >
            {plain ? <InSentences action={action} view={view} /> : <InFacts action={action} view={view} />}
            {beside?.(action)}
            {edit && (
              <p class="no-print">
                <a href={edit(action)}>
                  Ändra<span class="sr"> {what.reveal()}</span>
                </a>
              </p>
            )}
          </ActionRow>
        )
      })}
    </ActionList>
  )
}

type OneAction = { action: Action; view: PlanView }

const InFacts = ({ action, view: { today, called, helped, kept } }: OneAction) => (
  <Facts
    items={[
      [say('Vem'), <AsWritten>{action.body.who.reveal()}</AsWritten>],
      [say('När'), <bdi>{whenOf(action, today)}</bdi>],
      [say('Läge'), <State state={stateOn(action, today)} />],
      ['Visas inte för', names(kept, action.id)],
      ...saidFacts(answersAbout(action, helped), called),
    ]}
  />
)

/** Who and when; how far it has come only when that is not a matter of course. */
function InSentences({ action, view: { today, called, helped } }: OneAction) {
  const state = stateOn(action, today)
  const said = saidFacts(answersAbout(action, helped), called)
  return (
    <>
      <p>
        <AsWritten>{action.body.who.reveal()}</AsWritten>
      </p>
      <p>
        <bdi>{whenOf(action, today)}</bdi>
      </p>
      {state !== 'ongoing' && (
        <p>
          <State state={state} />
        </p>
      )}
      {said.length > 0 && <Facts items={said} />}
    </>
  )
}

/** The same as text, with what was written in its own direction. */
const saidFacts = (answers: readonly HelpedAnswer[], called: string) =>
  helpedFacts(answers, called).map(([label, said]) => [label, <bdi>{said}</bdi>] as const)

const answersAbout = ({ id }: Action, helped: readonly HelpedAnswer[]) =>
  helped.filter(({ partId }) => partId === id)

const names = (kept: PlanView['kept'], id: string): string | undefined => {
  const from = kept?.get(id)
  return from && together(from)
}

const openFirst = (a: Action, b: Action) => Number(isOver(a.state)) - Number(isOver(b.state))

/**
 * What each voice has said of an action, apart: never added up. `you`: the reader is called du; on paper everybody has
 * a name.
 */
export function helpedFacts(
  answers: readonly HelpedAnswer[],
  called: string,
  you = true,
): (readonly [string, string])[] {
  return answers
    .filter(({ helped, words }) => helped || words)
    .map(({ voice, mine, called: name, helped, words }) => {
      if (voice === 'professional') return [say('Så har det gått'), words?.reveal() ?? ''] as const
      const who = voice === 'child' ? called : (name ?? say('vårdnadshavare'))
      const said = [
        helped && `${say(helpedWords[helped])}.`,
        words && say('”{words}”', { words: words.reveal() }),
      ].filter(Boolean)
      return [say('Hjälper det'), `${mine && you ? say('Du') : capital(who)}: ${said.join(' ')}`] as const
    })
}

/** A contact as it stands in a list of people. */
export const asPerson = (contact: Contact) => ({
  place: contact.unit.name,
  who: contactName(contact),
  phone: contact.body.phone?.reveal() ?? contact.person?.phone,
})

type ContactsProps = { parts: readonly Part[]; bba?: Lead | undefined }

/** One contact on each place; for the family the BBA first. */
export const Contacts = ({ parts, bba }: ContactsProps) => (
  <PersonList
    people={[
      ...(bba
        ? [
            {
              place: bba.unitName,
              who: listed([bba.name, bba.title]),
              phone: bba.phone,
              note: say('Barnets bästa-ansvarig. Vet du inte vem, ring hit.'),
            },
          ]
        : []),
      ...ofKind(parts, 'contact')
        .filter(({ person }) => !bba || person?.engagementId !== bba.engagementId)
        .map(asPerson),
    ]}
  />
)

type AgreementsProps = { agreements: readonly Agreement[]; called: string; bba: string | undefined }

/** Who goes along with the plan, each for itself. */
export const Agreements = ({ agreements, called, bba }: AgreementsProps) => (
  <Lines
    items={agreements.map(({ asked, answer, at, mine, why, whyIsOpen }) => (
      <>
        <b>{askedName(asked, mine, called)}</b> {say(agreementWords[answer])}
        <span class="soft">, {dayAndMonth(swedishDay(at))}</span>
        {why && (
          <span class="hint">
            ”<AsWritten>{why.reveal()}</AsWritten>”
          </span>
        )}
        {why && !whyIsOpen && (
          <span class="hint">
            {say('Skälet läser bara {name} och den som skrev.', {
              name: bba ?? say('Barnets bästa-ansvarig'),
            })}
          </span>
        )}
        {!why && answer === 'disagrees' && (
          <span class="hint">
            {say('Varför läser bara {name}.', { name: bba ?? say('Barnets bästa-ansvarig') })}
          </span>
        )}
      </>
    ))}
  />
)

type Meanwhile = {
  parts: readonly Part[]
  typed: Texts
  /** The field that says most of what was written. */
  field: string
  partId: string | undefined
}

/** Both texts, side by side: what the person wrote, and what stands in the plan now. */
export function SavedMeanwhile({ parts, typed, field, partId }: Meanwhile) {
  const newest = parts.filter(({ id }) => id === partId).at(-1)
  const others = parts.filter(({ until }) => until === undefined).toSorted((a, b) => +b.at - +a.at)
  const shown = newest ? [newest] : others.slice(0, 3)
  return (
    <Conflict
      mine={<p class="prewrap">{first(typed, field)}</p>}
      theirs={shown.map((part) => (
        <p class="prewrap">
          {partText(part)}
          {part.until && ' (avslutat)'}
        </p>
      ))}
    />
  )
}

/** A part in one piece, to compare with. */
function partText(part: Part): string {
  switch (part.kind) {
    case 'goal':
      return part.body.words.reveal()
    case 'action':
      return [part.body.what.reveal(), part.body.who.reveal(), whenOf(part), stateWords[part.state]].join(
        '\n',
      )
    case 'contact':
      return `${part.unit.name}: ${contactName(part)}`
    case 'reference':
      return part.body.what.reveal()
    case 'if_worse':
      return part.body.text.reveal()
  }
}

/** Who reads what somebody in the family answers about an action: the BBA, and those who do it. */
export const readersOf = (action: Action, bba: { name: string; unitId: string } | undefined): string => {
  const lead = bba ? saidName(bba.name) : say('Barnets bästa-ansvarig')
  return action.unit && action.unit.id !== bba?.unitId ? together([lead, action.unit.name]) : lead
}
