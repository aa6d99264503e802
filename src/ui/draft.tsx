import { createContext, type PropsWithChildren, useContext } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { say } from './say.tsx'
import type { Texts } from './texts.ts'
import type { Viewer } from './viewer.ts'

/** A draft of a form at an address. When it is `continued` the form shows what it holds. */
type KeptDraft = { address: string; savedAt: string; typed: Texts; continued: boolean }

/** The draft of the page that is shown, from whoever builds the page. */
export const PageDraft = createContext<KeptDraft | undefined>(undefined)

/** Inside the form that somebody goes on with: what the draft holds. */
const Written = createContext<Texts | undefined>(undefined)

/** What a field shows: the draft one goes on with, before what the page itself would show. */
export const textsOf = (typed: Texts | undefined): Texts | undefined => useContext(Written) ?? typed

/** True inside a form that somebody goes on with. */
export const goesOn = (): boolean => useContext(Written) !== undefined

/** What a form carries for its own sake. All else that it carries says which form it is. */
const ownMarks = ['submission', 'version', 'seen']

type Carrier = { guard: boolean | undefined; action: string | undefined; hidden: Texts }

/** The draft of a form where people write, if the page has one that is this form's. */
export function draftOf({ guard, action, hidden }: Carrier): KeptDraft | undefined {
  const draft = useContext(PageDraft)
  if (!draft || !guard || (action !== undefined && action !== draft.address)) return undefined
  const says = Object.entries(hidden).filter(([name]) => !ownMarks.includes(name))
  return says.every(([name, value]) => (value ?? '') === (draft.typed[name] ?? '')) ? draft : undefined
}

/** Sent after all it is still the same form, and stands on what it stood on. */
export const marksOf = ({ typed }: KeptDraft): Texts =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => ownMarks.includes(name)))

/** A form with its draft: above it, go on with the draft or throw it away; in its fields, what the draft holds. */
export function WithDraft({
  draft,
  viewer,
  children,
}: PropsWithChildren<{ draft: KeptDraft; viewer: Viewer | undefined }>) {
  return (
    <>
      <form class="draft no-print" method="post" action={paths.discardDraft.to({})}>
        <input type="hidden" name="engagement" value={viewer?.engagement} />
        <input type="hidden" name="form" value={draft.address} />
        <p>
          {draft.continued
            ? say('Det här är ditt utkast från {time}.', { time: draft.savedAt })
            : say('Du har ett utkast från {time}.', { time: draft.savedAt })}
        </p>
        {!draft.continued && (
          <a class="ds-button" data-variant="secondary" href="?utkast=ja">
            {say('Fortsätt')}
          </a>
        )}
        <button type="submit" class="link">
          {say('Kasta')}
        </button>
      </form>
      <Written.Provider value={draft.continued ? draft.typed : undefined}>{children}</Written.Provider>
    </>
  )
}
