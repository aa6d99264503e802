import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Area, AreaBadge, areaNames } from './area.tsx'
import { message } from './message.ts'
import { Icon } from './pictures.tsx'
import { inWords, say, sayWith } from './say.tsx'

const months = inWords({ month: 'short' })

/** The almanac leaf: big day, small month. `date` is `2026-11-24`, or a longer ISO moment that begins so. */
export function Leaf({ date }: { date: string }) {
  const day = date.slice(0, 10)
  return (
    <time class="leaf" datetime={date}>
      <b>{Number(day.slice(8))}</b> <span>{months(new Date(day)).replace('.', '')}</span>
    </time>
  )
}

/** Tasks that belong to the same time: "I dag", "I morgon", "Har blivit liggande". Holds `TaskRow`s. */
export function TaskGroup({ id, title, children }: PropsWithChildren<{ id: string; title: string }>) {
  return (
    <section class="tasks-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="tasks">{children}</ul>
    </section>
  )
}

type TaskRowProps = { href: string; date: string; name: Child; step: Child; when?: Child }

/** One thing that waits: the child's name, the next step, the day. Never a reason. */
export function TaskRow({ href, date, name, step, when }: TaskRowProps) {
  return (
    <li>
      <article class="task">
        <Leaf date={date} />
        <div>
          <h3>
            <a href={href}>{name}</a>
          </h3>
          <p>{step}</p>
          {when && <p class="soft small">{when}</p>}
        </div>
        <Icon name="go" />
      </article>
    </li>
  )
}

type FactsProps = { items: readonly (readonly [label: Child, value: Child])[]; side?: boolean }

/** Short facts with labels. A value of null, undefined or false leaves the line out. `side`: stacked, for the narrow column. */
export function Facts({ items, side = false }: FactsProps) {
  const told = items.filter(([, value]) => value !== null && value !== undefined && value !== false)
  return (
    <dl class={side ? 'side' : 'facts'}>
      {told.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

const states = {
  later: { label: message('Börjar senare'), mark: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z', fill: '' },
  ongoing: {
    label: message('Pågår'),
    mark: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z',
    fill: 'M10 2a8 8 0 0 1 0 16Z',
  },
  done: {
    label: message('Klar'),
    mark: 'm5.5 10.5 3 3 6-6.5',
    fill: 'M10 .8a9.2 9.2 0 1 0 0 18.4A9.2 9.2 0 0 0 10 .8Z',
  },
  ended: { label: message('Avslutad'), mark: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.5 10h7', fill: '' },
} as const

/** Shape and word, never colour: how far something has come. `label` for other words than the usual. */
export function StateMark({ state, label }: { state: keyof typeof states; label?: string }) {
  const { mark, fill, label: usual } = states[state]
  return (
    <span class={`state ${state}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {fill && <path class="fill" d={fill} />}
        <path class="stroke" d={mark} />
      </svg>
      {label ?? say(usual)}
    </span>
  )
}

export type Contact = { place: Child; who: Child; phone?: string | undefined; note?: Child }

const international = (phone: string) => phone.replace(/\D/g, '').replace(/^0/, '+46')

/** One contact for each place. A protected person's name and number are not put here at all. */
export function PersonList({ people }: { people: readonly Contact[] }) {
  return (
    <ul class="people">
      {people.map(({ place, who, phone, note }) => (
        <li>
          <h3>{place}</h3>
          <p>{who}</p>
          {phone && <a href={`tel:${international(phone)}`}>{phone}</a>}
          {note && <p class="soft small">{note}</p>}
        </li>
      ))}
    </ul>
  )
}

export type TimelineEntry = { date: string; what: Child; more?: Child }

/** What has happened, each with its almanac leaf. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ul class="log">
      {entries.map(({ date, what, more }) => (
        <li>
          <Leaf date={date} />
          <div>
            <p>
              <b>{what}</b>
            </p>
            {more && <p class="soft">{more}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Short lines with hairlines between. */
export function Lines({ items }: { items: readonly Child[] }) {
  return (
    <ul class="lines">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

/** The goals of a plan. Holds `Goal`s. */
export const Goals = ({ children }: PropsWithChildren) => <ol class="goals">{children}</ol>

/** A goal in the child's words, under the colour of its area. Children: a list of actions. */
export function Goal(props: PropsWithChildren<{ area?: Area | undefined; words: Child; better?: Child }>) {
  const { area, words, better, children } = props
  return (
    <li class="goal" data-area={area}>
      <header>
        {area && <AreaBadge area={area} />}
        <div>
          <h3 class="small soft">{area ? say(areaNames[area]) : say('Mål')}</h3>
          <blockquote>{words}</blockquote>
        </div>
      </header>
      {better && <p class="better">{sayWith('Så märker vi att det blir bättre: {better}', { better })}</p>}
      {children}
    </li>
  )
}

/** Planned actions: each with a heading, facts and how it is told to the child (`Told`). */
export const ActionList = ({ children }: PropsWithChildren) => <ul class="acts">{children}</ul>

export function ActionRow(props: PropsWithChildren<{ what: Child; told?: Child; id?: string }>) {
  const { what, told, id, children } = props
  return (
    <li id={id}>
      <h4>{what}</h4>
      <div class="about">{children}</div>
      {told}
    </li>
  )
}

/** A receipt: who reads what, why and until when. Its `items` are shown as facts. */
export function Receipt(props: PropsWithChildren<{ title: Child; who?: Child } & Pick<FactsProps, 'items'>>) {
  return (
    <article class="receipt">
      <h3>{props.title}</h3>
      {props.who && <p>{props.who}</p>}
      <Facts items={props.items} />
      {props.children}
    </article>
  )
}

/** Receipts beside each other where there is room. */
export const Receipts = ({ children }: PropsWithChildren) => <div class="receipts">{children}</div>
