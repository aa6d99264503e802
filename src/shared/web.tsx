import type { Child } from 'hono/jsx'
import { writtenTexts } from '#modules/drafts'
import { PageDraft } from '#ui/draft.tsx'
import { isLanguage, type Language } from '#ui/languages.ts'
import { Looking } from '#ui/looking.tsx'
import { message } from '#ui/message.ts'
import { type NavLink, NotFoundPage, NotSignedInPage, Page, type Viewer } from '#ui/page.tsx'
import { paperLanguage } from '#ui/paper-language.tsx'
import { Intro } from '#ui/parts.tsx'
import { AsWritten, InLanguage, saidIn, say } from '#ui/say.tsx'
import { type Asking, familyEngagement, languageIn, withDraft } from './asking.ts'
import { isAtDoor } from './db.ts'
import { onlyLooks, type Typed } from './form-reading.ts'
import { paths } from './paths.ts'
import type { Hidden, Misplaced } from './refusal.ts'
import type { WebContext } from './routes.ts'

type About = {
  /** A fixed name, such as "Barnets plan"; never anything about a child. */
  title: string
  current?: keyof typeof menus.staff | keyof typeof menus.family | undefined
  kind?: 'staff' | 'family' | 'child' | 'public'
  failed?: boolean
  always?: Child
  /** The page is said in every language. */
  translated?: true | undefined
}

const menus = {
  staff: {
    tasks: { href: paths.tasks.to({}), label: 'Uppgifter' },
    children: { href: paths.children.to({}), label: 'Barn' },
    notice: { href: paths.noticing.notice.to({}), label: 'Uppmärksamma' },
    directory: { href: paths.directory.search.to({}), label: 'Vem kan hjälpa?' },
  },
  family: {
    children: { href: paths.children.to({}), label: message('Min sida') },
    notice: { href: paths.noticing.notice.to({}), label: message('Berätta något') },
  },
} as const

/** The person as the frame and the forms need to know them. */
export function viewerOf(asking: Asking): Viewer | undefined {
  const { actor } = asking
  if (!actor) return undefined
  return {
    name: actor.givenName ? actor.name : say('Inloggad'),
    acting: actor.acting,
    engagement: actor.engagementId ?? familyEngagement,
    switchHref: actor.kind === 'staff' ? paths.unit.to({}) : undefined,
    sessionEnds: actor.sessionEnds.toISOString(),
    extendHref: paths.stay.to({}),
    isChild: isChildsOwn(asking),
    isHanded: isAtDoor(actor),
  }
}

/** A child, until it is grown up, on a page about itself or about nobody. */
const isChildsOwn = ({ actor, childId }: Asking) =>
  actor?.selfId !== undefined && (childId === undefined || childId === actor.selfId)

/** A page in the frame of the person who asked. Asking must have gone through the database first. */
export function page(
  c: WebContext,
  asking: Asking,
  { title, current, kind, failed, always, translated }: About,
  content: (viewer: Viewer) => Child,
  status: 200 | 401 | 409 | 422 = 200,
): Response | Promise<Response> {
  const viewer = viewerOf(asking)
  if (!viewer) throw new Error('a page for nobody')
  const side = asking.actor?.kind === 'family' ? 'family' : 'staff'
  const shown = kind ?? (viewer.isChild ? 'child' : side)
  const looks = status === 422 && onlyLooks(typedIn(c))
  // The child's pages have one way to go, and one way out.
  const links = shown === 'child' ? [] : Object.entries(menus[side])
  const nav: NavLink[] = links.map(([key, link]) => ({
    ...link,
    current: key === current,
  }))
  return c.html(
    <InLanguage
      language={side === 'staff' ? 'sv' : languageOf(c, asking)}
      address={ownPage(c).replace(/\?.*/, '')}
    >
      <Page
        // What a child reads leaves no word of it in a history.
        title={shown === 'child' ? message('Min sida') : title}
        kind={shown}
        nav={nav}
        viewer={viewer}
        failed={failed ?? (status === 422 && !looks)}
        always={always}
        translated={translated}
      >
        <PageDraft.Provider value={asking.draft}>
          <Looking.Provider value={looks}>
            <Content show={content} viewer={viewer} />
          </Looking.Provider>
        </PageDraft.Provider>
      </Page>
    </InLanguage>,
    looks ? 200 : status,
  )
}

/** Made where it stands on the page, so that it knows in what language. */
const Content = ({ show, viewer }: { show: (viewer: Viewer) => Child; viewer: Viewer }) => <>{show(viewer)}</>

/** What somebody has chosen for themselves, before what the device has chosen or asks for. */
const languageOf = (c: WebContext, { actor }: Asking): Language => actor?.language ?? languageIn(c)

/**
 * A paper, in the language that it was asked for in; else in the one chosen by whom it is for (`theirs`), and to the
 * family itself in that of its pages.
 */
export function paper(
  c: WebContext,
  asking: Asking,
  { file, theirs, isSaved = false }: { file: string; theirs?: Language | undefined; isSaved?: boolean },
  make: () => Uint8Array<ArrayBuffer>,
): Response {
  const wanted = c.req.query(paperLanguage)
  const usual = asking.actor?.kind === 'staff' ? (theirs ?? 'sv') : languageOf(c, asking)
  return c.body(saidIn(isLanguage(wanted) ? wanted : usual, make), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `${isSaved ? 'attachment' : 'inline'}; filename="${file}"`,
  })
}

/** A page for anybody; it knows nothing of who looks, but for the language that the device asks for. */
export const publicPage = (
  c: WebContext,
  { title, translated, kind }: Pick<About, 'title' | 'translated'> & { kind?: 'child' },
  content: Child,
  status: 200 | 403 | 404 | 422 | 503 = 200,
) =>
  c.html(
    <InLanguage language={languageIn(c)} address={status === 200 ? ownPage(c) : undefined}>
      <Page title={title} kind={kind ?? 'public'} translated={translated}>
        {content}
      </Page>
    </InLanguage>,
    status,
  )

/** What may not be seen and what does not exist: the same answer, byte for byte. */
export const hidden = (c: WebContext) =>
  c.html(
    <InLanguage language={languageIn(c)}>
      <NotFoundPage />
    </InLanguage>,
    404,
  )

const pathOf = (c: WebContext) => new URL(c.req.url).pathname

/** What was written is kept with the person's own key. False: there was nothing, or it could not be kept. */
const keep = async (c: WebContext, typed: Typed) => (await c.get('keepWritten')?.(typed)) ?? false
const typedIn = (c: WebContext): Typed => (c.req.method === 'POST' ? (c.get('typed') ?? {}) : {})

/** The way to sign in and back here. What was written is kept and shown there, or at least given back. */
async function signedOut(c: WebContext): Promise<Response> {
  const typed = typedIn(c)
  const kept = await keep(c, typed)
  const way = new URLSearchParams({ efter: kept ? draftOf(c) : pathOf(c), ...(kept && { sparat: 'ja' }) })
  const signIn = `${paths.signIn.choose.to({})}?${way}`
  if (kept || writtenTexts(typed).length === 0) return c.redirect(signIn, 303)
  return c.html(
    <InLanguage language={languageIn(c)}>
      <NotSignedInPage signInHref={signIn}>
        <Written typed={typed} />
      </NotSignedInPage>
    </InLanguage>,
    401,
  )
}

/** On by another page first, and back to this one with everything that was written. */
async function detour(c: WebContext, by: string): Promise<Response> {
  const kept = await keep(c, typedIn(c))
  return c.redirect(`${by}?${new URLSearchParams({ efter: kept ? draftOf(c) : ownPage(c) })}`, 303)
}

/** The page that somebody is on: for a button that sends to an address without a page, the one it stands under. */
function ownPage(c: WebContext): string {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET') return pathname + search
  return c.get('form')?.hasPage ? pathname : pathname.slice(0, pathname.lastIndexOf('/'))
}

/** Where the draft of this form is shown: on its own page, or by itself when it has none. */
const draftOf = (c: WebContext) =>
  c.get('form')?.hasPage
    ? `${pathOf(c)}?${withDraft}=ja`
    : `${paths.draft.to({})}?${new URLSearchParams({ for: pathOf(c) })}`

/**
 * The answers that are the same for every route: hidden, signed out, no unit chosen, and a form from another unit.
 */
export function refused(c: WebContext, error: Hidden | Misplaced): Response | Promise<Response> {
  switch (error.kind) {
    case 'not-found':
    case 'not-allowed':
      return hidden(c)
    case 'signed-out':
      return signedOut(c)
    case 'beside-adult':
      return c.redirect(paths.childsDoor.home.to(error), 303)
    case 'no-unit':
      return c.redirect(`${paths.unit.to({})}?${new URLSearchParams({ efter: pathOf(c) })}`, 303)
    case 'not-fresh':
      return detour(c, paths.again.to({}))
    case 'many-children':
      return detour(c, paths.manyChildren.to({}))
    case 'many-exports':
      return publicPage(c, { title: 'Många utskrifter i dag' }, <ManyExports />, 403)
    case 'switched':
      return c.html(<SwitchedPage typed={c.get('typed') ?? {}} />, 409)
  }
}

/** Everything that was written, as plain text to read or copy. */
export function Written({ typed }: { typed: Typed }) {
  const texts = writtenTexts(typed)
  if (texts.length === 0) return null
  return (
    <section aria-labelledby="skrev">
      <h2 id="skrev">{say('Det du skrev')}</h2>
      {texts.map((text) => (
        <p class="prewrap">
          <AsWritten>{text}</AsWritten>
        </p>
      ))}
    </section>
  )
}

const ManyExports = () => (
  <Intro
    title="Du har skrivit ut många planer i dag"
    lead="Den här skrevs inte ut. Läs den på skärmen, eller be en kollega som arbetar med barnet att skriva ut den. I morgon går det igen."
  />
)

function SwitchedPage({ typed }: { typed: Typed }) {
  return (
    <Page title="Du har bytt verksamhet" kind="public">
      <Intro
        title="Du har bytt verksamhet"
        lead="Formuläret hör till den verksamhet du arbetade i förut. Inget är sparat och inget är skickat."
      />
      <p>
        Kopiera det du skrev om du vill ha kvar det. <a href={paths.unit.to({})}>Byt tillbaka</a> och öppna
        sedan sidan igen, eller <a href={paths.tasks.to({})}>gå till dina uppgifter</a>.
      </p>
      <Written typed={typed} />
    </Page>
  )
}
