import { paths } from '#shared/paths.ts'
import { Form } from './form.tsx'
import { languages } from './languages.ts'
import { Horizon, Icon, Rosette } from './pictures.tsx'
import { reader, say } from './say.tsx'
import type { Viewer } from './viewer.ts'

export type NavLink = { href: string; label: string; current?: boolean }

/** A site that says nothing about the one who goes there. */
const elsewhere = 'https://www.smhi.se/'

type TopProps = { kind: string; nav: readonly NavLink[]; viewer: Viewer | undefined }

export function Top({ kind, nav, viewer }: TopProps) {
  return (
    <header class="top">
      <div class="frame">
        <a class="brand" href={paths.start.to({})}>
          <Rosette />
          <span>{kind === 'child' ? say('Min sida') : 'Kronobarn'}</span>
        </a>
        {nav.length > 0 && <Menu nav={nav} />}
        {kind === 'child' && (
          <a class="leave" href={elsewhere} rel="noreferrer" data-leave={paths.signOut.to({})}>
            {say('Lämna sidan snabbt')}
          </a>
        )}
        {!viewer?.acting && <LanguageLink />}
        {viewer?.isHanded ? (
          <GiveBack viewer={viewer} />
        ) : (
          viewer && <ViewerLine viewer={viewer} short={kind === 'child'} />
        )}
      </div>
    </header>
  )
}

/** The way to the other languages, in this one's own name. Staff pages are in Swedish, and have none. */
function LanguageLink() {
  const { language, address } = reader()
  const query = address ? `?${new URLSearchParams({ efter: address })}` : ''
  return (
    <a class="language" href={`${paths.language.to({})}${query}`}>
      <Icon name="globe" />
      <span>{languages[language].own}</span>
      <span class="sr" lang="en">
        {' '}
        Change language
      </span>
    </a>
  )
}
/** The child and the adult are done: it ends, and the adult signs in anew. */
const GiveBack = ({ viewer }: { viewer: Viewer }) => (
  <Form action={paths.signOut.to({})} viewer={viewer}>
    <button type="submit" class="leave">
      {say('Klar')}
    </button>
  </Form>
)

function Menu({ nav }: { nav: readonly NavLink[] }) {
  return (
    <nav class="menu" aria-label={say('Huvudmeny')}>
      <ul>
        {nav.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {say(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who is signed in and in what capacity; folded under it, how to change that. `short`: the given name will do. */
function ViewerLine({ viewer, short }: { viewer: Viewer; short: boolean }) {
  return (
    <details class="viewer">
      <summary>
        <span>
          <b>{short ? viewer.name.split(' ')[0] : viewer.name}</b>
          <span>{viewer.acting}</span>
        </span>
      </summary>
      <div>
        {viewer.acting && <p>Du arbetar som {viewer.acting}.</p>}
        {viewer.switchHref && <a href={viewer.switchHref}>Byt verksamhet</a>}
        <a href={paths.sessions.to({})}>{say('Mina inloggningar')}</a>
        {!short && <a href={paths.aboutMe.show.to({})}>{say('Det som finns om mig')}</a>}
        <Form action={paths.signOut.to({})} viewer={viewer}>
          <button type="submit" class="link">
            {say('Logga ut')}
          </button>
        </Form>
      </div>
    </details>
  )
}

export function Footer() {
  return (
    <>
      <Horizon />
      <footer class="bottom">
        <nav class="frame" aria-label={say('Sidfot')}>
          <a href={paths.concern.to({})}>{say('Orosanmälan')}</a>
          <a href={paths.words.to({})}>{say('Ordlista')}</a>
          <a href={paths.protection.to({})}>{say('Så skyddas uppgifterna')}</a>
          <a href={paths.accessibility.to({})}>{say('Tillgänglighet')}</a>
          <a href={paths.help.to({})}>{say('Hjälp')}</a>
        </nav>
      </footer>
    </>
  )
}

/** What the quick way out does, and what it cannot do. */
export const AboutLeaving = () => (
  <aside class="frame soft small" aria-label={say('Om att lämna sidan snabbt')}>
    {say(
      '”Lämna sidan snabbt” byter till en sida om vädret och loggar ut dig. Har webbläsaren inga skript loggas du inte ut. Sidorna du har läst kan synas i historiken. De heter bara ”Min sida”.',
    )}
  </aside>
)
