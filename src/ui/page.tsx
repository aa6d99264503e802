import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { assetPath } from './assets.ts'
import { Footer, type NavLink, Top } from './frame.tsx'
import { Intro } from './parts.tsx'
import { Sky } from './pictures.tsx'
import type { Viewer } from './viewer.ts'

export type { NavLink } from './frame.tsx'
export * from './parts.tsx'
export type { Viewer } from './viewer.ts'

type PageProps = PropsWithChildren<{
  /** A fixed Swedish page name, like "Barnets plan". Never a child's name: titles end up in histories. */
  title: string
  /** Whom the page is for; the child's pages have bigger type and a quick way out. */
  kind?: 'staff' | 'family' | 'child' | 'public'
  nav?: readonly NavLink[]
  viewer?: Viewer | undefined
  /** True when the page shows errors in a form: the title then begins with "Fel". */
  failed?: boolean
  /** A line that stays at the bottom on a phone: what happens next. */
  always?: Child
  lang?: string
}>

/** The whole document. The page's heading is not the title: begin the children with `<Intro>`. */
export function Page(props: PageProps) {
  const { title, kind = 'staff', nav = [], viewer, failed = false, always, lang = 'sv', children } = props
  const name = kind === 'child' ? title : `${title} – Kronobarn`
  return html`<!doctype html>${(
    <html lang={lang}>
      <Head title={failed ? `Fel: ${name}` : name} kind={kind} />
      <body class={kind} data-session-ends={viewer?.sessionEnds} data-session-extend={viewer?.extendHref}>
        <a class="ds-skip-link" href="#innehall">
          Hoppa till innehållet
        </a>
        <Top kind={kind} nav={nav} viewer={viewer} />
        {kind === 'child' && <Sky />}
        <main id="innehall" class="frame" tabindex={-1}>
          {children}
        </main>
        <Footer />
        {always && (
          <aside class="always" aria-label="Det här händer sen">
            {always}
          </aside>
        )}
      </body>
    </html>
  )}`
}

function Head({ title, kind }: { title: string; kind: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
      <link rel="preload" href={assetPath('text.woff2')} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={assetPath('kronobarn.css')} />
      <link rel="icon" href={assetPath('rosett.svg')} type="image/svg+xml" />
      <script type="module" src={assetPath('kronobarn.js')} />
      {kind === 'child' && <script type="module" src={assetPath('lyssna.js')} />}
    </head>
  )
}

type ErrorPageProps = PropsWithChildren<{ title: string; lead: string; viewer?: Viewer | undefined }>

/** A page that says that something did not work, in one sentence, and what to do. */
export function ErrorPage({ title, lead, viewer, children }: ErrorPageProps) {
  return (
    <Page title={title} kind="public" viewer={viewer}>
      <Intro title={title} lead={lead} />
      {children ?? <HomeLink />}
    </Page>
  )
}

const HomeLink = () => (
  <p class="actions">
    <a class="ds-button" href={paths.start.to({})}>
      Till startsidan
    </a>
  </p>
)

/** The one answer to what does not exist and to what may not be seen. It is given nothing, so it can tell nothing. */
export const NotFoundPage = () => (
  <ErrorPage
    title="Sidan finns inte"
    lead="Adressen kan vara fel, eller så har sidan tagits bort. Kontrollera adressen eller börja om."
  />
)

export const TryAgainPage = () => (
  <ErrorPage
    title="Det går inte just nu"
    lead="Felet är vårt. Gå tillbaka och försök igen om en stund. Det du skrev står kvar på förra sidan."
  />
)

/** What was written could not be kept, so it stands here (children). `signInHref` leads back afterwards. */
export function NotSignedInPage({ signInHref, children }: PropsWithChildren<{ signInHref: string }>) {
  return (
    <ErrorPage
      title="Du behöver logga in igen"
      lead="Inget är skickat. Kopiera det du skrev innan du loggar in, så att du kan klistra in det sedan."
    >
      {children}
      <p class="actions">
        <a class="ds-button" href={signInHref}>
          Logga in
        </a>
      </p>
    </ErrorPage>
  )
}
