import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { assetPath } from './assets.ts'
import { AboutLeaving, Footer, type NavLink, Top } from './frame.tsx'
import { languages } from './languages.ts'
import { message } from './message.ts'
import { Intro } from './parts.tsx'
import { Sky } from './pictures.tsx'
import { reader, saidFirst, say } from './say.tsx'
import { MachineMade, OnlySwedish } from './translated.tsx'
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
  /** The page is said in every language. Until it is, it stands in Swedish under a line that says so. */
  translated?: boolean | undefined
}>

/** The whole document. The page's heading is not the title: begin the children with `<Intro>`. */
export function Page(props: PageProps) {
  const { title, kind = 'staff', nav = [], viewer, failed = false, always, translated, children } = props
  const { language } = reader()
  const { dir } = languages[language]
  const shown = translated || language === 'sv'
  const name = kind === 'child' ? say(title) : `${say(title)} – Kronobarn`
  // Made before what stands above it, which tells how it was translated.
  const main = saidFirst(shown ? children : <OnlySwedish>{children}</OnlySwedish>)
  return html`<!doctype html>${(
    <html lang={language} dir={dir}>
      <Head title={failed ? say('Fel: {name}', { name }) : name} kind={kind} />
      <body
        class={kind}
        data-session-ends={viewer?.sessionEnds}
        data-session-extend={viewer?.extendHref}
        data-texts={JSON.stringify(scriptTexts())}
      >
        <a class="ds-skip-link" href="#innehall">
          {say('Hoppa till innehållet')}
        </a>
        <Top kind={kind} nav={nav} viewer={viewer} />
        {kind === 'child' && <Sky />}
        <main id="innehall" class="frame" tabindex={-1}>
          {shown && <MachineMade />}
          {main}
        </main>
        {kind === 'child' && <AboutLeaving />}
        <Footer />
        {always && (
          <aside class="always" aria-label={say('Det här händer sen')}>
            {always}
          </aside>
        )}
      </body>
    </html>
  )}`
}

/** What the script says; it puts the numbers in. */
const scriptTexts = () => ({
  saved: say('Utkast sparat kl {time}.', { time: '{time}' }),
  over: say('Tecken för mycket: {count}', { count: '{count}' }),
  left: say('Tecken kvar: {count}', { count: '{count}' }),
  signIn: say('Inloggning'),
  stay: say('Fortsätt vara inloggad'),
  soon: say('Minuter tills du loggas ut: {count}', { count: '{count}' }),
  out: say('Du har loggats ut. Spara ändå, så får du logga in och det du skrev står kvar.'),
  again: say('Logga in igen'),
  emptied: say('Du har loggats ut, så det som stod här är borta från skärmen.'),
})

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
    <Page title={title} kind="public" viewer={viewer} translated>
      <Intro title={say(title)} lead={say(lead)} />
      {children ?? <HomeLink />}
    </Page>
  )
}

const HomeLink = () => (
  <p class="actions">
    <a class="ds-button" href={paths.start.to({})}>
      {say('Till startsidan')}
    </a>
  </p>
)

/** The one answer to what does not exist and to what may not be seen. It is given nothing, so it can tell nothing. */
export const NotFoundPage = () => (
  <ErrorPage
    title={message('Sidan finns inte')}
    lead={message(
      'Adressen kan vara fel, eller så har sidan tagits bort. Kontrollera adressen eller börja om.',
    )}
  />
)

export const TryAgainPage = () => (
  <ErrorPage
    title={message('Det går inte just nu')}
    lead={message(
      'Felet är vårt. Gå tillbaka och försök igen om en stund. Det du skrev står kvar på förra sidan.',
    )}
  />
)

/** What was written could not be kept, so it stands here (children). `signInHref` leads back afterwards. */
export function NotSignedInPage({ signInHref, children }: PropsWithChildren<{ signInHref: string }>) {
  return (
    <ErrorPage
      title={message('Du behöver logga in igen')}
      lead={message(
        'Inget är skickat. Kopiera det du skrev innan du loggar in, så att du kan klistra in det sedan.',
      )}
    >
      {children}
      <p class="actions">
        <a class="ds-button" href={signInHref}>
          {say('Logga in')}
        </a>
      </p>
    </ErrorPage>
  )
}
