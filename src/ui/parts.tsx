import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, Sun } from './pictures.tsx'
import { say, sayWith } from './say.tsx'

export * from './lists.tsx'
export * from './words.tsx'

/** The page's heading. `title` is the biggest thing on the page: the child's name where the page is about a child. */
export function Intro(props: PropsWithChildren<{ title: Child; kicker?: Child; lead?: Child }>) {
  const { title, kicker, lead, children } = props
  return (
    <div class="intro">
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}

/** Main column and a narrow one: below on a phone, beside and following along on a wide screen. */
export function TwoColumns(props: PropsWithChildren<{ aside: Child; asideLabel: string }>) {
  return (
    <div class="two">
      <div>{props.children}</div>
      <aside class="stack" aria-label={props.asideLabel}>
        {props.aside}
      </aside>
    </div>
  )
}

type NextStepProps = PropsWithChildren<{
  /** The small line above: "Nästa uppföljning är i morgon". */
  label: Child
  /** The big line: the day, or the one thing to do. */
  main: Child
  action?: { href: string; label: string }
}>

/** The page's one dark panel: what happens next, or the main thing to do. Never two on a page. */
export function NextStep({ label, main, action, children }: NextStepProps) {
  return (
    <section class="next">
      <h2>{label}</h2>
      <p class="day">{main}</p>
      {children}
      {action && (
        <p>
          <a class="ds-button" href={action.href}>
            {action.label}
          </a>
        </p>
      )}
    </section>
  )
}

type SectionProps = PropsWithChildren<{ id: string; title: Child; lead?: Child; quiet?: boolean }>

/** A part of the page with its own heading and address. `quiet`: the heading is heard but not seen. */
export function Section({ id, title, lead, quiet, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-rubrik`}>
      <h2 id={`${id}-rubrik`} class={quiet ? 'sr' : undefined}>
        {title}
      </h2>
      {lead && <p class="soft">{lead}</p>}
      {children}
    </section>
  )
}

/** A remark beside the main thing, marked by a line to its left. */
export function Note({ title, children }: PropsWithChildren<{ title?: Child }>) {
  return (
    <div class="note">
      {title && <h2 class="h-small">{title}</h2>}
      {children}
    </div>
  )
}

/** How the same thing is said to the child, in a speech shape. Takes the area's colour inside `data-area`. */
export function Told({ to, children }: PropsWithChildren<{ to: string }>) {
  return (
    <p class="told">
      <b>{say('Så säger vi till {to}', { to })}</b>
      {children}
    </p>
  )
}

export function BackLink({ href, children }: PropsWithChildren<{ href: string }>) {
  return (
    <p class="back">
      <a href={href}>
        <Icon name="back" />
        {children}
      </a>
    </p>
  )
}

/** A line of links and buttons. */
export const Actions = ({ children }: PropsWithChildren) => <div class="actions">{children}</div>

type LinkButtonProps = PropsWithChildren<{ href: string; secondary?: boolean }>

/** A link that looks like a button: the main way on, or with `secondary` one beside it. */
export function LinkButton({ href, secondary, children }: LinkButtonProps) {
  return (
    <a class="ds-button" data-variant={secondary ? 'secondary' : undefined} href={href}>
      {children}
    </a>
  )
}

/** Something good that somebody saw. `by`: "Petra, 19 november". */
export function BrightMoment({ by, children }: PropsWithChildren<{ by: Child }>) {
  return (
    <figure class="bright">
      <Sun />
      <div>
        <q>{children}</q>
        <figcaption class="soft">{by}</figcaption>
      </div>
    </figure>
  )
}

/** Told once, after something was done: "Mottaget. Tack för att du berättade." */
export function Done({ title, children }: PropsWithChildren<{ title: Child }>) {
  return (
    <div class="thanks" role="status">
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  )
}

/** Words for an empty place, kindly: "Ingen har sagt något här. Det är helt okej." */
export const Empty = ({ children }: PropsWithChildren) => <p class="empty">{children}</p>

export const PrintOnly = ({ children }: PropsWithChildren) => <div class="print-only">{children}</div>

/** Room on a paper to write by hand, after some words and on as many lines as are given. */
export const ByPen = ({ after, lines = 1 }: { after: Child; lines?: number }) => (
  <>
    <p class="by-pen">
      <span>{after}:</span>
      <span />
    </p>
    {Array.from({ length: lines - 1 }, () => (
      <p class="by-pen">
        <span />
      </p>
    ))}
  </>
)

export const ScreenOnly = ({ children }: PropsWithChildren) => <div class="no-print">{children}</div>

/** A button that reads the element with the id `part` aloud. Shown only where the browser can. */
export function Listen({ part, what }: { part: string; what: string }) {
  return (
    <button class="listen" type="button" data-listen={part} hidden>
      <Icon name="sound" />
      {sayWith('Lyssna<hidden> på {what}</hidden>', {
        what,
        hidden: (words) => <span class="sr">{words}</span>,
      })}
    </button>
  )
}
