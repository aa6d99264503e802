import { createContext, type PropsWithChildren, useContext } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import type { Texts } from './texts.ts'
import type { Viewer } from './viewer.ts'

/** A draft of the form at an address. With `typed` the page is opened to go on with it. */
type KeptDraft = { address: string; savedAt: string; typed?: Texts | undefined }

/** The draft of the page that is shown, from whoever builds the page. */
export const PageDraft = createContext<KeptDraft | undefined>(undefined)

/** Inside the form that somebody goes on with: what the draft holds. */
const Written = createContext<Texts | undefined>(undefined)

/** What a field shows: the draft one goes on with, before what the page itself would show. */
export const textsOf = (typed: Texts | undefined): Texts | undefined => useContext(Written) ?? typed

/** True inside a form that somebody goes on with. */
export const goesOn = (): boolean => useContext(Written) !== undefined

/** The draft of a form where people write, if the page has one for it. */
export function draftOfForm(guard: boolean | undefined, action: string | undefined): KeptDraft | undefined {
  const draft = useContext(PageDraft)
  return guard && (action === undefined || action === draft?.address) ? draft : undefined
}

/** The ids that a form carries come from the draft too: sent after all, it is still the same form. */
export const carriedOn = (hidden: Texts, { typed = {} }: Pick<KeptDraft, 'typed'>): Texts =>
  Object.fromEntries(Object.entries(hidden).map(([name, value]) => [name, typed[name] ?? value]))

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
          {draft.typed ? 'Det här är ditt utkast från' : 'Du har ett utkast från'} {draft.savedAt}.
        </p>
        {!draft.typed && (
          <a class="ds-button" data-variant="secondary" href="?utkast=ja">
            Fortsätt
          </a>
        )}
        <button type="submit" class="link">
          Kasta
        </button>
      </form>
      <Written.Provider value={draft.typed}>{children}</Written.Provider>
    </>
  )
}
