import type { Child, PropsWithChildren } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { draftOf, marksOf, WithDraft } from './draft.tsx'
import { sayError } from './fields.tsx'
import { say } from './say.tsx'
import type { Texts } from './texts.ts'
import type { Viewer } from './viewer.ts'

export * from './choices.tsx'
export * from './fields.tsx'
export type { Texts } from './texts.ts'
export * from './two-sides.tsx'

type FormProps = PropsWithChildren<{
  viewer?: Viewer | undefined
  /** Left out: the form goes back to the page's own address. */
  action?: string
  method?: 'post' | 'get'
  /** With a file among its fields. */
  files?: boolean
  id?: string
  /** More hidden inputs, as `{ version: '3' }`. */
  hidden?: Texts
  /** Where people write: keeps a draft, and warns before leaving while it is not kept. One for each address. */
  guard?: boolean
}>

/** A form with the acting unit (`engagement`) and the token (`csrf`) as hidden inputs. Checks are the server's. */
export function Form({
  viewer,
  action,
  method = 'post',
  files,
  id,
  hidden = {},
  guard,
  children,
}: FormProps) {
  const draft = draftOf({ guard, action, hidden })
  const marks = draft?.continued ? marksOf(draft) : {}
  const carried: Texts =
    method === 'post' ? { engagement: viewer?.engagement, csrf: viewer?.csrf, ...hidden, ...marks } : hidden
  const form = (
    <form
      id={id}
      method={method}
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      data-guard={guard ? paths.draft.to({}) : undefined}
    >
      {Object.entries(carried).flatMap(([name, values]) =>
        [values ?? []].flat().map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {children}
    </form>
  )
  return draft ? <WithDraft {...{ draft, viewer }}>{form}</WithDraft> : form
}

/** Every error with a link to its field, first on the page. A key `form` is an error of no single field. */
export function ErrorSummary({ errors = {} }: { errors?: Texts | undefined }) {
  const found = Object.entries(errors).flatMap(([name, texts]) =>
    [texts ?? []].flat().map((text) => ({ name, text })),
  )
  if (found.length === 0) return null
  return (
    <section class="ds-error-summary" aria-labelledby="fel" tabindex={-1} autofocus>
      <h2 id="fel">
        {say('Nästan klart. {count, plural, one {En sak} other {# saker}} behöver rättas', {
          count: found.length,
        })}
      </h2>
      <ul>
        {found.map(({ name, text }) => (
          <li>{name === 'form' ? sayError(text) : <a href={`#${name}`}>{sayError(text)}</a>}</li>
        ))}
      </ul>
    </section>
  )
}

type ButtonsProps = PropsWithChildren<{
  primary: string
  /** The other ways to send the same form, as `{ name: 'outcome', value: 'draft', label: 'Spara utkast' }`. */
  others?: readonly { name: string; value: string; label: string }[]
  cancel?: { href: string; label?: string }
}>

/** The form's last line: one main button, perhaps others, and a way back. */
export function Buttons({ primary, others = [], cancel, children }: ButtonsProps) {
  return (
    <div class="actions">
      <button class="ds-button" type="submit">
        {primary}
      </button>
      {others.map(({ name, value, label }) => (
        <button class="ds-button" data-variant="secondary" type="submit" name={name} value={value}>
          {label}
        </button>
      ))}
      {cancel && <a href={cancel.href}>{cancel.label ?? say('Avbryt')}</a>}
      {children}
    </div>
  )
}

/** What the person wrote and what is saved now, side by side. The form below still holds what was written. */
export function Conflict({ mine, theirs, children }: PropsWithChildren<{ mine: Child; theirs: Child }>) {
  return (
    <section class="conflict" aria-labelledby="hann-fore" tabindex={-1} autofocus>
      <h2 id="hann-fore">{say('Någon annan hann spara före dig')}</h2>
      <p>
        {children ??
          say('Inget har gått förlorat. Läs båda, ändra om du vill, och spara igen när det stämmer.')}
      </p>
      <div class="pair">
        <div>
          <h3>{say('Så skrev du')}</h3>
          {mine}
        </div>
        <div>
          <h3>{say('Så står det nu')}</h3>
          {theirs}
        </div>
      </div>
    </section>
  )
}
